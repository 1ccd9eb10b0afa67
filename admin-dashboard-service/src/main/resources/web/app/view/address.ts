import { session } from '../session/session';

/** What the address says apart from filters of a list. */
const CONTROLS = ['website', 'days', 'from', 'to', 'compare', 'currency', 'list'] as const;
type Control = (typeof CONTROLS)[number];

const REMEMBERED: Control[] = ['website', 'days', 'compare'];
const KEY = 'scriptorium.choices';

/** Answers that are offered for "how many days". */
export const DAYS = [7, 30, 90, 365];
const DEFAULT_DAYS = '30';
const DAY_MILLIS = 86_400_000;

/**
 * The page and its controls, as the address has them, so that a link shows the same. It fires `change`. What the address
 * leaves open is as it was chosen last in this browser.
 */
class Address extends EventTarget {
  constructor() {
    super();
    window.addEventListener('popstate', () => this.changed());
  }

  get path(): string {
    return location.pathname;
  }

  /** The website that is looked at; none for all of them. */
  get websiteId(): string | undefined {
    return session.me?.websiteId ?? this.get('website');
  }

  get compare(): boolean {
    return this.get('compare') === '1';
  }

  get currency(): string | undefined {
    return this.get('currency');
  }

  get days(): number {
    return Number(this.get('days') ?? DEFAULT_DAYS);
  }

  /** Both days included; undefined unless the range is one between dates. */
  get range(): { from: string; to: string } | undefined {
    const from = this.get('from');
    return from ? { from, to: this.get('to') ?? today() } : undefined;
  }

  /** As the dashboards take it. */
  get span(): Record<string, string> {
    const range = this.range;
    return range ? { date_from: range.from, date_to: range.to } : { days: String(this.days) };
  }

  /** When the days begin and end, as lists take it. */
  get moments(): { from: string; to: string } {
    const { from, to } = this.range ?? { from: dayFrom(today(), 1 - this.days), to: today() };
    return { from: `${from}T00:00:00Z`, to: `${dayFrom(to, 1)}T00:00:00Z` };
  }

  get(name: string): string | undefined {
    return new URLSearchParams(location.search).get(name) || undefined;
  }

  /** Everything that is no control: the filters of the list that is shown. */
  get filters(): Record<string, string> {
    return Object.fromEntries(
      [...new URLSearchParams(location.search)].filter(([name]) => !CONTROLS.includes(name as Control)),
    );
  }

  /** Another page with the same controls, and maybe with a list of it and filters of that. */
  link(path: string, filters: Record<string, string> = {}): string {
    const query = new URLSearchParams(
      [...new URLSearchParams(location.search)].filter(
        ([name]) => name !== 'list' && CONTROLS.includes(name as Control),
      ),
    );
    Object.entries(filters).forEach(([name, value]) => query.set(name, value));
    return query.size ? `${path}?${query}` : path;
  }

  go(href: string): void {
    history.pushState(null, '', href);
    this.changed();
  }

  /** Changes what the address says; an empty value takes it out. */
  set(values: Record<string, string | undefined>, { replace = false } = {}): void {
    const query = new URLSearchParams(location.search);
    Object.entries(values).forEach(([name, value]) => (value ? query.set(name, value) : query.delete(name)));
    const href = query.size ? `${location.pathname}?${query}` : location.pathname;
    if (replace) {
      history.replaceState(null, '', href);
    } else {
      history.pushState(null, '', href);
    }
    this.remember();
    this.changed();
  }

  /** Fills in what was chosen last, where the address is silent. */
  recall(): void {
    const chosen = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Record<string, string>;
    const open = REMEMBERED.filter((name) => chosen[name] && !this.get(name))
      .filter((name) => name !== 'days' || !this.range)
      .filter((name) => name !== 'website' || !session.me?.websiteId);
    if (open.length) {
      this.set(Object.fromEntries(open.map((name) => [name, chosen[name]])), { replace: true });
    }
  }

  private remember(): void {
    localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(REMEMBERED.map((name) => [name, this.get(name)]))));
  }

  private changed(): void {
    this.dispatchEvent(new Event('change'));
  }
}

/** The UTC day, as everything here counts by UTC days. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

function dayFrom(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MILLIS).toISOString().slice(0, 10);
}

export const address = new Address();
