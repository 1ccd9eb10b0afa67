/** Who is signed in, in this browser. */
export interface Me {
  token: string;
  /** The account's id. */
  subject: string;
  role: string;
  /** The only website that may be seen; none for a superadmin. */
  websiteId?: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
  /** Gets another token without asking; a provider may give one. */
  refreshToken?: string;
}

/** What the server says about signing in. */
export interface SignInSettings {
  kind: 'none' | 'one-time' | 'oidc';
  authority?: string;
  client_id?: string;
  scope?: string;
}

const KEY = 'scriptorium.session';
const STAFF = ['superadmin', 'admin', 'support'];

/**
 * Keeps the token. With a provider it stays in this tab, since the provider knows the person again in the next one; the
 * local suite's code works once only, so there the token is for all tabs.
 */
class Session extends EventTarget {
  me?: Me;

  restore(): Me | undefined {
    const kept = sessionStorage.getItem(KEY) ?? localStorage.getItem(KEY);
    const me = kept ? (JSON.parse(kept) as Me) : undefined;
    this.me = me && me.expiresAt > Date.now() ? me : undefined;
    return this.me;
  }

  begin(token: string, { refreshToken, allTabs = false }: { refreshToken?: string; allTabs?: boolean } = {}): Me {
    const me = { ...read(token), refreshToken };
    (allTabs ? localStorage : sessionStorage).setItem(KEY, JSON.stringify(me));
    this.me = me;
    this.dispatchEvent(new Event('change'));
    return me;
  }

  end(): void {
    sessionStorage.removeItem(KEY);
    localStorage.removeItem(KEY);
    this.me = undefined;
    this.dispatchEvent(new Event('change'));
  }

  get isStaff(): boolean {
    return STAFF.includes(this.me?.role ?? '');
  }

  may(...roles: string[]): boolean {
    return roles.includes(this.me?.role ?? '');
  }
}

/** The claims, unverified: the services verify them, the page only shows what is allowed anyway. */
function read(token: string): Me {
  const part = token.split('.')[1] ?? '';
  const bytes = Uint8Array.from(atob(part.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
  const claims = JSON.parse(new TextDecoder().decode(bytes));
  return {
    token,
    subject: claims.sub,
    role: STAFF.find((role) => claims.groups?.includes(role)) ?? claims.groups?.[0] ?? 'nobody',
    websiteId: claims.website_id,
    expiresAt: claims.exp * 1000,
  };
}

export const session = new Session();
