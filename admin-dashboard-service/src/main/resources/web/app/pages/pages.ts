import { session } from '../session/session';

export interface PageEntry {
  path: string;
  title: string;
  /** The element that shows it. */
  tag: string;
  load: () => Promise<unknown>;
  roles: string[];
}

const STAFF = ['superadmin', 'admin', 'support'];

/** Each page is a chunk of its own, which comes when it is first gone to. */
const PAGES: PageEntry[] = [
  { path: '/', title: 'Overview', tag: 'overview-page', load: () => import('./overview'), roles: STAFF },
  { path: '/pages/users', title: 'Users', tag: 'users-page', load: () => import('./users'), roles: STAFF },
  { path: '/pages/payment-reminders', title: 'Payment reminders', tag: 'payment-reminders-page', load: () => import('./payment-reminders'), roles: STAFF },
  { path: '/pages/special-orders', title: 'Special orders', tag: 'special-orders-page', load: () => import('./special-orders'), roles: STAFF },
  { path: '/pages/tips', title: 'Tips', tag: 'tips-page', load: () => import('./tips'), roles: STAFF },
  { path: '/pages/payments', title: 'Payments', tag: 'payments-page', load: () => import('./payments'), roles: STAFF },
  { path: '/pages/writers', title: 'Writers', tag: 'writers-page', load: () => import('./writers'), roles: STAFF },
  { path: '/pages/tickets', title: 'Tickets', tag: 'tickets-page', load: () => import('./tickets'), roles: STAFF },
  { path: '/pages/operations', title: 'Operations', tag: 'operations-page', load: () => import('./operations'), roles: ['superadmin'] },
];

export function pagesForMe(): PageEntry[] {
  return PAGES.filter(({ roles }) => session.may(...roles));
}

export function pageAt(path: string): PageEntry | undefined {
  return PAGES.find((page) => page.path === path);
}
