import type { AppLoadContext } from '@remix-run/node';
import { findRound } from '#db/queries/round.ts';
import { isWardsOwn } from '#surveys/round/audience.ts';
import { isBeforeFielding, type Round } from '#surveys/round/round.ts';
import { takesAnswers } from '#surveys/round/takes-answers.ts';

/**
 * The round a resident may answer now.
 * @throws {Response} 404 for an unknown round, 403 before it opens, 410 after it closed
 */
export async function getOpenRound(context: AppLoadContext, roundId: string | undefined): Promise<Round> {
  const round = await getResidentsRound(context, roundId);
  const instant = context.services.now().toISOString();
  if (takesAnswers(round, 'web', instant)) return round;
  const isBefore = isBeforeFielding(round.state) || (round.state === 'open' && instant < round.opensAt);
  throw new Response('round', { status: isBefore ? 403 : 410 });
}

/**
 * A round that residents could answer at some time, closed ones too: what it once told somebody stays where it was.
 * @throws {Response} 404 for an unknown round and for one that has not been asked yet
 */
export async function getFieldedRound(context: AppLoadContext, roundId: string | undefined): Promise<Round> {
  const round = await getResidentsRound(context, roundId);
  if (isBeforeFielding(round.state)) throw unknownRound();
  return round;
}

async function getResidentsRound(context: AppLoadContext, roundId: string | undefined): Promise<Round> {
  const round = roundId === undefined ? undefined : await findRound(context.services.db, roundId);
  if (!round || isWardsOwn(round.audience)) throw unknownRound();
  return round;
}

const unknownRound = () => new Response('round', { status: 404 });
