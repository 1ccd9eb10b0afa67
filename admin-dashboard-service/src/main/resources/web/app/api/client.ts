import { session } from '../session/session';
import { problemOf } from './problem';

export interface Sent {
  method?: string;
  query?: Record<string, string | undefined>;
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/** Longer than any request of this page should take. */
export const PATIENCE_MILLIS = 20_000;

/**
 * Asks the gateway as whoever is signed in. Reads are conditional: the browser keeps the last answer with its ETag, and
 * an unchanged one costs a 304.
 *
 * @throws Problem when it is refused; a TypeError when nobody answers
 */
export async function ask(path: string, sent: Sent = {}): Promise<Response> {
  const query = new URLSearchParams(
    Object.entries(sent.query ?? {}).filter((entry): entry is [string, string] => Boolean(entry[1])),
  ).toString();
  const response = await fetch(query ? `${path}?${query}` : path, {
    method: sent.method ?? 'GET',
    cache: 'no-cache',
    headers: {
      Authorization: `Bearer ${session.me?.token}`,
      ...(sent.body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...sent.headers,
    },
    body: sent.body === undefined ? undefined : JSON.stringify(sent.body),
    signal: sent.signal ?? AbortSignal.timeout(PATIENCE_MILLIS),
  });
  if (response.status === 401) {
    session.end();
  }
  if (!response.ok) {
    throw await problemOf(response);
  }
  return response;
}

export async function askJson<T>(path: string, sent: Sent = {}): Promise<T> {
  const response = await ask(path, sent);
  return response.status === 204 || response.headers.get('Content-Length') === '0' ? (undefined as T) : response.json();
}

/** Between two requests for the same. */
const REST_MILLIS = 150;

export function rest(): Promise<void> {
  return new Promise((resolve) => window.setTimeout(resolve, REST_MILLIS));
}
