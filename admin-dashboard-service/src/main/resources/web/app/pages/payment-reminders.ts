import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Dashboard } from '../api/dashboard';
import { breakdown } from '../parts/breakdown';
import { card } from '../parts/card';
import { type Column, table } from '../parts/columns';
import { websiteName } from '../parts/website-name';
import { stats } from '../parts/stat';
import '../parts/time-chart';
import '../records/record-list';
import { WITHIN } from '../records/records';
import { DELETION_MESSAGES, REMINDER_CONFIGS, REMINDERS } from '../records/reminders';
import { session } from '../session/session';
import { address } from '../view/address';
import { changes, type Comparison, Page } from './page';

interface Recent {
  reminders: number;
  deletion_messages: number;
  by_email: number;
  by_notification: number;
}

interface Config {
  config_id: string;
  website_id: string;
  name: string | null;
  deadline_percentage: number | null;
  is_active: boolean;
  sent: number;
  paid: number;
  expired: number;
  open: number;
  paid_rate: number;
}

interface Reminders {
  total_reminder_configs: number;
  active_reminder_configs: number;
  total_deletion_messages: number;
  active_deletion_messages: number;
  total_sent_reminders: number;
  recent_sent_reminders: number;
  total_sent_deletion_messages: number;
  status_breakdown: { status: string; reminders: number; deletion_messages: number }[];
  outcome_breakdown: { outcome: string; reminders: number }[];
  by_channel: { channel: string; reminders: number; deletion_messages: number }[];
  by_config: Config[];
  recent: Recent;
  daily: (Recent & { day: string })[];
  compare?: Comparison;
  as_of: string;
}

/** Where configurations of several websites stand side by side. */
const WEBSITE: Column<Config> = { field: 'website_id', label: 'Website', kind: 'text', cell: ({ website_id }) => websiteName(website_id) };

@customElement('payment-reminders-page')
export class PaymentRemindersPage extends Page {
  private readonly reminders = new Dashboard<Reminders>(this, 'payment-reminders', { currency: false });

  protected override render() {
    return html`<div class="cards">
      ${card('Sent in these days', this.reminders.when((data) => this.recent(data)), { csv: [this.reminders, 'recent'], wide: true })}
      ${card('Sent per day', this.reminders.when((data) => this.daily(data)), { csv: [this.reminders, 'daily'], wide: true })}
      ${card('In all', this.reminders.when((data) => this.all(data)), { csv: [this.reminders, 'totals'], wide: true })}
      ${card('Per day by channel', this.reminders.when((data) => this.dailyByChannel(data)), { csv: [this.reminders, 'daily'], wide: true })}
      ${card('By status', this.reminders.when((data) => this.byStatus(data)), { csv: [this.reminders, 'status_breakdown'] })}
      ${card('What became of the payments', this.reminders.when((data) => this.byOutcome(data)), { csv: [this.reminders, 'outcome_breakdown'] })}
      ${card('By channel', this.reminders.when((data) => this.byChannel(data)), { csv: [this.reminders, 'by_channel'] })}
      ${card('By configuration', this.reminders.when((data) => this.byConfig(data)), { csv: [this.reminders, 'by_config'], wide: true })}
      <record-list .lists=${[REMINDER_CONFIGS, DELETION_MESSAGES, REMINDERS]}></record-list>
    </div>`;
  }

  private recent({ recent, daily, compare }: Reminders) {
    const change = changes(compare);
    const href = sent({ [WITHIN]: 'days', status: 'sent' });
    return stats(
      { label: 'Reminders', value: recent.reminders, change: change('reminders'), line: daily.map((day) => day.reminders), href },
      { label: 'Deletion messages', value: recent.deletion_messages, change: change('deletion_messages'), moreIsWorse: true, line: daily.map((day) => day.deletion_messages), href },
      { label: 'By email', value: recent.by_email, change: change('by_email'), line: daily.map((day) => day.by_email) },
      { label: 'By notification', value: recent.by_notification, change: change('by_notification'), line: daily.map((day) => day.by_notification) },
    );
  }

  private daily({ daily }: Reminders) {
    return html`<time-chart
      label="Reminders sent per day"
      .rows=${daily}
      .series=${[
        { field: 'reminders', label: 'Reminders', kind: 'count' },
        { field: 'deletion_messages', label: 'Deletion messages', kind: 'count' },
      ]}
      none="Nothing was sent yet in this range."
    ></time-chart>`;
  }

  private dailyByChannel({ daily }: Reminders) {
    return html`<time-chart
      label="Reminders sent per day by channel"
      .rows=${daily}
      .series=${[
        { field: 'by_email', label: 'Email', kind: 'count' },
        { field: 'by_notification', label: 'Notification', kind: 'count' },
      ]}
      none="Nothing was sent yet in this range."
    ></time-chart>`;
  }

  private all(data: Reminders) {
    return stats(
      { label: 'Reminders sent', value: data.total_sent_reminders, href: sent({ status: 'sent' }) },
      { label: 'Sent in 7 days', value: data.recent_sent_reminders },
      { label: 'Deletion messages sent', value: data.total_sent_deletion_messages },
      { label: 'Configurations', value: data.total_reminder_configs, href: rows(REMINDER_CONFIGS.name) },
      { label: 'Active ones', value: data.active_reminder_configs, href: rows(REMINDER_CONFIGS.name, { is_active: 'true' }) },
      { label: 'Deletion messages', value: data.total_deletion_messages, href: rows(DELETION_MESSAGES.name) },
      { label: 'Active deletion messages', value: data.active_deletion_messages, href: rows(DELETION_MESSAGES.name, { is_active: 'true' }) },
    );
  }

  private byStatus({ status_breakdown }: Reminders) {
    return breakdown(
      'Reminders by status',
      [
        { field: 'status', label: 'Status', kind: 'name' },
        { field: 'reminders', label: 'Reminders', kind: 'count' },
        { field: 'deletion_messages', label: 'Deletion messages', kind: 'count' },
      ],
      status_breakdown,
      { href: ({ status }) => sent({ status }), none: 'No reminders yet.' },
    );
  }

  private byOutcome({ outcome_breakdown }: Reminders) {
    return breakdown(
      'What became of the payments after a reminder',
      [
        { field: 'outcome', label: 'Outcome', kind: 'name' },
        { field: 'reminders', label: 'Reminders', kind: 'count' },
      ],
      outcome_breakdown,
      { href: ({ outcome }) => sent({ status: 'sent', outcome }), none: 'No reminders were sent yet.' },
    );
  }

  private byChannel({ by_channel }: Reminders) {
    return breakdown(
      'Sent reminders by channel',
      [
        { field: 'channel', label: 'Channel', kind: 'name' },
        { field: 'reminders', label: 'Reminders', kind: 'count' },
        { field: 'deletion_messages', label: 'Deletion messages', kind: 'count' },
      ],
      by_channel,
    );
  }

  private byConfig({ by_config }: Reminders) {
    return table<Config>(
      'Sent reminders by configuration',
      [
        { field: 'name', label: 'Configuration', kind: 'text', cell: ({ config_id, name }) => html`<a href=${sent({ config_id })}>${name ?? 'Not known yet'}</a>` },
        ...(session.may('superadmin') && !address.websiteId ? [WEBSITE] : []),
        { field: 'deadline_percentage', label: 'At % of the time', kind: 'count' },
        { field: 'is_active', label: 'Active', kind: 'flag' },
        { field: 'sent', label: 'Sent', kind: 'count' },
        { field: 'paid', label: 'Paid after it', kind: 'count' },
        { field: 'expired', label: 'Expired', kind: 'count' },
        { field: 'open', label: 'Open', kind: 'count' },
        { field: 'paid_rate', label: 'Paid, of those', kind: 'percent' },
      ],
      by_config,
      { none: 'No configurations yet.' },
    );
  }
}

function sent(filters: Record<string, string> = {}): string {
  return rows(REMINDERS.name, filters);
}

/** The rows behind a number, on this page. */
function rows(list: string, filters: Record<string, string> = {}): string {
  return `${address.link('/pages/payment-reminders', { list, ...filters })}#rows`;
}
