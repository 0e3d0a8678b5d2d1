import { z } from 'zod';
import { stratumField } from '#app/features/launch-round/stratum-rows.ts';
import type { DrawnSample } from '#app/fielding/rounds/save-step.ts';
import {
  countField,
  dayField,
  type FieldErrors,
  type FormResult,
  parseForm,
  percentField,
  type TypedFields,
  textField,
} from '#app/web/form.ts';
import { allocateLetters } from '#surveys/round/allocate-letters.ts';
import { maximumStrata } from '#surveys/round/setup.ts';
import { type CountedRow, readTotalLabel, separateTotals } from '#surveys/round/total-rows.ts';

const headSchema = z.strictObject({
  populationSize: countField,
  nIssued: countField,
  share: percentField(1, 99),
  halfWidth: percentField(0.1, 50),
  responseRate: percentField(1, 100),
  source: textField('人口の出典を入力してください。', 100),
  asOf: dayField,
});

const stratumSchema = z.strictObject({
  id: textField('層の名前を入力してください。', 40),
  population: countField.pipe(z.number({ error: '人口を入力してください。' })),
  nIssued: countField,
});

/**
 * Checks the typed frame. Strata decide the totals where there are any; letters are spread over them by
 * population when only their total is given, or when `isAllocating` asks for it.
 */
export function parseFrameStep(fields: TypedFields, isAllocating: boolean): FormResult<DrawnSample> {
  const head = parseForm(headSchema, fields);
  const rows = parseStrata(fields);
  if (!head.ok || !rows.ok) {
    return { ok: false, errors: { ...(head.ok ? {} : head.errors), ...(rows.ok ? {} : rows.errors) } };
  }
  const { share, halfWidth, responseRate, ...rest } = head.form;
  return total({ ...rest, plan: { share, halfWidth, responseRate }, strata: rows.form }, isAllocating);
}

function parseStrata(fields: TypedFields): FormResult<DrawnSample['strata']> {
  const strata: DrawnSample['strata'][number][] = [];
  const errors: Record<string, string> = {};
  for (let row = 0; row < maximumStrata; row += 1) {
    const typed = (part: 'name' | 'population' | 'issued') => fields[stratumField(part, row)] ?? [];
    const values = { id: typed('name'), population: typed('population'), nIssued: typed('issued') };
    if (
      Object.values(values)
        .flat()
        .every((text) => text.trim() === '')
    )
      continue;
    const parsed = parseForm(stratumSchema, values);
    if (!parsed.ok) {
      const { id, population, nIssued } = parsed.errors;
      if (id) errors[stratumField('name', row)] = `${row + 1}行目: ${id}`;
      if (population) errors[stratumField('population', row)] = `${row + 1}行目の人口: ${population}`;
      if (nIssued) errors[stratumField('issued', row)] = `${row + 1}行目の発送数: ${nIssued}`;
    } else if (readTotalLabel(parsed.form.id) !== null) {
      errors[stratumField('name', row)] =
        `${row + 1}行目: 「${parsed.form.id}」は合計の行で、層にはできません。この行を空欄にしてください。`;
    } else if (strata.some(({ id }) => id === parsed.form.id)) {
      errors[stratumField('name', row)] = `${row + 1}行目: 同じ名前の層があります。`;
    } else if ((parsed.form.nIssued ?? 0) > parsed.form.population) {
      errors[stratumField('issued', row)] = `${row + 1}行目: 発送数は人口以下にしてください。`;
    } else {
      strata.push(parsed.form);
    }
  }
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, form: strata };
}

function total(form: DrawnSample, isAllocating: boolean): FormResult<DrawnSample> {
  const { strata } = form;
  const populationSize =
    strata.length > 0 ? strata.reduce((sum, { population }) => sum + population, 0) : form.populationSize;
  const isUnspread = strata.every(({ nIssued }) => nIssued === null);
  const spread = isAllocating || isUnspread;
  if (form.nIssued !== null && populationSize !== null && form.nIssued > populationSize) {
    if (spread || strata.length === 0)
      return refuse({ nIssued: '依頼する数は、対象の数以下にしてください。' });
  }
  if (strata.length === 0) return { ok: true, form };
  if (!spread) {
    const nIssued = strata.reduce((sum, stratum) => sum + (stratum.nIssued ?? 0), 0);
    return { ok: true, form: { ...form, populationSize, nIssued } };
  }
  if (form.nIssued === null) return { ok: true, form: { ...form, populationSize } };
  const letters = allocateLetters(
    form.nIssued,
    strata.map(({ population }) => population),
  );
  const allocated = strata.map((stratum, index) => ({ ...stratum, nIssued: letters[index] ?? 0 }));
  return { ok: true, form: { ...form, populationSize, strata: allocated } };
}

const refuse = (errors: FieldErrors): FormResult<never> => ({ ok: false, errors });

/**
 * Rows of strata out of text pasted from a spreadsheet: name, population and perhaps letters a line, parted by
 * tabs, commas or spaces. Lines without a number are taken for headings; totals that are the sum of their lines are
 * left out, others stay to be looked at.
 */
export function readPastedStrata(text: string): TypedFields {
  const rows = text
    .normalize('NFKC')
    .split(/\r?\n/)
    .map((line) => /^\s*(\S.*?)\s+(\d+)(?:\s+(\d+))?\s*$/.exec(partBySpaces(line)))
    .filter((match) => match !== null)
    .map(
      ([, label = '', population, issued]): CountedRow => ({
        label,
        population: Number(population),
        nIssued: issued === undefined ? null : Number(issued),
      }),
    );
  const { strata, disagreements } = separateTotals(rows);
  const kept = new Set([...strata, ...disagreements.map(({ row }) => row)]);
  return Object.fromEntries(
    rows
      .filter((row) => kept.has(row))
      .slice(0, maximumStrata)
      .flatMap(({ label, population, nIssued }, row) => [
        [stratumField('name', row), [label]],
        [stratumField('population', row), [String(population)]],
        [stratumField('issued', row), [String(nIssued ?? '')]],
      ]),
  );
}

/** Commas part cells where no population stands before the first of them; anywhere else they group thousands. */
function partBySpaces(line: string): string {
  const unquoted = line.replace(/"([^"]*)"/g, (_, cell: string) => cell.replaceAll(',', ''));
  const firstCell = unquoted.split(',')[0] ?? '';
  const isCommaParted = !unquoted.includes('\t') && !/\s\d{1,3}$/.test(firstCell);
  return unquoted.replaceAll(',', isCommaParted ? ' ' : '');
}
