import { z } from 'zod';
import { audiences } from '#surveys/questionnaire/definition.ts';
import { japaneseDayOf } from '#surveys/round/japanese-time.ts';
import { localizedTextSchema } from '#surveys/text-schema.ts';

/** What a round promises and asks of those who answer, beside its questions; frozen with its approval. */
export const roundTermsSchema = z.strictObject({
  /** Who may answer for somebody else (代理回答). */
  proxy: localizedTextSchema,
  /** Which answer counts when paper and web both arrive. */
  duplicates: localizedTextSchema,
  /** What happens to those who do not answer. */
  nonResponse: localizedTextSchema,
  /** The office that answers questions about the round. */
  contact: localizedTextSchema,
  /** Until this day, the day itself included, returned paper forms are kept; then destroyed. */
  paperKeptUntil: z.iso.date(),
  /** Until this day, the day itself included, single responses are kept; then deleted. Figures stay. */
  responsesKeptUntil: z.iso.date(),
});
export type RoundTerms = z.infer<typeof roundTermsSchema>;

/** Until which days paper and single responses are kept. */
export type KeptUntil = Pick<RoundTerms, 'paperKeptUntil' | 'responsesKeptUntil'>;

const usualTextsSchema = roundTermsSchema.omit({ paperKeptUntil: true, responsesKeptUntil: true });

/** What a ward's rounds usually promise to each audience, until a clerk words it otherwise. */
export const usualTermsSchema = z.record(z.enum(audiences), usualTextsSchema);
export type UsualTerms = z.infer<typeof usualTermsSchema>;

/** The texts among the terms; the office writes them in Japanese. */
export type TermTexts = z.infer<typeof usualTextsSchema>;
export type TermName = keyof TermTexts;

const paperMonths = 3;
const responseYears = 5;

/** The usual terms of a round that closes at an instant (ISO-8601 UTC): the texts of its audience, and the usual days. */
export const defaultTerms = (texts: TermTexts, closesAt: string): RoundTerms => ({
  ...texts,
  ...usuallyKeptUntil(closesAt),
});

/**
 * How long things are usually kept of a round that closes at an instant (ISO-8601 UTC): paper for three months, single
 * responses for five years, counted from the day of closing in Japan.
 * @example usuallyKeptUntil('2026-11-29T16:00:00.000Z')
 *   // { paperKeptUntil: '2027-02-28', responsesKeptUntil: '2031-11-30' }
 */
export function usuallyKeptUntil(closesAt: string): KeptUntil {
  return {
    paperKeptUntil: laterDay(closesAt, { months: paperMonths }),
    responsesKeptUntil: laterDay(closesAt, { months: 12 * responseYears }),
  };
}

function laterDay(instant: string, { months }: { readonly months: number }): string {
  const day = new Date(japaneseDayOf(instant));
  const target = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months + 1, 0));
  // The last day of a month stands for days that the month does not have.
  target.setUTCDate(Math.min(day.getUTCDate(), target.getUTCDate()));
  return target.toISOString().slice(0, 10);
}
