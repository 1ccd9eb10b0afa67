import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { address } from '../view/address';
import { failed, outdated, skeleton } from '../parts/states';
import { asProblem, type Problem } from './problem';
import { askJson, PATIENCE_MILLIS, rest } from './client';
import { live } from './live';

/** What some dashboards do not take is refused by them. */
export interface Takes {
  days?: boolean;
  compare?: boolean;
  /** Or which, where another dashboard's answer decides. */
  currency?: boolean | (() => string | null | undefined);
}

const PATH = '/api/v1/admin/dashboards/';
const RETRY_MILLIS = 5_000;

/**
 * One dashboard's answer, kept fresh for a page: asked for again when the address changes, and when the stream says that
 * it is old. Of any number of reasons to ask that come while one request runs, one request follows.
 */
export class Dashboard<T extends { as_of: string }> implements ReactiveController {
  data?: T;
  problem?: Problem;

  private running?: AbortController;
  private again?: 'plain' | 'refresh';
  private asked = '';
  private retry?: number;

  constructor(
    private readonly host: ReactiveControllerHost,
    readonly name: string,
    private readonly takes: Takes = {},
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    live.addEventListener('stale', this.onStale);
    address.addEventListener('change', this.onAddress);
    window.addEventListener('refresh', this.onRefresh);
    void this.load();
  }

  /** What the host shows may have changed what is asked for. */
  hostUpdated(): void {
    this.onAddress();
  }

  /** What the server could not do now it may do soon; what it refused it will refuse again. */
  private retryLater(): void {
    window.clearTimeout(this.retry);
    if (this.problem!.status === 0 || this.problem!.status >= 500) {
      this.retry = window.setTimeout(() => this.load(), RETRY_MILLIS);
    }
  }

  hostDisconnected(): void {
    window.clearTimeout(this.retry);
    live.removeEventListener('stale', this.onStale);
    address.removeEventListener('change', this.onAddress);
    window.removeEventListener('refresh', this.onRefresh);
    this.running?.abort();
    this.running = undefined;
  }

  /** What the dashboard is asked for: as the address has it. */
  get query(): Record<string, string | undefined> {
    const { days = true, compare = true, currency = true } = this.takes;
    return {
      website_id: address.websiteId,
      ...(days ? address.span : {}),
      compare: compare && days && address.compare ? 'previous' : undefined,
      currency: typeof currency === 'function' ? (currency() ?? undefined) : currency ? address.currency : undefined,
    };
  }

  /** @param refresh past the cache */
  async load(refresh = false): Promise<void> {
    if (this.running) {
      this.again = refresh || this.again === 'refresh' ? 'refresh' : 'plain';
      return;
    }
    const running = new AbortController();
    this.running = running;
    this.again = undefined;
    this.asked = JSON.stringify(this.query);
    try {
      this.data = await askJson<T>(PATH + this.name, {
        query: { ...this.query, refresh: refresh ? 'true' : undefined },
        signal: AbortSignal.any([running.signal, AbortSignal.timeout(PATIENCE_MILLIS)]),
      });
      this.problem = undefined;
    } catch (cause) {
      if (running.signal.aborted) {
        return;
      }
      this.problem = asProblem(cause);
      this.retryLater();
    }
    this.host.requestUpdate();
    void this.followUp(running);
  }

  private async followUp(done: AbortController): Promise<void> {
    await rest();
    if (this.running === done) {
      this.running = undefined;
      if (this.again) {
        void this.load(this.again === 'refresh');
      }
    }
  }

  /** The card while nothing is there yet, or its refusal; numbers that are there stay, marked, while newer ones cannot be had. */
  when(shown: (data: T) => TemplateResult): TemplateResult {
    if (this.data) {
      return this.problem ? html`${outdated(this.problem, this.data.as_of)}${shown(this.data)}` : shown(this.data);
    }
    return this.problem ? failed(this.problem, () => this.load()) : skeleton();
  }

  private readonly onStale = (event: Event): void => {
    const names = (event as CustomEvent<string[] | undefined>).detail;
    if (!names || names.includes(this.name)) {
      void this.load();
    }
  };

  private readonly onRefresh = (): void => {
    void this.load(true);
  };

  /** What is shown belongs to what was asked for: another question begins with an empty card. */
  private readonly onAddress = (): void => {
    if (JSON.stringify(this.query) !== this.asked) {
      this.running?.abort();
      this.running = undefined;
      this.data = undefined;
      this.host.requestUpdate();
      void this.load();
    }
  };
}

/** A table of a dashboard's answer, as a file. */
export function csvPath(dashboard: Dashboard<{ as_of: string }>, table: string): [string, Record<string, string | undefined>] {
  return [`${PATH}${dashboard.name}/export.csv`, { ...dashboard.query, table }];
}
