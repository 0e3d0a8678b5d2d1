import type { AppLoadContext } from '@remix-run/node';
import { makeCode } from '#app/fielding/codes/access-codes.ts';
import { type AccessCode, type CodeBatch, listCodeBatches, listCodes } from '#db/queries/access-code.ts';
import type { Round } from '#surveys/round/round.ts';

/** What one letter carries. */
export interface LetterDetails {
  readonly serial: number;
  readonly stratum: string;
  readonly code: string;
}

/** A complete batch whose codes can be read. @throws {Response} 404 unknown, 409 unfinished, 410 sealed */
export async function getReadableBatch(
  context: AppLoadContext,
  round: Round,
  batchNumber: string | undefined,
): Promise<CodeBatch & { readonly seed: string }> {
  const batches = await listCodeBatches(context.services.db, round.id);
  const batch = batches.find(({ batch: number }) => String(number) === batchNumber);
  if (!batch) throw new Response(null, { status: 404 });
  if (batch.nMade < batch.nCodes) throw new Response(null, { status: 409 });
  if (batch.seed === null) throw new Response('codes', { status: 410 });
  return { ...batch, seed: batch.seed };
}

/**
 * The letters of a batch that may still be answered, in the order of their serials, codes in plain text.
 * @throws {Error} when the codes do not fit their hashes: the master secret is not the one they were made with
 */
export async function listLetterDetails(
  context: AppLoadContext,
  batch: CodeBatch & { readonly seed: string },
): Promise<readonly LetterDetails[]> {
  const { db, secrets } = context.services;
  const codes = await listCodes(db, { roundId: batch.roundId, batch: batch.batch });
  return codes
    .filter(({ state }) => state === 'issued' || state === 'used')
    .map(({ serial, stratum, codeHash }) => {
      const made = makeCode(secrets, { roundId: batch.roundId, seed: batch.seed, serial });
      if (made.codeHash !== codeHash) {
        throw new Error('codes do not fit their hashes: was KOEBAKO_SECRET or secret.key changed?');
      }
      return { serial, stratum, code: made.code };
    });
}

/** Reads single codes of a round; undefined for those of a sealed batch. */
export async function openCodes(
  context: AppLoadContext,
  round: Round,
): Promise<(code: AccessCode) => string | undefined> {
  const { db, secrets } = context.services;
  const seeds = new Map((await listCodeBatches(db, round.id)).map(({ batch, seed }) => [batch, seed]));
  return ({ batch, serial }) => {
    const seed = seeds.get(batch);
    return seed == null ? undefined : secrets.accessCode(round.id, seed, serial);
  };
}

/** Where residents reach the server: as configured, else as the clerk does. */
export const publicOriginOf = (context: AppLoadContext, request: Request): string =>
  context.services.publicOrigin ?? new URL(request.url).origin;
