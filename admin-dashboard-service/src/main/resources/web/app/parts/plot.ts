import uPlot from 'uplot';
import { format, formatMonth, formatShort, formatShortDay, type Kind } from '../view/format';

export interface Data {
  /** Seconds since 1970, ascending. */
  x: number[];
  series: { label: string; values: number[] }[];
  kind: Kind;
  currency?: string | null;
  bars: boolean;
}

export interface Drawing {
  end(): void;
}

const HEIGHT = 220;
const AXIS_FONT = '12px system-ui, sans-serif';

/** Draws into an element, in the colours that its style has for the series, and follows its width. */
export function draw(place: HTMLElement, data: Data): Drawing {
  const ink = colour(place, 'ink');
  const grid = { stroke: colour(place, 'grid'), width: 1 };
  const tooltip = place.ownerDocument.createElement('div');
  tooltip.className = 'tooltip';
  tooltip.hidden = true;
  const plot = new uPlot(
    {
      width: place.clientWidth || 600,
      height: HEIGHT,
      // Room for the half of the last label that is beyond its tick.
      padding: [null, 32, null, null],
      legend: { show: false },
      cursor: { y: false, points: { size: 6 } },
      // Days are UTC days, wherever the reader is.
      tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
      scales: { y: { range: (_, lowest, highest) => [Math.min(0, lowest), Math.max(highest * 1.05, 1)] } },
      axes: [
        {
          stroke: ink,
          grid: { show: false },
          ticks: grid,
          font: AXIS_FONT,
          space: 70,
          ...(isMonthly(data.x) ? { splits: () => data.x } : {}),
          // Between days there is nothing to name.
          values: (_, ticks) => ticks.map((tick) => (tick % 86_400 ? '' : formatTick(new Date(tick * 1000), isMonthly(data.x)))),
        },
        {
          stroke: ink,
          grid,
          ticks: { show: false },
          font: AXIS_FONT,
          size: 64,
          label: unit(data),
          labelFont: AXIS_FONT,
          labelSize: 20,
          values: (_, ticks) => ticks.map((tick) => (data.kind === 'count' && tick % 1 ? '' : formatShort(tick))),
        },
      ],
      series: [
        {},
        ...data.series.map(({ label }, index) => {
          const stroke = colour(place, `series-${index}`);
          return {
            label,
            stroke,
            width: 2,
            points: { show: data.x.length < 40 && !data.bars, size: 5 },
            ...(data.bars ? { fill: stroke, paths: uPlot.paths.bars!({ size: [0.7, 40] }) } : {}),
          };
        }),
      ],
      hooks: { setCursor: [(self) => tell(self, tooltip, data)] },
    },
    [data.x, ...data.series.map(({ values }) => values)],
    place,
  );
  plot.over.append(tooltip);
  const watch = new ResizeObserver(() => plot.setSize({ width: place.clientWidth, height: HEIGHT }));
  watch.observe(place);
  return {
    end: () => {
      watch.disconnect();
      plot.destroy();
    },
  };
}

/** Between days the library chooses round ticks; months are not of one length. */
function isMonthly(x: number[]): boolean {
  return x.length > 1 && x[1] - x[0] >= 28 * 86_400;
}

function formatTick(tick: Date, monthly: boolean): string {
  return monthly ? formatMonth(tick) : formatShortDay(tick);
}

function unit({ kind, currency }: Data): string {
  return kind === 'amount' ? (currency ?? 'Amount') : kind === 'hours' ? 'Hours' : kind === 'percent' ? 'Percent' : 'Number';
}

function tell(plot: uPlot, tooltip: HTMLElement, data: Data): void {
  const { idx, left = -1 } = plot.cursor;
  tooltip.hidden = idx === null || idx === undefined || left < 0;
  if (tooltip.hidden) {
    return;
  }
  const title = document.createElement('strong');
  title.textContent = format(new Date(data.x[idx!] * 1000).toISOString(), 'day');
  tooltip.replaceChildren(
    title,
    ...data.series.map(({ label, values }) => {
      const line = document.createElement('div');
      line.textContent = `${label}: ${format(values[idx!], data.kind, data.currency)}`;
      return line;
    }),
  );
  const beside = left > plot.over.clientWidth / 2 ? left - tooltip.offsetWidth - 12 : left + 12;
  tooltip.style.transform = `translate(${Math.round(beside)}px, 4px)`;
}

/** The style sheet's colour of that name, as the canvas takes it: light-dark() is resolved only where it is used. */
function colour(place: HTMLElement, name: string): string {
  const probe = place.ownerDocument.createElement('i');
  probe.className = `colour-${name}`;
  place.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
