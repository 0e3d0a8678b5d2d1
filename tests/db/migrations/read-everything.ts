import type { Db } from '#db/dialect.ts';
import { listCodeBatches, listCodes } from '#db/queries/access-code.ts';
import { listAccounts } from '#db/queries/account.ts';
import { listAuditEntries } from '#db/queries/audit.ts';
import { listDayCounts } from '#db/queries/day-count.ts';
import { listDevices } from '#db/queries/device.ts';
import { listDeviceCounts } from '#db/queries/device-count.ts';
import { listFreeTexts } from '#db/queries/free-text.ts';
import { listImportJobs } from '#db/queries/import-job.ts';
import { listStagedRows } from '#db/queries/import-row.ts';
import { listInvitations } from '#db/queries/invitation.ts';
import { listOpenForms } from '#db/queries/keyed-entry.ts';
import { listKeyingCounts } from '#db/queries/keying-count.ts';
import { listPageCounts } from '#db/queries/page-count.ts';
import { findSettler } from '#db/queries/paper-setting.ts';
import { listPlans } from '#db/queries/plan.ts';
import { listResponses } from '#db/queries/response.ts';
import { listPublishedResults, listRoundResults } from '#db/queries/result.ts';
import { getRound, listRounds } from '#db/queries/round.ts';
import { findRoundSetup } from '#db/queries/round-setup.ts';
import { listRoundSteps } from '#db/queries/round-step.ts';
import { findTotp } from '#db/queries/second-step.ts';
import { listSessions } from '#db/queries/session.ts';
import { listTally } from '#db/queries/tally.ts';

type Found = readonly unknown[];
const sumOf = (counts: readonly { readonly n: number }[]): Found =>
  Array(counts.reduce((sum, { n }) => sum + n, 0));
const beginning = '2000-01-01T00:00:00.000Z';

/** What today's queries find of a round, by the table it is in. */
const readRound: Readonly<Record<string, (db: Db, roundId: string) => Promise<Found>>> = {
  round: async (db, id) => [await getRound(db, id)],
  round_setup: async (db, id) => [(await findRoundSetup(db, id)) ?? []].flat(),
  round_step: listRoundSteps,
  response: listResponses,
  free_text: listFreeTexts,
  tally: listTally,
  day_count: async (db, id) => sumOf(await listDayCounts(db, id)),
  page_count: async (db, id) => sumOf(await listPageCounts(db, id)),
  result: listRoundResults,
  access_code_batch: listCodeBatches,
  access_code: (db, roundId) => listCodes(db, { roundId }),
  keyed_entry: async (db, id) => (await listOpenForms(db, id)).flatMap(({ entries }) => entries),
  keying_count: listKeyingCounts,
  paper_setting: async (db, id) => [(await findSettler(db, id)) ?? []].flat(),
  import_job: listImportJobs,
  import_row: async (db, roundId) =>
    (
      await Promise.all(
        (
          await listImportJobs(db, roundId)
        ).map(({ id }) => listStagedRows(db, { roundId, id, after: 0, limit: 100 })),
      )
    ).flat(),
};

/** The like of an account. */
const readAccount: Readonly<Record<string, (db: Db, accountId: string) => Promise<Found>>> = {
  session: (db, accountId) => listSessions(db, { accountId, now: beginning }),
  account_totp: async (db, id) => [(await findTotp(db, id)) ?? []].flat(),
};

/** What does not belong to anything else. */
const readOthers: Readonly<Record<string, (db: Db) => Promise<Found>>> = {
  plan: listPlans,
  account: listAccounts,
  invitation: listInvitations,
  audit_entry: (db) => listAuditEntries(db, { limit: 100 }),
  device: listDevices,
  device_count: async (db) => sumOf(await listDeviceCounts(db)),
};

/**
 * Reads a database with today's queries, which check what they read; how many things they find, by table. Counters
 * give their sum. What is left out are tables of bare keys, and what only its owner can open.
 */
export async function countWhatIsRead(db: Db): Promise<Readonly<Record<string, number>>> {
  const found: Record<string, number> = {};
  const note = (table: string, { length }: Found) => {
    found[table] = (found[table] ?? 0) + length;
  };
  for (const [table, read] of Object.entries(readOthers)) note(table, await read(db));
  for (const { id } of await listAccounts(db)) {
    for (const [table, read] of Object.entries(readAccount)) note(table, await read(db, id));
  }
  for (const { id, planId, fiscalYear } of await listRounds(db)) {
    for (const [table, read] of Object.entries(readRound)) note(table, await read(db, id));
    await listPublishedResults(db, { planId, fiscalYear });
  }
  return found;
}
