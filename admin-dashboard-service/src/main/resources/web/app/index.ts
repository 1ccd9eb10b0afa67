// By this name the bundler takes it for the entry; without one it imports every file, and no page is lazy.
import './style/main.css';
import './shell/app-shell';
