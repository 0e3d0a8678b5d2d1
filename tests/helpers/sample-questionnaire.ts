import { type Questionnaire, questionnaireSchema } from '#surveys/questionnaire/definition.ts';

const option = (code: string) => ({ code, label: { ja: code } });

/** A small questionnaire with a filter, a filter's filter, every kind of question and every kind of measurement. */
export const sampleQuestionnaire: Questionnaire = questionnaireSchema.parse({
  id: 'sample',
  version: 1,
  title: { ja: '見本' },
  audience: 'residents',
  layout: 'pages',
  minutes: 3,
  purpose: { ja: '見本です' },
  pages: [
    {
      id: 'visit',
      title: { ja: '利用' },
      questions: [
        {
          id: 'visited',
          kind: 'single',
          text: { ja: '訪れましたか' },
          required: true,
          options: [option('visited'), option('not-visited')],
        },
      ],
    },
    {
      id: 'counter',
      title: { ja: '窓口' },
      showWhen: { question: 'visited', oneOf: ['visited'] },
      questions: [
        {
          id: 'service',
          kind: 'single',
          text: { ja: '良いと感じましたか' },
          required: true,
          options: [
            option('good'),
            option('bad'),
            option('dont-know'),
            { ...option('prefer-not'), refused: true },
          ],
        },
        {
          id: 'reasons',
          kind: 'multiple',
          text: { ja: '理由' },
          required: false,
          showWhen: { question: 'service', oneOf: ['bad'] },
          maxChoices: 2,
          options: [option('slow'), option('rude'), option('far'), { ...option('none'), exclusive: true }],
        },
      ],
    },
    {
      id: 'follow-up',
      title: { ja: '改善' },
      showWhen: { question: 'reasons', oneOf: ['slow'] },
      questions: [
        {
          id: 'minutes',
          kind: 'number',
          text: { ja: '何分待ちましたか' },
          required: false,
          min: 0,
          max: 600,
          isInteger: true,
        },
      ],
    },
    {
      id: 'ratings',
      title: { ja: '採点' },
      questions: [
        ...['speed', 'manner'].map((id) => ({
          id,
          kind: 'scale',
          text: { ja: id },
          required: false,
          min: 1,
          max: 5,
          minLabel: { ja: '悪い' },
          maxLabel: { ja: '良い' },
          allowsNotApplicable: true,
        })),
        { id: 'nickname', kind: 'short_text', text: { ja: '愛称' }, required: false, maxLength: 10 },
        { id: 'comment', kind: 'long_text', text: { ja: '意見' }, required: false, maxLength: 100 },
        {
          id: 'sex',
          kind: 'single',
          text: { ja: '性別' },
          required: false,
          profile: 'sex',
          options: [option('m'), option('f'), { ...option('prefer-not'), refused: true }],
        },
      ],
    },
  ],
  measurements: [
    {
      kind: 'share',
      indicator: 'good-service',
      question: 'service',
      positive: ['good'],
      baseRules: [
        { id: 'answered', label: { ja: '回答者' }, outOfBase: ['not_asked', 'no_answer', 'refused'] },
        { id: 'all-respondents', label: { ja: '全員' }, outOfBase: ['no_answer', 'refused'] },
      ],
    },
    {
      kind: 'mean',
      indicator: 'score',
      items: ['speed', 'manner'],
      baseRules: [
        { id: 'answered', label: { ja: '採点' }, outOfBase: ['not_asked', 'no_answer', 'not_applicable'] },
      ],
    },
    {
      kind: 'count',
      indicator: 'waiting',
      question: 'minutes',
      baseRules: [{ id: 'answered', label: { ja: '記入' }, outOfBase: ['not_asked', 'no_answer'] }],
    },
  ],
});
