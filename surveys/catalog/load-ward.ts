import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { withCheckDigit } from '#surveys/plan/municipality-code.ts';
import { listIndicators, type Plan } from '#surveys/plan/plan.ts';
import type { Questionnaire } from '#surveys/questionnaire/definition.ts';
import { profileOfQuestion } from '#surveys/questionnaire/kinds/index.ts';
import type { Option } from '#surveys/questionnaire/question-base.ts';
import type { UsualTerms } from '#surveys/round/terms.ts';
import { CatalogError } from './catalog-error.ts';
import { loadPlan } from './load-plan.ts';
import { loadCatalogQuestionnaires, type QuestionnaireCatalog } from './load-questionnaires.ts';
import { loadUsualTerms } from './load-terms.ts';
import { loadText } from './load-text.ts';
import { parseYaml } from './parse-yaml.ts';
import { type Ward, wardSchema } from './ward.ts';

const catalogFolder = 'surveys/catalog';

/** Everything that a ward's folder says. */
export interface WardCatalog {
  readonly ward: Ward;
  /** In the order of their files' names; at least one. */
  readonly plans: readonly Plan[];
  readonly questionnaires: QuestionnaireCatalog;
  readonly usualTerms: UsualTerms;
}

/**
 * The folder of a ward: of this name in the catalogue, or, for anything with a slash or a dot in it, at this path.
 * Without either, the one that `catalog.yaml` names. Whether it is there is not looked at.
 * @throws {CatalogError} where `catalog.yaml` cannot be read
 */
export function findWardFolder(nameOrPath: string | undefined): string {
  if (nameOrPath !== undefined && /[./\\]/.test(nameOrPath)) return nameOrPath;
  return join(catalogFolder, nameOrPath ?? loadDefaultWard());
}

function loadDefaultWard(): string {
  const file = join(catalogFolder, 'catalog.yaml');
  return parseYaml(loadText(file), file, z.strictObject({ defaultWard: z.string().min(1) })).defaultWard;
}

/**
 * Reads a ward's whole folder: `ward.yaml`, every `plan-*.yaml`, `blocks/`, `questionnaires/` and `terms.yaml`.
 * @throws {CatalogError} for the first thing that is missing or wrong, also where two files do not fit together: a
 * plan of another ward, plans or districts named twice, an indicator that none of the plans has or has as another kind or base rule
 */
export function loadWard(dir: string): WardCatalog {
  if (!(existsSync(dir) && statSync(dir).isDirectory())) {
    throw new CatalogError(dir, '(folder)', 'there is no such folder', 'no_folder');
  }
  const wardFile = join(dir, 'ward.yaml');
  if (!existsSync(wardFile)) throw new CatalogError(wardFile, '(file)', 'it is not there', 'no_ward_file');
  const ward = parseYaml(loadText(wardFile), wardFile, wardSchema);
  const plans = loadPlans(dir, ward);
  if (!plans.some(({ id }) => id === ward.demoPlan)) {
    throw new CatalogError(wardFile, 'demoPlan', `none of the plans is ${ward.demoPlan}`);
  }
  const questionnaires = loadCatalogQuestionnaires(dir);
  for (const questionnaire of questionnaires.questionnaires) {
    checkIndicators(join(dir, 'questionnaires', `${questionnaire.id}.yaml`), questionnaire, plans);
  }
  checkAreas(wardFile, ward, questionnaires.questionnaires);
  const usualTerms = loadUsualTerms(join(dir, 'terms.yaml'));
  return { ward, plans, questionnaires, usualTerms };
}

function loadPlans(dir: string, ward: Ward): readonly Plan[] {
  const files = readdirSync(dir)
    .filter((name) => /^plan-.+\.yaml$/.test(name))
    .sort()
    .map((name) => join(dir, name));
  if (files.length === 0) throw new CatalogError(join(dir, 'plan-*.yaml'), '(file)', 'no plan', 'no_plan');
  const fileOf = new Map<string, string>();
  return files.map((file) => {
    const plan = loadPlan(file);
    const other = fileOf.get(plan.id);
    if (other !== undefined) throw new CatalogError(file, 'id', `${plan.id} is the id of ${other}, too`);
    // A demonstration stores its copy under this id.
    if (plan.id === `${ward.demoPlan}-demo`) {
      throw new CatalogError(file, 'id', `${plan.id} is kept for the demonstration of ${ward.demoPlan}`);
    }
    if (plan.ward.name !== ward.name.ja) {
      throw new CatalogError(file, 'ward.name', `ward.yaml has ${ward.name.ja}, not ${plan.ward.name}`);
    }
    const code = withCheckDigit(ward.code);
    if (plan.ward.code !== code) {
      throw new CatalogError(file, 'ward.code', `the ward of ward.yaml is ${code}, not ${plan.ward.code}`);
    }
    fileOf.set(plan.id, file);
    return plan;
  });
}

/**
 * A measurement of an indicator that nobody plans would be counted and never shown; one without the plan's base rule
 * would be shown by another denominator than the plan's.
 */
function checkIndicators(file: string, { measurements }: Questionnaire, plans: readonly Plan[]): void {
  const planned = plans.flatMap(listIndicators);
  for (const [index, { indicator, kind, baseRules }] of measurements.entries()) {
    const path = `measurements[${index}]`;
    const plannedAlike = planned.filter(({ id }) => id === indicator);
    const kinds = plannedAlike.map((one) => one.kind);
    if (kinds.length === 0) {
      throw new CatalogError(file, `${path}.indicator`, `no plan has an indicator ${indicator}`);
    }
    if (!kinds.includes(kind)) {
      throw new CatalogError(file, `${path}.kind`, `the plan has ${indicator} as a ${kinds[0]}, not ${kind}`);
    }
    const lacking = plannedAlike
      .map(({ baseRule }) => baseRule.id)
      .find((official) => baseRules.every(({ id }) => id !== official));
    if (lacking !== undefined) {
      const reason = `the plan counts ${indicator} by the base rule ${lacking}, which is not among them`;
      throw new CatalogError(file, `${path}.baseRules`, reason);
    }
  }
}

/** A spelling must lead to one district, and to one that somebody is asked about. */
function checkAreas(file: string, { areas }: Ward, questionnaires: readonly Questionnaire[]): void {
  const options = questionnaires.flatMap(listAreas);
  const asked = new Set(options.map(({ code }) => code));
  const codeOf = new Map(options.map(({ code, label }) => [label.ja, code]));
  for (const [a, { code, spellings }] of areas.entries()) {
    const path = `areas[${a}]`;
    if (!asked.has(code))
      throw new CatalogError(file, `${path}.code`, `no question has the district ${code}`);
    if (areas.findIndex((area) => area.code === code) < a) {
      throw new CatalogError(file, `${path}.code`, `the district ${code} is named twice`);
    }
    for (const [s, spelling] of spellings.entries()) {
      const other = codeOf.get(spelling);
      if (other !== undefined && other !== code) {
        throw new CatalogError(file, `${path}.spellings[${s}]`, `${spelling} is given for ${other}, too`);
      }
      codeOf.set(spelling, code);
    }
  }
}

function listAreas({ pages }: Questionnaire): readonly Option[] {
  return pages
    .flatMap(({ questions }) => questions)
    .flatMap((question) => {
      const profile = profileOfQuestion(question);
      return profile?.dimension === 'area' ? profile.options : [];
    });
}
