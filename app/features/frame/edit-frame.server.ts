import { readFile } from 'node:fs/promises';
import type { AppLoadContext } from '@remix-run/node';
import { z } from 'zod';
import { labelIn, listCategoryLabels } from '#app/features/frame/category-labels.ts';
import {
  eStatRefusalText,
  type FormError,
  fieldOfEStatRefusal,
  filesProblemsText,
  spreadNote,
} from '#app/features/frame/frame-words.ts';
import { type FramePreview, previewFrame } from '#app/features/frame/preview-frame.ts';
import { readEStatFrame, saveFrame } from '#app/fielding/rounds/frame.ts';
import { getForm, parseForm } from '#app/web/form.ts';
import type { Account } from '#db/queries/account.ts';
import { buildFrame, strataToKeep } from '#surveys/round/build-frame.ts';
import { type Frame, frameSchema, type Merge, mergeSchema } from '#surveys/round/frame.ts';
import { readPopulationFiles } from '#surveys/round/population-files.ts';
import type { Round } from '#surveys/round/round.ts';

export type FrameStep =
  | { readonly kind: 'saved' }
  | { readonly kind: 'locked' }
  | {
      readonly kind: 'invalid';
      readonly intent: string;
      readonly errors: readonly FormError[];
      readonly values: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'preview'; readonly preview: FramePreview; readonly errors: readonly FormError[] };

type FrameForm =
  | { readonly ok: true; readonly frame: Frame }
  | { readonly ok: false; readonly errors: readonly FormError[] };

const stepSchema = z.strictObject({ intent: z.enum(['upload', 'e-stat', 'merges', 'save']) });

/** One step of a round's frame: read files, ask e-Stat, look at the merge plan again, or save. */
export async function editFrame(
  context: AppLoadContext,
  { by, round }: { readonly by: Account; readonly round: Round },
): Promise<FrameStep> {
  if (round.state !== 'draft') return { kind: 'locked' };
  const { intent } = getForm(stepSchema, context.form);
  const labels = listCategoryLabels(round.questionnaire);
  const show = (frame: Frame, errors: readonly FormError[] = []): FrameStep => ({
    kind: 'preview',
    preview: previewFrame(frame, labels, round.populationSize),
    errors,
  });
  if (intent === 'upload' || intent === 'e-stat') {
    const read = intent === 'upload' ? readUploadedFrame : askEStat;
    const form = await read(context, round);
    if (form.ok) return show(form.frame);
    return { kind: 'invalid', intent, errors: form.errors, values: Object.fromEntries(context.form) };
  }
  const { frame, errors } = readPreviewedFrame(context.form);
  if (intent === 'merges' || errors.length > 0) return show(frame, errors);
  const result = await saveFrame(context.services, { by, roundId: round.id, frame });
  return result.kind === 'unusable' ? show(frame) : result;
}

const errorsOf = (errors: Readonly<Record<string, string>>): FormError[] =>
  Object.entries(errors).map(([field, message]) => ({ field, message }));

const factsSchema = z.strictObject({
  source: z.string().trim().min(1, '人口の出どころを入力してください。'),
  asOf: z.iso.date('いつの人口か、日付を入力してください。'),
});

/** A frame from uploaded population files. */
async function readUploadedFrame(
  { services, form, files }: AppLoadContext,
  round: Round,
): Promise<FrameForm> {
  const facts = parseForm(factsSchema, form);
  const bytes = new Map<string, Uint8Array>();
  for (const { field, path } of files) bytes.set(field, await readFile(path));
  const counts = readPopulationFiles(round.questionnaire, bytes, services.ward.areas);
  if (facts.ok && counts.ok) {
    const { margins } = counts;
    const strata = counts.strata ?? strataToKeep(round.frame);
    const parts = { ...facts.form, margins, strata, nIssued: round.nIssued };
    return { ok: true, frame: buildFrame(round.questionnaire, parts) };
  }
  const labelOf = labelIn(listCategoryLabels(round.questionnaire));
  const ofFiles = counts.ok ? [] : filesProblemsText(counts.problems, labelOf);
  return { ok: false, errors: [...(facts.ok ? [] : errorsOf(facts.errors)), ...ofFiles] };
}

const typedCode = (pattern: RegExp, message: string) =>
  z
    .string()
    .transform((text) => text.normalize('NFKC').trim())
    .pipe(z.string().regex(pattern, message));

const eStatSchema = z.strictObject({
  areaCode: typedCode(/^\d{5}$/, '市区町村コードは5けたの数字で入力してください。'),
  statsDataId: typedCode(/^\d{10}$/, '統計表 ID は10けたの数字で入力してください。'),
  cutRule: z.string().transform((rule) => (rule === 'spread-evenly' ? 'spread-evenly' : 'refuse')),
});

/** A frame with the population by sex and age that e-Stat has of a municipality. */
async function askEStat({ services, form }: AppLoadContext, round: Round): Promise<FrameForm> {
  const asked = parseForm(eStatSchema, form);
  if (!asked.ok) return { ok: false, errors: errorsOf(asked.errors) };
  const { cutRule: rule, ...query } = asked.form;
  const result = await readEStatFrame(services, { round, rule, ...query });
  if (result.kind === 'refused') {
    const { refusal } = result;
    const message = eStatRefusalText(refusal, labelIn(listCategoryLabels(round.questionnaire)));
    return { ok: false, errors: [{ field: fieldOfEStatRefusal(refusal), message }] };
  }
  const { frame } = result;
  const source = rule === 'spread-evenly' ? `${frame.source}${spreadNote}` : frame.source;
  return { ok: true, frame: { ...frame, source } };
}

const previewedSchema = z.strictObject({
  frame: z.string().transform(parseJson).pipe(frameSchema),
  mergeFrom: z.array(z.string()),
  mergeInto: z.array(z.string()),
});

/** The frame that a preview carried along, with the merge plan as it was edited: none where a merge is wrong. */
function readPreviewedFrame(form: URLSearchParams): {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
} {
  const { frame, mergeFrom, mergeInto } = getForm(previewedSchema, form);
  const merges: Merge[] = [];
  const errors: FormError[] = [];
  mergeFrom.forEach((from, index) => {
    const into = mergeInto[index] ?? '';
    if (from === '' && into === '') return;
    const merge = readMerge(from, into);
    if (merge) merges.push(merge);
    else
      errors.push({
        field: `merge-${index}`,
        message: `まとめ方の${index + 1}番目: 同じ種類の区分を二つ選んでください。`,
      });
  });
  return { frame: { ...frame, merges: errors.length > 0 ? [] : merges }, errors };
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
