import { html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { live } from '../api/live';
import { asProblem } from '../api/problem';
import '../parts/confirm';
import '../parts/notices';
import { failed, skeleton } from '../parts/states';
import { type PageEntry, pageAt, pagesForMe } from '../pages/pages';
import { session } from '../session/session';
import { address } from '../view/address';
import { keepSignedIn, signIn } from './sign-in';
import './sign-in-card';
import './controls';
import './freshness';
import './theme-switch';

/** The frame around every page: who is signed in, where one can go, what is looked at. */
@customElement('app-shell')
export class AppShell extends LitElement {
  @state() private started = false;
  @state() private refusal?: string;
  @state() private shown?: PageEntry;
  @state() private page?: HTMLElement;
  @state() private problem?: Error;
  @state() private menuOpen = false;

  private heard?: string;

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    address.addEventListener('change', () => this.follow());
    session.addEventListener('change', () => this.follow());
    window.addEventListener('storage', () => {
      session.restore();
      this.follow();
    });
    this.addEventListener('click', (event) => this.navigate(event));
    void this.start();
  }

  private async start(): Promise<void> {
    try {
      await signIn();
    } catch (cause) {
      this.refusal = asProblem(cause).message;
    }
    keepSignedIn();
    this.started = true;
    if (session.isStaff) {
      address.recall();
    }
    this.follow();
  }

  protected override render() {
    if (!this.started) {
      return skeleton();
    }
    if (!session.me) {
      return html`<sign-in-card .refusal=${this.refusal}></sign-in-card>`;
    }
    return html`<a class="skip" href="#content">Skip to the content</a>
      <header class="top">
        <button
          type="button"
          class="menu quiet"
          aria-expanded=${this.menuOpen}
          aria-controls="pages"
          aria-label="Pages"
          @click=${() => (this.menuOpen = !this.menuOpen)}
        >
          ☰
        </button>
        <a class="brand" href=${address.link('/')}>Scriptorium</a>
        <view-controls></view-controls>
        <theme-switch></theme-switch>
        <span class="who quiet">${session.me.role}</span>
        <button type="button" class="quiet" @click=${() => session.end()}>Sign out</button>
      </header>
      <nav id="pages" class="pages ${this.menuOpen ? 'open' : ''}" aria-label="Pages">
        <ul>
          ${pagesForMe().map(
            ({ path, title }) => html`<li>
              <a href=${address.link(path)} aria-current=${path === this.shown?.path ? 'page' : nothing}>${title}</a>
            </li>`,
          )}
        </ul>
      </nav>
      <main id="content" tabindex="-1">
        <div class="title">
          <h1 tabindex="-1">${this.shown?.title ?? 'Not here'}</h1>
          <page-freshness></page-freshness>
        </div>
        ${this.content()}
      </main>
      <confirm-dialog></confirm-dialog>
      <notice-list></notice-list>`;
  }

  private content() {
    if (!session.isStaff) {
      return html`<p class="state">These pages are for staff. You are signed in as ${session.me!.role}.</p>`;
    }
    if (!this.shown) {
      return html`<p class="state">There is no such page. <a href=${address.link('/')}>Go to the overview.</a></p>`;
    }
    if (!session.may(...this.shown.roles)) {
      return html`<p class="state">${this.shown.title} is for ${this.shown.roles.join(', ')}. You are signed in as ${session.me!.role}.</p>`;
    }
    if (this.problem) {
      return failed(asProblem(this.problem), () => this.open(this.shown!));
    }
    return this.page ?? skeleton();
  }

  /** Shows what the address says. */
  private follow(): void {
    this.requestUpdate();
    if (!session.isStaff) {
      live.end();
      this.heard = undefined;
      this.page = undefined;
      return;
    }
    const heard = `${session.me!.token} ${address.websiteId}`;
    if (heard !== this.heard) {
      this.heard = heard;
      live.listen(address.websiteId);
    }
    const entry = pageAt(address.path);
    if (entry !== this.shown || !this.page) {
      void this.open(entry);
    }
  }

  private async open(entry?: PageEntry): Promise<void> {
    const first = this.shown === undefined;
    this.shown = entry;
    this.page = undefined;
    this.problem = undefined;
    this.menuOpen = false;
    document.title = entry ? `${entry.title} · Scriptorium` : 'Scriptorium';
    if (!entry || !session.may(...entry.roles)) {
      return;
    }
    try {
      await entry.load();
    } catch (cause) {
      this.problem = cause as Error;
      return;
    }
    if (entry === this.shown) {
      this.page = document.createElement(entry.tag);
      await this.updateComplete;
      if (!first) {
        window.scrollTo(0, 0);
        this.querySelector<HTMLElement>('h1')?.focus();
      }
    }
  }

  /** Links within the page need no new document. */
  private navigate(event: MouseEvent): void {
    const link = (event.target as Element).closest('a');
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!link || !plain || link.target || link.hasAttribute('download') || link.origin !== location.origin) {
      return;
    }
    if (link.pathname === location.pathname && link.search === location.search && link.hash) {
      return;
    }
    if (pageAt(link.pathname)) {
      event.preventDefault();
      address.go(link.pathname + link.search);
      if (link.hash) {
        void this.updateComplete.then(() => this.querySelector(link.hash)?.scrollIntoView());
      }
    }
  }
}
