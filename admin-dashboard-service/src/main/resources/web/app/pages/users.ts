import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Dashboard } from '../api/dashboard';
import { breakdown } from '../parts/breakdown';
import { card } from '../parts/card';
import type { Column } from '../parts/columns';
import { stats } from '../parts/stat';
import '../parts/time-chart';
import { ACCOUNTS } from '../records/accounts';
import '../records/record-list';
import { address } from '../view/address';
import { changes, type Comparison, Page } from './page';

type Role = 'clients' | 'writers' | 'editors' | 'support' | 'admins';

interface Users {
  total_users: number;
  active_users: number;
  suspended_users: number;
  total_writers: number;
  total_editors: number;
  total_support: number;
  total_clients: number;
  total_admins: number;
  new_users: number;
  new_users_previous: number;
  daily: ({ day: string; new_users: number } & Record<Role, number>)[];
  by_website?: { website_id: string; name: string; total_users: number; active_users: number; suspended_users: number }[];
  compare?: Comparison;
  as_of: string;
}

const ROLES: (Omit<Column, 'field'> & { field: Role; role: string })[] = [
  { field: 'clients', role: 'client', label: 'Clients', kind: 'count' },
  { field: 'writers', role: 'writer', label: 'Writers', kind: 'count' },
  { field: 'editors', role: 'editor', label: 'Editors', kind: 'count' },
  { field: 'support', role: 'support', label: 'Support', kind: 'count' },
  { field: 'admins', role: 'admin', label: 'Admins', kind: 'count' },
];

@customElement('users-page')
export class UsersPage extends Page {
  private readonly users = new Dashboard<Users>(this, 'users', { currency: false });

  protected override render() {
    return html`<div class="cards">
      ${card('New in these days', this.users.when((data) => this.recent(data)), { csv: [this.users, 'daily'], wide: true })}
      ${card('New accounts per day', this.users.when((data) => this.daily(data)), { csv: [this.users, 'daily'], wide: true })}
      ${card('All users', this.users.when((data) => this.all(data)), { csv: [this.users, 'totals'] })}
      ${card('By role', this.users.when((data) => this.byRole(data)), { csv: [this.users, 'totals'] })}
      ${address.websiteId
        ? nothing
        : card('By website', this.users.when((data) => this.byWebsite(data)), { csv: [this.users, 'by_website'], wide: true })}
      <record-list .lists=${[ACCOUNTS]}></record-list>
    </div>`;
  }

  private recent({ new_users, new_users_previous, daily, compare }: Users) {
    const change = changes(compare);
    return stats(
      { label: 'Users', value: new_users, change: change('new_users'), line: daily.map((day) => day.new_users), href: rows() },
      { label: 'In as many days before', value: new_users_previous },
      ...ROLES.map(({ field, role, label }) => {
        const line = daily.map((day) => day[field]);
        return { label, value: line.reduce((sum, one) => sum + one, 0), change: change(field), line, href: rows({ role }) };
      }),
    );
  }

  private daily({ daily }: Users) {
    return html`<time-chart label="New accounts per day" .rows=${daily} .series=${ROLES} none="No new accounts in this range."></time-chart>`;
  }

  private all(users: Users) {
    return stats(
      { label: 'Users', value: users.total_users, href: rows() },
      { label: 'Active', value: users.active_users, href: rows({ suspended: 'false' }) },
      { label: 'Suspended', value: users.suspended_users, href: rows({ suspended: 'true' }) },
      { label: 'Admins, apart', value: users.total_admins, href: rows({ role: 'admin' }) },
    );
  }

  private byRole(users: Users) {
    const totals: Record<Role, number> = {
      clients: users.total_clients,
      writers: users.total_writers,
      editors: users.total_editors,
      support: users.total_support,
      admins: users.total_admins,
    };
    return breakdown(
      'Accounts by role',
      [
        { field: 'label', label: 'Role', kind: 'text' },
        { field: ({ field }) => totals[field], label: 'Accounts', kind: 'count' },
      ],
      ROLES,
      { href: ({ role }) => rows({ role }) },
    );
  }

  private byWebsite({ by_website = [] }: Users) {
    return breakdown(
      'Users by website',
      [
        { field: 'name', label: 'Website', kind: 'text' },
        { field: 'total_users', label: 'Users', kind: 'count' },
        { field: 'active_users', label: 'Active', kind: 'count' },
        { field: 'suspended_users', label: 'Suspended', kind: 'count' },
      ],
      by_website,
      { href: ({ website_id }) => address.link('/pages/users', { website: website_id }), none: 'No websites yet.' },
    );
  }
}

/** The accounts behind a number, on this page. */
function rows(filters: Record<string, string> = {}): string {
  return `${address.link('/pages/users', { list: ACCOUNTS.name, ...filters })}#rows`;
}
