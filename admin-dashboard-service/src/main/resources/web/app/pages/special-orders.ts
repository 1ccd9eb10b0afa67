import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Dashboard } from '../api/dashboard';
import { breakdown } from '../parts/breakdown';
import { card } from '../parts/card';
import type { Column } from '../parts/columns';
import { currencyChoice } from '../parts/currency-choice';
import { stats } from '../parts/stat';
import '../parts/time-chart';
import '../records/record-list';
import { WITHIN } from '../records/records';
import { ALL_ORDERS, APPROVAL_QUEUE, ESTIMATED_QUEUE, INSTALLMENTS } from '../records/special-orders';
import { address } from '../view/address';
import { format, words } from '../view/format';
import { changes, type Comparison, Page } from './page';

interface Money {
  currency: string | null;
  other_currencies: string[];
  as_of: string;
}

interface Developed {
  count: number;
  completed: number;
  total_revenue: number;
}

interface Orders extends Money {
  summary: {
    total_orders: number;
    inquiry_orders: number;
    awaiting_approval: number;
    in_progress: number;
    completed: number;
    needs_approval: number;
    needs_estimation: number;
    total_revenue: number;
    avg_order_value: number;
    pending_installments: number;
  };
  recent_summary: { orders: number; completed: number; total_revenue: number };
  status_breakdown: { status: string; count: number; total_value: number }[];
  type_breakdown: (Developed & { order_type: string })[];
  compare?: Comparison;
}

interface Analytics extends Money, Developed {
  avg_completion_days: number;
  conversion_rate: number;
  monthly_trends: (Developed & { month: string })[];
  weekly_trends: (Developed & { week: string })[];
  type_breakdown: (Developed & { order_type: string })[];
  status_trends: { month: string; status: string; count: number }[];
  predefined_breakdown: (Developed & { predefined_type: string })[];
  compare?: Comparison;
}

interface Due {
  installments: number;
  amount: number;
}

interface Installments extends Money {
  total_installments: number;
  paid: number;
  unpaid: number;
  overdue: number;
  total_due: number;
  total_paid: number;
  total_overdue: number;
  due_by_week: (Due & { week: string })[];
  due_later: Due;
}

const COUNTS: Column<Developed>[] = [
  { field: 'count', label: 'Opened', kind: 'count' },
  { field: 'completed', label: 'Completed by now', kind: 'count' },
];
const REVENUE: Column<Developed> = { field: 'total_revenue', label: 'Revenue', kind: 'amount' };
const STATUSES = ['inquiry', 'awaiting_approval', 'in_progress', 'on_hold', 'completed', 'cancelled'];
const NONE = 'No special orders yet in this range.';

@customElement('special-orders-page')
export class SpecialOrdersPage extends Page {
  private readonly orders = new Dashboard<Orders>(this, 'special-orders');
  private readonly analytics = new Dashboard<Analytics>(this, 'special-orders/analytics');
  private readonly installments = new Dashboard<Installments>(this, 'special-orders/installments', { days: false, compare: false });

  protected override render() {
    const { orders, analytics, installments } = this;
    return html`${currencyChoice(orders.data?.currency, orders.data?.other_currencies)}
      <div class="cards">
      ${card('To do', orders.when((data) => this.toDo(data)), { csv: [orders, 'summary'] })}
      ${card('Opened in these days', orders.when((data) => this.recent(data)), { csv: [orders, 'recent_summary'] })}
      ${card('What has become of them', analytics.when((data) => this.developed(data)), { csv: [analytics, 'totals'], wide: true })}
      ${card('Orders per week', analytics.when((data) => this.perWeek(data)), { csv: [analytics, 'weekly_trends'] })}
      ${card('Revenue per week', analytics.when((data) => this.revenuePerWeek(data)), { csv: [analytics, 'weekly_trends'] })}
      ${card('Orders per month', analytics.when((data) => this.perMonth(data)), { csv: [analytics, 'monthly_trends'] })}
      ${card('Revenue per month', analytics.when((data) => this.revenuePerMonth(data)), { csv: [analytics, 'monthly_trends'] })}
      ${card('Status by month of opening', analytics.when((data) => this.statuses(data)), { csv: [analytics, 'status_trends'], wide: true })}
      ${card('By type, in these days', analytics.when((data) => this.byTypeLately(data)), { csv: [analytics, 'type_breakdown'] })}
      ${card('By predefined type, in these days', analytics.when((data) => this.byPredefined(data)), { csv: [analytics, 'predefined_breakdown'] })}
      ${card('All orders', orders.when((data) => this.all(data)), { csv: [orders, 'summary'], wide: true })}
      ${card('By status', orders.when((data) => this.byStatus(data)), { csv: [orders, 'status_breakdown'] })}
      ${card('By type', orders.when((data) => this.byType(data)), { csv: [orders, 'type_breakdown'] })}
      ${card('Installments', installments.when((data) => this.owed(data)), { csv: [installments, 'totals'], wide: true })}
      ${card('Due per week', installments.when((data) => this.duePerWeek(data)), { csv: [installments, 'due_by_week'] })}
      ${card('Due by week', installments.when((data) => this.dueByWeek(data)), { csv: [installments, 'due_by_week'] })}
      <record-list .lists=${[ALL_ORDERS, APPROVAL_QUEUE, ESTIMATED_QUEUE, INSTALLMENTS]}></record-list>
    </div>`;
  }

  private toDo({ summary }: Orders) {
    return stats(
      { label: 'To approve', value: summary.needs_approval, href: rows(APPROVAL_QUEUE.name) },
      { label: 'To estimate', value: summary.needs_estimation, href: rows(ESTIMATED_QUEUE.name) },
      { label: 'Unpaid installments', value: summary.pending_installments, href: rows(INSTALLMENTS.name, { status: 'unpaid' }) },
    );
  }

  private recent({ recent_summary: recent, compare, currency }: Orders) {
    const change = changes(compare);
    const weekly = this.analytics.data?.weekly_trends;
    return stats(
      { label: 'Orders', value: recent.orders, change: change('orders'), line: weekly?.map((week) => week.count), href: orders({ [WITHIN]: 'days' }) },
      { label: 'Completed by now', value: recent.completed, change: change('completed'), line: weekly?.map((week) => week.completed), href: orders({ [WITHIN]: 'days', status: 'completed' }) },
      { label: 'Revenue', value: recent.total_revenue, kind: 'amount', currency, change: change('total_revenue'), line: weekly?.map((week) => week.total_revenue) },
    );
  }

  private developed(data: Analytics) {
    const change = changes(data.compare);
    const { currency } = data;
    return stats(
      { label: 'Opened', value: data.count, change: change('count'), href: orders({ [WITHIN]: 'days' }) },
      { label: 'Approved', value: data.conversion_rate, kind: 'percent', change: change('conversion_rate') },
      { label: 'Completed', value: data.completed, change: change('completed'), href: orders({ [WITHIN]: 'days', status: 'completed' }) },
      { label: 'Mean days to complete', value: data.avg_completion_days, kind: 'decimal', change: change('avg_completion_days'), moreIsWorse: true },
      { label: 'Revenue', value: data.total_revenue, kind: 'amount', currency, change: change('total_revenue') },
    );
  }

  private perWeek({ weekly_trends }: Analytics) {
    return html`<time-chart label="Orders per week" x="week" .xLabel=${'Week from'} .rows=${weekly_trends} .series=${COUNTS} none=${NONE}></time-chart>`;
  }

  private revenuePerWeek({ weekly_trends, currency }: Analytics) {
    return html`<time-chart
      label="Revenue per week"
      x="week"
      .xLabel=${'Week from'}
      .rows=${weekly_trends}
      .series=${[REVENUE]}
      .currency=${currency}
      none="No orders of this range are completed yet."
    ></time-chart>`;
  }

  private perMonth({ monthly_trends }: Analytics) {
    return html`<time-chart label="Orders per month" x="month" .xKind=${'month'} .xLabel=${'Month'} .rows=${monthly_trends} .series=${COUNTS} none=${NONE}></time-chart>`;
  }

  private revenuePerMonth({ monthly_trends, currency }: Analytics) {
    return html`<time-chart
      label="Revenue per month"
      x="month"
      .xKind=${'month'}
      .xLabel=${'Month'}
      .rows=${monthly_trends}
      .series=${[REVENUE]}
      .currency=${currency}
      none="No orders of this range are completed yet."
    ></time-chart>`;
  }

  /** One row per month, one series per status that occurs. */
  private statuses({ status_trends, monthly_trends }: Analytics) {
    const counts = new Map(status_trends.map(({ month, status, count }) => [`${month} ${status}`, count]));
    const months = monthly_trends.map(({ month }) => ({ month }));
    const series: Column<{ month: string }>[] = STATUSES.filter((one) => status_trends.some(({ status }) => status === one)).map((status) => ({
      field: ({ month }) => counts.get(`${month} ${status}`) ?? 0,
      label: words(status),
      kind: 'count',
    }));
    return html`<time-chart
      label="Status of the orders by month of opening"
      x="month"
      .xKind=${'month'}
      .xLabel=${'Month'}
      .rows=${months}
      .series=${series}
      none=${NONE}
    ></time-chart>`;
  }

  private byTypeLately({ type_breakdown, currency }: Analytics) {
    return breakdown('Orders of these days by type', [{ field: 'order_type', label: 'Type', kind: 'name' }, ...COUNTS, REVENUE], type_breakdown, {
      currency,
      href: ({ order_type }) => orders({ [WITHIN]: 'days', order_type }),
      none: NONE,
    });
  }

  private byPredefined({ predefined_breakdown, currency }: Analytics) {
    return breakdown(
      'Orders of these days by predefined type',
      [{ field: 'predefined_type', label: 'Predefined type', kind: 'text' }, ...COUNTS, REVENUE],
      predefined_breakdown,
      { currency, none: 'No orders of a predefined type yet in this range.' },
    );
  }

  private all({ summary, currency }: Orders) {
    return stats(
      { label: 'Orders', value: summary.total_orders, href: orders() },
      ...(['inquiry', 'awaiting_approval', 'in_progress', 'completed'] as const).map((status) => ({
        label: words(status),
        value: status === 'inquiry' ? summary.inquiry_orders : summary[status],
        href: orders({ status }),
      })),
      { label: 'Revenue', value: summary.total_revenue, kind: 'amount', currency, href: orders({ status: 'completed' }) },
      { label: 'Mean value', value: summary.avg_order_value, kind: 'amount', currency },
    );
  }

  private byStatus({ status_breakdown, currency }: Orders) {
    return breakdown(
      'Orders by status',
      [
        { field: 'status', label: 'Status', kind: 'name' },
        { field: 'count', label: 'Orders', kind: 'count' },
        { field: 'total_value', label: 'Value', kind: 'amount' },
      ],
      status_breakdown,
      { currency, href: ({ status }) => orders({ status }), none: 'No special orders yet.' },
    );
  }

  private byType({ type_breakdown, currency }: Orders) {
    return breakdown('Orders by type', [{ field: 'order_type', label: 'Type', kind: 'name' }, ...COUNTS, REVENUE], type_breakdown, {
      currency,
      href: ({ order_type }) => orders({ order_type }),
      none: 'No special orders yet.',
    });
  }

  private owed(data: Installments) {
    const { currency } = data;
    const href = (status: string) => rows(INSTALLMENTS.name, { status });
    return stats(
      { label: 'Installments', value: data.total_installments, href: rows(INSTALLMENTS.name) },
      { label: 'Paid', value: data.paid, href: href('paid') },
      { label: 'Unpaid', value: data.unpaid, href: href('unpaid') },
      { label: 'Overdue', value: data.overdue, href: href('overdue') },
      { label: 'Amount paid', value: data.total_paid, kind: 'amount', currency, href: href('paid') },
      { label: 'Amount due', value: data.total_due, kind: 'amount', currency, href: href('unpaid') },
      { label: 'Amount overdue', value: data.total_overdue, kind: 'amount', currency, href: href('overdue') },
    );
  }

  private duePerWeek({ due_by_week, currency }: Installments) {
    return html`<time-chart
      label="Amount due per week"
      x="week"
      .xLabel=${'Week from'}
      .rows=${due_by_week}
      .series=${[{ field: 'amount', label: 'Due', kind: 'amount' }]}
      .currency=${currency}
      bars
      none="Nothing is due in the next thirteen weeks."
    ></time-chart>`;
  }

  private dueByWeek({ due_by_week, due_later, currency }: Installments) {
    const due = [...due_by_week.map(({ week, ...rest }) => ({ when: `Week from ${format(week, 'day')}`, ...rest })), { when: 'Later', ...due_later }];
    return breakdown(
      'Installments due by week',
      [
        { field: 'when', label: 'Due', kind: 'text' },
        { field: 'amount', label: 'Amount', kind: 'amount' },
        { field: 'installments', label: 'Installments', kind: 'count' },
      ],
      due,
      { currency },
    );
  }
}

function orders(filters: Record<string, string> = {}): string {
  return rows(ALL_ORDERS.name, filters);
}

/** The rows behind a number, on this page. */
function rows(list: string, filters: Record<string, string> = {}): string {
  return `${address.link('/pages/special-orders', { list, ...filters })}#rows`;
}
