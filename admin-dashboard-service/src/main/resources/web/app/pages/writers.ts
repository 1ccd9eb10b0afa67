import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Dashboard } from '../api/dashboard';
import { breakdown } from '../parts/breakdown';
import { card } from '../parts/card';
import { type Column, table } from '../parts/columns';
import { currencyChoice } from '../parts/currency-choice';
import { stats } from '../parts/stat';
import '../parts/time-chart';
import { EARNINGS } from '../records/earnings';
import { ORDER_REQUESTS } from '../records/order-requests';
import '../records/record-list';
import { WITHIN } from '../records/records';
import { WRITERS } from '../records/writers';
import { address } from '../view/address';
import { changes, type Comparison, Page } from './page';

interface Top {
  writer_id: string;
  registration_id: string;
  pen_name: string;
  level: string | null;
  rating: number;
  completed_orders: number;
  total_earnings?: number;
}

interface Writers {
  currency: string | null;
  other_currencies: string[];
  summary: {
    total_writers: number;
    active_writers: number;
    available_writers: number;
    new_writers: number;
    avg_rating: number;
    total_reviews: number;
    completed_orders: number;
    active_orders: number;
    open_order_requests: number;
    approval_rate: number;
    total_earnings: number;
  };
  status_breakdown: { status: string; writers: number }[];
  level_breakdown: { level: string | null; writers: number; avg_rating: number; completed_orders: number }[];
  availability_breakdown: { available: boolean; writers: number }[];
  order_requests: { status: string; requests: number }[];
  top_writers: { by_completed_orders: Top[]; by_earnings: Top[] };
  recent: { new_writers: number; requested: number; approved: number; rejected: number; approval_rate: number };
  daily: { day: string; new_writers: number; requested: number; approved: number; rejected: number }[];
  compare?: Comparison;
  as_of: string;
}

const TOP: Column<Top>[] = [
  { field: 'pen_name', label: 'Writer', kind: 'text', cell: ({ pen_name, writer_id }) => html`<a href=${rows('writers', { writer_id })}>${pen_name}</a>` },
  { field: 'registration_id', label: 'Registration', kind: 'text' },
  { field: ({ level }) => level ?? 'None', label: 'Level', kind: 'text' },
  { field: 'rating', label: 'Rating', kind: 'decimal' },
  { field: 'completed_orders', label: 'Completed', kind: 'count' },
];

@customElement('writers-page')
export class WritersPage extends Page {
  private readonly writers = new Dashboard<Writers>(this, 'writers');

  protected override render() {
    const currency = address.websiteId && !address.currency ? this.writers.data?.currency : undefined;
    return html`${currencyChoice(this.writers.data?.currency, this.writers.data?.other_currencies)}
    <div class="cards">
      ${card('In these days', this.writers.when((data) => this.recent(data)), { csv: [this.writers, 'recent'], wide: true })}
      ${card('Order requests per day', this.writers.when((data) => this.requestsPerDay(data)), { csv: [this.writers, 'daily'], wide: true })}
      ${card('All writers', this.writers.when((data) => this.all(data)), { csv: [this.writers, 'summary'], wide: true })}
      ${card('By status', this.writers.when((data) => this.byStatus(data)), { csv: [this.writers, 'status_breakdown'] })}
      ${card('By level', this.writers.when((data) => this.byLevel(data)), { csv: [this.writers, 'level_breakdown'] })}
      ${card('By availability', this.writers.when((data) => this.byAvailability(data)), { csv: [this.writers, 'availability_breakdown'] })}
      ${card('Order requests', this.writers.when((data) => this.requests(data)), { csv: [this.writers, 'order_requests'] })}
      ${card('Writers who completed most', this.writers.when((data) => this.byOrders(data)), { csv: [this.writers, 'top_writers.by_completed_orders'] })}
      ${card('Writers who earned most', this.writers.when((data) => this.byEarnings(data)), { csv: [this.writers, 'top_writers.by_earnings'] })}
      ${card('New writers per day', this.writers.when((data) => this.newPerDay(data)), { csv: [this.writers, 'daily'], wide: true })}
      <record-list .lists=${[WRITERS, ORDER_REQUESTS, EARNINGS]} .currency=${currency}></record-list>
    </div>`;
  }

  private recent({ recent, daily, compare }: Writers) {
    const change = changes(compare);
    const requests = (status?: string) =>
      rows('order-requests', { [WITHIN]: 'days', ...(status ? { status } : {}) });
    return stats(
      { label: 'New writers', value: recent.new_writers, change: change('new_writers'), line: daily.map((day) => day.new_writers), href: rows('writers') },
      { label: 'Orders requested', value: recent.requested, change: change('requested'), line: daily.map((day) => day.requested), href: requests() },
      { label: 'Approved', value: recent.approved, change: change('approved'), line: daily.map((day) => day.approved), href: requests('approved') },
      { label: 'Rejected', value: recent.rejected, change: change('rejected'), moreIsWorse: true, line: daily.map((day) => day.rejected), href: requests('rejected') },
      { label: 'Approved of the decided', value: recent.approval_rate, kind: 'percent', change: change('approval_rate') },
    );
  }

  private requestsPerDay({ daily }: Writers) {
    return html`<time-chart
      label="Order requests per day"
      .rows=${daily}
      .series=${[
        { field: 'requested', label: 'Requested', kind: 'count' },
        { field: 'approved', label: 'Approved', kind: 'count' },
        { field: 'rejected', label: 'Rejected', kind: 'count' },
      ]}
      none="No order requests in this range."
    ></time-chart>`;
  }

  private newPerDay({ daily }: Writers) {
    return html`<time-chart
      label="New writers per day"
      .rows=${daily}
      .series=${[{ field: 'new_writers', label: 'New writers', kind: 'count' }]}
      none="No new writers in this range."
    ></time-chart>`;
  }

  private all({ summary, currency }: Writers) {
    return stats(
      { label: 'Writers', value: summary.total_writers, href: rows('writers') },
      { label: 'Active', value: summary.active_writers, href: rows('writers', { is_active: 'true' }) },
      { label: 'Available', value: summary.available_writers, href: rows('writers', { is_active: 'true', is_available_for_auto_assignments: 'true' }) },
      { label: 'Mean rating', value: summary.avg_rating, kind: 'decimal', href: rows('writers', { sort: '-rating' }) },
      { label: 'Reviews', value: summary.total_reviews },
      { label: 'Orders in work', value: summary.active_orders },
      { label: 'Orders completed', value: summary.completed_orders },
      { label: 'Open order requests', value: summary.open_order_requests, href: rows('order-requests', { status: 'open' }) },
      { label: 'Approved of all decided', value: summary.approval_rate, kind: 'percent' },
      { label: 'Earned', value: summary.total_earnings, kind: 'amount', currency, href: rows('earnings') },
    );
  }

  private byStatus({ status_breakdown }: Writers) {
    return breakdown(
      'Writers by status',
      [
        { field: 'status', label: 'Status', kind: 'name' },
        { field: 'writers', label: 'Writers', kind: 'count' },
      ],
      status_breakdown,
      { href: ({ status }) => rows('writers', { status }), none: 'No writers yet.' },
    );
  }

  private byLevel({ level_breakdown }: Writers) {
    return breakdown(
      'Writers by level',
      [
        { field: ({ level }) => level ?? 'None', label: 'Level', kind: 'text' },
        { field: 'writers', label: 'Writers', kind: 'count' },
        { field: 'avg_rating', label: 'Mean rating', kind: 'decimal' },
        { field: 'completed_orders', label: 'Completed', kind: 'count' },
      ],
      level_breakdown,
      { none: 'No writers yet.' },
    );
  }

  private byAvailability({ availability_breakdown }: Writers) {
    return breakdown(
      'Writers by availability for automatic assignments',
      [
        { field: ({ available }) => (available ? 'Available' : 'Not available'), label: 'For automatic assignments', kind: 'text' },
        { field: 'writers', label: 'Writers', kind: 'count' },
      ],
      availability_breakdown,
      { href: ({ available }) => rows('writers', { is_available_for_auto_assignments: String(available) }), none: 'No writers yet.' },
    );
  }

  private requests({ order_requests }: Writers) {
    return breakdown(
      'Order requests by status',
      [
        { field: 'status', label: 'Status', kind: 'name' },
        { field: 'requests', label: 'Requests', kind: 'count' },
      ],
      order_requests,
      { href: ({ status }) => rows('order-requests', { status }), none: 'No order requests yet.' },
    );
  }

  private byOrders({ top_writers }: Writers) {
    return table('Writers who completed most', TOP, top_writers.by_completed_orders, { none: 'No completed orders yet.' });
  }

  private byEarnings({ top_writers, currency }: Writers) {
    const columns: Column<Top>[] = [...TOP.filter(({ field }) => field !== 'registration_id'), { field: 'total_earnings', label: 'Earned', kind: 'amount' }];
    return table('Writers who earned most', columns, top_writers.by_earnings, { currency, none: 'Nothing earned yet.' });
  }
}

/** What is behind a number, on this page. */
function rows(list: string, filters: Record<string, string> = {}): string {
  return `${address.link('/pages/writers', { list, ...filters })}#rows`;
}
