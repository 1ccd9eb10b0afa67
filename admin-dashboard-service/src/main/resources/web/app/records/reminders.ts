import { html } from 'lit';
import { askJson } from '../api/client';
import { accountName } from '../parts/account-name';
import type { Field } from '../parts/confirm';
import { session } from '../session/session';
import { words } from '../view/format';
import { type Action, type Change, choices, ifMatch, type Look, type Records } from './records';

/** What a reminder config and a deletion message have in common: a text that is sent, by which ways, and whether it is. */
interface Letter {
  id: string;
  name: string;
  email_subject: string;
  message: string;
  by_email: boolean;
  by_notification: boolean;
  is_active: boolean;
  updated_at: string;
  version: number;
}

interface ReminderConfig extends Letter {
  deadline_percentage: number;
  display_order: number;
}

interface Reminder {
  id: string;
  client_id: string;
  payment_id: string;
  kind: string;
  title: string;
  text: string;
  by_email: boolean;
  by_notification: boolean;
  status: string;
  outcome: string;
  reason: string | null;
  attempts: number;
  created_at: string;
  sent_at: string | null;
}

const PLACEHOLDERS = 'It may have {client_name}, {amount}, {currency}, {due_date}, {website} and {reference}.';
const ACTIVE: Records['filters'] = [
  {
    name: 'is_active',
    label: 'Active',
    options: [
      ['true', 'yes'],
      ['false', 'no'],
    ],
  },
];

export const REMINDER_CONFIGS: Records<ReminderConfig> = {
  name: 'reminder-configs',
  title: 'Configurations',
  path: '/api/v1/reminder-configs',
  changesWith: ['payment-reminders'],
  none: 'No reminder configurations that fit these filters.',
  filters: ACTIVE,
  columns: [
    { field: 'name', label: 'Name', kind: 'text' },
    { field: 'deadline_percentage', label: 'At % of the time', kind: 'count' },
    { field: 'email_subject', label: 'Subject', kind: 'text', cell: ({ email_subject }) => html`<span class="long">${email_subject}</span>` },
    { field: ways, label: 'By', kind: 'text' },
    { field: 'is_active', label: 'Active', kind: 'flag' },
    { field: 'display_order', label: 'Order', kind: 'count' },
    { field: 'updated_at', label: 'Changed', kind: 'time' },
  ],
  actions: (config) =>
    actions(config, 'reminder-configs', 'configuration', {
      fields: [
        { name: 'deadline_percentage', label: 'Deadline percentage', kind: 'number', required: true, value: String(config.deadline_percentage), most: 100, hint: 'Of the time from the making of a payment until it is due.' },
        { name: 'display_order', label: 'Order in the list', kind: 'number', required: true, value: String(config.display_order), most: 10_000 },
      ],
      sent: ({ deadline_percentage, display_order }) => ({
        deadline_percentage: Number(deadline_percentage),
        display_order: Number(display_order),
      }),
      whatItDoes: 'Clients are reminded by it from now on; pending payments whose moment has passed, at once.',
    }),
};

export const DELETION_MESSAGES: Records<Letter> = {
  name: 'deletion-messages',
  title: 'Deletion messages',
  path: '/api/v1/deletion-messages',
  changesWith: ['payment-reminders'],
  none: 'No deletion messages that fit these filters.',
  filters: ACTIVE,
  columns: [
    { field: 'name', label: 'Name', kind: 'text' },
    { field: 'email_subject', label: 'Subject', kind: 'text', cell: ({ email_subject }) => html`<span class="long">${email_subject}</span>` },
    { field: ways, label: 'By', kind: 'text' },
    { field: 'is_active', label: 'Active', kind: 'flag' },
    { field: 'updated_at', label: 'Changed', kind: 'time' },
  ],
  actions: (message) =>
    actions(message, 'deletion-messages', 'deletion message', {
      fields: [],
      sent: () => ({}),
      whatItDoes: 'Clients whose payment expires are told so by it, unless a newer one is active.',
    }),
};

export const REMINDERS: Records<Reminder> = {
  name: 'reminders',
  title: 'What was sent',
  path: '/api/v1/reminders',
  changesWith: ['payment-reminders'],
  none: 'No reminders that fit these filters.',
  filters: [
    { name: 'status', label: 'Status', options: choices('pending', 'sent', 'skipped', 'failed') },
    { name: 'outcome', label: 'Outcome', options: choices('open', 'paid', 'expired') },
    { name: 'config_id', label: 'Configuration', load: configs },
    { name: 'client_id', label: 'Client (id)' },
    { name: 'payment_id', label: 'Payment (id)' },
  ],
  span: { label: 'Recorded', from: 'from', to: 'to' },
  columns: [
    { field: 'created_at', label: 'Recorded', kind: 'time' },
    { field: 'client_id', label: 'Client', kind: 'text', cell: ({ client_id }) => accountName(client_id) },
    { field: ({ kind }) => (kind === 'deletion' ? 'deletion_message' : kind), label: 'Kind', kind: 'name' },
    { field: 'title', label: 'Title', kind: 'text', cell: ({ title }) => html`<span class="long">${title}</span>` },
    { field: ways, label: 'By', kind: 'text' },
    { field: 'status', label: 'Status', kind: 'name' },
    { field: 'outcome', label: 'Outcome', kind: 'name' },
    { field: 'sent_at', label: 'Sent', kind: 'time' },
    { field: 'attempts', label: 'Attempts', kind: 'count' },
    { field: 'reason', label: 'Reason', kind: 'text', cell: ({ reason }) => html`<span class="long">${reason ?? '–'}</span>` },
  ],
  actions: () => [READ],
};

const READ: Look<Reminder> = {
  label: 'Read',
  show: async ({ title, text }) => ({ title, text }),
};

function ways({ by_email, by_notification }: Pick<Letter, 'by_email' | 'by_notification'>): string {
  return [by_email ? 'email' : '', by_notification ? 'notification' : ''].filter(Boolean).join(', ');
}

interface Own {
  fields: Field[];
  /** What those fields are sent as. */
  sent: (values: Record<string, string>) => Record<string, unknown>;
  whatItDoes: string;
}

function actions<L extends Letter>(letter: L, list: string, called: string, own: Own): Action<L>[] {
  const show: Look<L> = { label: 'Read', show: async ({ email_subject, message }) => ({ title: email_subject, text: message }) };
  return session.may('superadmin', 'admin') ? [show, edit(list, called, own), letter.is_active ? deactivate(list, called) : activate(list, called, own)] : [show];
}

function edit<L extends Letter>(list: string, called: string, { fields, sent }: Own): Change<L> {
  const patch = ({ name, email_subject, message, by_email, by_notification, is_active, ...others }: Record<string, string>) => ({
    name,
    email_subject,
    message,
    by_email: by_email === 'true',
    by_notification: by_notification === 'true',
    is_active: is_active === 'true',
    ...sent(others),
  });
  return {
    label: 'Edit',
    question: (letter) => ({
      title: `Edit ${letter.name}`,
      text: `What was sent already is not sent again. Whoever changed this ${called} meanwhile keeps that change: then this one is refused.`,
      fields: [
        { name: 'name', label: 'Name', required: true, value: letter.name, longest: 100 },
        ...fields,
        { name: 'email_subject', label: 'Subject', required: true, value: letter.email_subject, hint: "Also a notification's title." },
        { name: 'message', label: 'Message', kind: 'prose', required: true, value: letter.message, longest: 5_000, hint: PLACEHOLDERS },
        { name: 'by_email', label: 'By email', kind: 'flag', required: true, value: String(letter.by_email) },
        { name: 'by_notification', label: 'By notification', kind: 'flag', required: true, value: String(letter.by_notification) },
        { name: 'is_active', label: 'Active', kind: 'flag', required: true, value: String(letter.is_active) },
      ],
    }),
    request: (letter, values) => ({ method: 'PATCH', path: `/api/v1/${list}/${letter.id}`, body: patch(values), headers: ifMatch(letter.version) }),
    expected: (_, values) => patch(values) as unknown as Partial<L>,
  };
}

function activate<L extends Letter>(list: string, called: string, { whatItDoes }: Own): Change<L> {
  return become(true, 'Activate', list, called, whatItDoes);
}

function deactivate<L extends Letter>(list: string, called: string): Change<L> {
  return { ...become<L>(false, 'Deactivate', list, called, 'Nothing is sent by it until it is activated again.'), danger: true };
}

function become<L extends Letter>(active: boolean, label: string, list: string, called: string, text: string): Change<L> {
  return {
    label,
    question: ({ name }) => ({ title: `${label} ${name}`, text: `${words(called)}: ${text}` }),
    request: (letter) => ({ method: 'PATCH', path: `/api/v1/${list}/${letter.id}`, body: { is_active: active }, headers: ifMatch(letter.version) }),
    expected: () => ({ is_active: active }) as Partial<L>,
  };
}

async function configs(websiteId?: string): Promise<[string, string][]> {
  const { items } = await askJson<{ items: ReminderConfig[] }>(REMINDER_CONFIGS.path, { query: { website_id: websiteId, limit: '200' } });
  return items.map(({ id, name, deadline_percentage }) => [id, `${name} (${deadline_percentage} %)`]);
}
