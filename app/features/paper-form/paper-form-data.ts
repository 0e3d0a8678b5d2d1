import type { FormFacts } from '#app/fielding/paper/load-form-facts.ts';

/** What a printed form shows. */
export interface PaperFormData extends FormFacts {
  /** The mark of a stratum; null without one. */
  readonly mark: FormFacts['marks'][number] | null;
  readonly isLarge: boolean;
  /** What stands on the form of one letter; null where the code is copied by hand. */
  readonly letter: { readonly code: string; readonly imprint: string } | null;
}

/** The form of a round as an address asks for it (`?stratum=2&size=large`). */
export const paperFormOf = (facts: FormFacts, address: string): PaperFormData => {
  const { searchParams } = new URL(address);
  return {
    ...facts,
    mark: facts.marks.find(({ number }) => String(number) === searchParams.get('stratum')) ?? null,
    isLarge: searchParams.get('size') === 'large',
    letter: null,
  };
};
