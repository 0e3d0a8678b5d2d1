import { readFile } from 'node:fs/promises';
import type { AppLoadContext } from '@remix-run/node';
import { labelIn, listCategoryLabels } from '#app/features/frame/category-labels.ts';
import { csvProblemText, eStatErrorText } from '#app/features/frame/frame-words.ts';
import { listMarginFiles, strataFile } from '#app/features/frame/margin-files.ts';
import { type CutClassRule, parseAgeBand, sumIntoBands } from '#surveys/round/age-bands.ts';
import { buildFrame } from '#surveys/round/build-frame.ts';
import {
  type Frame,
  type FrameMargin,
  frameSchema,
  hasStrata,
  type Merge,
  mergeSchema,
} from '#surveys/round/frame.ts';
import { listMarginDimensions } from '#surveys/round/margin-dimensions.ts';
import { importMarginsCsv } from '#surveys/round/margins-csv.ts';
import type { Round } from '#surveys/round/round.ts';
import { importStrataCsv } from '#surveys/round/strata-csv.ts';

/** What a form says is wrong, tied to the field's id. */
export interface FormError {
  readonly field: string;
  readonly message: string;
}

export type FrameForm =
  | { readonly ok: true; readonly frame: Frame }
  | { readonly ok: false; readonly errors: readonly FormError[] };

const refuse = (...errors: FormError[]): FrameForm => ({ ok: false, errors });
const maxProblemsShown = 8;

/** Strata that were typed or read before stay when new counts come without strata; null where there are none. */
function registeredStrata({ frame }: Round): Frame['strata'] | null {
  return frame !== null && hasStrata(frame) ? frame.strata : null;
}

/** A frame from uploaded population files. */
export async function readUploadedFrame(context: AppLoadContext, round: Round): Promise<FrameForm> {
  const { form, files } = context;
  const labelOf = labelIn(listCategoryLabels(round.questionnaire));
  const errors: FormError[] = [];
  const source = form.get('source')?.trim() ?? '';
  const asOf = form.get('asOf') ?? '';
  if (source === '') errors.push({ field: 'source', message: '人口の出どころを入力してください。' });
  if (!frameSchema.shape.asOf.safeParse(asOf).success) {
    errors.push({ field: 'asOf', message: 'いつの人口か、日付を入力してください。' });
  }
  const bytesOf = async (name: string) => {
    const file = files.find(({ field }) => field === name);
    return file && (await readFile(file.path));
  };
  const collect = (field: string, problems: Parameters<typeof csvProblemText>[0][]) => {
    for (const problem of problems.slice(0, maxProblemsShown)) {
      errors.push({ field, message: csvProblemText(problem, labelOf) });
    }
    const nMore = problems.length - maxProblemsShown;
    if (nMore > 0) errors.push({ field, message: `ほかに${nMore}件の誤りがあります。` });
  };
  const dimensions = listMarginDimensions(round.questionnaire);
  const margins: FrameMargin[] = [];
  for (const { name, by } of listMarginFiles(dimensions)) {
    const bytes = await bytesOf(name);
    if (!bytes) continue;
    const result = importMarginsCsv(bytes, { dimensions: dimensions.dimensions, margins: [by] });
    if (result.ok) margins.push(...result.margins);
    else collect(name, [...result.problems]);
  }
  const strataBytes = await bytesOf(strataFile.name);
  const strata = strataBytes && importStrataCsv(strataBytes);
  if (strata && !strata.ok) collect(strataFile.name, [...strata.problems]);
  if (files.length === 0) {
    errors.push({ field: 'sex-age', message: '人口のファイルを一つ以上選んでください。' });
  }
  if (errors.length > 0) return refuse(...errors);
  if (margins.some(({ categories }) => categories.every(({ population }) => population === 0))) {
    return refuse({ field: 'sex-age', message: '人口の合計が0人です。' });
  }
  const parts = {
    source,
    asOf,
    margins,
    strata: strata?.ok ? strata.strata : registeredStrata(round),
    nIssued: round.nIssued,
  };
  return { ok: true, frame: buildFrame(round.questionnaire, parts) };
}

/** A frame with the population by sex and age that e-Stat has of a municipality. */
export async function readEStatFrame(context: AppLoadContext, round: Round): Promise<FrameForm> {
  const areaCode = context.form.get('areaCode')?.normalize('NFKC').trim() ?? '';
  const statsDataId = context.form.get('statsDataId')?.normalize('NFKC').trim() ?? '';
  const rule: CutClassRule = context.form.get('cutRule') === 'spread-evenly' ? 'spread-evenly' : 'refuse';
  if (!/^\d{5}$/.test(areaCode)) {
    return refuse({ field: 'areaCode', message: '市区町村コードは5けたの数字で入力してください。' });
  }
  if (!/^\d{10}$/.test(statsDataId)) {
    return refuse({ field: 'statsDataId', message: '統計表 ID は10けたの数字で入力してください。' });
  }
  const { dimensions } = listMarginDimensions(round.questionnaire);
  const codesOf = (name: string) => [
    ...new Set(dimensions.find(({ dimension }) => dimension === name)?.codes.values() ?? []),
  ];
  const bands = codesOf('age');
  const sexes = dimensions.find(({ dimension }) => dimension === 'sex')?.codes;
  const [male, female] = [sexes?.get('男'), sexes?.get('女')];
  if (male === undefined || female === undefined || bands.length === 0 || !bands.every(parseAgeBand)) {
    return refuse({
      field: 'areaCode',
      message: 'この調査票は性別と年齢を聞いていないため、e-Stat の人口を使えません。',
    });
  }
  const result = await context.services.eStat.fetchPopulation({ areaCode, statsDataId });
  if (!result.ok) return refuse({ field: 'areaCode', message: eStatErrorText(result.error) });
  const { population } = result;
  const banded = sumIntoBands(population.ages, bands, rule);
  if (!banded.ok) {
    const labelOf = labelIn(listCategoryLabels(round.questionnaire));
    const message =
      'cut' in banded
        ? `この表の年齢は${banded.cut.from}〜${banded.cut.to}歳の区切りで、調査票の「${labelOf('age', banded.band)}」に分けられません。各歳の表を指定するか、「均等とみなして分ける」を選んでください。`
        : `この表には、調査票の「${labelOf('age', banded.uncovered)}」にあたる年齢の人口がありません。`;
    return refuse({ field: 'cut' in banded ? 'cutRule' : 'statsDataId', message });
  }
  const margin: FrameMargin = {
    by: ['sex', 'age'],
    categories: (['m', 'f'] as const).flatMap((sex) =>
      bands.map((band) => ({
        key: [sex === 'm' ? male : female, band],
        population: banded.counts.get(band)?.[sex] ?? 0,
      })),
    ),
  };
  const spread = rule === 'spread-evenly' ? '、5歳階級は均等とみなして分けた' : '';
  const source = `${population.source} ${population.areaName}${spread}`;
  const asOf = population.asOf ?? context.services.now().toISOString().slice(0, 10);
  const parts = { source, asOf, margins: [margin], strata: registeredStrata(round), nIssued: round.nIssued };
  return { ok: true, frame: buildFrame(round.questionnaire, parts) };
}

/** The frame that a preview carried along, with the merge plan as it was edited. */
export function readPreviewedFrame(form: URLSearchParams): FrameForm {
  const frame = frameSchema.safeParse(parseJson(form.get('frame') ?? ''));
  if (!frame.success) throw new Response(null, { status: 400 });
  const into = form.getAll('mergeInto');
  const merges: Merge[] = [];
  const errors: FormError[] = [];
  form.getAll('mergeFrom').forEach((from, index) => {
    const target = into[index] ?? '';
    if (from === '' && target === '') return;
    const merge = readMerge(from, target);
    if (merge) merges.push(merge);
    else
      errors.push({
        field: `merge-${index}`,
        message: `まとめ方の${index + 1}番目: 同じ種類の区分を二つ選んでください。`,
      });
  });
  return errors.length > 0 ? refuse(...errors) : { ok: true, frame: { ...frame.data, merges } };
}

/** `age/18-19` and `age/20-29`, when both are of one dimension. */
function readMerge(from: string, into: string): Merge | undefined {
  const [fromDimension, ...fromCategory] = from.split('/');
  const [intoDimension, ...intoCategory] = into.split('/');
  const merge = mergeSchema.safeParse({
    dimension: fromDimension,
    from: fromCategory.join('/'),
    into: intoCategory.join('/'),
  });
  return merge.success && fromDimension === intoDimension ? merge.data : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
