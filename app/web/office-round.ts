import type { AppLoadContext } from '@remix-run/node';
import { findRound } from '#db/queries/round.ts';
import type { Round } from '#surveys/round/round.ts';

/** The round of a page behind the log-in. @throws {Response} 404 for an unknown round */
export async function getOfficeRound(context: AppLoadContext, roundId: string | undefined): Promise<Round> {
  const round = roundId === undefined ? undefined : await findRound(context.services.db, roundId);
  if (!round) throw new Response(null, { status: 404 });
  return round;
}
