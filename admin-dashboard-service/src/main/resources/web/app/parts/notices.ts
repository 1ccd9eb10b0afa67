import { html, LitElement } from 'lit';
import { customElement, state } from 'lit/decorators.js';

interface Notice {
  text: string;
  kind: 'done' | 'refused';
}

const DONE_MILLIS = 6_000;

/** What became of an action. A refusal stays until it is put away. */
@customElement('notice-list')
export class NoticeList extends LitElement {
  @state() private notices: Notice[] = [];

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('notice', this.add);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('notice', this.add);
  }

  protected override render() {
    return html`<div class="notices">
      ${this.notices.map(
        (notice) => html`<div class="notice ${notice.kind}" role=${notice.kind === 'refused' ? 'alert' : 'status'}>
          <span>${notice.text}</span>
          <button type="button" class="quiet" aria-label="Put away" @click=${() => this.putAway(notice)}>✕</button>
        </div>`,
      )}
    </div>`;
  }

  private readonly add = (event: Event): void => {
    const notice = (event as CustomEvent<Notice>).detail;
    this.notices = [...this.notices.slice(-3), notice];
    if (notice.kind === 'done') {
      window.setTimeout(() => this.putAway(notice), DONE_MILLIS);
    }
  };

  private putAway(notice: Notice): void {
    this.notices = this.notices.filter((one) => one !== notice);
  }
}

export function notice(kind: Notice['kind'], text: string): void {
  window.dispatchEvent(new CustomEvent<Notice>('notice', { detail: { kind, text } }));
}
