import { z } from 'zod';
import { localizedTextSchema } from '#surveys/text.ts';

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

const paperMonths = 3;
const responseYears = 5;

/**
 * The usual terms of a round that closes at an instant (ISO-8601 UTC): paper for three months, single responses
 * for five years, counted from the day of closing in Japan.
 */
export function defaultTerms(closesAt: string): RoundTerms {
  return {
    proxy: {
      ja: 'ご本人が記入できないときは、ご家族や介助の方が、ご本人の考えを聞いて代わりに回答できます。',
      en: 'If the person addressed cannot fill in the form, family or a carer may answer for them, in their words.',
    },
    duplicates: {
      ja: '紙とインターネットの両方で回答された場合は、先に届いた回答だけを数えます。',
      en: 'If both a paper form and an online answer arrive, only the first one counts.',
    },
    nonResponse: {
      ja: '回答は任意です。回答しなくても不利益はありません。',
      en: 'Answering is voluntary. Nothing happens to you if you do not.',
    },
    contact: {
      ja: '区役所 総務課(区政の評価担当)',
      en: 'Ward office, General Affairs Section',
    },
    paperKeptUntil: laterDay(closesAt, { months: paperMonths }),
    responsesKeptUntil: laterDay(closesAt, { months: 12 * responseYears }),
  };
}

const tokyoOffsetMs = 9 * 60 * 60 * 1000;

function laterDay(instant: string, { months }: { readonly months: number }): string {
  const day = new Date(Date.parse(instant) + tokyoOffsetMs);
  const target = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months + 1, 0));
  // The last day of a month stands for days that the month does not have.
  target.setUTCDate(Math.min(day.getUTCDate(), target.getUTCDate()));
  return target.toISOString().slice(0, 10);
}
