import { html, nothing, type TemplateResult } from 'lit';
import { csvPath, type Dashboard } from '../api/dashboard';
import './csv-button';

/**
 * A titled box on a page.
 *
 * @param csv the table of the dashboard's answer that it shows, for the button that saves it
 */
export function card(
  title: string,
  content: TemplateResult | TemplateResult[],
  { csv, wide = false }: { csv?: [Dashboard<any>, string]; wide?: boolean } = {},
): TemplateResult {
  return html`<section class="card ${wide ? 'wide' : ''}">
    <header>
      <h2>${title}</h2>
      ${csv ? html`<csv-button .source=${csvPath(...csv)} .label=${title}></csv-button>` : nothing}
    </header>
    ${content}
  </section>`;
}
