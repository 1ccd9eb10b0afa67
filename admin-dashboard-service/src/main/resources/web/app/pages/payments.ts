import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Dashboard } from '../api/dashboard';
import { breakdown } from '../parts/breakdown';
import { card } from '../parts/card';
import { currencyChoice } from '../parts/currency-choice';
import { stats } from '../parts/stat';
import '../parts/time-chart';
import { PAYMENTS } from '../records/payments';
import '../records/record-list';
import { WITHIN } from '../records/records';
import { address } from '../view/address';
import { changes, type Comparison, Page } from './page';

interface Recent {
  payments: number;
  paid: number;
  refunds: number;
  revenue: number;
  refunded: number;
  net_revenue: number;
}

interface Paid {
  payments: number;
  amount: number;
}

interface Payments {
  summary: {
    total_payments: number;
    paid_payments: number;
    pending_payments: number;
    failed_payments: number;
    cancelled_payments: number;
    refunded_payments: number;
    total_amount: number;
    pending_amount: number;
    total_paid: number;
    total_refunded: number;
    net_revenue: number;
    avg_payment: number;
  };
  status_breakdown: { status: string; payments: number; amount: number; refunded: number }[];
  type_breakdown: { kind: string; payments: number; paid: number; amount: number; total_paid: number; refunded: number }[];
  paid: { today: Paid; this_week: Paid; two_weeks: Paid; this_month: Paid };
  recent: Recent;
  daily: (Recent & { day: string })[];
  currency: string | null;
  other_currencies: string[];
  compare?: Comparison;
  as_of: string;
}

@customElement('payments-page')
export class PaymentsPage extends Page {
  private readonly payments = new Dashboard<Payments>(this, 'payments');

  protected override render() {
    return html`${currencyChoice(this.payments.data?.currency, this.payments.data?.other_currencies)}
      <div class="cards">
      ${card('In these days', this.payments.when((data) => this.recent(data)), { csv: [this.payments, 'recent'], wide: true })}
      ${card('Paid lately', this.payments.when((data) => this.lately(data)), { wide: true })}
      ${card('Revenue per day', this.payments.when((data) => this.revenue(data)), { csv: [this.payments, 'daily'], wide: true })}
      ${card('Payments per day', this.payments.when((data) => this.daily(data)), { csv: [this.payments, 'daily'], wide: true })}
      ${card('All payments', this.payments.when((data) => this.all(data)), { csv: [this.payments, 'summary'], wide: true })}
      ${card('By status', this.payments.when((data) => this.byStatus(data)), { csv: [this.payments, 'status_breakdown'] })}
      ${card('By what they are for', this.payments.when((data) => this.byKind(data)), { csv: [this.payments, 'type_breakdown'] })}
      <record-list .lists=${[PAYMENTS]}></record-list>
    </div>`;
  }

  private recent({ recent, daily, compare, currency }: Payments) {
    const change = changes(compare);
    return stats(
      { label: 'Revenue', value: recent.revenue, kind: 'amount', currency, change: change('revenue'), line: daily.map((day) => day.revenue) },
      { label: 'Refunded', value: recent.refunded, kind: 'amount', currency, change: change('refunded'), moreIsWorse: true, line: daily.map((day) => day.refunded) },
      { label: 'Net revenue', value: recent.net_revenue, kind: 'amount', currency, change: change('net_revenue'), line: daily.map((day) => day.net_revenue) },
      { label: 'Made', value: recent.payments, change: change('payments'), line: daily.map((day) => day.payments), href: rows({ [WITHIN]: 'days' }) },
      { label: 'Paid', value: recent.paid, change: change('paid'), line: daily.map((day) => day.paid) },
      { label: 'Refunds', value: recent.refunds, change: change('refunds'), moreIsWorse: true, line: daily.map((day) => day.refunds) },
    );
  }

  private lately({ paid, currency }: Payments) {
    const spans: [string, Paid][] = [
      ['today', paid.today],
      ['this week', paid.this_week],
      ['in two weeks', paid.two_weeks],
      ['this month', paid.this_month],
    ];
    return stats(
      ...spans.map(([when, { amount }]) => ({ label: `Paid ${when}`, value: amount, kind: 'amount' as const, currency })),
      ...spans.map(([when, { payments }]) => ({ label: `Payments ${when}`, value: payments })),
    );
  }

  private revenue({ daily, currency }: Payments) {
    return html`<time-chart
      label="Revenue per day"
      .rows=${daily}
      .series=${[
        { field: 'revenue', label: 'Revenue', kind: 'amount' },
        { field: 'refunded', label: 'Refunded', kind: 'amount' },
        { field: 'net_revenue', label: 'Net revenue', kind: 'amount' },
      ]}
      .currency=${currency}
      none="Nothing was paid or refunded in this range."
    ></time-chart>`;
  }

  private daily({ daily }: Payments) {
    return html`<time-chart
      label="Payments per day"
      .rows=${daily}
      .series=${[
        { field: 'payments', label: 'Made', kind: 'count' },
        { field: 'paid', label: 'Paid', kind: 'count' },
        { field: 'refunds', label: 'Refunds', kind: 'count' },
      ]}
      none="No payments yet in this range."
    ></time-chart>`;
  }

  private all({ summary, currency }: Payments) {
    return stats(
      { label: 'Payments', value: summary.total_payments, href: rows() },
      { label: 'Ever paid', value: summary.paid_payments },
      { label: 'Waiting to be paid', value: summary.pending_payments, href: rows({ status: 'pending' }) },
      { label: 'Failed', value: summary.failed_payments, href: rows({ status: 'failed' }) },
      { label: 'Cancelled', value: summary.cancelled_payments, href: rows({ status: 'cancelled' }) },
      { label: 'Refunded, also in part', value: summary.refunded_payments },
      { label: 'Amount of all', value: summary.total_amount, kind: 'amount', currency },
      { label: 'Amount waited for', value: summary.pending_amount, kind: 'amount', currency, href: rows({ status: 'pending' }) },
      { label: 'Amount paid', value: summary.total_paid, kind: 'amount', currency },
      { label: 'Amount refunded', value: summary.total_refunded, kind: 'amount', currency },
      { label: 'Net revenue', value: summary.net_revenue, kind: 'amount', currency },
      { label: 'Mean payment', value: summary.avg_payment, kind: 'amount', currency },
    );
  }

  private byStatus({ status_breakdown, currency }: Payments) {
    return breakdown(
      'Payments by status',
      [
        { field: 'status', label: 'Status', kind: 'name' },
        { field: 'payments', label: 'Payments', kind: 'count' },
        { field: 'amount', label: 'Amount', kind: 'amount' },
        { field: 'refunded', label: 'Refunded', kind: 'amount' },
      ],
      status_breakdown,
      { currency, href: ({ status }) => rows({ status }), none: 'No payments yet.' },
    );
  }

  private byKind({ type_breakdown, currency }: Payments) {
    return breakdown(
      'Payments by what they are for',
      [
        { field: 'kind', label: 'For', kind: 'name' },
        { field: 'payments', label: 'Payments', kind: 'count' },
        { field: 'paid', label: 'Paid', kind: 'count' },
        { field: 'amount', label: 'Amount', kind: 'amount' },
        { field: 'total_paid', label: 'Amount paid', kind: 'amount' },
        { field: 'refunded', label: 'Refunded', kind: 'amount' },
      ],
      type_breakdown,
      { currency, href: ({ kind }) => rows({ kind }), none: 'No payments yet.' },
    );
  }
}

/** The payments behind a number, on this page. */
function rows(filters: Record<string, string> = {}): string {
  return `${address.link('/pages/payments', { list: PAYMENTS.name, ...filters })}#rows`;
}
