/**
 * Documents as they have been stored in JSON columns since the first version, and texts that are hard to keep. They
 * are written out and not made by today's software, which must read them as they are.
 */

/** Code points of two and of more units, combined ones, both directions, line ends, quotes, markup, and length. */
export const hardText = `𠮷野家👨‍👩‍👧 e\u0301 أهلا\r\n\t'"\`\\ <b>&amp;</b> % _ -- ; ${'長'.repeat(3000)}`;

export const planDocument = (id: string) => ({
  id,
  title: '区政運営基本方針',
  ward: { name: '此花区', code: '271047' },
  baseFiscalYear: 2015,
  targetFiscalYear: 2017,
  source: { title: '運営方針', publisher: '此花区役所', url: 'https://www.example.jp/plan' },
  headings: { vision: 'めざす姿', target: '目標', plan: '計画', do: '実績', check: '評価', act: '改善' },
  interimNote: '中間値',
  parts: [
    {
      number: '1',
      title: '安全',
      sections: [
        {
          id: '1-1',
          number: '1-1',
          title: '防災',
          subItems: [{ number: '1', text: '備え' }],
          vision: { items: ['備えのあるまち'] },
          indicators: [
            {
              id: '1-1-i',
              kind: 'share',
              wording: '備えている区民の割合',
              audience: 'residents',
              respondents: '区民',
              target: { operator: '>=', value: 50, unit: '%', dueFiscalYear: 2017 },
              baseRule: { id: 'answered', label: '答えた人', note: '無回答を除く' },
              publishedResults: [
                {
                  fiscalYear: 2015,
                  value: '51.3',
                  unit: '%',
                  n: null,
                  source: { title: '評価', publisher: '此花区役所' },
                },
              ],
            },
          ],
          pdca: [{ fiscalYear: 2015, plan: ['訓練'], do: null, act: null }],
          notes: [],
        },
      ],
    },
  ],
});

const options = ['yes', 'no'].map((code) => ({ code, label: { ja: code } }));

/** A questionnaire with a question of every kind and a measurement of every kind. */
export const questionnaireDocument = (audience: string) => ({
  id: 'everything',
  version: 3,
  title: { ja: '調査', 'ja-easy': '調査《ちょうさ》', en: 'Survey' },
  audience,
  layout: 'pages',
  minutes: 5,
  purpose: { ja: hardText },
  pages: [
    {
      id: 'first',
      title: { ja: '一' },
      help: { ja: '説明' },
      questions: [
        { id: 'sex', text: { ja: '性別' }, required: false, kind: 'single', options, profile: 'sex' },
        {
          id: 'media',
          text: { ja: '何で' },
          help: { ja: '二つまで' },
          required: true,
          kind: 'multiple',
          options: [...options, { code: 'none', label: { ja: 'ない' }, exclusive: true }],
          maxChoices: 2,
        },
      ],
    },
    {
      id: 'second',
      title: { ja: '二' },
      showWhen: {
        all: [{ question: 'sex', oneOf: ['yes'] }, { not: { question: 'sex', oneOf: ['no'] } }],
      },
      questions: [
        {
          id: 'mood',
          text: { ja: '満足' },
          required: false,
          showWhen: { any: [{ question: 'sex', oneOf: ['yes'] }] },
          kind: 'scale',
          min: 1,
          max: 5,
          minLabel: { ja: '低' },
          maxLabel: { ja: '高' },
          allowsNotApplicable: true,
        },
        {
          id: 'visits',
          text: { ja: '回数' },
          required: false,
          kind: 'number',
          min: 0,
          max: 99,
          isInteger: true,
        },
        { id: 'name', text: { ja: '一言' }, required: false, kind: 'short_text', maxLength: 200 },
        { id: 'opinion', text: { ja: '意見' }, required: false, kind: 'long_text', maxLength: 4000 },
      ],
    },
  ],
  measurements: [
    {
      kind: 'share',
      indicator: '1-1-i',
      question: 'sex',
      positive: ['yes'],
      baseRules: [{ id: 'answered', label: { ja: '答えた人' }, outOfBase: ['not_asked', 'no_answer'] }],
    },
    {
      kind: 'mean',
      indicator: '1-1-ii',
      items: ['mood'],
      baseRules: [{ id: 'answered', label: { ja: '答えた人' }, outOfBase: ['no_answer'] }],
    },
    {
      kind: 'count',
      indicator: '1-1-iii',
      question: 'visits',
      baseRules: [{ id: 'answered', label: { ja: '答えた人' }, outOfBase: ['no_answer'] }],
    },
  ],
});

/** A round as the first version wrote it. */
export const firstRound = (changes: { readonly id: string; readonly audience?: string }) => {
  const { audience = 'residents' } = changes;
  return {
    plan_id: 'plan',
    fiscal_year: 2026,
    title: changes.id,
    audience,
    design: 'probability',
    state: 'open',
    opens_at: '2026-11-01T00:00:00.000Z',
    closes_at: '2026-11-30T14:59:59.999Z',
    population_size: 65_000,
    n_issued: 3_000,
    questionnaire_hash: `hash-of-${changes.id}`,
    is_demo: 0,
    version: 0,
    questionnaire: JSON.stringify(questionnaireDocument(audience)),
    ...changes,
  };
};

/** A figure of a round as results have been stored since they have had weighted figures and notes. */
export const resultDocument = {
  value: 0.513,
  display: '51.3',
  n: 1024,
  state: 'final',
  source: { kind: 'round', title: '調査', roundId: 'weighted', url: 'https://www.example.jp/round' },
  interval: { lower: 0.48, upper: 0.54, level: 0.95, method: 'wilson' },
  official: 'met',
  evidence: 'indistinguishable',
  weighted: {
    value: 0.52,
    display: '52.0',
    interval: null,
    evidence: 'unknown',
    effectiveN: 900.5,
    designEffect: 1.13,
  },
  methodNote: [{ term: '方法', text: hardText }],
};
