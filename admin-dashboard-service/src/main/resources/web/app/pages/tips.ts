import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Dashboard } from '../api/dashboard';
import { accountName } from '../parts/account-name';
import { breakdown } from '../parts/breakdown';
import { card } from '../parts/card';
import { type Column, table } from '../parts/columns';
import { currencyChoice } from '../parts/currency-choice';
import { stats } from '../parts/stat';
import '../parts/time-chart';
import '../records/record-list';
import { TIPS } from '../records/tips';
import { session } from '../session/session';
import { address } from '../view/address';
import { changes, type Comparison, Page } from './page';

interface Sums {
  count: number;
  total_amount: number;
  writer_earnings: number;
  platform_profit: number;
}

interface Recent {
  total_tips: number;
  total_tip_amount: number;
  total_writer_earnings: number;
  total_platform_profit: number;
  avg_tip_amount: number;
}

interface Money {
  currency: string | null;
  other_currencies: string[];
  compare?: Comparison;
  as_of: string;
}

interface Tips extends Money {
  summary: Recent & { avg_writer_percentage: number };
  recent_summary: Recent;
  payment_status_breakdown: (Sums & { payment_status: string })[];
  type_breakdown: (Sums & { tip_type: string })[];
  level_breakdown: (Sums & { level: string })[];
}

interface Analytics extends Money {
  trends: { daily: (Sums & { day: string })[]; weekly: (Sums & { week: string })[]; monthly: (Sums & { month: string })[] };
  top_performers: {
    writers: { writer_id: string; count: number; total_amount: number; writer_earnings: number }[];
    clients: { client_id: string; count: number; total_amount: number }[];
  };
}

interface Earnings extends Money {
  overall: Recent & {
    platform_profit_percentage: number;
    total_refunded: number;
    net_writer_earnings: number;
    net_platform_profit: number;
  };
  monthly: { month: string; total_writer_earnings: number; total_platform_profit: number }[];
}

const SUMS: Column<Sums>[] = [
  { field: 'count', label: 'Tips', kind: 'count' },
  { field: 'total_amount', label: 'Amount', kind: 'amount' },
  { field: 'writer_earnings', label: 'Writers', kind: 'amount' },
  { field: 'platform_profit', label: 'Platform', kind: 'amount' },
];
const AMOUNTS = SUMS.slice(1);

@customElement('tips-page')
export class TipsPage extends Page {
  private readonly tips = new Dashboard<Tips>(this, 'tips');
  private readonly analytics = new Dashboard<Analytics>(this, 'tips/analytics');
  private readonly earnings = new Dashboard<Earnings>(this, 'tips/earnings');

  protected override render() {
    return html`${currencyChoice(this.tips.data?.currency, this.tips.data?.other_currencies)}
    <div class="cards">
      ${card('In these days', this.tips.when((data) => this.recent(data)), { csv: [this.tips, 'recent_summary'], wide: true })}
      ${card('Tips per day', this.analytics.when((data) => this.daily(data)), { csv: [this.analytics, 'trends.daily'], wide: true })}
      ${card('All tips', this.tips.when((data) => this.all(data)), { csv: [this.tips, 'summary'], wide: true })}
      ${card('By payment status', this.tips.when((data) => this.byStatus(data)), { csv: [this.tips, 'payment_status_breakdown'] })}
      ${card('By type', this.tips.when((data) => this.byType(data)), { csv: [this.tips, 'type_breakdown'] })}
      ${card("By writer's level", this.tips.when((data) => this.byLevel(data)), { csv: [this.tips, 'level_breakdown'] })}
      ${card('Earned with completed tips', this.earnings.when((data) => this.earned(data)), { csv: [this.earnings, 'overall'] })}
      ${card('Earnings per month', this.earnings.when((data) => this.monthly(data)), { csv: [this.earnings, 'monthly'], wide: true })}
      ${card('Writers who got most', this.analytics.when((data) => this.writers(data)), { csv: [this.analytics, 'top_performers.writers'] })}
      ${card('Clients who gave most', this.analytics.when((data) => this.clients(data)), { csv: [this.analytics, 'top_performers.clients'] })}
      ${session.may('superadmin', 'admin') ? html`<record-list .lists=${[TIPS]}></record-list>` : ''}
    </div>`;
  }

  private recent({ recent_summary: recent, compare, currency }: Tips) {
    const change = changes(compare);
    const daily = this.analytics.data?.trends.daily;
    return stats(
      { label: 'Tips', value: recent.total_tips, change: change('total_tips'), line: daily?.map((day) => day.count), href: rows() },
      { label: 'Amount', value: recent.total_tip_amount, kind: 'amount', currency, change: change('total_tip_amount'), line: daily?.map((day) => day.total_amount) },
      { label: 'For writers', value: recent.total_writer_earnings, kind: 'amount', currency, change: change('total_writer_earnings'), line: daily?.map((day) => day.writer_earnings) },
      { label: 'For the platform', value: recent.total_platform_profit, kind: 'amount', currency, change: change('total_platform_profit'), line: daily?.map((day) => day.platform_profit) },
      { label: 'Mean tip', value: recent.avg_tip_amount, kind: 'amount', currency, change: change('avg_tip_amount') },
    );
  }

  private daily({ trends, currency }: Analytics) {
    return html`<time-chart label="Tips per day" .rows=${trends.daily} .series=${AMOUNTS} .currency=${currency} none="No tips yet in this range."></time-chart>`;
  }

  private all({ summary, currency }: Tips) {
    return stats(
      { label: 'Tips', value: summary.total_tips, href: rows() },
      { label: 'Amount', value: summary.total_tip_amount, kind: 'amount', currency },
      { label: 'For writers', value: summary.total_writer_earnings, kind: 'amount', currency },
      { label: 'For the platform', value: summary.total_platform_profit, kind: 'amount', currency },
      { label: 'Mean tip', value: summary.avg_tip_amount, kind: 'amount', currency },
      { label: "Writers' mean share", value: summary.avg_writer_percentage, kind: 'percent' },
    );
  }

  private byStatus({ payment_status_breakdown, currency }: Tips) {
    return breakdown('Tips by payment status', [{ field: 'payment_status', label: 'Status', kind: 'name' }, ...SUMS], payment_status_breakdown, {
      currency,
      href: ({ payment_status }) => rows({ payment_status }),
      none: 'No tips yet.',
    });
  }

  private byType({ type_breakdown, currency }: Tips) {
    return breakdown('Tips by type', [{ field: 'tip_type', label: 'Type', kind: 'name' }, ...SUMS], type_breakdown, {
      currency,
      href: ({ tip_type }) => rows({ type: tip_type }),
      none: 'No tips yet.',
    });
  }

  private byLevel({ level_breakdown, currency }: Tips) {
    return breakdown('Tips by level', [{ field: ({ level }) => level || 'None', label: 'Level', kind: 'text' }, ...SUMS], level_breakdown, {
      currency,
      none: 'No tips yet.',
    });
  }

  private earned({ overall, compare, currency }: Earnings) {
    const change = changes(compare);
    return stats(
      { label: 'Tips', value: overall.total_tips, change: change('total_tips'), href: rows({ payment_status: 'completed' }) },
      { label: 'Writers, net', value: overall.net_writer_earnings, kind: 'amount', currency, change: change('net_writer_earnings') },
      { label: 'Platform, net', value: overall.net_platform_profit, kind: 'amount', currency, change: change('net_platform_profit') },
      { label: "Platform's share", value: overall.platform_profit_percentage, kind: 'percent', change: change('platform_profit_percentage') },
      { label: 'Refunded', value: overall.total_refunded, kind: 'amount', currency, change: change('total_refunded'), moreIsWorse: true },
    );
  }

  private monthly({ monthly, currency }: Earnings) {
    return html`<time-chart
      label="Earnings with completed tips per month"
      x="month"
      .xKind=${'month'}
      .xLabel=${'Month'}
      .rows=${monthly}
      .series=${[
        { field: 'total_writer_earnings', label: 'Writers', kind: 'amount' },
        { field: 'total_platform_profit', label: 'Platform', kind: 'amount' },
      ]}
      .currency=${currency}
      none="No completed tips yet in this range."
    ></time-chart>`;
  }

  private writers({ top_performers, currency }: Analytics) {
    return table(
      'Writers who got most',
      [
        { field: 'writer_id', label: 'Writer', kind: 'text', cell: ({ writer_id }) => html`<a href=${rows({ writer_id })}>${accountName(writer_id)}</a>` },
        { field: 'count', label: 'Tips', kind: 'count' },
        { field: 'total_amount', label: 'Amount', kind: 'amount' },
        { field: 'writer_earnings', label: 'Earned', kind: 'amount' },
      ],
      top_performers.writers,
      { currency, none: 'No completed tips yet in this range.' },
    );
  }

  private clients({ top_performers, currency }: Analytics) {
    return table(
      'Clients who gave most',
      [
        { field: 'client_id', label: 'Client', kind: 'text', cell: ({ client_id }) => html`<a href=${rows({ client_id })}>${accountName(client_id)}</a>` },
        { field: 'count', label: 'Tips', kind: 'count' },
        { field: 'total_amount', label: 'Amount', kind: 'amount' },
      ],
      top_performers.clients,
      { currency, none: 'No completed tips yet in this range.' },
    );
  }
}

/** The tips behind a number, on this page. */
function rows(filters: Record<string, string> = {}): string {
  return `${address.link('/pages/tips', { list: TIPS.name, ...filters })}#rows`;
}
