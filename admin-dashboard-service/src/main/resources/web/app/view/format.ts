/** How a value is shown. Amounts come as decimal numbers of the currency that is told with them. */
export type Kind = 'count' | 'amount' | 'percent' | 'hours' | 'decimal' | 'day' | 'month' | 'time' | 'text' | 'name' | 'flag' | 'millis';

const LOCALE = navigator.language;
const NOTHING = '–';

const count = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });
const decimal = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const compact = new Intl.NumberFormat(LOCALE, { notation: 'compact', maximumFractionDigits: 1 });
const day = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const shortDay = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', timeZone: 'UTC' });
const month = new Intl.DateTimeFormat(LOCALE, { month: 'short', year: 'numeric', timeZone: 'UTC' });
const time = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'short' });
const clock = new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false });
const amounts = new Map<string, Intl.NumberFormat>();

function amount(currency?: string | null): Intl.NumberFormat {
  if (!currency) {
    return decimal;
  }
  const known = amounts.get(currency) ?? new Intl.NumberFormat(LOCALE, { style: 'currency', currency });
  amounts.set(currency, known);
  return known;
}

/** @param currency of an amount; without one it is shown as a bare number */
export function format(value: unknown, kind: Kind, currency?: string | null): string {
  if (value === null || value === undefined || value === '') {
    return NOTHING;
  }
  switch (kind) {
    case 'count':
      return count.format(Number(value));
    case 'amount':
      return amount(currency).format(Number(value));
    case 'percent':
      return `${decimal.format(Number(value))} %`;
    case 'hours':
      return `${decimal.format(Number(value))} h`;
    case 'millis':
      return `${decimal.format(Number(value))} ms`;
    case 'decimal':
      return decimal.format(Number(value));
    case 'day':
      return day.format(new Date(String(value)));
    case 'month':
      return formatMonth(String(value));
    case 'time':
      return time.format(new Date(String(value)));
    case 'flag':
      return value ? 'yes' : 'no';
    case 'name':
      return words(String(value));
    case 'text':
      return String(value);
  }
}

/** A change against the span before: its sign is always shown. */
export function formatChange(value: number, kind: Kind, currency?: string | null): string {
  const size = format(Math.abs(value), kind, currency);
  return value > 0 ? `+${size}` : value < 0 ? `−${size}` : `±${size}`;
}

export function formatShort(value: number): string {
  return compact.format(value);
}

export function formatShortDay(value: string | Date): string {
  return shortDay.format(new Date(value));
}

export function formatMonth(value: string | Date): string {
  return month.format(new Date(value));
}

export function formatClock(value: Date): string {
  return clock.format(value);
}

/** `awaiting_approval` becomes "Awaiting approval". */
export function words(name: string): string {
  const spaced = name.replaceAll('_', ' ');
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

export function isNumber(kind: Kind): boolean {
  return ['count', 'amount', 'percent', 'hours', 'decimal', 'millis'].includes(kind);
}

/** An id's beginning, which tells it from its neighbours. UUIDs of version 7 differ at their end. */
export function shortId(id: string): string {
  return id.slice(-8);
}
