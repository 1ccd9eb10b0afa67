import { accountName } from '../parts/account-name';
import type { Records } from './records';

interface Earning {
  id: string;
  writer_id: string;
  period_start: string;
  period_end: string;
  total_earnings: number;
  tips: number;
  orders_completed: number;
}

export const EARNINGS: Records<Earning> = {
  name: 'earnings',
  title: 'Earnings',
  path: '/api/v1/earnings',
  changesWith: ['writers', 'tips'],
  none: 'No earnings that fit these filters.',
  filters: [
    { name: 'period_from', label: 'Ends from', day: true },
    { name: 'period_to', label: 'Ends until', day: true },
    { name: 'writer_id', label: 'Writer (id)' },
    {
      name: 'sort',
      label: 'Sort',
      otherwise: 'last periods first',
      options: [
        ['-total_earnings', 'most earned first'],
        ['period_end', 'first periods first'],
      ],
    },
  ],
  columns: [
    { field: 'writer_id', label: 'Writer', kind: 'text', cell: ({ writer_id }) => accountName(writer_id) },
    { field: 'period_start', label: 'From', kind: 'day' },
    { field: 'period_end', label: 'To', kind: 'day' },
    { field: 'total_earnings', label: 'Earned', kind: 'amount' },
    { field: 'tips', label: 'With tips', kind: 'amount' },
    { field: ({ total_earnings, tips }) => total_earnings - tips, label: 'With orders', kind: 'amount' },
    { field: 'orders_completed', label: 'Orders completed', kind: 'count' },
  ],
};
