import { askJson } from '../api/client';
import { shortId } from '../view/format';
import { choices, ifMatch, type Action, type Change, type Look, type Records } from './records';

interface OrderRequest {
  id: string;
  writer_id: string;
  registration_id: string | null;
  pen_name: string | null;
  order_id: string;
  status: string;
  requested_at: string;
  decided_at: string | null;
  version: number;
}

/** One that was read in full. */
interface WholeRequest extends OrderRequest {
  reason: string;
  feedback: string | null;
}

const PATH = '/api/v1/order-requests';

export const ORDER_REQUESTS: Records<OrderRequest> = {
  name: 'order-requests',
  title: 'Order requests',
  path: PATH,
  changesWith: ['writers'],
  none: 'No order requests that fit these filters.',
  filters: [
    { name: 'status', label: 'Status', options: choices('open', 'approved', 'rejected', 'withdrawn') },
    { name: 'writer_id', label: 'Writer (id)' },
    { name: 'order_id', label: 'Order (id)' },
    { name: 'sort', label: 'Sort', otherwise: 'newest first', options: [['requested_at', 'oldest first']] },
  ],
  span: { label: 'Requested', from: 'requested_from', to: 'requested_until' },
  columns: [
    { field: 'requested_at', label: 'Requested', kind: 'time' },
    { field: ({ pen_name, writer_id }) => pen_name ?? shortId(writer_id), label: 'Writer', kind: 'text' },
    { field: 'registration_id', label: 'Registration', kind: 'text' },
    { field: ({ order_id }) => shortId(order_id), label: 'Order', kind: 'text' },
    { field: 'status', label: 'Status', kind: 'name' },
    { field: 'decided_at', label: 'Decided', kind: 'time' },
  ],
  actions: ({ status }): Action<OrderRequest>[] =>
    status === 'open' ? [APPROVE, REJECT] : status === 'approved' ? [READ, TAKE_BACK] : [READ],
};

/** With what the list leaves out, and with the list's version: what has changed since it was shown is not decided. */
async function inFull(row: OrderRequest): Promise<WholeRequest> {
  return { ...(await askJson<WholeRequest>(`${PATH}/${row.id}`)), ...row };
}

function asks({ pen_name, writer_id, order_id, reason }: WholeRequest): string {
  return `${pen_name ?? shortId(writer_id)} asks for order ${shortId(order_id)}: ${reason}`;
}

const READ: Look<OrderRequest> = {
  label: 'Read',
  show: async (row) => {
    const request = await inFull(row);
    return {
      title: `Order request, ${row.status}`,
      text: [asks(request), request.feedback && `Feedback: ${request.feedback}`].filter(Boolean).join('\n\n'),
    };
  },
};

const APPROVE: Change<OrderRequest, WholeRequest> = {
  label: 'Approve',
  prepare: inFull,
  question: (request) => ({
    title: 'Approve the order request',
    text: `${asks(request)}\n\nThe order goes to this writer, and all others who ask for it are rejected.`,
  }),
  request: (request) => ({ path: `${PATH}/${request.id}/approve`, headers: ifMatch(request.version) }),
  expected: () => ({ status: 'approved', decided_at: new Date().toISOString() }),
};

const REJECT: Change<OrderRequest, WholeRequest> = {
  label: 'Reject',
  danger: true,
  prepare: inFull,
  question: (request) => ({
    title: 'Reject the order request',
    text: asks(request),
    fields: [{ name: 'feedback', label: 'Feedback for the writer', kind: 'prose', required: true }],
  }),
  request: (request, { feedback }) => ({ path: `${PATH}/${request.id}/reject`, body: { feedback }, headers: ifMatch(request.version) }),
  expected: () => ({ status: 'rejected', decided_at: new Date().toISOString() }),
};

const TAKE_BACK: Change<OrderRequest, WholeRequest> = {
  ...REJECT,
  label: 'Take back',
  question: (request) => ({
    ...REJECT.question(request),
    title: 'Take the approval back',
    text: `${asks(request)}\n\nThe request becomes a rejected one, and the order can be given to another writer.`,
  }),
};
