import type { Column } from '../parts/columns';
import type { Field } from '../parts/confirm';

/** In the address: that a list shows what belongs to the days that the page shows. */
export const WITHIN = 'within';

/** A choice above a list; its name is the parameter that the service takes. */
export interface Filter {
  name: string;
  label: string;
  /** What is sent, and how it is called; without any, it is typed. */
  options?: [string, string][];
  /** The same, where it has to be asked for; of the website that is looked at, or of all. */
  load?: (websiteId?: string) => Promise<[string, string][]>;
  /** What it is called when nothing is chosen. */
  otherwise?: string;
  /** A day is chosen. */
  day?: boolean;
}

/** What staff can do to a record: change it, or look at it closely. */
export type Action<R> = Change<R, any> | Look<R>;

interface Named {
  label: string;
  danger?: boolean;
}

/** @typeParam K what must be known of it: the row itself, or more */
export interface Change<R, K extends R = R> extends Named {
  /** Reads what the question or the request needs and a list's row does not have. */
  prepare?: (row: R) => Promise<K>;
  /** Asked before it is done. */
  question: (row: K) => { title: string; text: string; fields?: Field[] };
  request: (row: K, values: Record<string, string>) => { method?: string; path: string; body?: unknown; headers?: Record<string, string> };
  /** What the row will look like, shown at once and taken back if it is refused. */
  expected: (row: K, values: Record<string, string>) => Partial<R>;
  /** What went wrong all the same when the service took the request, as with money that a provider does not give back. */
  refusal?: (answer: any) => string | undefined;
}

export interface Look<R> extends Named {
  show: (row: R) => Promise<{ title: string; text: string }>;
}

/** A list of an owning service: where it is, how it is shown, what can be done. */
export interface Records<R = any> {
  /** As `list` in the address. */
  name: string;
  title: string;
  path: string;
  /** Always sent. */
  query?: Record<string, string>;
  /** Parameters of most lists that this one refuses. */
  without?: ('website_id' | 'total')[];
  columns: Column<R>[];
  filters?: Filter[];
  /** Narrows the list to the days of the address: the parameters that take when they begin and end. */
  span?: { label: string; from: string; to: string };
  actions?: (row: R) => Action<R>[];
  /** The dashboards that change with it. */
  changesWith: string[];
  none: string;
}

/** The same names in filters and in the API. */
export function choices(...names: string[]): [string, string][] {
  return names.map((name) => [name, name.replaceAll('_', ' ')]);
}

/** So that a change is refused if the record is no longer as it was shown. */
export function ifMatch(version: number): Record<string, string> {
  return { 'If-Match': `"${version}"` };
}

/** What was filled in; what was left empty is not sent. */
export function filled(values: Record<string, string | number | undefined>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string | number] => entry[1] !== undefined && entry[1] !== ''),
  );
}

/** An amount or a number that was typed, or nothing. */
export function number(typed: string): number | undefined {
  return typed ? Number(typed) : undefined;
}
