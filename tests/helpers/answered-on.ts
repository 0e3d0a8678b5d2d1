import type { AnsweredOn } from '#surveys/response/answered-on.ts';

/** The day on which tests answer where the day does not matter. */
export const someDay: AnsweredOn = { from: '2026-11-28', to: '2026-11-28' };
