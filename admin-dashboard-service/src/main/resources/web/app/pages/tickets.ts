import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Dashboard } from '../api/dashboard';
import { accountName } from '../parts/account-name';
import { breakdown } from '../parts/breakdown';
import { card } from '../parts/card';
import type { Column } from '../parts/columns';
import { stats } from '../parts/stat';
import '../parts/time-chart';
import '../records/record-list';
import { WITHIN } from '../records/records';
import { TICKETS } from '../records/tickets';
import { address } from '../view/address';
import { changes, type Comparison, Page } from './page';

interface Counts {
  tickets: number;
  open_tickets: number;
}

interface Tickets {
  summary: {
    total_tickets: number;
    open_tickets: number;
    unassigned_open_tickets: number;
    oldest_open_created_at: string | null;
    oldest_open_age_hours: number | null;
  };
  status_breakdown: { status: string; tickets: number }[];
  category_breakdown: (Counts & { category: string })[];
  priority_breakdown: (Counts & { priority: string })[];
  assignee_breakdown: (Counts & { assigned_to: string | null })[];
  time_to_resolve: { resolved: number; p50_hours: number | null; p90_hours: number | null };
  recent: { opened: number; resolved: number; closed: number };
  daily: { day: string; opened: number; resolved: number; closed: number }[];
  compare?: Comparison;
  as_of: string;
}

const COUNTS: Column<Counts>[] = [
  { field: 'tickets', label: 'Tickets', kind: 'count' },
  { field: 'open_tickets', label: 'Open', kind: 'count' },
];
const NONE = 'No tickets yet.';

@customElement('tickets-page')
export class TicketsPage extends Page {
  private readonly tickets = new Dashboard<Tickets>(this, 'tickets', { currency: false });

  protected override render() {
    return html`<div class="cards">
      ${card('Now', this.tickets.when((data) => this.now(data)), { csv: [this.tickets, 'summary'], wide: true })}
      ${card('In these days', this.tickets.when((data) => this.recent(data)), { csv: [this.tickets, 'recent'], wide: true })}
      ${card('Tickets per day', this.tickets.when((data) => this.daily(data)), { csv: [this.tickets, 'daily'], wide: true })}
      ${card('Time to resolve', this.tickets.when((data) => this.times(data)), { csv: [this.tickets, 'time_to_resolve'] })}
      ${card('By status', this.tickets.when((data) => this.byStatus(data)), { csv: [this.tickets, 'status_breakdown'] })}
      ${card('By category', this.tickets.when((data) => this.byCategory(data)), { csv: [this.tickets, 'category_breakdown'] })}
      ${card('By priority', this.tickets.when((data) => this.byPriority(data)), { csv: [this.tickets, 'priority_breakdown'] })}
      ${card('By assignee', this.tickets.when((data) => this.byAssignee(data)), { csv: [this.tickets, 'assignee_breakdown'], wide: true })}
      <record-list .lists=${[TICKETS]}></record-list>
    </div>`;
  }

  private now({ summary }: Tickets) {
    const oldest = rows({ status: 'open', sort: 'created_at' });
    return stats(
      { label: 'Open or in progress', value: summary.open_tickets, href: rows({ status: 'open' }) },
      { label: 'Of these with nobody', value: summary.unassigned_open_tickets, href: rows({ status: 'open', assigned: 'false' }) },
      { label: 'The oldest is open for', value: summary.oldest_open_age_hours, kind: 'hours', href: oldest },
      { label: 'The oldest was opened', value: summary.oldest_open_created_at, kind: 'day', href: oldest },
      { label: 'All tickets', value: summary.total_tickets, href: rows() },
    );
  }

  private recent({ recent, daily, compare }: Tickets) {
    const change = changes(compare);
    return stats(
      {
        label: 'Opened',
        value: recent.opened,
        change: change('opened'),
        moreIsWorse: true,
        line: daily.map((day) => day.opened),
        href: rows({ [WITHIN]: 'days' }),
      },
      { label: 'Resolved', value: recent.resolved, change: change('resolved'), line: daily.map((day) => day.resolved), href: rows({ status: 'resolved' }) },
      { label: 'Closed', value: recent.closed, change: change('closed'), line: daily.map((day) => day.closed), href: rows({ status: 'closed' }) },
    );
  }

  private daily({ daily }: Tickets) {
    return html`<time-chart
      label="Tickets per day"
      .rows=${daily}
      .series=${[
        { field: 'opened', label: 'Opened', kind: 'count' },
        { field: 'resolved', label: 'Resolved', kind: 'count' },
        { field: 'closed', label: 'Closed', kind: 'count' },
      ]}
      none="No tickets yet in this range."
    ></time-chart>`;
  }

  private times({ time_to_resolve: times, compare }: Tickets) {
    const change = changes(compare);
    return stats(
      { label: 'Half within', value: times.p50_hours, kind: 'hours', change: change('p50_hours'), moreIsWorse: true },
      { label: 'Nine tenths within', value: times.p90_hours, kind: 'hours', change: change('p90_hours'), moreIsWorse: true },
      { label: 'Of tickets resolved', value: times.resolved },
    );
  }

  private byStatus({ status_breakdown }: Tickets) {
    return breakdown('Tickets by status', [{ field: 'status', label: 'Status', kind: 'name' }, { field: 'tickets', label: 'Tickets', kind: 'count' }], status_breakdown, {
      href: ({ status }) => rows({ status }),
      none: NONE,
    });
  }

  private byCategory({ category_breakdown }: Tickets) {
    return breakdown('Tickets by category', [{ field: 'category', label: 'Category', kind: 'name' }, ...COUNTS], category_breakdown, {
      href: ({ category }) => rows({ category }),
      none: NONE,
    });
  }

  private byPriority({ priority_breakdown }: Tickets) {
    return breakdown('Tickets by priority', [{ field: 'priority', label: 'Priority', kind: 'name' }, ...COUNTS], priority_breakdown, {
      href: ({ priority }) => rows({ priority }),
      none: NONE,
    });
  }

  private byAssignee({ assignee_breakdown }: Tickets) {
    return breakdown(
      'Tickets by assignee',
      [
        { field: 'assigned_to', label: 'Assigned to', kind: 'text', cell: ({ assigned_to }) => accountName(assigned_to, 'Nobody') },
        { field: 'open_tickets', label: 'Open', kind: 'count' },
        { field: 'tickets', label: 'All', kind: 'count' },
      ],
      assignee_breakdown,
      { href: ({ assigned_to }) => rows(assigned_to ? { assigned_to } : { assigned: 'false' }), none: NONE },
    );
  }
}

/** The tickets behind a number, on this page. */
function rows(filters: Record<string, string> = {}): string {
  return `${address.link('/pages/tickets', { list: TICKETS.name, ...filters })}#rows`;
}
