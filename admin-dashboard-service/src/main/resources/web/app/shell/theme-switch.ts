import { html, LitElement } from 'lit';
import { customElement, state } from 'lit/decorators.js';

type Theme = 'auto' | 'light' | 'dark';

const KEY = 'scriptorium.theme';
const THEMES: Theme[] = ['auto', 'light', 'dark'];

/** Light, dark, or as the system has it; remembered. */
@customElement('theme-switch')
export class ThemeSwitch extends LitElement {
  @state() private theme: Theme = (localStorage.getItem(KEY) as Theme | null) ?? 'auto';

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', tell);
    this.apply();
  }

  protected override render() {
    return html`<label class="theme">
      <span class="visually-hidden">Colours</span>
      <select @change=${this.choose}>
        ${THEMES.map((theme) => html`<option value=${theme} ?selected=${theme === this.theme}>${theme}</option>`)}
      </select>
    </label>`;
  }

  private choose(event: Event): void {
    this.theme = (event.target as HTMLSelectElement).value as Theme;
    localStorage.setItem(KEY, this.theme);
    this.apply();
  }

  private apply(): void {
    if (this.theme === 'auto') {
      delete document.documentElement.dataset.theme;
    } else {
      document.documentElement.dataset.theme = this.theme;
    }
    tell();
  }
}

/** Charts are drawn in colours, not styled. */
function tell(): void {
  window.dispatchEvent(new Event('theme'));
}
