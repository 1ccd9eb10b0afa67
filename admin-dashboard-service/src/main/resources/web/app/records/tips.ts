import { accountName } from '../parts/account-name';
import { choices, type Records } from './records';

interface Tip {
  id: string;
  client_id: string;
  writer_id: string;
  type: string;
  level_name: string | null;
  amount: number;
  currency: string;
  writer_earning: number;
  platform_profit: number;
  payment_status: string;
  refunded_amount: number;
  created_at: string;
}

export const TIPS: Records<Tip> = {
  name: 'tips',
  title: 'Tips',
  path: '/api/v1/tips',
  query: { summary: 'false' },
  changesWith: ['tips'],
  none: 'No tips that fit these filters.',
  filters: [
    { name: 'payment_status', label: 'Payment', options: choices('pending', 'processing', 'completed', 'failed') },
    { name: 'type', label: 'Type', options: choices('direct', 'order', 'class') },
    { name: 'writer_id', label: 'Writer (id)' },
    { name: 'client_id', label: 'Client (id)' },
  ],
  columns: [
    { field: 'created_at', label: 'Given', kind: 'time' },
    { field: 'client_id', label: 'Client', kind: 'text', cell: ({ client_id }) => accountName(client_id) },
    { field: 'writer_id', label: 'Writer', kind: 'text', cell: ({ writer_id }) => accountName(writer_id) },
    { field: 'type', label: 'Type', kind: 'name' },
    { field: 'level_name', label: 'Level', kind: 'text' },
    { field: 'amount', label: 'Amount', kind: 'amount' },
    { field: 'writer_earning', label: "Writer's", kind: 'amount' },
    { field: 'payment_status', label: 'Payment', kind: 'name' },
    { field: 'refunded_amount', label: 'Refunded', kind: 'amount' },
  ],
};
