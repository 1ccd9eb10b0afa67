import { html, nothing, type TemplateResult } from 'lit';
import { address } from '../view/address';

/** Says whose amounts a page shows, where there are several, and leads to the others: they are never added. */
export function currencies({ currency, other_currencies }: { currency: string | null; other_currencies: string[] }): TemplateResult {
  if (!other_currencies.length) {
    return html`${nothing}`;
  }
  return html`<p class="quiet">
    Amounts in ${currency}; also in
    ${other_currencies.map((other, index) => html`${index ? ', ' : ''}<a href=${address.link(address.path, { currency: other })}>${other}</a>`)}
  </p>`;
}
