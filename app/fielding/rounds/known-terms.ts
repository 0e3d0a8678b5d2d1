import type { Services } from '#app/fielding/services.ts';
import type { Db } from '#db/connect.ts';
import { findRound } from '#db/queries/round.ts';
import type { Round } from '#surveys/round/round.ts';
import type { RoundSetup } from '#surveys/round/setup.ts';
import { mapTerms, translateWording } from '#surveys/round/term-wording.ts';
import type { TermName, TermTexts } from '#surveys/round/terms.ts';
import { type Locale, locales } from '#surveys/text.ts';

/** A text of a round's terms as pages show it before it is saved. */
export interface TermWordings {
  /** As it is usually worded for those whom the round asks. */
  readonly usual: string;
  /** Every wording that is known, with the languages it is there in. */
  readonly known: readonly { readonly ja: string; readonly languages: readonly Locale[] }[];
}

interface Prepared {
  readonly round: Pick<Round, 'audience' | 'terms'>;
  readonly setup: Pick<RoundSetup, 'copiedFrom'>;
}

/**
 * Texts whose translations a round in preparation may use, those that count first at the front: its own, the usual
 * ones of its audience, those of the round it is a copy of, and the usual ones of other audiences.
 */
export async function listKnownTerms(
  { usualTerms }: Pick<Services, 'usualTerms'>,
  db: Db,
  { round, setup }: Prepared,
): Promise<readonly TermTexts[]> {
  const earlier = setup.copiedFrom ? await findRound(db, setup.copiedFrom) : undefined;
  const copied = earlier ? [earlier.terms] : [];
  return [round.terms, usualTerms[round.audience], ...copied, ...Object.values(usualTerms)];
}

/** Which wordings of a round's terms are known, and in which languages. */
export async function loadWordings(
  services: Pick<Services, 'usualTerms' | 'db'>,
  prepared: Prepared,
): Promise<Readonly<Record<TermName, TermWordings>>> {
  const terms = await listKnownTerms(services, services.db, prepared);
  return mapTerms((name) => {
    const known = terms.map((texts) => texts[name]);
    const wordings = new Set(known.map(({ ja }) => ja));
    return {
      usual: services.usualTerms[prepared.round.audience][name].ja,
      known: [...wordings].map((ja) => {
        const text = translateWording(ja, known);
        return { ja, languages: locales.filter((locale) => text[locale] !== undefined) };
      }),
    };
  });
}
