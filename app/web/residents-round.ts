import type { AppLoadContext } from '@remix-run/node';
import { findFieldedRound, findOpenRound, type OpenRound } from '#app/fielding/answer/find-round.ts';
import type { Round } from '#surveys/round/round.ts';

/** The error page tells residents by these why they cannot answer. */
const statuses: Readonly<Record<Exclude<OpenRound['kind'], 'open'>, number>> = {
  unknown: 404,
  not_open_yet: 403,
  closed: 410,
};

const refuse = (kind: keyof typeof statuses) => new Response('round', { status: statuses[kind] });

/**
 * The round a resident may answer now.
 * @throws {Response} 404 for an unknown round, 403 before it opens, 410 after it closed
 */
export async function getOpenRound(
  { services }: AppLoadContext,
  roundId: string | undefined,
): Promise<Round> {
  const found = await findOpenRound(services, roundId ?? '');
  if (found.kind !== 'open') throw refuse(found.kind);
  return found.round;
}

/**
 * A round that residents could answer at some time, closed ones too.
 * @throws {Response} 404 for an unknown round and for one that has not been asked yet
 */
export async function getFieldedRound(
  { services }: AppLoadContext,
  roundId: string | undefined,
): Promise<Round> {
  const round = await findFieldedRound(services, roundId ?? '');
  if (!round) throw refuse('unknown');
  return round;
}
