import { html, nothing, type TemplateResult } from 'lit';
import { address } from '../view/address';

/**
 * Whose amounts the page shows, where there are several: amounts of different currencies are never added.
 *
 * @param shown the currency of the amounts that are shown; none while it is not known
 */
export function currencyChoice(shown?: string | null, others: string[] = []): TemplateResult | typeof nothing {
  if (!shown || !others.length) {
    return nothing;
  }
  const all = [...new Set([shown, ...others])].sort();
  const choose = (event: Event) => address.set({ currency: (event.target as HTMLSelectElement).value });
  return html`<p class="currency-choice">
    <label>
      Amounts in
      <select name="currency" @change=${choose}>
        ${all.map((currency) => html`<option value=${currency} ?selected=${currency === shown}>${currency}</option>`)}
      </select>
    </label>
    <span class="quiet">Amounts of other currencies are not in these sums; counts have them all.</span>
  </p>`;
}
