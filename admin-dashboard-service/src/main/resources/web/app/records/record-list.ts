import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { customElement, property, state } from 'lit/decorators.js';
import { askJson, PATIENCE_MILLIS, rest } from '../api/client';
import { live } from '../api/live';
import { asProblem, type Problem } from '../api/problem';
import { cell, type Column } from '../parts/columns';
import { confirm } from '../parts/confirm';
import { notice } from '../parts/notices';
import { empty, failed, skeleton } from '../parts/states';
import { websiteName } from '../parts/website-name';
import { session } from '../session/session';
import { address } from '../view/address';
import { isNumber, shortId } from '../view/format';
import { type Action, type Change, type Filter, type Look, type Records, WITHIN } from './records';

interface Row {
  id: string;
}

interface Page {
  items: Row[];
  next_cursor: string | null;
  total?: number;
}

const LIMIT = 25;
/** More than this no list gives at once. */
const MOST = 200;
const THESE_DAYS: [string, string][] = [['days', 'in these days']];
const WEBSITE: Column = { field: 'website_id', label: 'Website', kind: 'text', cell: ({ website_id }) => websiteName(website_id) };

/** The rows behind the numbers: lists of the owning services, chosen and filtered by the address. */
@customElement('record-list')
export class RecordList extends LitElement {
  /** Those of this page; the address says which is shown, the first one otherwise. */
  @property({ attribute: false }) lists: Records[] = [];
  /** Of amounts in rows that do not tell it themselves; for one website. */
  @property({ attribute: false }) currency?: string | null;
  @state() private rows?: Row[];
  @state() private cursor: string | null = null;
  @state() private total?: number;
  @state() private problem?: Problem;
  /** Rows that are being changed, as they will look. */
  @state() private expected = new Map<string, Row>();

  private readonly choices = new Map<string, [string, string][]>();
  private asked?: string;
  private running?: AbortController;
  private again = false;

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    address.addEventListener('change', this.onAddress);
    live.addEventListener('stale', this.onStale);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    address.removeEventListener('change', this.onAddress);
    live.removeEventListener('stale', this.onStale);
    this.running?.abort();
    this.running = undefined;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('lists')) {
      this.onAddress();
    }
  }

  private get list(): Records {
    return this.lists.find(({ name }) => name === address.get('list')) ?? this.lists[0];
  }

  private get query(): Record<string, string | undefined> {
    const { filters = [], query, without = [] } = this.list;
    const chosen = address.filters;
    const websiteId = session.me?.websiteId ? undefined : address.websiteId;
    return {
      ...Object.fromEntries(filters.map(({ name }) => [name, chosen[name]])),
      ...query,
      website_id: without.includes('website_id') ? undefined : websiteId,
      total: without.includes('total') ? undefined : 'true',
      ...this.span,
    };
  }

  private get span(): Record<string, string> {
    const { span } = this.list;
    const { from, to } = address.moments;
    return span && address.filters[WITHIN] ? { [span.from]: from, [span.to]: to } : {};
  }

  protected override render() {
    const list = this.list;
    const { filters: own = [], span } = list;
    const filters = span ? [...own, { name: WITHIN, label: span.label, options: THESE_DAYS }] : own;
    return html`<section class="card wide records" id="rows" aria-label="Rows">
      <header>
        <div class="tabs" role="group" aria-label="Lists">
          ${this.lists.map(
            ({ name, title }) => html`<a
              href=${address.link(address.path, { list: name })}
              aria-current=${name === list.name ? 'true' : nothing}
              >${title}</a
            >`,
          )}
        </div>
        ${this.total === undefined ? nothing : html`<span class="quiet">${this.total} in all</span>`}
      </header>
      ${filters.length ? html`<div class="filters">${filters.map((filter) => this.filter(filter))}</div>` : nothing}
      ${this.content(list)}
    </section>`;
  }

  private filter({ name, label, options, load, otherwise = 'all', day }: Filter) {
    const chosen = address.filters[name] ?? '';
    const choose = (event: Event) => {
      address.set({ list: this.list.name, [name]: (event.target as HTMLInputElement).value.trim() || undefined });
    };
    const offer = (offered: [string, string][]) => html`<select @change=${choose}>
      <option value="" ?selected=${!chosen}>${otherwise}</option>
      ${offered.map(([sent, called]) => html`<option value=${sent} ?selected=${sent === chosen}>${called}</option>`)}
      ${chosen && !offered.some(([sent]) => sent === chosen) ? html`<option value=${chosen} selected>${shortId(chosen)}</option>` : nothing}
    </select>`;
    return html`<label>
      ${label}
      ${load
        ? offer(this.offered(name, load))
        : options
          ? offer(options)
          : html`<input type=${day ? 'date' : 'search'} .value=${chosen} @change=${choose} />`}
    </label>`;
  }

  /** Asked for once for each website. What cannot be had is not offered; the list itself tells what does not answer. */
  private offered(name: string, load: NonNullable<Filter['load']>): [string, string][] {
    const key = [this.list.name, name, address.websiteId].join(' ');
    const known = this.choices.get(key);
    if (!known) {
      this.choices.set(key, []);
      void load(address.websiteId)
        .catch(() => [])
        .then((offered: [string, string][]) => {
          this.choices.set(key, offered);
          this.requestUpdate();
        });
    }
    return known ?? [];
  }

  /** Of rows of all websites, each says whose it is. */
  private columns({ columns, without = [] }: Records): Column[] {
    const ofAll = session.may('superadmin') && !address.websiteId && !without.includes('website_id');
    return ofAll ? [columns[0], WEBSITE, ...columns.slice(1)] : columns;
  }

  private content(list: Records) {
    if (!this.rows) {
      return this.problem ? failed(this.problem, () => this.loadAnew()) : skeleton();
    }
    if (!this.rows.length) {
      return empty(list.none);
    }
    const withActions = list.actions !== undefined;
    return html`<div class="table" tabindex="0" role="region" aria-label=${list.title}>
        <table>
          <caption class="visually-hidden">${list.title}</caption>
          <thead>
            <tr>
              ${this.columns(list).map((column) => html`<th scope="col" class=${isNumber(column.kind) ? 'number' : nothing}>${column.label}</th>`)}
              ${withActions ? html`<th scope="col"><span class="visually-hidden">Actions</span></th>` : nothing}
            </tr>
          </thead>
          <tbody>
            ${repeat(
              this.rows,
              ({ id }) => id,
              (row) => this.row(list, row),
            )}
          </tbody>
        </table>
      </div>
      ${this.problem ? failed(this.problem, () => this.loadQuietly()) : nothing}
      ${this.cursor ? html`<footer><button type="button" @click=${() => this.loadMore()}>Show more</button></footer>` : nothing}`;
  }

  private row(list: Records, row: Row) {
    const pending = this.expected.get(row.id);
    const shown = pending ?? row;
    return html`<tr aria-busy=${pending ? 'true' : nothing} data-id=${row.id}>
      ${this.columns(list).map((column) => html`<td class=${isNumber(column.kind) ? 'number' : nothing}>${cell(shown, column, this.currency)}</td>`)}
      ${list.actions
        ? html`<td class="actions"><div>
            ${pending
              ? html`<span class="quiet">saving…</span>`
              : list.actions(row).map(
                  (action) => html`<button type="button" class=${action.danger ? 'danger' : ''} @click=${() => this.act(list, action, row)}>
                    ${action.label}
                  </button>`,
                )}
          </div></td>`
        : nothing}
    </tr>`;
  }

  private async act(list: Records, action: Action<any>, row: Row): Promise<void> {
    await ('show' in action ? this.look(action, row) : this.change(list, action, row));
  }

  private async look(action: Look<any>, row: Row): Promise<void> {
    try {
      await confirm({ ...(await action.show(row)), verb: 'Close', only: true });
    } catch (cause) {
      notice('refused', asProblem(cause).message);
    }
  }

  /** Shows the row as it will be while the service is asked, and as it was if that is refused. */
  private async change(list: Records, action: Change<any>, row: Row): Promise<void> {
    const known = await this.prepared(action, row);
    const question = known && action.question(known);
    const values = question && (await confirm({ ...question, verb: action.label, danger: action.danger }));
    if (!values) {
      return;
    }
    this.expect(row.id, { ...row, ...action.expected(known, values) });
    try {
      const { path, ...sent } = action.request(known, values);
      const answer = await askJson(path, { method: 'POST', ...sent });
      const refusal = action.refusal?.(answer);
      notice(refusal ? 'refused' : 'done', `${question.title}: ${refusal ?? 'done.'}`);
      await this.load(this.size);
    } catch (cause) {
      const { message, errors } = asProblem(cause);
      const fields = errors.map((error) => `${error.field} ${error.message}`).filter((text) => !message.includes(text));
      notice('refused', [`${question.title}: ${message}`, ...fields].join('; '));
    } finally {
      this.expect(row.id, undefined);
    }
  }

  private async prepared(action: Change<any>, row: Row): Promise<Row | undefined> {
    try {
      return action.prepare ? await action.prepare(row) : row;
    } catch (cause) {
      notice('refused', `${action.label}: ${asProblem(cause).message}`);
      return undefined;
    }
  }

  private expect(id: string, row?: Row): void {
    const expected = new Map(this.expected);
    if (row) {
      expected.set(id, row);
    } else {
      expected.delete(id);
    }
    this.expected = expected;
  }

  /** Asks for what the address says, from the first row on. */
  private async loadAnew(): Promise<void> {
    this.rows = undefined;
    await this.load(LIMIT);
  }

  private async loadMore(): Promise<void> {
    const interrupted = this.running !== undefined;
    const loaded = this.load(LIMIT, this.cursor ?? undefined);
    this.again = interrupted;
    await loaded;
  }

  /** Leaves what is shown until as many new rows are there. Of any number of calls while something is asked for, one follows. */
  private async loadQuietly(): Promise<void> {
    if (this.running) {
      this.again = true;
      return;
    }
    await this.load(this.size);
  }

  /** As many rows as are shown. */
  private get size(): number {
    return Math.min(Math.max(this.rows?.length ?? 0, LIMIT), MOST);
  }

  private async load(limit: number, cursor?: string): Promise<void> {
    this.running?.abort();
    const running = new AbortController();
    this.running = running;
    this.again = false;
    try {
      const page = await askJson<Page>(this.list.path, {
        query: { ...this.query, limit: String(limit), cursor },
        signal: AbortSignal.any([running.signal, AbortSignal.timeout(PATIENCE_MILLIS)]),
      });
      this.rows = cursor ? [...(this.rows ?? []), ...page.items] : page.items;
      this.cursor = page.next_cursor;
      this.total = page.total;
      this.problem = undefined;
    } catch (cause) {
      if (running.signal.aborted) {
        return;
      }
      this.problem = asProblem(cause);
    }
    void this.followUp(running);
  }

  private async followUp(done: AbortController): Promise<void> {
    await rest();
    if (this.running === done) {
      this.running = undefined;
      if (this.again) {
        void this.loadQuietly();
      }
    }
  }

  private readonly onAddress = (): void => {
    const asked = JSON.stringify([this.list.name, this.query]);
    if (asked !== this.asked) {
      this.asked = asked;
      this.total = undefined;
      void this.loadAnew();
    }
    this.requestUpdate();
  };

  private readonly onStale = (event: Event): void => {
    const names = (event as CustomEvent<string[] | undefined>).detail;
    if (this.rows && (!names || this.list.changesWith.some((name) => names.includes(name)))) {
      void this.loadQuietly();
    }
  };
}
