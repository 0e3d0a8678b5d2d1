import { firstRound, hardText, planDocument } from './documents.ts';
import { add, type SchemaVersion } from './rows.ts';

const planRow = (id: string, isDemo: number) => ({
  id,
  document: JSON.stringify(planDocument(id)),
  content_hash: `hash-of-${id}`,
  is_demo: isDemo,
});

/** Answers of every kind, none at all, and ids that objects have of their own. */
const responses = [
  {
    id: 'r-1',
    profile: 'sex=yes',
    channel: 'web',
    answers: '{"sex":"yes","media":["yes","no"],"visits":"0"}',
  },
  { id: 'r-2', profile: 'sex=no_answer', channel: 'paper', answers: '{}' },
  { id: 'r-3', profile: '', channel: 'kiosk', answers: '{"media":[],"constructor":"1"}' },
  {
    id: 'R-3',
    profile: 'age=70s|sex=refused',
    channel: 'import',
    answers: JSON.stringify({ opinion: hardText }),
  },
].map((row) => ({ round_id: 'closed', stratum: row.id === 'R-3' ? '北港' : 'all', ...row }));

/** A result as it was stored before there were weighted figures and notes on how one was made. */
export const firstResult = {
  value: 0.513,
  display: '51.3',
  n: 1024,
  state: 'final',
  source: { kind: 'round', title: '調査', roundId: 'finalised' },
  interval: { lower: 0.48, upper: 0.54, level: 0.95, method: 'wilson' },
  official: 'met',
  evidence: 'indistinguishable',
};
/** The like of a count, which has neither base nor interval. */
export const firstCount = {
  ...firstResult,
  value: 3,
  display: '3',
  n: null,
  interval: null,
  evidence: 'unknown',
};

const resultRow = (indicatorId: string, document: object) => ({
  round_id: 'finalised',
  indicator_id: indicatorId,
  plan_id: 'plan',
  fiscal_year: 2026,
  state: 'final',
  document: JSON.stringify(document),
  provenance: JSON.stringify({ baseRule: { id: 'answered', outOfBase: ['no_answer'] }, method: null }),
  hash: `hash-of-${indicatorId}`,
  created_at: '2026-11-22T23:00:00.000Z',
});

export const mainRoad: SchemaVersion = {
  migrate: () => ({}),
  write: (none) =>
    add(none, {
      plan: [planRow('plan', 0), planRow('demo', 1)],
      round: [
        { ...firstRound({ id: 'draft' }), state: 'draft', title: '', population_size: null, n_issued: null },
        { ...firstRound({ id: 'open', audience: 'organisations' }), design: 'census', n_issued: 0 },
        { ...firstRound({ id: 'closed', audience: 'mystery-shoppers' }), state: 'closed', design: 'panel' },
        {
          ...firstRound({ id: 'finalised', audience: 'ward-records' }),
          ...{ state: 'finalised', closes_at: '2024-02-28T15:00:00.000Z', title: hardText },
        },
        {
          ...firstRound({ id: 'demo' }),
          ...{ plan_id: 'demo', is_demo: 1, design: 'self-selected', version: 2_147_483_647 },
        },
      ],
      draft: [
        {
          round_id: 'open',
          draft_id: 'd-1',
          ciphertext: 'A'.repeat(20_000),
          updated_at: '2026-11-22T22:00:00.000Z',
          expires_at: '2026-12-22T22:00:00.000Z',
        },
      ],
      submission: [
        { round_id: 'open', key_hash: 'k-1' },
        { round_id: 'closed', key_hash: 'k-1' },
      ],
      intake: [
        {
          round_id: 'open',
          id: 'i-1',
          stratum: 'all',
          profile: '',
          channel: 'web',
          answers: '{"name":"一言"}',
        },
      ],
      response: responses,
      free_text: [
        { round_id: 'closed', id: 't-1', question_id: 'opinion', text: hardText },
        { round_id: 'closed', id: 't-2', question_id: 'name', text: ' ' },
      ],
      tally: [
        ['respondents', 'all', 4],
        ['question:sex', 'yes', 0],
        ['indicator:1-1-i:answered', 'positive', 2_147_483_647],
      ].map(([measure = '', value = '', n = 0]) => ({
        ...{ round_id: 'closed', stratum: 'all', profile: 'sex=yes', channel: 'web' },
        ...{ measure, value, n },
      })),
      day_count: [0, 7].map((writer) => ({
        ...{ round_id: 'closed', day: '2026-11-22', dimension: 'channel', value: 'web' },
        ...{ writer, n: 2 },
      })),
      result: [resultRow('1-1-i', firstResult), resultRow('1-1-iii', firstCount)],
      account: [
        {
          id: 'a-1',
          name: 'staff@example.jp',
          display_name: '此花 花子',
          role: 'staff',
          password_hash: '$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA',
          is_disabled: 0,
        },
        {
          id: 'a-2',
          name: 'Staff@example.jp',
          display_name: hardText,
          role: 'admin',
          password_hash: '$argon2id$',
          is_disabled: 1,
        },
      ],
      session: [
        {
          token_hash: 's-1',
          account_id: 'a-1',
          created_at: '2026-11-22T22:00:00.000Z',
          expires_at: '2026-11-23T10:00:00.000Z',
        },
      ],
    }),
};
