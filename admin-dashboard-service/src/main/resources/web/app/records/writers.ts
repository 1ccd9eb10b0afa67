import { askJson } from '../api/client';
import { session } from '../session/session';
import { words } from '../view/format';
import { choices, ifMatch, type Change, type Records } from './records';

interface Writer {
  id: string;
  writer_id: string;
  registration_id: string;
  pen_name: string;
  level_name: string | null;
  status: string;
  is_available_for_auto_assignments: boolean;
  rating: number;
  reviews: number;
  completed_orders: number;
  active_orders: number;
  total_earnings: number;
  verified: boolean;
  created_at: string;
  last_active_at: string | null;
  version: number;
}

const PATH = '/api/v1/writers';

/** What each status may become. */
const NEXT: Record<string, string[]> = {
  applied: ['active', 'probation', 'closed'],
  active: ['on_break', 'probation', 'suspended', 'closed'],
  on_break: ['active', 'probation', 'suspended', 'closed'],
  probation: ['active', 'on_break', 'suspended', 'closed'],
  suspended: ['active', 'probation', 'closed'],
  closed: ['applied'],
};

const YES_OR_NO: [string, string][] = [
  ['true', 'yes'],
  ['false', 'no'],
];

export const WRITERS: Records<Writer> = {
  name: 'writers',
  title: 'Writers',
  path: PATH,
  changesWith: ['writers'],
  none: 'No writers that fit these filters.',
  filters: [
    { name: 'status', label: 'Status', options: choices(...Object.keys(NEXT)) },
    { name: 'level_id', label: 'Level', load: levels },
    { name: 'is_active', label: 'May work', options: YES_OR_NO },
    { name: 'is_available_for_auto_assignments', label: 'Available', options: YES_OR_NO },
    { name: 'registration_id', label: 'Registration' },
    { name: 'writer_id', label: 'Account (id)' },
    {
      name: 'sort',
      label: 'Sort',
      otherwise: 'newest first',
      options: [
        ['-rating', 'best rated first'],
        ['rating', 'worst rated first'],
        ['created_at', 'oldest first'],
      ],
    },
  ],
  columns: [
    { field: 'pen_name', label: 'Pen name', kind: 'text' },
    { field: 'registration_id', label: 'Registration', kind: 'text' },
    { field: 'level_name', label: 'Level', kind: 'text' },
    { field: 'status', label: 'Status', kind: 'name' },
    { field: 'is_available_for_auto_assignments', label: 'Available', kind: 'flag' },
    { field: 'verified', label: 'Verified', kind: 'flag' },
    { field: ({ rating, reviews }) => (reviews ? rating : null), label: 'Rating', kind: 'decimal' },
    { field: 'reviews', label: 'Reviews', kind: 'count' },
    { field: 'completed_orders', label: 'Completed', kind: 'count' },
    { field: 'active_orders', label: 'In work', kind: 'count' },
    { field: 'total_earnings', label: 'Earned', kind: 'amount' },
    { field: 'last_active_at', label: 'Last active', kind: 'time' },
    { field: 'created_at', label: 'Joined', kind: 'time' },
  ],
  actions: () => (session.may('superadmin', 'admin') ? [STATUS] : []),
};

const STATUS: Change<Writer> = {
  label: 'Change status',
  question: ({ pen_name, status }) => ({
    title: `Change the status of ${pen_name}`,
    text: `Now ${words(status).toLowerCase()}. Only who is active or on probation may work.`,
    fields: [
      { name: 'status', label: 'New status', kind: 'choice', required: true, options: choices(...NEXT[status]) },
      { name: 'reason', label: 'Reason', longest: 500, hint: 'The writer can read it.' },
    ],
  }),
  request: (writer, { status, reason }) => ({
    path: `${PATH}/${writer.id}/status`,
    body: { status, reason: reason || null },
    headers: ifMatch(writer.version),
  }),
  expected: (_, { status }) => ({ status }),
};

/** Websites have their own, so of all of them, equal names stand once for each. */
async function levels(websiteId?: string): Promise<[string, string][]> {
  const page = await askJson<{ items: { id: string; name: string }[] }>('/api/v1/writer-levels', {
    query: { website_id: websiteId, limit: '200' },
  });
  return page.items.map(({ id, name }) => [id, websiteId ? name : `${name} (${id.slice(-4)})`]);
}
