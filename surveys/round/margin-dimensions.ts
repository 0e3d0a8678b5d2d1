import type { WardArea } from '#surveys/catalog/ward.ts';
import type { Questionnaire } from '#surveys/questionnaire/definition.ts';
import { profileOfQuestion } from '#surveys/questionnaire/kinds/index.ts';
import type { Option, ProfileDimension } from '#surveys/questionnaire/question-base.ts';
import type { Frame } from './frame.ts';
import type { MarginDimension } from './margins-csv.ts';

export interface MarginDimensions {
  /** In the order of the profile's dimensions; each category by its code, its labels and usual spellings. */
  readonly dimensions: readonly MarginDimension[];
  /** Answers that no population count has: 「その他」, 「わからない」. */
  readonly unmatched: Frame['unmatched'];
}

const headers: Readonly<Record<ProfileDimension, readonly string[]>> = {
  sex: ['性別', '男女', '男女別', 'sex'],
  age: ['年齢', '年齢階級', '年代', 'age'],
  area: ['地域', '地区', '小学校区', '学校区', '町', 'area'],
};

/** Labels that stand beside the categories of a population: nobody is registered as them. */
const withoutCounterpart = /^(その他|わからない|分からない|どちらでもない)/;

/**
 * What population counts for a questionnaire must be broken down by: the categories of its profile questions,
 * without 「答えたくない」 and without answers that no register knows. Empty when it asks no profile.
 * @param areas How the ward's registers write districts besides; a label of the questionnaire goes before.
 */
export function listMarginDimensions(
  questionnaire: Questionnaire,
  areas: readonly WardArea[] = [],
): MarginDimensions {
  const dimensions: MarginDimension[] = [];
  const unmatched: Frame['unmatched'][number][] = [];
  for (const question of questionnaire.pages.flatMap((page) => page.questions)) {
    const profile = profileOfQuestion(question);
    if (!profile) continue;
    const { dimension, options } = profile;
    const codes = new Map<string, string>(dimension === 'area' ? listAreaSpellings(areas, options) : []);
    for (const option of options) {
      if (option.refused) continue;
      if (withoutCounterpart.test(option.label.ja)) unmatched.push({ dimension, value: option.code });
      else for (const text of listSpellings(option)) codes.set(text, option.code);
    }
    dimensions.push({ dimension, headers: [...headers[dimension], question.text.ja], codes });
  }
  return { dimensions, unmatched };
}

/** The ward's spellings of the districts that the options are about. */
function listAreaSpellings(areas: readonly WardArea[], options: readonly Option[]): [string, string][] {
  const asked = new Set(options.map(({ code }) => code));
  return areas
    .filter(({ code }) => asked.has(code))
    .flatMap(({ code, spellings }) => spellings.map((text): [string, string] => [normalise(text), code]));
}

/** How a file may write a category: code, label in any language, and both with the usual variations. */
function listSpellings({ code, label }: Option): ReadonlySet<string> {
  const texts = [code, ...Object.values(label).filter((text) => text !== undefined)];
  return new Set(texts.flatMap((text) => [text, ...vary(text)]).map(normalise));
}

function vary(text: string): string[] {
  const japanese = text.replace(/性$|(小)?学校区$/, '');
  const span = /^(\d+)\D+(\d+)/.exec(text);
  if (span)
    return ['~', '-', '〜', '～'].flatMap((sign) => [
      `${span[1]}${sign}${span[2]}`,
      `${span[1]}${sign}${span[2]}歳`,
    ]);
  const open = /^(\d+)(-over|歳以上)$/.exec(text);
  if (open) return [`${open[1]}歳以上`, `${open[1]}以上`, `${open[1]}~`];
  return [japanese];
}

/** As the importer of files compares: width, case and spaces do not matter. */
function normalise(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}
