import { problemOf } from '../api/problem';
import { session } from './session';

const PARAMETER = 'sign-in';

/** The code that the address brought. It leaves the address, and so the history, before anything else happens. */
export function takeCode(): string | undefined {
  const code = new URLSearchParams(location.hash.slice(1)).get(PARAMETER);
  if (code) {
    history.replaceState(history.state, '', location.pathname + location.search);
  }
  return code ?? undefined;
}

/** Gives the code for a token. A code works once. */
export async function exchange(code: string): Promise<void> {
  const response = await fetch('/sign-in', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ code }),
  });
  if (!response.ok) {
    throw await problemOf(response);
  }
  session.begin((await response.json()).access_token, { allTabs: true });
}
