import { html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { askJson } from '../api/client';
import { live } from '../api/live';
import { session } from '../session/session';
import { address, DAYS, today } from '../view/address';

interface Website {
  id: string;
  name: string;
}

const CUSTOM = 'custom';

/** Which website, which days, and whether they are compared: all of it in the address. */
@customElement('view-controls')
export class ViewControls extends LitElement {
  @state() private websites: Website[] = [];
  private known = false;

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    address.addEventListener('change', this.onChange);
    live.addEventListener('stale', this.onStale);
    void this.loadWebsites();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    address.removeEventListener('change', this.onChange);
    live.removeEventListener('stale', this.onStale);
  }

  protected override render() {
    const range = address.range;
    return html`<div class="controls">
      ${session.may('superadmin')
        ? html`<label>
            <span>Website</span>
            <select name="website" @focus=${this.loadWebsites} @change=${(event: Event) => address.set({ website: chosen(event), currency: undefined })}>
              <option value="" ?selected=${!address.websiteId}>All websites</option>
              ${this.websites.map(
                ({ id, name }) => html`<option value=${id} ?selected=${id === address.websiteId}>${name}</option>`,
              )}
              ${address.websiteId && this.known && !this.websites.some(({ id }) => id === address.websiteId)
                ? html`<option value=${address.websiteId} selected>another one</option>`
                : nothing}
            </select>
          </label>`
        : nothing}
      <label>
        <span>Days</span>
        <select name="days" @change=${this.chooseDays}>
          ${DAYS.map((days) => html`<option value=${days} ?selected=${!range && days === address.days}>${days} days</option>`)}
          ${!range && !DAYS.includes(address.days) ? html`<option value=${address.days} selected>${address.days} days</option>` : nothing}
          <option value=${CUSTOM} ?selected=${range !== undefined}>Custom…</option>
        </select>
      </label>
      ${range
        ? html`<label>
              <span>From</span>
              <input type="date" name="from" .value=${range.from} max=${range.to} @change=${(event: Event) => address.set({ from: chosen(event) || today() })} />
            </label>
            <label>
              <span>To</span>
              <input type="date" name="to" .value=${range.to} min=${range.from} @change=${(event: Event) => address.set({ to: chosen(event) })} />
            </label>`
        : nothing}
      <label class="check">
        <input
          type="checkbox"
          name="compare"
          .checked=${address.compare}
          @change=${(event: Event) => address.set({ compare: (event.target as HTMLInputElement).checked ? '1' : undefined })}
        />
        <span>Compare</span>
      </label>
    </div>`;
  }

  private chooseDays(event: Event): void {
    const days = chosen(event);
    if (days === CUSTOM) {
      const from = new Date(Date.now() - 29 * 86_400_000).toISOString().slice(0, 10);
      address.set({ days: undefined, from, to: today() });
    } else {
      address.set({ days, from: undefined, to: undefined });
    }
  }

  private async loadWebsites(): Promise<void> {
    if (session.may('superadmin')) {
      // Without them the choice has one entry less; the cards tell what does not answer.
      const page = await askJson<{ items: Website[] }>('/api/v1/websites', { query: { limit: '200' } }).catch(() => undefined);
      this.websites = page?.items.sort((a, b) => a.name.localeCompare(b.name)) ?? this.websites;
      this.known ||= page !== undefined;
    }
  }

  private readonly onChange = (): void => this.requestUpdate();

  /** When anything may have changed unseen; what changes meanwhile is asked for by whoever is about to choose. */
  private readonly onStale = (event: Event): void => {
    if (!(event as CustomEvent<string[] | undefined>).detail) {
      void this.loadWebsites();
    }
  };
}

function chosen(event: Event): string {
  return (event.target as HTMLSelectElement | HTMLInputElement).value;
}
