import type { Migration } from 'kysely/migration';
import * as mainRoad from '#db/migrations/0001-main-road.ts';
import * as frame from '#db/migrations/0002-frame.ts';
import * as accessCodes from '#db/migrations/0003-access-codes.ts';
import * as people from '#db/migrations/0004-people.ts';
import * as lifecycle from '#db/migrations/0005-lifecycle.ts';
import * as paper from '#db/migrations/0006-paper.ts';
import * as devices from '#db/migrations/0007-devices.ts';
import * as invitationMaker from '#db/migrations/0008-invitation-maker.ts';
import * as codeLog from '#db/migrations/0009-code-log.ts';
import * as erasure from '#db/migrations/0010-erasure.ts';
import * as terms from '#db/migrations/0011-terms.ts';
import * as importProblems from '#db/migrations/0012-import-problems.ts';
import * as firstResults from '#db/migrations/0013-first-results.ts';

/** Every migration in order; an applied one is never edited, so the list only grows. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-main-road': mainRoad,
  '0002-frame': frame,
  '0003-access-codes': accessCodes,
  '0004-people': people,
  '0005-lifecycle': lifecycle,
  '0006-paper': paper,
  '0007-devices': devices,
  '0008-invitation-maker': invitationMaker,
  '0009-code-log': codeLog,
  '0010-erasure': erasure,
  '0011-terms': terms,
  '0012-import-problems': importProblems,
  '0013-first-results': firstResults,
};
