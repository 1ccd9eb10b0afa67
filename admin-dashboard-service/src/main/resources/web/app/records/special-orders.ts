import { askJson } from '../api/client';
import { accountName } from '../parts/account-name';
import { session } from '../session/session';
import { format, words } from '../view/format';
import { APPROVE, CANCEL, COMPLETE, ESTIMATE, HOLD, MARK_PAID, NOTES, ORDERS_PATH, RESCHEDULE, RESUME, START } from './order-steps';
import { type Action, choices, type Filter, type Look, type Records } from './records';

export interface Order {
  id: string;
  client_id: string;
  writer_id: string | null;
  order_type: 'predefined' | 'estimated';
  predefined_type_name: string | null;
  duration_days: number | null;
  total_cost: number | null;
  deposit_required: number | null;
  admin_approved_cost: number | null;
  currency: string;
  is_approved: boolean;
  status: string;
  hold_cause: 'staff' | 'payment_expired' | null;
  writer_pay: number | null;
  /** Not in a list. */
  admin_notes?: string | null;
  created_at: string;
  completed_at: string | null;
  version: number;
}

export interface Installment {
  id: string;
  order_id: string;
  client_id: string;
  writer_id: string | null;
  order_type: string;
  number: number;
  kind: string;
  amount: number;
  currency: string;
  due_on: string;
  status: 'paid' | 'unpaid' | 'void';
  overdue: boolean;
  paid_at: string | null;
}

interface WholeOrder extends Order {
  inquiry_details: string;
  installments: Installment[];
}

interface HistoryEntry {
  at: string;
  actor_role: string | null;
  action: string;
  what: string | null;
  why: string | null;
}

const STATUS: Filter = {
  name: 'status',
  label: 'Status',
  options: choices('inquiry', 'awaiting_approval', 'in_progress', 'on_hold', 'completed', 'cancelled'),
};
const OTHERS: Filter[] = [
  { name: 'order_type', label: 'Type', options: choices('predefined', 'estimated') },
  { name: 'predefined_type_id', label: 'Predefined type', load: predefinedTypes },
  { name: 'client_id', label: 'Client (id)' },
  { name: 'writer_id', label: 'Writer (id)' },
];

const READ: Look<Order> = {
  label: 'Read',
  show: async ({ id }) => {
    const [order, history] = await Promise.all([
      askJson<WholeOrder>(`${ORDERS_PATH}/${id}`),
      askJson<{ items: HistoryEntry[] }>(`${ORDERS_PATH}/${id}/history`, { query: { limit: '200' } }),
    ]);
    return { title: order.predefined_type_name ?? 'Estimated order', text: told(order, history.items) };
  },
};

const ORDERS: Omit<Records<Order>, 'name' | 'title' | 'path' | 'none'> = {
  changesWith: ['special-orders'],
  filters: [STATUS, ...OTHERS],
  span: { label: 'Opened', from: 'from', to: 'to' },
  columns: [
    { field: 'status', label: 'Status', kind: 'name' },
    { field: 'created_at', label: 'Opened', kind: 'time' },
    { field: 'client_id', label: 'Client', kind: 'text', cell: ({ client_id }) => accountName(client_id) },
    { field: ({ predefined_type_name, order_type }) => predefined_type_name ?? words(order_type), label: 'What', kind: 'text' },
    { field: 'is_approved', label: 'Approved', kind: 'flag' },
    { field: ({ admin_approved_cost, total_cost }) => admin_approved_cost ?? total_cost, label: 'Cost', kind: 'amount' },
    { field: 'duration_days', label: 'Days', kind: 'count' },
    { field: 'deposit_required', label: 'Deposit', kind: 'amount' },
    { field: 'hold_cause', label: 'On hold by', kind: 'name' },
    { field: 'writer_id', label: 'Writer', kind: 'text', cell: ({ writer_id }) => accountName(writer_id) },
    { field: 'writer_pay', label: "Writer's pay", kind: 'amount' },
    { field: 'completed_at', label: 'Completed', kind: 'time' },
  ],
  actions: (order) => [READ, NOTES, ...steps(order)],
};

export const ALL_ORDERS: Records<Order> = {
  ...ORDERS,
  name: 'orders',
  title: 'Orders',
  path: ORDERS_PATH,
  none: 'No special orders that fit these filters.',
};

export const APPROVAL_QUEUE: Records<Order> = {
  ...ORDERS,
  name: 'approval-queue',
  title: 'To approve',
  path: `${ORDERS_PATH}/approval-queue`,
  none: 'Nothing waits for an approval.',
};

export const ESTIMATED_QUEUE: Records<Order> = {
  ...ORDERS,
  name: 'estimated-queue',
  title: 'To estimate',
  path: `${ORDERS_PATH}/estimated-queue`,
  filters: OTHERS.filter(({ name }) => !['order_type', 'predefined_type_id'].includes(name)),
  none: 'Nothing waits for an estimate.',
};

export const INSTALLMENTS: Records<Installment> = {
  name: 'installments',
  title: 'Installments',
  path: `${ORDERS_PATH}/installments`,
  query: { statistics: 'false' },
  without: ['total'],
  changesWith: ['special-orders/installments'],
  none: 'No installments that fit these filters.',
  filters: [{ name: 'status', label: 'Status', options: choices('paid', 'unpaid', 'overdue') }, ...OTHERS],
  span: { label: 'Due', from: 'from', to: 'to' },
  columns: [
    { field: 'due_on', label: 'Due until', kind: 'day' },
    { field: 'client_id', label: 'Client', kind: 'text', cell: ({ client_id }) => accountName(client_id) },
    { field: 'number', label: 'Number', kind: 'count' },
    { field: 'kind', label: 'Kind', kind: 'name' },
    { field: 'order_type', label: 'Order', kind: 'name' },
    { field: 'amount', label: 'Amount', kind: 'amount' },
    { field: ({ overdue, status }) => (overdue ? 'overdue' : status), label: 'Status', kind: 'name' },
    { field: 'paid_at', label: 'Paid', kind: 'time' },
    { field: 'writer_id', label: 'Writer', kind: 'text', cell: ({ writer_id }) => accountName(writer_id) },
  ],
  actions: ({ status }) => (status === 'unpaid' && session.may('superadmin', 'admin') ? [MARK_PAID] : []),
};

/** As the service's state machine has it; what it knows beyond a row, it says when it refuses. */
function steps(order: Order): Action<Order>[] {
  const open = ['inquiry', 'awaiting_approval'].includes(order.status) && !order.is_approved;
  const admins: [boolean, Action<Order>][] = [
    [open && order.order_type === 'estimated', ESTIMATE],
    [open && order.total_cost !== null, APPROVE],
    [order.status === 'awaiting_approval' && order.is_approved, START],
    [order.hold_cause === 'payment_expired', RESCHEDULE],
  ];
  const all: [boolean, Action<Order>][] = [
    [order.status === 'in_progress', HOLD],
    [order.status === 'on_hold' && order.hold_cause !== 'payment_expired', RESUME],
    [order.status === 'in_progress', COMPLETE],
  ];
  const last: [boolean, Action<Order>][] = [[!['completed', 'cancelled'].includes(order.status), CANCEL]];
  const mine = session.may('superadmin', 'admin') ? [...admins, ...all, ...last] : all;
  return mine.filter(([fits]) => fits).map(([, step]) => step);
}

function told(order: WholeOrder, history: HistoryEntry[]): string {
  const paragraphs: [string, string][] = [
    ['Asked for', order.inquiry_details],
    ['Notes of staff', order.admin_notes ?? ''],
    [
      'Installments',
      order.installments
        .map(({ number, kind, amount, due_on, status, overdue }) => {
          const sum = format(amount, 'amount', order.currency);
          return `${number}. ${words(kind)}, ${sum}, until ${format(due_on, 'day')}: ${overdue ? 'overdue' : status}`;
        })
        .join('\n'),
    ],
    [
      'History',
      history
        .map(({ at, actor_role, action, what, why }) =>
          [`${format(at, 'time')}: ${words(action)}${actor_role ? ` by ${actor_role}` : ''}`, what, why].filter(Boolean).join('. '),
        )
        .join('\n'),
    ],
  ];
  return paragraphs
    .filter(([, text]) => text)
    .map(([title, text]) => `${title}\n${text}`)
    .join('\n\n');
}

async function predefinedTypes(websiteId?: string): Promise<[string, string][]> {
  const { items } = await askJson<{ items: { id: string; name: string }[] }>('/api/v1/predefined-types', {
    query: { website_id: websiteId, limit: '200' },
  });
  return items.map(({ id, name }) => [id, name]);
}
