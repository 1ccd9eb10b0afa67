import './style/main.css';
import './shell/app-shell';
