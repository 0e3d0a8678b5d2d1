import { randomUUID } from 'node:crypto';
import { loadPlan } from '#surveys/catalog/load-plan.ts';
import { loadUsualTerms } from '#surveys/catalog/load-terms.ts';
import type { Questionnaire } from '#surveys/questionnaire/definition.ts';
import type { Round } from '#surveys/round/round.ts';
import { defaultTerms } from '#surveys/round/terms.ts';

export const plan = loadPlan('surveys/catalog/konohana/plan-h27.yaml');
export const usualTerms = loadUsualTerms('surveys/catalog/konohana/terms.yaml');

const text = (ja: string) => ({ ja });
const options = (...codes: readonly string[]) => codes.map((code) => ({ code, label: text(code) }));

/** A small questionnaire with a filter question, every profile dimension but one, and two texts. */
export const questionnaire: Questionnaire = {
  id: 'test',
  version: 1,
  title: text('試験'),
  audience: 'residents',
  layout: 'pages',
  minutes: 1,
  purpose: text('試験のため'),
  pages: [
    {
      id: 'visit',
      title: text('区役所'),
      questions: [
        {
          id: 'visited',
          text: text('訪れたか'),
          required: true,
          kind: 'single',
          options: options('yes', 'no'),
        },
        {
          id: 'feel',
          text: text('感じるか'),
          required: false,
          kind: 'single',
          options: options('agree', 'rather', 'disagree', 'unknown'),
          showWhen: { question: 'visited', oneOf: ['yes'] },
        },
      ],
    },
    {
      id: 'media',
      title: text('媒体'),
      questions: [
        {
          id: 'media',
          text: text('何で'),
          required: false,
          kind: 'multiple',
          options: options('web', 'paper'),
        },
      ],
    },
    {
      id: 'texts',
      title: text('意見'),
      questions: [
        { id: 'opinion', text: text('意見'), required: false, kind: 'long_text', maxLength: 200 },
        { id: 'nickname', text: text('一言'), required: false, kind: 'short_text', maxLength: 20 },
      ],
    },
    {
      id: 'profile',
      title: text('あなた'),
      questions: [
        {
          id: 'sex',
          text: text('性別'),
          required: false,
          kind: 'single',
          options: options('f', 'm'),
          profile: 'sex',
        },
        {
          id: 'age',
          text: text('年齢'),
          required: false,
          kind: 'single',
          options: options('20s', '70s'),
          profile: 'age',
        },
      ],
    },
  ],
  measurements: [
    {
      kind: 'share',
      indicator: '2-3-i',
      question: 'feel',
      positive: ['agree', 'rather'],
      baseRules: [
        { id: 'asked', label: text('聞かれた人'), outOfBase: ['not_asked'] },
        { id: 'answered', label: text('答えた人'), outOfBase: ['not_asked', 'no_answer'] },
      ],
    },
  ],
};

export const opensAt = '2026-11-01T00:00:00.000Z';
export const closesAt = '2026-12-01T00:00:00.000Z';
export const now = '2026-11-22T03:00:00.000Z';

/** A round of the test questionnaire with an id of its own, open unless told otherwise; not stored. */
export function makeRound(changes: Partial<Round> = {}): Round {
  return {
    id: `round-${randomUUID()}`,
    planId: plan.id,
    fiscalYear: 2026,
    title: '試験の調査回',
    audience: 'residents',
    design: 'probability',
    state: 'open',
    access: 'open',
    reminder: 'everyone',
    opensAt,
    closesAt,
    populationSize: 65_000,
    nIssued: 3_000,
    questionnaire,
    questionnaireHash: 'hash-of-test',
    isDemo: false,
    frame: null,
    terms: defaultTerms(usualTerms.residents, closesAt),
    version: 0,
    ...changes,
  };
}
