import { html, nothing, type TemplateResult } from 'lit';
import { format, isNumber, type Kind } from '../view/format';
import { empty } from './states';

/** A field of a record, and how it is called and shown; so tables, charts and lists tell alike. */
export interface Column<R = any> {
  /** The field's name, or what computes it. */
  field: (keyof R & string) | ((row: R) => unknown);
  label: string;
  kind: Kind;
  /** In place of the formatted value. */
  cell?: (row: R) => TemplateResult | string;
}

export function value<R>(row: R, column: Column<R>): unknown {
  return typeof column.field === 'function' ? column.field(row) : row[column.field];
}

/** @param currency of the rows' amounts; a row's own `currency` goes before it */
export function cell<R>(row: R, column: Column<R>, currency?: string | null): TemplateResult | string {
  return column.cell?.(row) ?? format(value(row, column), column.kind, (row as { currency?: string }).currency ?? currency);
}

/**
 * A plain table of rows that are all there.
 *
 * @param caption what it shows, for those who do not see where it stands
 */
export function table<R>(
  caption: string,
  columns: Column<R>[],
  rows: R[],
  { currency, none = 'Nothing in this range.' }: { currency?: string | null; none?: string } = {},
): TemplateResult {
  if (!rows.length) {
    return empty(none);
  }
  return html`<div class="table" tabindex="0" role="region" aria-label=${caption}>
    <table>
      <caption class="visually-hidden">${caption}</caption>
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col" class=${isNumber(column.kind) ? 'number' : nothing}>${column.label}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) => html`<tr>
            ${columns.map((column) => html`<td class=${isNumber(column.kind) ? 'number' : nothing}>${cell(row, column, currency)}</td>`)}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
