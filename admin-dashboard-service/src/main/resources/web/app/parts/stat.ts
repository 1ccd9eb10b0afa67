import { html, nothing, svg, type TemplateResult } from 'lit';
import { format, formatChange, type Kind } from '../view/format';

export interface Stat {
  label: string;
  value: unknown;
  kind?: Kind;
  currency?: string | null;
  /** Now less then; only when it was asked for. */
  change?: number;
  /** Whether more of it is bad, as of refunds. */
  moreIsWorse?: boolean;
  /** The days before this one, as a line. */
  line?: number[];
  /** Where the rows behind the number are. */
  href?: string;
}

/** Headline numbers side by side. */
export function stats(...all: (Stat | undefined)[]): TemplateResult {
  return html`<dl class="stats">${all.filter((one) => one !== undefined).map(stat)}</dl>`;
}

function stat({ label, value, kind = 'count', currency, change, moreIsWorse, line, href }: Stat): TemplateResult {
  const number = format(value, kind, currency);
  return html`<div class="stat">
    <dt>${label}</dt>
    <dd>
      <span class="value">${href ? html`<a href=${href}>${number}</a>` : number}</span>
      ${change === undefined
        ? nothing
        : html`<span class="change ${tone(change, moreIsWorse)}">
            ${formatChange(change, kind, currency)}<span class="visually-hidden"> against the span before</span>
          </span>`}
      ${line && line.length > 1 ? sparkline(line) : nothing}
    </dd>
  </div>`;
}

function tone(change: number, moreIsWorse = false): string {
  return change === 0 ? 'same' : change > 0 !== moreIsWorse ? 'better' : 'worse';
}

const WIDTH = 120;
const HEIGHT = 28;

/** For the eye only: the chart below it, and its table, say the same. */
function sparkline(values: number[]): TemplateResult {
  const lowest = Math.min(0, ...values);
  const highest = Math.max(1e-9, ...values);
  const points = values.map((value, index) => {
    const x = (index / (values.length - 1)) * WIDTH;
    const y = HEIGHT - 1 - ((value - lowest) / (highest - lowest)) * (HEIGHT - 2);
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  });
  return html`<svg class="sparkline" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
    ${svg`<polyline points=${points.join(' ')} />`}
  </svg>`;
}
