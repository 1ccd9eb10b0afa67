import { html } from 'lit';
import { accountName } from '../parts/account-name';
import { session } from '../session/session';
import { format, shortId } from '../view/format';
import { type Change, choices, ifMatch, type Records } from './records';

interface Payment {
  id: string;
  client_id: string;
  kind: string;
  reference: string;
  amount: number;
  currency: string;
  status: string;
  due_at: string | null;
  created_at: string;
  completed_at: string | null;
  failure_reason: string | null;
  cancellation_reason: string | null;
  refunded_amount: number;
  version: number;
}

interface Refund {
  status: 'open' | 'succeeded' | 'failed';
  failure_reason: string | null;
}

/** Of an order's own number; the id of a tip or an installment is longer, and tells nobody more. */
const LONGEST = 30;
const PATH = '/api/v1/payments';

export const PAYMENTS: Records<Payment> = {
  name: 'payments',
  title: 'Payments',
  path: PATH,
  changesWith: ['payments'],
  none: 'No payments that fit these filters.',
  filters: [
    {
      name: 'status',
      label: 'Status',
      options: choices('pending', 'processing', 'completed', 'failed', 'cancelled', 'partially_refunded', 'refunded'),
    },
    { name: 'kind', label: 'For', options: choices('installment', 'tip', 'order') },
    { name: 'client_id', label: 'Client (id)' },
    { name: 'reference', label: 'Reference' },
  ],
  span: { label: 'Made', from: 'created_from', to: 'created_to' },
  columns: [
    { field: 'created_at', label: 'Made', kind: 'time' },
    { field: 'client_id', label: 'Client', kind: 'text', cell: ({ client_id }) => accountName(client_id) },
    { field: 'kind', label: 'For', kind: 'name' },
    { field: 'amount', label: 'Amount', kind: 'amount' },
    { field: 'status', label: 'Status', kind: 'name' },
    { field: ({ failure_reason, cancellation_reason }) => failure_reason ?? cancellation_reason, label: 'Reason', kind: 'name' },
    { field: 'reference', label: 'Reference', kind: 'text', cell: ({ reference }) => html`<span title=${reference}>${reference.length > LONGEST ? shortId(reference) : reference}</span>` },
    { field: 'due_at', label: 'Due', kind: 'time' },
    { field: 'completed_at', label: 'Paid', kind: 'time' },
    { field: 'refunded_amount', label: 'Refunded', kind: 'amount' },
  ],
  actions: ({ status }) => {
    if (!session.may('superadmin', 'admin')) {
      return [];
    }
    return ['completed', 'partially_refunded'].includes(status) ? [REFUND] : status === 'pending' ? [CANCEL] : [];
  },
};

const REFUND: Change<Payment> = {
  label: 'Refund',
  danger: true,
  question: (payment) => ({
    title: `Refund ${payment.reference}`,
    text: `The client gets the money back, of which ${format(left(payment), 'amount', payment.currency)} is left. This cannot be undone.`,
    fields: [
      { name: 'amount', label: `Amount (${payment.currency})`, kind: 'amount', required: true, value: left(payment).toFixed(2), least: 0.01, most: left(payment) },
      { name: 'reason', label: 'Reason', required: true, longest: 500, hint: 'For staff who read the history later.' },
    ],
  }),
  // The version keeps a second question, with its own key, from giving the same money back twice.
  request: (payment, { amount, reason }) => ({
    path: `${PATH}/${payment.id}/refund`,
    body: { amount: Number(amount), reason },
    headers: { 'Idempotency-Key': crypto.randomUUID(), ...ifMatch(payment.version) },
  }),
  expected: (payment, { amount }) => ({
    refunded_amount: payment.refunded_amount + Number(amount),
    status: Number(amount) < left(payment) ? 'partially_refunded' : 'refunded',
  }),
  refusal: ({ status, failure_reason }: Refund) =>
    status === 'failed' ? `the provider refused it (${failure_reason}).` : undefined,
};

const CANCEL: Change<Payment> = {
  label: 'Cancel payment',
  danger: true,
  question: ({ reference }) => ({
    title: `Cancel the payment for ${reference}`,
    text: 'The client can pay it no longer, and is reminded of it no longer.',
    fields: [{ name: 'reason', label: 'Reason', required: true, longest: 500, hint: 'For staff who read the history later.' }],
  }),
  request: (payment, { reason }) => ({ path: `${PATH}/${payment.id}/cancel`, body: { reason }, headers: ifMatch(payment.version) }),
  expected: () => ({ status: 'cancelled', cancellation_reason: 'requested' }),
};

/** What was captured and not given back, in cents that add up. */
function left({ amount, refunded_amount }: Payment): number {
  return Math.round((amount - refunded_amount) * 100) / 100;
}
