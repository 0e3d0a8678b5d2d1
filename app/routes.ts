import type { Role } from '#db/queries/account.ts';

/**
 * On which listener a route is known, where staff have one of their own. Tablets at the counter belong to the
 * office: staff pair them, and their cookie is worth something on the office's address only.
 */
export type Zone = 'public' | 'staff' | 'both';

/** Who may use a route that stands behind the log-in: any account, or those with a role; admins may always. */
export type Insiders = 'signed-in' | readonly [Role, ...Role[]];

/** A route without log-in, on any listener. */
export type OpenRow = readonly [path: string, module: string, zone: Zone, roles: 'everyone'];

/** A route behind the log-in: staff's listener has one, the public listener has none. */
export type GatedRow = readonly [path: string, module: string, zone: 'staff', roles: Insiders];

export type RouteRow = OpenRow | GatedRow;

/**
 * Every URL of Koebako: path, the module under app/routes/ that answers it, on which listener, and for whom.
 * The gate (app/web/gate.ts) asks for the roles before a loader or an action runs.
 */
export const routeTable: readonly RouteRow[] = [
  // Public: the ward's evaluation pages
  ['/', 'public/home.tsx', 'public', 'everyone'],
  ['/plans/:plan/evaluations/:fiscalYear', 'public/evaluation.tsx', 'public', 'everyone'],
  [
    '/plans/:plan/evaluations/:fiscalYear/sections/:section',
    'public/evaluation-section.tsx',
    'public',
    'everyone',
  ],

  // Residents: answering a round
  ['/s/:round', 'resident/start.tsx', 'public', 'everyone'],
  ['/s/:round/p/:page', 'resident/page.tsx', 'public', 'everyone'],
  ['/s/:round/review', 'resident/review.tsx', 'public', 'everyone'],
  ['/s/:round/sent/:receipt', 'resident/sent.tsx', 'public', 'everyone'],
  ['/s/:round/code/:state', 'resident/code-state.tsx', 'public', 'everyone'],
  ['/c', 'resident/code-entry.tsx', 'public', 'everyone'],
  ['/c/:code', 'resident/code-link.ts', 'public', 'everyone'],

  // Log-in and one's own account
  ['/login', 'account/login.tsx', 'staff', 'everyone'],
  ['/login/code', 'account/login-code.tsx', 'staff', 'everyone'],
  ['/logout', 'account/logout.ts', 'staff', 'everyone'],
  ['/join/:token', 'account/join.tsx', 'staff', 'everyone'],
  ['/account', 'account/account.tsx', 'staff', 'signed-in'],
  ['/account/password', 'account/password.tsx', 'staff', 'signed-in'],
  ['/account/second-step', 'account/second-step.tsx', 'staff', 'signed-in'],

  // Admins: who may do what, and who did what
  ['/admin/people', 'admin/people.tsx', 'staff', ['admin']],
  ['/admin/people/new', 'admin/new-person.tsx', 'staff', ['admin']],
  ['/admin/people/:person', 'admin/person.tsx', 'staff', ['admin']],
  ['/admin/audit', 'admin/audit.tsx', 'staff', ['admin']],
  ['/admin/audit.csv', 'admin/audit-csv.ts', 'staff', ['admin']],

  // Staff: launching and fielding rounds
  ['/staff', 'staff/rounds.tsx', 'staff', ['staff']],
  ['/staff/rounds/new', 'staff/new-round.tsx', 'staff', ['staff']],
  ['/staff/rounds/:round', 'staff/round.tsx', 'staff', ['staff']],
  ['/staff/rounds/:round/setup/:step', 'staff/round-setup.tsx', 'staff', ['staff']],
  ['/staff/rounds/:round/preview', 'staff/round-preview.tsx', 'staff', ['staff', 'manager']],
  ['/staff/rounds/:round/records', 'staff/records.tsx', 'staff', ['staff']],
  ['/staff/rounds/:round/paper', 'staff/paper.tsx', 'staff', ['staff']],
  ['/staff/rounds/:round/keying', 'staff/keying.tsx', 'staff', ['staff']],
  ['/staff/rounds/:round/keying/mismatches', 'staff/keying-mismatches.tsx', 'staff', ['staff']],
  ['/staff/rounds/:round/import', 'staff/import.tsx', 'staff', ['staff']],
  ['/staff/rounds/:round/import/template', 'staff/import-template.ts', 'staff', ['staff']],
  ['/staff/rounds/:round/import/:job', 'staff/import-job.tsx', 'staff', ['staff']],
  ['/staff/rounds/:round/frame', 'staff/frame.tsx', 'staff', ['staff']],
  ['/staff/rounds/:round/frame/samples/:file', 'staff/frame-sample.ts', 'staff', ['staff']],
  ['/staff/rounds/:round/codes', 'staff/codes.tsx', 'staff', ['staff']],
  ['/staff/rounds/:round/codes/:batch/letters', 'staff/letters.ts', 'staff', ['staff']],
  ['/staff/rounds/:round/codes/:batch/forms', 'staff/coded-forms.ts', 'staff', ['staff']],
  ['/staff/rounds/:round/codes/:batch/sheet/:format', 'staff/code-sheet.ts', 'staff', ['staff']],
  ['/staff/rounds/:round/reminder/:format', 'staff/reminder.ts', 'staff', ['staff']],
  ['/staff/rounds/:round/invitees', 'staff/invitees.tsx', 'staff', ['staff']],
  ['/staff/rounds/:round/dashboard', 'staff/dashboard.tsx', 'staff', ['staff']],
  ['/staff/rounds/:round/dashboard/events', 'staff/dashboard-events.ts', 'staff', ['staff']],
  ['/staff/devices', 'staff/devices.tsx', 'staff', ['staff']],

  // The tablet at the counter
  ['/kiosk', 'kiosk/kiosk.tsx', 'staff', 'everyone'],
  ['/kiosk/answers', 'kiosk/answers.ts', 'staff', 'everyone'],
  ['/kiosk/code', 'kiosk/code.ts', 'staff', 'everyone'],

  // Managers: live results
  ['/manager', 'manager/rounds.tsx', 'staff', ['staff', 'manager']],
  ['/manager/rounds/:round', 'manager/live.tsx', 'staff', ['staff', 'manager']],
  ['/manager/rounds/:round/approval', 'manager/approval.tsx', 'staff', ['manager']],
  ['/manager/rounds/:round/events', 'manager/live-events.ts', 'staff', ['staff', 'manager']],
  ['/manager/rounds/:round/indicators/:indicator', 'manager/indicator.tsx', 'staff', ['staff', 'manager']],

  // Machine-readable twins
  ['/api/v1/plans/:plan/evaluations/:fiscalYear', 'api/evaluation.ts', 'public', 'everyone'],
  ['/api/v1/rounds/:round/results', 'api/round-results.ts', 'staff', 'signed-in'],
  ['/api/health', 'api/health.ts', 'both', 'everyone'],

  // Where the server sends a request it refused before any route saw it
  ['/refused/:status', 'public/refused.tsx', 'both', 'everyone'],

  // Everything else: a clear page, not the framework's
  ['*', 'public/not-found.tsx', 'both', 'everyone'],
];
