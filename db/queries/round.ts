import { z } from 'zod';
import { type Db, dialectOf } from '#db/dialect.ts';
import { readJson, writeJson } from '#db/json-column.ts';
import type { RoundTable } from '#db/schema/rounds.ts';
import { audiences, questionnaireSchema } from '#surveys/questionnaire/definition.ts';
import { frameSchema } from '#surveys/round/frame.ts';
import { dueTransition } from '#surveys/round/lifecycle.ts';
import {
  accessSchema,
  designSchema,
  type Round,
  type RoundState,
  reminderSchema,
  roundStates,
} from '#surveys/round/round.ts';
import { type KeptUntil, type RoundTerms, roundTermsSchema } from '#surveys/round/terms.ts';

const stateSchema = z.enum(roundStates);
const audienceSchema = z.enum(audiences);

/** In which state and between which instants a round is fielded. */
export type RoundWindow = Pick<Round, 'state' | 'opensAt' | 'closesAt'>;

/** Where a round stands: what live views poll, without the questionnaire. */
export interface RoundStatus extends RoundWindow {
  /** Moves with every change of the tally. */
  readonly version: number;
}

/**
 * Stores a new round with its frozen questionnaire and the hash that freezing gave it.
 * @throws {z.ZodError} when the questionnaire does not fit its schema
 * @throws the database's violation when the id is taken or the plan does not exist
 */
export async function insertRound(db: Db, round: Round): Promise<void> {
  await db
    .insertInto('round')
    .values({
      id: round.id,
      plan_id: round.planId,
      fiscal_year: round.fiscalYear,
      title: round.title,
      audience: round.audience,
      design: round.design,
      state: round.state,
      access: round.access,
      reminder: round.reminder,
      opens_at: round.opensAt,
      closes_at: round.closesAt,
      population_size: round.populationSize,
      n_issued: round.nIssued,
      questionnaire_hash: round.questionnaireHash,
      is_demo: Number(round.isDemo),
      version: round.version,
      questionnaire: writeJson(questionnaireSchema, round.questionnaire),
      frame: round.frame === null ? null : writeJson(frameSchema, round.frame),
      terms: writeJson(roundTermsSchema, round.terms),
    })
    .execute();
}

/** The round with this id; undefined when there is none. */
export async function findRound(db: Db, id: string): Promise<Round | undefined> {
  const row = await db.selectFrom('round').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toRound(row);
}

/**
 * The round with this id.
 * @throws {Error} when there is none
 */
export async function getRound(db: Db, id: string): Promise<Round> {
  const round = await findRound(db, id);
  if (!round) throw new Error(`no round ${id}`);
  return round;
}

/** State, dates and version of a round; undefined when there is none with this id. */
export async function findRoundStatus(db: Db, id: string): Promise<RoundStatus | undefined> {
  const row = await db
    .selectFrom('round')
    .select(['state', 'opens_at', 'closes_at', 'version'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { ...toRoundWindow(row), version: row.version };
}

/** What the rules of its life ask about a round; undefined when there is none with this id. */
export async function findRoundToMove(
  db: Db,
  id: string,
): Promise<(RoundWindow & Pick<Round, 'audience'> & { readonly keptUntil: KeptUntil }) | undefined> {
  const row = await db
    .selectFrom('round')
    .select(['state', 'opens_at', 'closes_at', 'terms', 'audience'])
    .where('id', '=', id)
    .executeTakeFirst();
  return (
    row && { ...toRoundWindow(row), audience: audienceSchema.parse(row.audience), keptUntil: toTerms(row) }
  );
}

/** Rounds, the latest opening first; of one plan or in one state when asked. */
export async function listRounds(
  db: Db,
  filter: { readonly planId?: string; readonly state?: RoundState } = {},
): Promise<readonly Round[]> {
  let query = db.selectFrom('round').selectAll().orderBy('opens_at', 'desc').orderBy('id');
  if (filter.planId !== undefined) query = query.where('plan_id', '=', filter.planId);
  if (filter.state !== undefined) query = query.where('state', '=', filter.state);
  return (await query.execute()).map(toRound);
}

/** A round that the clock has to open or close. */
export interface DueRound {
  readonly roundId: string;
  readonly transition: 'open' | 'close';
}

/** The rounds that are to be opened or closed by their dates at an instant (ISO-8601 UTC), the earliest first. */
export async function listDueRounds(db: Db, now: string): Promise<readonly DueRound[]> {
  const rows = await db
    .selectFrom('round')
    .select(['id', 'state', 'opens_at', 'closes_at'])
    .where('state', 'in', ['approved', 'open'])
    .where('opens_at', '<=', now)
    .orderBy('opens_at')
    .execute();
  return rows.flatMap((row) => {
    const transition = dueTransition(toRoundWindow(row), now);
    return transition ? [{ roundId: row.id, transition }] : [];
  });
}

/** What of a round may change; what is left out, or undefined, stays as it is. */
export type RoundChanges = Partial<Omit<Round, 'id' | 'state' | 'version'>>;

/**
 * Changes a round, whatever its state: the caller holds it and has judged that it may be changed.
 * @throws {z.ZodError} when questionnaire, frame or terms do not fit their schemas
 */
export async function updateRound(tx: Db, roundId: string, changes: RoundChanges): Promise<void> {
  const values = toColumns(changes);
  if (Object.values(values).every((value) => value === undefined)) return;
  await tx.updateTable('round').set(values).where('id', '=', roundId).execute();
}

/** Columns of what is given; Kysely leaves out those that are undefined. */
function toColumns({ questionnaire, frame, terms, ...changes }: RoundChanges) {
  return {
    plan_id: changes.planId,
    is_demo: changes.isDemo === undefined ? undefined : Number(changes.isDemo),
    fiscal_year: changes.fiscalYear,
    title: changes.title,
    audience: changes.audience,
    design: changes.design,
    access: changes.access,
    reminder: changes.reminder,
    opens_at: changes.opensAt,
    closes_at: changes.closesAt,
    population_size: changes.populationSize,
    n_issued: changes.nIssued,
    questionnaire_hash: changes.questionnaireHash,
    questionnaire: questionnaire && writeJson(questionnaireSchema, questionnaire),
    frame: frame && writeJson(frameSchema, frame),
    ...(frame === null && { frame: null }),
    terms: terms && writeJson(roundTermsSchema, terms),
  };
}

/** Puts a round into a state, whatever it was in: the caller holds it and has judged that it may. */
export async function updateRoundState(
  tx: Db,
  { roundId, to }: { readonly roundId: string; readonly to: RoundState },
): Promise<void> {
  await tx.updateTable('round').set({ state: to }).where('id', '=', roundId).execute();
}

/**
 * Says that a round's tally changed: moves its version by one and gives the new one.
 * @throws {Error} when there is no such round
 */
export async function bumpRoundVersion(tx: Db, roundId: string): Promise<number> {
  const { version } = await tx
    .updateTable('round')
    .set(({ eb }) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', roundId)
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

/**
 * Locks a round's row until the transaction ends and gives its state, undefined when there is none.
 * `exclusive` also keeps acceptances out, `counting` keeps other changes of its responses and tally out, and
 * `counting-or-skip` gives undefined at once when another holds the row. SQLite has locked everything already.
 */
export async function lockRound(
  tx: Db,
  input: { readonly roundId: string; readonly mode: 'exclusive' | 'counting' | 'counting-or-skip' },
): Promise<RoundState | undefined> {
  let query = tx.selectFrom('round').select('state').where('id', '=', input.roundId);
  if (dialectOf(tx) === 'postgres') {
    // Acceptances hold the row FOR KEY SHARE: only FOR UPDATE waits for them, the others pass beside them.
    if (input.mode === 'exclusive') query = query.forUpdate();
    else query = query.forNoKeyUpdate();
    if (input.mode === 'counting-or-skip') query = query.skipLocked();
  }
  const row = await query.executeTakeFirst();
  return row && stateSchema.parse(row.state);
}

/** What decides whether a round takes an answer, and as what. */
export type RoundAdmission = RoundWindow & Pick<Round, 'id' | 'access' | 'audience'>;

/**
 * Keeps rounds from being closed until the transaction ends and gives how they stand; those that do not exist are
 * absent. Acceptances pass each other and the mixer.
 */
export async function shareRounds(tx: Db, roundIds: readonly string[]): Promise<readonly RoundAdmission[]> {
  const select = tx
    .selectFrom('round')
    .select(['id', 'state', 'opens_at', 'closes_at', 'access', 'audience'])
    .where('id', 'in', [...new Set(roundIds)])
    .orderBy('id');
  // NOTE: the weakest lock that FOR UPDATE waits for.
  const rows = await (dialectOf(tx) === 'postgres' ? select.forKeyShare() : select).execute();
  return rows.map((row) => ({
    id: row.id,
    ...toRoundWindow(row),
    access: accessSchema.parse(row.access),
    audience: audienceSchema.parse(row.audience),
  }));
}

/**
 * The state and dates of a row.
 * @throws {z.ZodError} when the stored state is none of ours
 */
export function toRoundWindow(row: Pick<RoundTable, 'state' | 'opens_at' | 'closes_at'>): RoundWindow {
  return { state: stateSchema.parse(row.state), opensAt: row.opens_at, closesAt: row.closes_at };
}

/**
 * The terms of a row.
 * @throws {z.ZodError} when stored terms do not fit their schema
 */
export const toTerms = (row: Pick<RoundTable, 'terms'>): RoundTerms => readJson(roundTermsSchema, row.terms);

function toRound(row: RoundTable): Round {
  return {
    id: row.id,
    planId: row.plan_id,
    fiscalYear: row.fiscal_year,
    title: row.title,
    audience: audienceSchema.parse(row.audience),
    design: designSchema.parse(row.design),
    ...toRoundWindow(row),
    access: accessSchema.parse(row.access),
    reminder: reminderSchema.parse(row.reminder),
    populationSize: row.population_size,
    nIssued: row.n_issued,
    questionnaire: readJson(questionnaireSchema, row.questionnaire),
    frame: row.frame === null ? null : readJson(frameSchema, row.frame),
    terms: toTerms(row),
    questionnaireHash: row.questionnaire_hash,
    isDemo: row.is_demo === 1,
    version: row.version,
  };
}
