import { html } from 'lit';
import { askJson } from '../api/client';
import { accountName } from '../parts/account-name';
import { session } from '../session/session';
import { format, words } from '../view/format';
import { choices, ifMatch, type Action, type Change, type Look, type Records } from './records';

interface Ticket {
  id: string;
  website_id: string;
  writer_id: string;
  category: string;
  priority: string;
  status: string;
  subject: string;
  assigned_to: string | null;
  created_at: string;
  updated_at: string;
}

/** One that was read in full. */
interface WholeTicket extends Ticket {
  version: number;
  description: string;
  resolution: string | null;
}

interface Message {
  author_role: string;
  body: string;
  created_at: string;
}

const PATH = '/api/v1/tickets';

export const TICKETS: Records<Ticket> = {
  name: 'tickets',
  title: 'Tickets',
  path: PATH,
  changesWith: ['tickets'],
  none: 'No tickets that fit these filters.',
  filters: [
    { name: 'status', label: 'Status', options: choices('open', 'in_progress', 'resolved', 'closed') },
    { name: 'priority', label: 'Priority', options: choices('urgent', 'high', 'normal', 'low') },
    { name: 'category', label: 'Category', options: choices('order_issue', 'payment_issue', 'technical', 'other') },
    {
      name: 'assigned',
      label: 'Assigned',
      options: [
        ['false', 'to nobody'],
        ['true', 'to somebody'],
      ],
    },
    { name: 'assigned_to', label: 'To', otherwise: 'anybody', load: assignees },
    {
      name: 'sort',
      label: 'Sort',
      otherwise: 'newest first',
      options: [
        ['created_at', 'oldest first'],
        ['-updated_at', 'last changed first'],
      ],
    },
  ],
  span: { label: 'Opened', from: 'created_from', to: 'created_until' },
  columns: [
    { field: 'created_at', label: 'Opened', kind: 'time' },
    { field: 'subject', label: 'Subject', kind: 'text', cell: ({ subject }) => html`<span class="long">${subject}</span>` },
    { field: 'priority', label: 'Priority', kind: 'name' },
    { field: 'status', label: 'Status', kind: 'name' },
    { field: 'assigned_to', label: 'Assigned to', kind: 'text', cell: ({ assigned_to }) => accountName(assigned_to, 'Nobody') },
    { field: 'writer_id', label: 'Writer', kind: 'text', cell: ({ writer_id }) => accountName(writer_id) },
    { field: 'category', label: 'Category', kind: 'name' },
    { field: 'updated_at', label: 'Changed', kind: 'time' },
  ],
  actions: ({ status, assigned_to }): Action<Ticket>[] => {
    const mayHaveIt = session.may('admin', 'support') && assigned_to !== session.me?.subject;
    switch (status) {
      case 'open':
      case 'in_progress':
        return [READ, ...(mayHaveIt ? [TAKE] : []), ASSIGN, ...(status === 'open' ? [START] : []), RESOLVE, CLOSE];
      case 'resolved':
        return [READ, CLOSE, REOPEN];
      default:
        return [READ, REOPEN];
    }
  },
};

/** Support and admin accounts that are not suspended. */
async function assignees(websiteId?: string): Promise<[string, string][]> {
  const pages = await Promise.all(
    ['support', 'admin'].map((role) =>
      askJson<{ items: { id: string; username: string; full_name: string }[] }>('/api/v1/accounts', {
        query: { website_id: websiteId, role, suspended: 'false', limit: '200' },
      }),
    ),
  );
  return pages
    .flatMap(({ items }) => items)
    .map(({ id, username, full_name }): [string, string] => [id, `${full_name} (${username})`])
    .sort(([, one], [, other]) => one.localeCompare(other));
}

/** Its row has no version, so what it is now must be what was shown. */
async function stillWithTheSame(row: Ticket): Promise<WholeTicket> {
  const ticket = await askJson<WholeTicket>(`${PATH}/${row.id}`);
  if (ticket.assigned_to !== row.assigned_to) {
    throw new Error('It was given to somebody else meanwhile.');
  }
  return ticket;
}

function assigned(ticket: WholeTicket, assignedTo: string | null) {
  return { method: 'PATCH', path: `${PATH}/${ticket.id}`, body: { assigned_to: assignedTo }, headers: ifMatch(ticket.version) };
}

const READ: Look<Ticket> = {
  label: 'Read',
  show: async ({ id }) => {
    const [ticket, messages] = await Promise.all([
      askJson<WholeTicket>(`${PATH}/${id}`),
      askJson<{ items: Message[] }>(`${PATH}/${id}/messages`, { query: { limit: '200' } }),
    ]);
    return {
      title: ticket.subject,
      text: [
        ticket.description,
        ...messages.items.map((message) => `${words(message.author_role)}, ${format(message.created_at, 'time')}:\n${message.body}`),
        ticket.resolution && `Resolution:\n${ticket.resolution}`,
      ]
        .filter(Boolean)
        .join('\n\n'),
    };
  },
};

const TAKE: Change<Ticket, WholeTicket> = {
  label: 'Take',
  prepare: stillWithTheSame,
  question: ({ subject, description }) => ({ title: 'Assign the ticket to yourself', text: `${subject}\n\n${description}` }),
  request: (ticket) => assigned(ticket, session.me!.subject),
  expected: () => ({ assigned_to: session.me!.subject }),
};

const ASSIGN: Change<Ticket, WholeTicket & { assignees: [string, string][] }> = {
  label: 'Assign',
  prepare: async (row) => {
    const [ticket, all] = await Promise.all([stillWithTheSame(row), assignees(row.website_id)]);
    return { ...ticket, assignees: all };
  },
  question: ({ subject, description, assigned_to, assignees: all }) => ({
    title: 'Assign the ticket',
    text: `${subject}\n\n${description}`,
    fields: [{ name: 'assigned_to', label: 'To', kind: 'choice', value: assigned_to ?? '', options: [['', 'nobody'], ...all] }],
  }),
  request: (ticket, { assigned_to }) => assigned(ticket, assigned_to || null),
  expected: (_, { assigned_to }) => ({ assigned_to: assigned_to || null }),
};

const START: Change<Ticket> = {
  label: 'Start',
  question: ({ subject }) => ({ title: 'Start to work on the ticket', text: `${subject}\n\nIt becomes one in progress.` }),
  request: ({ id }) => ({ path: `${PATH}/${id}/start` }),
  expected: () => ({ status: 'in_progress' }),
};

const RESOLVE: Change<Ticket, WholeTicket> = {
  label: 'Resolve',
  prepare: ({ id }) => askJson<WholeTicket>(`${PATH}/${id}`),
  question: ({ subject, description }) => ({
    title: 'Resolve the ticket',
    text: `${subject}\n\n${description}`,
    fields: [{ name: 'resolution', label: 'Resolution, for the writer to read', kind: 'prose', required: true, longest: 5_000 }],
  }),
  request: (ticket, { resolution }) => ({ path: `${PATH}/${ticket.id}/resolve`, body: { resolution }, headers: ifMatch(ticket.version) }),
  expected: () => ({ status: 'resolved' }),
};

const CLOSE: Change<Ticket> = {
  label: 'Close',
  danger: true,
  question: ({ subject, status }) => ({
    title: 'Close the ticket',
    text: `${subject}\n\nNothing can be written to it until it is opened again.${status === 'resolved' ? '' : ' It has no resolution yet.'}`,
  }),
  request: ({ id }) => ({ path: `${PATH}/${id}/close` }),
  expected: () => ({ status: 'closed' }),
};

const REOPEN: Change<Ticket> = {
  label: 'Reopen',
  question: ({ subject }) => ({
    title: 'Open the ticket again',
    text: subject,
    fields: [{ name: 'reason', label: 'Reason', kind: 'prose', required: true, longest: 1_000, hint: 'Kept in the history of the ticket.' }],
  }),
  request: ({ id }, { reason }) => ({ path: `${PATH}/${id}/reopen`, body: { reason } }),
  expected: () => ({ status: 'open' }),
};
