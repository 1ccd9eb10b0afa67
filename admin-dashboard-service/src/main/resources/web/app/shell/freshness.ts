import { html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import { live } from '../api/live';
import { formatClock } from '../view/format';

/** How fresh the page is: while the stream lives, the numbers are those of when it was last heard of. */
@customElement('page-freshness')
export class PageFreshness extends LitElement {
  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    live.addEventListener('state', this.onState);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    live.removeEventListener('state', this.onState);
  }

  protected override render() {
    return html`<div class="freshness">
      <span class="dot ${live.state}" aria-hidden="true"></span>
      <span class="told">${this.told()}</span>
      <span class="visually-hidden" role="status">${live.state === 'lost' ? 'The connection is lost; trying again.' : ''}</span>
      <button type="button" class="quiet" @click=${this.refresh}>Refresh</button>
    </div>`;
  }

  private told(): string {
    const at = live.heardAt ? `as of ${formatClock(live.heardAt)}` : '';
    const waiting = live.lag ? `, ${live.lag} changes wait` : '';
    switch (live.state) {
      case 'live':
        return `${at}, live${waiting}`;
      case 'connecting':
        return at ? `${at}, connecting` : 'connecting';
      case 'lost':
        return at ? `connection lost; ${at}` : 'no connection';
    }
  }

  private refresh(): void {
    window.dispatchEvent(new Event('refresh'));
  }

  private readonly onState = (): void => this.requestUpdate();
}
