import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { asProblem } from '../api/problem';
import type { SignInSettings } from '../session/session';
import { signInSettings } from './sign-in';

/** What somebody sees who is not signed in. */
@customElement('sign-in-card')
export class SignInCard extends LitElement {
  @property() refusal?: string;
  @state() private settings?: SignInSettings;

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    signInSettings().then(
      (settings) => (this.settings = settings),
      (cause) => (this.refusal = asProblem(cause).message),
    );
  }

  protected override render() {
    return html`<main class="sign-in">
      <section class="card" aria-label="Sign in">
        <h1>Scriptorium</h1>
        ${this.refusal ? html`<p role="alert" class="refusal">${this.refusal}</p>` : nothing} ${this.way()}
      </section>
    </main>`;
  }

  private way() {
    switch (this.settings?.kind) {
      case 'oidc':
        return html`<button type="button" class="primary" @click=${this.leave}>Sign in</button>`;
      case 'one-time':
        return html`<p>
            Open the address that <code>deploy/suite up</code> has printed. It signs one browser in, once.
          </p>
          <p><code>deploy/suite open</code> prints another one.</p>`;
      case 'none':
        return html`<p>Nobody can sign in here: no identity provider is configured.</p>`;
      default:
        return nothing;
    }
  }

  private async leave(): Promise<void> {
    try {
      const { leaveForProvider } = await import('../session/oidc');
      await leaveForProvider(this.settings!);
    } catch (cause) {
      this.refusal = asProblem(cause).message;
    }
  }
}
