import { html } from 'lit';
import { session } from '../session/session';
import { choices, ifMatch, type Change, type Records } from './records';

interface Account {
  id: string;
  username: string;
  full_name: string;
  email: string;
  role: string;
  suspended: boolean;
  suspension_reason: string | null;
  created_at: string;
  version: number;
}

const PATH = '/api/v1/accounts';

export const ACCOUNTS: Records<Account> = {
  name: 'accounts',
  title: 'Accounts',
  path: PATH,
  changesWith: ['users'],
  none: 'No accounts that fit these filters.',
  filters: [
    { name: 'q', label: 'Username' },
    { name: 'role', label: 'Role', options: choices('superadmin', 'admin', 'support', 'editor', 'writer', 'client') },
    {
      name: 'suspended',
      label: 'State',
      options: [
        ['false', 'active'],
        ['true', 'suspended'],
      ],
    },
  ],
  columns: [
    { field: 'created_at', label: 'Created', kind: 'time' },
    { field: 'username', label: 'Username', kind: 'text' },
    { field: 'full_name', label: 'Name', kind: 'text' },
    { field: 'email', label: 'Email', kind: 'text' },
    { field: 'role', label: 'Role', kind: 'name' },
    {
      field: 'suspended',
      label: 'State',
      kind: 'text',
      cell: ({ suspended, suspension_reason }) => (suspended ? html`<span class="long">Suspended: ${suspension_reason}</span>` : 'Active'),
    },
  ],
  actions: ({ id, suspended }) => {
    const others = session.may('superadmin', 'admin') && id !== session.me?.subject;
    return others ? [suspended ? REACTIVATE : SUSPEND] : [];
  },
};

const SUSPEND: Change<Account> = {
  label: 'Suspend',
  danger: true,
  question: ({ username, full_name, role }) => ({
    title: `Suspend ${username}`,
    text: `${full_name} (${role}) counts as suspended until reactivated, and can read the reason.`,
    fields: [{ name: 'reason', label: 'Reason', required: true, longest: 500 }],
  }),
  request: (account, { reason }) => ({ path: `${PATH}/${account.id}/suspend`, body: { reason }, headers: ifMatch(account.version) }),
  expected: (_, { reason }) => ({ suspended: true, suspension_reason: reason }),
};

const REACTIVATE: Change<Account> = {
  label: 'Reactivate',
  question: ({ username, suspension_reason }) => ({
    title: `Reactivate ${username}`,
    text: `Suspended for: ${suspension_reason}`,
  }),
  request: (account) => ({ path: `${PATH}/${account.id}/reactivate`, headers: ifMatch(account.version) }),
  expected: () => ({ suspended: false, suspension_reason: null }),
};
