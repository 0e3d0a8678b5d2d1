import type { Services } from '#app/fielding/services.ts';
import { findRound } from '#db/queries/round.ts';
import { isWardsOwn } from '#surveys/round/audience.ts';
import { isBeforeFielding, type Round } from '#surveys/round/round.ts';
import { takesAnswers } from '#surveys/round/takes-answers.ts';

/** A round that residents may answer now, or why not. */
export type OpenRound =
  | { readonly kind: 'open'; readonly round: Round }
  | { readonly kind: 'unknown' | 'not_open_yet' | 'closed' };

/** The round a resident may answer now; of the ward's own rounds residents know nothing. */
export async function findOpenRound(services: Services, roundId: string): Promise<OpenRound> {
  const round = await findResidentsRound(services, roundId);
  if (!round) return { kind: 'unknown' };
  const instant = services.now().toISOString();
  if (takesAnswers(round, 'web', instant)) return { kind: 'open', round };
  const isBefore = isBeforeFielding(round.state) || (round.state === 'open' && instant < round.opensAt);
  return { kind: isBefore ? 'not_open_yet' : 'closed' };
}

/**
 * A round that residents could answer at some time, closed ones too: what it once told somebody stays where it was.
 * Undefined for an unknown round and for one that has not been asked yet.
 */
export async function findFieldedRound(services: Services, roundId: string): Promise<Round | undefined> {
  const round = await findResidentsRound(services, roundId);
  return round && !isBeforeFielding(round.state) ? round : undefined;
}

async function findResidentsRound({ db }: Services, roundId: string): Promise<Round | undefined> {
  const round = await findRound(db, roundId);
  return round && !isWardsOwn(round.audience) ? round : undefined;
}
