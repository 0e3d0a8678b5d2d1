import { mainRoad } from './0001-main-road.ts';
import { frame } from './0002-frame.ts';
import { accessCodes } from './0003-access-codes.ts';
import { people } from './0004-people.ts';
import { lifecycle } from './0005-lifecycle.ts';
import { paper } from './0006-paper.ts';
import { devices } from './0007-devices.ts';
import { invitationMaker } from './0008-invitation-maker.ts';
import { codeLog } from './0009-code-log.ts';
import { erasure } from './0010-erasure.ts';
import { terms } from './0011-terms.ts';
import { importProblems } from './0012-import-problems.ts';
import { firstResults } from './0013-first-results.ts';
import type { SchemaVersion } from './rows.ts';

/** Every version of the schema by the name of its migration, in order. */
export const schemaVersions: ReadonlyMap<string, SchemaVersion> = new Map([
  ['0001-main-road', mainRoad],
  ['0002-frame', frame],
  ['0003-access-codes', accessCodes],
  ['0004-people', people],
  ['0005-lifecycle', lifecycle],
  ['0006-paper', paper],
  ['0007-devices', devices],
  ['0008-invitation-maker', invitationMaker],
  ['0009-code-log', codeLog],
  ['0010-erasure', erasure],
  ['0011-terms', terms],
  ['0012-import-problems', importProblems],
  ['0013-first-results', firstResults],
]);
