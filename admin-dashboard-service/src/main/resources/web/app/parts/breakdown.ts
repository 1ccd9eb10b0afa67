import { html, svg, type TemplateResult } from 'lit';
import { isNumber } from '../view/format';
import { cell, type Column, value } from './columns';
import { empty } from './states';

/**
 * How a whole falls into parts: a table whose rows have a bar each.
 *
 * @param columns the first names the part, the second is what the bar shows
 * @param href where the rows of a part are
 */
export function breakdown<R>(
  caption: string,
  columns: Column<R>[],
  rows: R[],
  { currency, none = 'Nothing yet.', href }: { currency?: string | null; none?: string; href?: (row: R) => string | undefined } = {},
): TemplateResult {
  if (!rows.length) {
    return empty(none);
  }
  const [name, measure] = columns;
  const highest = Math.max(...rows.map((row) => Number(value(row, measure))), 1e-9);
  return html`<div class="table" tabindex="0" role="region" aria-label=${caption}>
    <table class="breakdown">
      <caption class="visually-hidden">${caption}</caption>
      <thead>
        <tr>
          <th scope="col">${name.label}</th>
          <th scope="col" class="bar"><span class="visually-hidden">Share</span></th>
          ${columns.slice(1).map((column) => html`<th scope="col" class=${isNumber(column.kind) ? 'number' : ''}>${column.label}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) => {
          const link = href?.(row);
          const text = cell(row, name, currency);
          return html`<tr>
            <th scope="row">${link ? html`<a href=${link}>${text}</a>` : text}</th>
            <td class="bar">${bar(Number(value(row, measure)) / highest)}</td>
            ${columns.slice(1).map((column) => html`<td class=${isNumber(column.kind) ? 'number' : ''}>${cell(row, column, currency)}</td>`)}
          </tr>`;
        })}
      </tbody>
    </table>
  </div>`;
}

/** An SVG, since a style attribute would need a weaker content security policy. */
function bar(share: number): TemplateResult {
  return html`<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
    ${svg`<rect width=${Math.max(0, share * 100).toFixed(2)} height="10" rx="1" />`}
  </svg>`;
}
