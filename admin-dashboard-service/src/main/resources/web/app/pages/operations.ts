import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { askJson } from '../api/client';
import { asProblem, type Problem } from '../api/problem';
import { breakdown } from '../parts/breakdown';
import { card } from '../parts/card';
import { table } from '../parts/columns';
import { confirm } from '../parts/confirm';
import { notice } from '../parts/notices';
import { stats } from '../parts/stat';
import { failed, skeleton } from '../parts/states';
import { DEAD_LETTERS } from '../records/dead-letters';
import '../records/record-list';
import { format } from '../view/format';
import { Page } from './page';

interface Usage {
  dashboard: string;
  requests: number;
  hits: number;
  hit_rate: number | null;
  statements_per_request: number | null;
  p50_millis: number;
  p99_millis: number;
  max_millis: number;
}

interface Work {
  state: 'running' | 'done' | 'failed';
  started_at: string;
  error?: string;
}

interface Operations {
  as_of: string;
  cache: { requests: number; hits: number; hit_rate: number | null; owed: boolean };
  dashboards: Usage[];
  topics: { topic: string; lag: number | null; records_per_second: number }[];
  outboxes: { service: string; reachable: boolean; depth: number | null; oldest_age_seconds: number | null; parked: number | null }[];
  dead_letters: number;
  recount: (Work & { done: string[]; all: string[] }) | null;
  replay: (Work & { topic: string; read: number; total: number }) | null;
}

interface Drift {
  differences: number;
  cells: { dashboard: string; counter: string; cell: string; expected: number; actual: number }[];
}

const PATH = '/api/v1/admin/operations';
const EVERY_MILLIS = 3_000;

/** How the dashboards fare. No stream tells of it, so it is asked for every few seconds while somebody looks. */
@customElement('operations-page')
export class OperationsPage extends Page {
  @state() private data?: Operations;
  @state() private problem?: Problem;
  @state() private drift?: Drift;
  @state() private driftProblem?: Problem;
  @state() private comparing = false;
  private timer?: number;
  private loading = false;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('refresh', this.load);
    void this.load();
    this.timer = window.setInterval(() => document.visibilityState === 'visible' && this.load(), EVERY_MILLIS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('refresh', this.load);
    window.clearInterval(this.timer);
  }

  protected override render() {
    return html`<div class="cards">
      ${card('Health', this.when((data) => this.health(data)), { wide: true })}
      ${card('Dashboards', this.when((data) => this.dashboards(data)), { wide: true })}
      ${card('Topics', this.when((data) => this.topics(data)))}
      ${card('Outboxes of the owners', this.when((data) => this.outboxes(data)))}
      ${card('Drift', this.driftReport())}
      ${card('Repair', this.when((data) => this.repair(data)))}
      <record-list .lists=${[DEAD_LETTERS]}></record-list>
    </div>`;
  }

  private when(shown: (data: Operations) => unknown) {
    if (this.data) {
      return html`${this.problem ? failed(this.problem) : nothing}${shown(this.data)}`;
    }
    return this.problem ? failed(this.problem, this.load) : skeleton();
  }

  private health({ cache, topics, dead_letters, outboxes, as_of }: Operations) {
    const lags = topics.map(({ lag }) => lag).filter((lag) => lag !== null);
    return html`${stats(
        { label: 'Cache hits', value: cache.hit_rate === null ? null : cache.hit_rate * 100, kind: 'percent' },
        { label: 'Requests', value: cache.requests },
        { label: 'Changes that wait', value: lags.length ? lags.reduce((a, b) => a + b, 0) : null },
        { label: 'Changes per second', value: topics.reduce((sum, { records_per_second }) => sum + records_per_second, 0), kind: 'decimal' },
        { label: 'In outboxes', value: outboxes.reduce((sum, { depth }) => sum + (depth ?? 0), 0) },
        { label: 'Dead letters', value: dead_letters, href: '#rows' },
      )}
      ${cache.owed ? html`<p class="refusal">An invalidation has not reached Redis yet: the database answers instead.</p>` : nothing}
      <p class="quiet">Of the replica that answers, at ${format(as_of, 'time')}.</p>`;
  }

  private dashboards({ dashboards }: Operations) {
    return table(
      'Requests of each dashboard',
      [
        { field: 'dashboard', label: 'Dashboard', kind: 'text' },
        { field: 'requests', label: 'Requests', kind: 'count' },
        { field: ({ hit_rate }) => (hit_rate === null ? null : hit_rate * 100), label: 'Hits', kind: 'percent' },
        { field: 'statements_per_request', label: 'Statements each', kind: 'decimal' },
        // Of the last minutes; nought when nobody asked then.
        { field: ({ p50_millis }) => p50_millis || null, label: 'Half within', kind: 'millis' },
        { field: ({ p99_millis }) => p99_millis || null, label: '99 % within', kind: 'millis' },
        { field: ({ max_millis }) => max_millis || null, label: 'Longest', kind: 'millis' },
      ],
      dashboards,
      { none: 'Nobody has asked for a dashboard yet.' },
    );
  }

  private topics({ topics }: Operations) {
    return breakdown(
      'Topics',
      [
        { field: 'topic', label: 'Topic', kind: 'text' },
        { field: 'records_per_second', label: 'Changes per second', kind: 'decimal' },
        { field: 'lag', label: 'Waiting', kind: 'count' },
      ],
      topics,
    );
  }

  private outboxes({ outboxes }: Operations) {
    return table(
      'Outboxes',
      [
        { field: 'service', label: 'Service', kind: 'text' },
        { field: ({ reachable }) => (reachable ? 'yes' : 'no'), label: 'Reachable', kind: 'text' },
        { field: 'depth', label: 'Waiting', kind: 'count' },
        { field: 'oldest_age_seconds', label: 'Oldest, seconds', kind: 'decimal' },
        { field: 'parked', label: 'Parked', kind: 'count' },
      ],
      outboxes,
      { none: 'No owner’s metrics are configured.' },
    );
  }

  private driftReport() {
    return html`<p>Compares every counter with the facts. There must be no difference.</p>
      <p><button type="button" ?disabled=${this.comparing} @click=${this.compare}>${this.comparing ? 'Comparing…' : 'Compare now'}</button></p>
      ${this.driftProblem ? failed(this.driftProblem) : nothing}
      ${this.drift
        ? html`<p role="status"><strong>${this.drift.differences}</strong> ${this.drift.differences === 1 ? 'difference' : 'differences'}</p>
            ${this.drift.cells.length
              ? table(
                  'Differences',
                  [
                    { field: 'dashboard', label: 'Dashboard', kind: 'text' },
                    { field: 'counter', label: 'Counter', kind: 'text' },
                    { field: 'cell', label: 'Cell', kind: 'text' },
                    { field: 'expected', label: 'By the facts', kind: 'decimal' },
                    { field: 'actual', label: 'Counted', kind: 'decimal' },
                  ],
                  this.drift.cells,
                )
              : nothing}`
        : nothing}`;
  }

  private repair({ recount, replay, topics }: Operations) {
    return html`<dl class="works">
        <dt>Recount</dt>
        <dd>
          ${recount ? html`${recount.state}, ${recount.done.length} of ${recount.all.length}, since ${format(recount.started_at, 'time')}` : 'none since this replica started'}
          ${recount?.error ? html`<span class="refusal">${recount.error}</span>` : nothing}
        </dd>
        <dt>Replay</dt>
        <dd>
          ${replay
            ? html`${replay.topic}: ${replay.state}, ${format(replay.read, 'count')} of ${format(replay.total, 'count')}, since ${format(replay.started_at, 'time')}`
            : 'none since this replica started'}
          ${replay?.error ? html`<span class="refusal">${replay.error}</span>` : nothing}
        </dd>
      </dl>
      <p class="buttons">
        <button type="button" @click=${this.recount}>Recount…</button>
        <button type="button" @click=${() => this.replay(topics.map(({ topic }) => topic))}>Replay…</button>
      </p>`;
  }

  private readonly load = async (): Promise<void> => {
    if (this.loading) {
      return;
    }
    this.loading = true;
    try {
      this.data = await askJson<Operations>(PATH);
      this.problem = undefined;
    } catch (cause) {
      this.problem = asProblem(cause);
    } finally {
      this.loading = false;
    }
  };

  private async compare(): Promise<void> {
    this.comparing = true;
    try {
      this.drift = await askJson<Drift>(`${PATH}/drift`);
      this.driftProblem = undefined;
    } catch (cause) {
      this.driftProblem = asProblem(cause);
    } finally {
      this.comparing = false;
    }
  }

  private async recount(): Promise<void> {
    const asked = await confirm({
      title: 'Recount',
      text: 'Makes every counter again from the facts. The dashboards answer with the present numbers until all are done; no change is counted meanwhile.',
      verb: 'Recount',
    });
    if (asked) {
      await this.begin('recount', 'Recount');
    }
  }

  private async replay(topics: string[]): Promise<void> {
    const asked = await confirm({
      title: 'Replay',
      text: 'Reads a topic again from its beginning, beside everything else. It changes no number that is right.',
      verb: 'Replay',
      fields: [{ name: 'topic', label: 'Topic', kind: 'choice', required: true, options: topics.map((topic) => [topic, topic]) }],
    });
    if (asked) {
      await this.begin('replay', 'Replay', { topic: asked.topic });
    }
  }

  private async begin(path: string, name: string, body?: unknown): Promise<void> {
    try {
      await askJson(`${PATH}/${path}`, { method: 'POST', body });
      notice('done', `${name} has begun.`);
      await this.load();
    } catch (cause) {
      notice('refused', `${name}: ${asProblem(cause).message}`);
    }
  }
}
