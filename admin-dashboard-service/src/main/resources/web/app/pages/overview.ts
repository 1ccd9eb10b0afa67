import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Dashboard } from '../api/dashboard';
import { card } from '../parts/card';
import { currencyChoice } from '../parts/currency-choice';
import { stats } from '../parts/stat';
import '../parts/time-chart';
import { address } from '../view/address';
import { changes, type Comparison, Page } from './page';

type Numbers = Record<string, number>;
type Block = 'users' | 'payment_reminders' | 'special_orders' | 'tips' | 'payments' | 'writers' | 'tickets';

type Overview = Record<Block, Numbers> & {
  currency: string | null;
  compare?: Partial<Record<Block, Comparison>>;
  as_of: string;
};

interface Payments {
  daily: { day: string; payments: number; paid: number; revenue: number; refunded: number; net_revenue: number }[];
  currency: string | null;
  other_currencies: string[];
  as_of: string;
}

interface Users {
  daily: { day: string; new_users: number; writers: number; clients: number }[];
  as_of: string;
}

@customElement('overview-page')
export class OverviewPage extends Page {
  private readonly overview = new Dashboard<Overview>(this, 'overview');
  /** One currency on one page: that of the overview. */
  private readonly payments = new Dashboard<Payments>(this, 'payments', { compare: false, currency: () => this.overview.data?.currency });
  private readonly users = new Dashboard<Users>(this, 'users', { compare: false, currency: false });

  protected override render() {
    return html`${currencyChoice(this.overview.data?.currency, this.payments.data?.other_currencies)}
    <div class="cards">
      ${card('Money', this.overview.when((data) => this.money(data)), { csv: [this.overview, 'payments'], wide: true })}
      ${card('Revenue per day', this.payments.when((data) => this.revenue(data)), { csv: [this.payments, 'daily'], wide: true })}
      ${card('Special orders', this.overview.when((data) => this.orders(data)), { csv: [this.overview, 'special_orders'] })}
      ${card('Tips', this.overview.when((data) => this.tips(data)), { csv: [this.overview, 'tips'] })}
      ${card('Users', this.overview.when((data) => this.people(data)), { csv: [this.overview, 'users'] })}
      ${card('Writers', this.overview.when((data) => this.writers(data)), { csv: [this.overview, 'writers'] })}
      ${card('Tickets', this.overview.when((data) => this.tickets(data)), { csv: [this.overview, 'tickets'] })}
      ${card('Payment reminders', this.overview.when((data) => this.reminders(data)), { csv: [this.overview, 'payment_reminders'] })}
      ${card('New users per day', this.users.when((data) => this.newUsers(data)), { csv: [this.users, 'daily'], wide: true })}
    </div>`;
  }

  private money({ payments, compare, currency }: Overview) {
    const change = changes(compare?.payments);
    const daily = this.payments.data?.daily;
    const href = address.link('/pages/payments');
    return stats(
      { label: 'Revenue', value: payments.revenue, kind: 'amount', currency, change: change('revenue'), line: daily?.map((day) => day.revenue), href },
      { label: 'Payments', value: payments.paid, change: change('paid'), line: daily?.map((day) => day.paid), href },
      { label: 'Refunded', value: payments.refunded, kind: 'amount', currency, change: change('refunded'), moreIsWorse: true, line: daily?.map((day) => day.refunded), href },
      { label: 'Net revenue of all time', value: payments.net_revenue, kind: 'amount', currency, href },
      { label: 'Waiting to be paid', value: payments.pending_payments, href: address.link('/pages/payments', { list: 'payments', status: 'pending' }) },
    );
  }

  private revenue({ daily, currency }: Payments) {
    return html`<time-chart
      label="Revenue per day"
      .rows=${daily}
      .series=${[
        { field: 'revenue', label: 'Revenue', kind: 'amount' },
        { field: 'refunded', label: 'Refunded', kind: 'amount' },
      ]}
      .currency=${currency}
      none="No payments yet in this range."
    ></time-chart>`;
  }

  private orders({ special_orders: orders, compare, currency }: Overview) {
    const change = changes(compare?.special_orders);
    const link = (list: string, filters = {}) => address.link('/pages/special-orders', { list, ...filters });
    return stats(
      { label: 'New', value: orders.recent_orders, change: change('recent_orders'), href: link('orders') },
      { label: 'To approve', value: orders.needs_approval, href: link('approval-queue') },
      { label: 'To estimate', value: orders.needs_estimation, href: link('estimated-queue') },
      { label: 'In progress', value: orders.in_progress, href: link('orders', { status: 'in_progress' }) },
      { label: 'Completed', value: orders.completed, href: link('orders', { status: 'completed' }) },
      { label: 'Revenue', value: orders.total_revenue, kind: 'amount', currency },
      { label: 'Unpaid installments', value: orders.pending_installments, href: link('installments') },
    );
  }

  private tips({ tips, compare, currency }: Overview) {
    const change = changes(compare?.tips);
    const href = address.link('/pages/tips');
    return stats(
      { label: 'New', value: tips.recent_tips, change: change('recent_tips'), href },
      { label: 'Amount', value: tips.recent_tip_amount, kind: 'amount', currency, change: change('recent_tip_amount'), href },
      { label: 'Of all time', value: tips.total_tip_amount, kind: 'amount', currency, href },
      { label: 'For writers', value: tips.total_writer_earnings, kind: 'amount', currency, href },
    );
  }

  private people({ users, compare }: Overview) {
    const change = changes(compare?.users);
    const link = (filters: Record<string, string>) => address.link('/pages/users', { list: 'accounts', ...filters });
    return stats(
      { label: 'New', value: users.new_users, change: change('new_users'), line: this.users.data?.daily.map((day) => day.new_users), href: address.link('/pages/users') },
      { label: 'All', value: users.total_users, href: address.link('/pages/users') },
      { label: 'Writers', value: users.total_writers, href: link({ role: 'writer' }) },
      { label: 'Clients', value: users.total_clients, href: link({ role: 'client' }) },
      { label: 'Editors', value: users.total_editors, href: link({ role: 'editor' }) },
      { label: 'Suspended', value: users.suspended_users, href: link({ suspended: 'true' }) },
    );
  }

  private writers({ writers, compare }: Overview) {
    const change = changes(compare?.writers);
    const href = address.link('/pages/writers');
    return stats(
      { label: 'New', value: writers.new_writers, change: change('new_writers'), href },
      { label: 'Active', value: writers.active_writers, href },
      { label: 'Available', value: writers.available_writers, href },
      { label: 'Mean rating', value: writers.avg_rating, kind: 'decimal' },
      { label: 'Open order requests', value: writers.open_order_requests, href: address.link('/pages/writers', { list: 'order-requests', status: 'open' }) },
      { label: 'Approved', value: writers.approval_rate, kind: 'percent' },
    );
  }

  private tickets({ tickets, compare }: Overview) {
    const change = changes(compare?.tickets);
    const link = (filters: Record<string, string> = {}) => address.link('/pages/tickets', { list: 'tickets', ...filters });
    return stats(
      { label: 'Open', value: tickets.open_tickets, href: link({ status: 'open' }) },
      { label: 'Opened', value: tickets.opened, change: change('opened'), moreIsWorse: true, href: link() },
      { label: 'Resolved', value: tickets.resolved, change: change('resolved'), href: link({ status: 'resolved' }) },
      { label: 'Closed', value: tickets.closed, change: change('closed'), href: link({ status: 'closed' }) },
    );
  }

  private reminders({ payment_reminders: reminders, compare }: Overview) {
    const change = changes(compare?.payment_reminders);
    const href = address.link('/pages/payment-reminders');
    return stats(
      { label: 'Sent', value: reminders.sent_reminders, change: change('sent_reminders'), href },
      { label: 'Sent in 7 days', value: reminders.recent_sent_reminders, href },
      { label: 'Active configurations', value: reminders.active_reminder_configs, href },
      { label: 'Active deletion messages', value: reminders.active_deletion_messages, href },
    );
  }

  private newUsers({ daily }: Users) {
    return html`<time-chart
      label="New users per day"
      .rows=${daily}
      .series=${[
        { field: 'clients', label: 'Clients', kind: 'count' },
        { field: 'writers', label: 'Writers', kind: 'count' },
      ]}
      none="No new users in this range."
    ></time-chart>`;
  }
}
