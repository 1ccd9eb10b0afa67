import { problemOf } from '../api/problem';
import { session, type SignInSettings } from './session';

/**
 * OpenID Connect's Authorization Code flow with PKCE (RFC 7636, S256) of a public client. No library of it can be had
 * that the build takes from Maven; the page needs this much of it.
 */
interface Endpoints {
  authorization_endpoint: string;
  token_endpoint: string;
}

interface Pending {
  state: string;
  verifier: string;
  /** Where the person wanted to be. */
  address: string;
}

const KEY = 'scriptorium.sign-in';

/** Leaves the page for the provider's. */
export async function leaveForProvider(settings: SignInSettings): Promise<void> {
  const pending: Pending = { state: random(), verifier: random(), address: location.pathname + location.search };
  sessionStorage.setItem(KEY, JSON.stringify(pending));
  const { authorization_endpoint } = await endpoints(settings);
  location.assign(
    `${authorization_endpoint}?${new URLSearchParams({
      response_type: 'code',
      client_id: settings.client_id!,
      redirect_uri: redirectUri(),
      scope: settings.scope ?? 'openid',
      state: pending.state,
      code_challenge: await challenge(pending.verifier),
      code_challenge_method: 'S256',
    })}`,
  );
}

/** Whether the provider has just sent the person back here. */
export function isReturn(): boolean {
  const sent = new URLSearchParams(location.search);
  return sessionStorage.getItem(KEY) !== null && sent.has('state') && (sent.has('code') || sent.has('error'));
}

/** Ends the flow, and brings back the address that the person wanted. */
export async function finish(settings: SignInSettings): Promise<void> {
  const sent = new URLSearchParams(location.search);
  const pending = JSON.parse(sessionStorage.getItem(KEY)!) as Pending;
  sessionStorage.removeItem(KEY);
  history.replaceState(null, '', pending.address);
  if (sent.get('state') !== pending.state) {
    throw new Error('The answer does not belong to a sign-in that began here. Sign in again.');
  }
  if (sent.has('error')) {
    throw new Error(sent.get('error_description') ?? `The provider refused: ${sent.get('error')}.`);
  }
  await takeTokens(settings, {
    grant_type: 'authorization_code',
    code: sent.get('code')!,
    redirect_uri: redirectUri(),
    code_verifier: pending.verifier,
  });
}

export async function renew(settings: SignInSettings, refreshToken: string): Promise<void> {
  await takeTokens(settings, { grant_type: 'refresh_token', refresh_token: refreshToken });
}

async function takeTokens(settings: SignInSettings, form: Record<string, string>): Promise<void> {
  const { token_endpoint } = await endpoints(settings);
  const response = await fetch(token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({ client_id: settings.client_id!, ...form }),
  });
  if (!response.ok) {
    throw await problemOf(response);
  }
  const tokens = await response.json();
  // A provider that gives no new one lets the present one be used again (RFC 6749, section 6).
  session.begin(tokens.access_token, { refreshToken: tokens.refresh_token ?? form.refresh_token });
}

async function endpoints(settings: SignInSettings): Promise<Endpoints> {
  const response = await fetch(`${settings.authority}/.well-known/openid-configuration`);
  if (!response.ok) {
    throw await problemOf(response);
  }
  return response.json();
}

/** The one address that a provider has to know. */
function redirectUri(): string {
  return `${location.origin}/`;
}

function random(): string {
  return base64Url(crypto.getRandomValues(new Uint8Array(32)));
}

async function challenge(verifier: string): Promise<string> {
  return base64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))));
}

function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}
