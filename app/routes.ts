import type { UNSAFE_DefineRoutesFunction as DefineRoutesFunction } from '@remix-run/dev';

/** Every URL of Koebako: path, then the module under app/routes/ that answers it. */
export const routeTable: readonly (readonly [path: string, module: string])[] = [
  // Public: the ward's evaluation pages
  ['/', 'public/home.tsx'],
  ['/plans/:plan/evaluations/:fiscalYear', 'public/evaluation.tsx'],
  ['/plans/:plan/evaluations/:fiscalYear/sections/:section', 'public/evaluation-section.tsx'],

  // Residents: answering a round
  ['/s/:round', 'resident/start.tsx'],
  ['/s/:round/p/:page', 'resident/page.tsx'],
  ['/s/:round/review', 'resident/review.tsx'],
  ['/s/:round/sent/:receipt', 'resident/sent.tsx'],
  ['/s/:round/code/:state', 'resident/code-state.tsx'],
  ['/c', 'resident/code-entry.tsx'],
  ['/c/:code', 'resident/code-link.ts'],

  // Log-in and one's own account
  ['/login', 'account/login.tsx'],
  ['/login/code', 'account/login-code.tsx'],
  ['/logout', 'account/logout.ts'],
  ['/join/:token', 'account/join.tsx'],
  ['/account', 'account/account.tsx'],
  ['/account/password', 'account/password.tsx'],
  ['/account/second-step', 'account/second-step.tsx'],

  // Admins: who may do what, and who did what
  ['/admin/people', 'admin/people.tsx'],
  ['/admin/people/new', 'admin/new-person.tsx'],
  ['/admin/people/:person', 'admin/person.tsx'],
  ['/admin/audit', 'admin/audit.tsx'],
  ['/admin/audit.csv', 'admin/audit-csv.ts'],

  // Staff: launching and fielding rounds
  ['/staff', 'staff/rounds.tsx'],
  ['/staff/rounds/new', 'staff/new-round.tsx'],
  ['/staff/rounds/:round', 'staff/round.tsx'],
  ['/staff/rounds/:round/setup/:step', 'staff/round-setup.tsx'],
  ['/staff/rounds/:round/preview', 'staff/round-preview.tsx'],
  ['/staff/rounds/:round/records', 'staff/records.tsx'],
  ['/staff/rounds/:round/paper', 'staff/paper.tsx'],
  ['/staff/rounds/:round/keying', 'staff/keying.tsx'],
  ['/staff/rounds/:round/keying/mismatches', 'staff/keying-mismatches.tsx'],
  ['/staff/rounds/:round/import', 'staff/import.tsx'],
  ['/staff/rounds/:round/import/template', 'staff/import-template.ts'],
  ['/staff/rounds/:round/import/:job', 'staff/import-job.tsx'],
  ['/staff/rounds/:round/frame', 'staff/frame.tsx'],
  ['/staff/rounds/:round/frame/samples/:file', 'staff/frame-sample.ts'],
  ['/staff/rounds/:round/codes', 'staff/codes.tsx'],
  ['/staff/rounds/:round/codes/:batch/letters', 'staff/letters.ts'],
  ['/staff/rounds/:round/codes/:batch/forms', 'staff/coded-forms.ts'],
  ['/staff/rounds/:round/codes/:batch/sheet/:format', 'staff/code-sheet.ts'],
  ['/staff/rounds/:round/reminder/:format', 'staff/reminder.ts'],
  ['/staff/rounds/:round/invitees', 'staff/invitees.tsx'],
  ['/staff/rounds/:round/dashboard', 'staff/dashboard.tsx'],
  ['/staff/rounds/:round/dashboard/events', 'staff/dashboard-events.ts'],
  ['/staff/devices', 'staff/devices.tsx'],

  // The tablet at the counter
  ['/kiosk', 'kiosk/kiosk.tsx'],
  ['/kiosk/answers', 'kiosk/answers.ts'],
  ['/kiosk/code', 'kiosk/code.ts'],

  // Managers: live results
  ['/manager', 'manager/rounds.tsx'],
  ['/manager/rounds/:round', 'manager/live.tsx'],
  ['/manager/rounds/:round/approval', 'manager/approval.tsx'],
  ['/manager/rounds/:round/events', 'manager/live-events.ts'],
  ['/manager/rounds/:round/indicators/:indicator', 'manager/indicator.tsx'],

  // Machine-readable twins
  ['/api/v1/plans/:plan/evaluations/:fiscalYear', 'api/evaluation.ts'],
  ['/api/v1/rounds/:round/results', 'api/round-results.ts'],
  ['/api/health', 'api/health.ts'],

  // Where the server sends a request it refused before any route saw it
  ['/refused/:status', 'public/refused.tsx'],

  // Everything else: a clear page, not the framework's
  ['*', 'public/not-found.tsx'],
];

export const defineRoutes = (define: DefineRoutesFunction) =>
  define((route) => {
    for (const [path, module] of routeTable) {
      if (path === '/') route('', `routes/${module}`, { index: true });
      else route(path, `routes/${module}`);
    }
  });
