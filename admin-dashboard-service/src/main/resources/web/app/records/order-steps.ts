import { askJson } from '../api/client';
import type { Field } from '../parts/confirm';
import { session } from '../session/session';
import { format } from '../view/format';
import { type Change, filled, ifMatch, number } from './records';
import type { Installment, Order } from './special-orders';

export const ORDERS_PATH = '/api/v1/special-orders';

const WHY: Field = { name: 'reason', label: 'Reason', required: true, longest: 500, hint: 'For the history of the order.' };
const MAYBE_WHY: Field = { ...WHY, required: false };
const PARTS: Field[] = [
  { name: 'first_due_on', label: 'First part due on', kind: 'date', hint: 'In a week unless given.' },
  { name: 'parts', label: 'Even parts', kind: 'number', least: 1, most: 60, hint: '1 unless given.' },
  { name: 'every_days', label: 'Days between the parts', kind: 'number', least: 1, most: 366, hint: '30 unless given.' },
];

export const NOTES: Change<Order> = {
  label: 'Notes',
  prepare: (order) => askJson<Order>(`${ORDERS_PATH}/${order.id}`),
  question: (order) => ({
    title: `Notes on the order ${named(order)}`,
    text: 'For staff alone: neither the client nor the writer sees them.',
    fields: [{ name: 'admin_notes', label: 'Notes', kind: 'prose', value: order.admin_notes ?? '', longest: 5_000 }],
  }),
  request: ({ id, version }, { admin_notes }) => ({
    method: 'PATCH',
    path: `${ORDERS_PATH}/${id}`,
    body: { admin_notes: admin_notes || null },
    headers: ifMatch(version),
  }),
  expected: () => ({}),
};

export const ESTIMATE: Change<Order> = {
  label: 'Estimate',
  question: (order) => ({
    title: `Estimate the order ${named(order)}`,
    text: 'The order then waits for approval with this price. It can be estimated again until it is approved.',
    fields: [
      {
        name: 'by',
        label: 'The price is',
        kind: 'choice',
        required: true,
        value: 'total_cost',
        options: [
          ['total_cost', 'for all of it'],
          ['price_per_day', 'per day'],
        ],
      },
      { name: 'price', label: `Price (${order.currency})`, kind: 'amount', required: true, least: 0.01, value: order.total_cost?.toFixed(2) },
      { name: 'duration_days', label: 'Days', kind: 'number', least: 1, most: 3_650, value: order.duration_days?.toString() },
      { name: 'deposit_required', label: `Deposit (${order.currency})`, kind: 'amount', least: 0.01, hint: "The website's percentage of the price unless given." },
      MAYBE_WHY,
    ],
  }),
  request: (order, { by, price, duration_days, deposit_required, reason }) =>
    step(order, 'estimate', filled({ [by]: Number(price), duration_days: number(duration_days), deposit_required: number(deposit_required), reason })),
  expected: (order, { by, price, duration_days, deposit_required }) => {
    const days = number(duration_days) ?? order.duration_days;
    return {
      status: 'awaiting_approval',
      duration_days: days,
      total_cost: by === 'total_cost' ? Number(price) : Number(price) * (days ?? 0),
      deposit_required: number(deposit_required) ?? order.deposit_required,
    };
  },
};

export const APPROVE: Change<Order> = {
  label: 'Approve',
  question: (order) => ({
    title: `Approve the order ${named(order)}`,
    text: `Fixes its cost and when it is to be paid: the deposit first, the rest thirty days later unless said otherwise. Work starts when the deposit is paid.`,
    fields: [
      { name: 'cost', label: `Cost (${order.currency})`, kind: 'amount', required: true, least: 0.01, value: order.total_cost?.toFixed(2) },
      { name: 'deposit', label: `Deposit (${order.currency})`, kind: 'amount', least: 0.01, hint: 'What the order requires unless given.' },
      ...PARTS,
      MAYBE_WHY,
    ],
  }),
  request: (order, values) => step(order, 'approve', { ...filled({ cost: Number(values.cost), reason: values.reason }), ...schedule(values) }),
  expected: (_, { cost }) => ({ status: 'awaiting_approval', is_approved: true, admin_approved_cost: Number(cost) }),
};

export const START: Change<Order> = withReason('Start', 'Start', 'start', 'in_progress', 'Work starts before the deposit is paid. The deposit stays due.');

export const HOLD: Change<Order> = {
  ...withReason('Hold', 'Hold', 'hold', 'on_hold', 'Work rests until the order is resumed.'),
  expected: () => ({ status: 'on_hold', hold_cause: 'staff' }),
};

export const RESUME: Change<Order> = {
  ...withReason('Resume', 'Resume', 'resume', 'in_progress', 'Work goes on.'),
  expected: () => ({ status: 'in_progress', hold_cause: null }),
};

export const COMPLETE: Change<Order> = {
  label: 'Complete',
  question: (order) => ({
    title: `Complete the order ${named(order)}`,
    text: 'The order is done, and its writer has earned the pay. Installments that are not paid stay due. This cannot be undone.',
    fields: [
      {
        name: 'method',
        label: 'How',
        kind: 'choice',
        required: true,
        value: 'with_files',
        options: [
          ['with_files', 'files were handed over'],
          ['without_files', 'there were no files'],
          ...(session.may('superadmin', 'admin') ? ([['by_admin', "by an admin's word"]] as [string, string][]) : []),
        ],
      },
      WHY,
    ],
  }),
  request: (order, { method, reason }) => step(order, 'complete', { method, reason }),
  expected: () => ({ status: 'completed', completed_at: new Date().toISOString() }),
};

export const CANCEL: Change<Order> = {
  ...withReason('Cancel order', 'Cancel', 'cancel', 'cancelled', 'Its unpaid installments become void. What was paid is not given back by this. This cannot be undone.'),
  danger: true,
};

export const RESCHEDULE: Change<Order> = {
  label: 'Reschedule',
  question: (order) => ({
    title: `Reschedule the order ${named(order)}`,
    text: 'What is not paid is asked for anew, and the order is no longer on hold.',
    fields: [...PARTS, WHY],
  }),
  request: (order, values) => step(order, 'reschedule', { reason: values.reason, ...schedule(values) }),
  expected: () => ({ status: 'in_progress', hold_cause: null }),
};

export const MARK_PAID: Change<Installment> = {
  label: 'Mark paid',
  question: ({ amount, currency }) => ({
    title: `Mark ${format(amount, 'amount', currency)} paid`,
    text: 'For money that came some other way. The payment that waits for it is cancelled; the deposit lets work start.',
    fields: [WHY],
  }),
  request: ({ id, order_id }, { reason }) => ({ path: `${ORDERS_PATH}/${order_id}/installments/${id}/mark-paid`, body: { reason } }),
  expected: () => ({ status: 'paid', overdue: false, paid_at: new Date().toISOString() }),
};

function withReason(label: string, verb: string, name: string, status: string, text: string): Change<Order> {
  return {
    label,
    question: (order) => ({ title: `${verb} the order ${named(order)}`, text, fields: [WHY] }),
    request: (order, { reason }) => step(order, name, { reason }),
    expected: () => ({ status, hold_cause: null }),
  };
}

function step(order: Order, name: string, body: unknown) {
  return { path: `${ORDERS_PATH}/${order.id}/${name}`, body, headers: ifMatch(order.version) };
}

/** Only what was filled in: what is left out is as usual. */
function schedule({ deposit = '', first_due_on, parts, every_days }: Record<string, string>) {
  const asked = filled({ deposit: number(deposit), first_due_on, parts: number(parts), every_days: number(every_days) });
  return Object.keys(asked).length ? { schedule: asked } : {};
}

function named({ predefined_type_name, created_at }: Order): string {
  return `${predefined_type_name ? `“${predefined_type_name}” ` : ''}of ${format(created_at, 'day')}`;
}
