import fc from 'fast-check';
import type {
  Measurement,
  Page,
  Question,
  QuestionKind,
  Questionnaire,
} from '#surveys/questionnaire/definition.ts';
import { listAnswerCodes } from '#surveys/questionnaire/kinds/index.ts';
import type { Condition, Option } from '#surveys/questionnaire/question-base.ts';
import { profileDimensions } from '#surveys/questionnaire/question-base.ts';

/** What is drawn for one question; references to earlier questions are numbers, taken modulo what there is. */
interface QuestionDraw {
  readonly kind: QuestionKind;
  readonly required: boolean;
  readonly nOptions: number;
  readonly hasRefusal: boolean;
  readonly hasLoner: boolean;
  readonly isMeasured: boolean;
  readonly isProfile: boolean;
  readonly condition: ConditionDraw | null;
}

interface ConditionDraw {
  readonly shape: 'plain' | 'not' | 'any' | 'all';
  readonly question: number;
  readonly code: number;
}

interface PageDraw {
  readonly condition: ConditionDraw | null;
  readonly questions: readonly QuestionDraw[];
}

const conditionDraw: fc.Arbitrary<ConditionDraw> = fc.record({
  shape: fc.constantFrom('plain', 'not', 'any', 'all'),
  question: fc.nat(20),
  code: fc.nat(20),
});

/** Typed by kind, so that none can be forgotten. */
const kinds: { readonly [K in QuestionKind]: K } = {
  single: 'single',
  multiple: 'multiple',
  scale: 'scale',
  number: 'number',
  date: 'date',
  short_text: 'short_text',
  long_text: 'long_text',
};
const everyKind: readonly QuestionKind[] = Object.values(kinds);

const questionDraw: fc.Arbitrary<QuestionDraw> = fc.record({
  kind: fc.constantFrom(...everyKind, 'single'),
  required: fc.boolean(),
  nOptions: fc.integer({ min: 2, max: 5 }),
  hasRefusal: fc.boolean(),
  hasLoner: fc.boolean(),
  isMeasured: fc.boolean(),
  isProfile: fc.boolean(),
  condition: fc.option(conditionDraw),
});

const pageDraw: fc.Arbitrary<PageDraw> = fc.record({
  condition: fc.option(conditionDraw),
  questions: fc.array(questionDraw, { minLength: 1, maxLength: 4 }),
});

/**
 * Any questionnaire that passes `checkQuestionnaire`: all kinds of questions, conditions on pages and
 * questions, profile questions, and measurements of every kind.
 */
export function arbitraryQuestionnaire(): fc.Arbitrary<Questionnaire> {
  return fc.array(pageDraw, { minLength: 1, maxLength: 5 }).map((draws) => {
    const pages = buildPages(draws);
    return {
      id: 'arbitrary',
      version: 1,
      title: { ja: '調査' },
      audience: 'residents',
      layout: 'pages',
      minutes: 5,
      purpose: { ja: '目的' },
      pages,
      measurements: buildMeasurements(pages, draws),
    };
  });
}

function buildPages(draws: readonly PageDraw[]): Page[] {
  const built: Question[] = [];
  const dimensions = [...profileDimensions];
  return draws.map((page, p) => {
    const showWhen = buildCondition(page.condition, built);
    const questions = page.questions.map((draw) => {
      const question = buildQuestion(draw, built);
      const dimension = draw.isProfile && question.kind === 'single' ? dimensions.shift() : undefined;
      const whole = dimension && question.kind === 'single' ? { ...question, profile: dimension } : question;
      built.push(whole);
      return whole;
    });
    return { id: `p${p}`, title: { ja: `${p}頁` }, ...(showWhen && { showWhen }), questions };
  });
}

function buildQuestion(draw: QuestionDraw, earlier: readonly Question[]): Question {
  const showWhen = buildCondition(draw.condition, earlier);
  const head = {
    id: `q${earlier.length}`,
    text: { ja: '問' },
    required: draw.required,
    ...(showWhen && { showWhen }),
  };
  switch (draw.kind) {
    case 'single':
      return { ...head, kind: 'single', options: buildOptions(draw, false) };
    case 'multiple':
      return {
        ...head,
        kind: 'multiple',
        options: buildOptions(draw, draw.hasLoner),
        ...(draw.isMeasured && { maxChoices: 2 }),
      };
    case 'scale': {
      const notApplicable = draw.hasRefusal ? { allowsNotApplicable: true as const } : {};
      const labels = { minLabel: { ja: '悪い' }, maxLabel: { ja: '良い' } };
      return { ...head, kind: 'scale', min: 1, max: draw.nOptions, ...labels, ...notApplicable };
    }
    case 'number':
      return { ...head, kind: 'number', min: -5, max: 99, isInteger: draw.hasLoner };
    case 'date':
      return {
        ...head,
        kind: 'date',
        latest: { daysFromToday: 0 },
        talliedBy: draw.hasLoner ? 'year' : 'month',
      };
    case 'short_text':
      return { ...head, kind: 'short_text', maxLength: 40 };
    case 'long_text':
      return { ...head, kind: 'long_text', maxLength: 400 };
  }
}

function buildOptions({ nOptions, hasRefusal }: QuestionDraw, hasLoner: boolean): Option[] {
  const options: Option[] = Array.from({ length: nOptions }, (_, i) => ({
    code: `a${i}`,
    label: { ja: `${i}` },
    ...(hasLoner && i === nOptions - 1 && { exclusive: true as const }),
  }));
  return hasRefusal
    ? [...options, { code: 'prefer-not', label: { ja: '答えたくない' }, refused: true }]
    : options;
}

function buildCondition(draw: ConditionDraw | null, earlier: readonly Question[]): Condition | undefined {
  const closed = earlier.filter((question) => listAnswerCodes(question).length > 0);
  if (draw === null || closed.length === 0) return undefined;
  const on = (index: number): Condition => {
    const question = pick(closed, index);
    return { question: question.id, oneOf: [pick(listAnswerCodes(question), draw.code)] };
  };
  switch (draw.shape) {
    case 'plain':
      return on(draw.question);
    case 'not':
      return { not: on(draw.question) };
    case 'any':
      return { any: [on(draw.question), on(draw.question + 1)] };
    case 'all':
      return { all: [on(draw.question), { not: on(draw.question + 1) }] };
  }
}

function buildMeasurements(pages: readonly Page[], draws: readonly PageDraw[]): Measurement[] {
  const isMeasured = draws.flatMap((page) => page.questions.map((draw) => draw.isMeasured));
  const questions = pages.flatMap((page) => page.questions).filter((_, index) => isMeasured[index]);
  const label = { ja: '母数' };
  const answered = { id: 'answered', label, outOfBase: ['not_asked', 'no_answer', 'refused'] };
  const each = questions.flatMap(({ id, kind }): Measurement[] => {
    const indicator = `i-${id}`;
    if (kind === 'number') return [{ kind: 'count', indicator, question: id, baseRules: [answered] }];
    if (kind === 'single') {
      const all = { id: 'all', label, outOfBase: ['no_answer'] };
      const without = { id: 'without', label, outOfBase: [...answered.outOfBase, 'a1'] };
      return [
        { kind: 'share', indicator, question: id, positive: ['a0'], baseRules: [answered, all, without] },
      ];
    }
    if (kind === 'scale') {
      return [{ kind: 'share', indicator, question: id, positive: ['1', '2'], baseRules: [answered] }];
    }
    return [];
  });
  const items = questions.filter(({ kind }) => kind === 'scale');
  if (items.length === 0) return each;
  const offersNotApplicable = items.some((item) => item.kind === 'scale' && item.allowsNotApplicable);
  const scoreless = ['not_asked', 'no_answer', ...(offersNotApplicable ? ['not_applicable'] : [])];
  const baseRules = [{ ...answered, outOfBase: scoreless }];
  return [...each, { kind: 'mean', indicator: 'mean', items: items.map(({ id }) => id), baseRules }];
}

function pick<T>(values: readonly T[], index: number): T {
  const value = values[index % values.length];
  if (value === undefined) throw new RangeError('nothing to pick from');
  return value;
}
