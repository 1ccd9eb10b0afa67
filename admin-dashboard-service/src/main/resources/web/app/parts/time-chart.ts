import { html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { format, type Kind } from '../view/format';
import { type Column, table, value } from './columns';
import { empty } from './states';
import type { Drawing } from './plot';

/**
 * Series over time: a chart, and the same as a table. The library that draws comes when the first chart is seen.
 */
@customElement('time-chart')
export class TimeChart extends LitElement {
  /** What it shows; also its text alternative. */
  @property() label = '';
  /** The field that holds the day (or the first day of a week or month). */
  @property() x = 'day';
  @property({ attribute: false }) xKind: Kind = 'day';
  @property({ attribute: false }) xLabel = 'Day (UTC)';
  @property({ attribute: false }) rows: Record<string, any>[] = [];
  /** All of one unit. */
  @property({ attribute: false }) series: Column[] = [];
  @property({ attribute: false }) currency?: string | null;
  @property({ type: Boolean }) bars = false;
  /** What to say without any. */
  @property() none = 'Nothing in this range.';
  @state() private asTable = false;

  private drawing?: Drawing;
  private loading?: Promise<typeof import('./plot')>;

  protected override createRenderRoot(): this {
    return this;
  }

  private get isEmpty(): boolean {
    return this.rows.every((row) => this.series.every((column) => !Number(value(row, column))));
  }

  protected override render() {
    if (this.isEmpty) {
      return empty(this.none);
    }
    return html`<figure class="chart">
      <figcaption>
        <ul class="legend">
          ${this.series.map((column, index) => html`<li class="series-${index}">${column.label}</li>`)}
        </ul>
        <button type="button" class="quiet" aria-pressed=${this.asTable} @click=${() => (this.asTable = !this.asTable)}>
          Table<span class="visually-hidden"> of ${this.label}</span>
        </button>
      </figcaption>
      ${this.asTable
        ? table(this.label, [{ field: this.x, label: this.xLabel, kind: this.xKind }, ...this.series], this.rows, {
            currency: this.currency,
          })
        : html`<div class="plot" role="img" aria-label=${this.summary()}></div>`}
    </figure>`;
  }

  protected override updated(changed: PropertyValues): void {
    const place = this.querySelector<HTMLElement>('.plot');
    if (!place) {
      this.forget();
    } else if (changed.size) {
      void this.draw(place);
    }
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('theme', this.redraw);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('theme', this.redraw);
    this.forget();
  }

  private readonly redraw = (): void => {
    this.forget();
    this.requestUpdate('rows');
  };

  private forget(): void {
    this.drawing?.end();
    this.drawing = undefined;
  }

  private async draw(place: HTMLElement): Promise<void> {
    const { draw } = await (this.loading ??= import('./plot'));
    if (!place.isConnected) {
      return;
    }
    this.forget();
    this.drawing = draw(place, {
      x: this.rows.map((row) => Date.parse(row[this.x]) / 1000),
      series: this.series.map((column) => ({ label: column.label, values: this.rows.map((row) => Number(value(row, column))) })),
      kind: this.series[0].kind,
      currency: this.currency,
      bars: this.bars,
    });
  }

  private summary(): string {
    const first = this.rows[0][this.x];
    const last = this.rows[this.rows.length - 1][this.x];
    const sums = this.series.map((column) => {
      const values = this.rows.map((row) => Number(value(row, column)));
      const told = (number: number) => format(number, column.kind, this.currency);
      return `${column.label}: last ${told(values[values.length - 1])}, lowest ${told(Math.min(...values))}, highest ${told(Math.max(...values))}`;
    });
    return `${this.label}, ${format(first, this.xKind)} to ${format(last, this.xKind)}. ${sums.join('. ')}. The button before it shows the same as a table.`;
  }
}
