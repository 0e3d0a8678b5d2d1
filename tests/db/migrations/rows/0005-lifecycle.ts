import { lettersOf } from './0003-access-codes.ts';
import { firstRound, hardText, resultDocument } from './documents.ts';
import { add, addColumns, type SchemaVersion } from './rows.ts';

/** Terms as a clerk worded them then, in the two languages that there were. */
const termsDocument = {
  proxy: { ja: 'ご家族が代わりに回答できます。', en: 'Family may answer.' },
  duplicates: { ja: '先に届いた回答だけを数えます。' },
  nonResponse: { ja: hardText },
  contact: { ja: '区役所 総務課', en: 'Ward office' },
  paperKeptUntil: '2027-02-28',
  responsesKeptUntil: '2031-11-30',
};

const round = (state: string) => ({
  ...firstRound({ id: state }),
  ...{ state, frame: null, access: 'code', reminder: 'everyone', terms: JSON.stringify(termsDocument) },
});

const letters = ['approval_requested', 'approved', 'published'].map((id) => lettersOf(id, `seed-of-${id}`));

export const lifecycle: SchemaVersion = {
  // What was shown with a round until now stood in the pages, not in the database.
  migrate: (before) => addColumns(before, 'round', { terms: null }),
  write: (migrated) =>
    add(migrated, {
      round: [round('approval_requested'), round('approved'), round('published')],
      access_code_batch: letters.map(({ batch }) => batch),
      access_code: letters.flatMap(({ codes }) => codes),
      result: [
        {
          round_id: 'published',
          indicator_id: '1-1-i',
          plan_id: 'plan',
          fiscal_year: 2026,
          state: 'published',
          document: JSON.stringify({ ...resultDocument, weighted: null, methodNote: [] }),
          provenance: '{}',
          hash: 'hash-of-published',
          created_at: '2026-11-22T23:50:00.000Z',
        },
      ],
      round_setup: [
        {
          round_id: 'draft',
          document: JSON.stringify({
            recipeId: 'residents',
            indicatorIds: ['1-1-i'],
            mode: 'letter',
            plan: { share: 0.5, halfWidth: 0.03, responseRate: 0.35 },
            savedSteps: ['questionnaire', 'audience'],
            copiedFrom: null,
          }),
        },
      ],
      round_step: [
        {
          ...{ round_id: 'approved', step: 1, at: '2026-11-22T23:41:00.000Z', transition: 'request' },
          ...{ from_state: 'draft', to_state: 'approval_requested' },
          ...{ actor_id: 'a-1', actor_name: '此花 花子', note: hardText },
        },
        {
          ...{ round_id: 'approved', step: 2, at: '2026-11-22T23:42:00.000Z', transition: 'approve' },
          ...{ from_state: 'approval_requested', to_state: 'approved' },
          ...{ actor_id: null, actor_name: null, note: '' },
        },
      ],
    }),
};
