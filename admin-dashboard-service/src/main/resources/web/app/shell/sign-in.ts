import { exchange, takeCode } from '../session/one-time';
import { session, type SignInSettings } from '../session/session';

/** How long before its end a token is renewed. */
const EARLY_MILLIS = 60_000;
const TRY_EVERY_MILLIS = 20_000;

let settings: Promise<SignInSettings> | undefined;

export function signInSettings(): Promise<SignInSettings> {
  settings ??= fetch('/pages/settings.json')
    .then((response) => response.json())
    .then((body) => body.sign_in as SignInSettings);
  settings.catch(() => (settings = undefined));
  return settings;
}

/** By what the address brought, or by what this browser kept. Nobody is signed in after it if neither did. */
export async function signIn(): Promise<void> {
  const code = takeCode();
  if (code) {
    await exchange(code);
  } else if (!session.restore() && new URLSearchParams(location.search).has('state')) {
    const { finish, isReturn } = await import('../session/oidc');
    if (isReturn()) {
      await finish(await signInSettings());
    }
  }
}

/** Renews a token that is about to end, and ends the session of one that has. */
export function keepSignedIn(): void {
  window.setInterval(async () => {
    const { me } = session;
    if (!me || me.expiresAt - EARLY_MILLIS > Date.now()) {
      return;
    }
    if (me.refreshToken) {
      const { renew } = await import('../session/oidc');
      await renew(await signInSettings(), me.refreshToken).catch(() => endIfOver());
    } else {
      endIfOver();
    }
  }, TRY_EVERY_MILLIS);
}

function endIfOver(): void {
  if (session.me && session.me.expiresAt <= Date.now()) {
    session.end();
  }
}
