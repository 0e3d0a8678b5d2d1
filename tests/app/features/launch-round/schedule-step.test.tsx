import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { RoundFacts } from '#app/features/launch-round/round-facts.tsx';
import { ScheduleStep } from '#app/features/launch-round/schedule-step.tsx';
import type { RefusedStep } from '#app/features/launch-round/setup-frame.tsx';
import { createDraft } from '#app/fielding/rounds/create-draft.ts';
import { loadSetup } from '#app/fielding/rounds/load-setup.ts';
import type { Account } from '#db/queries/account.ts';
import { updateRound } from '#db/queries/round.ts';
import type { RoundTerms } from '#surveys/round/terms.ts';
import { useOffice } from '#tests/app/routes/staff/office-context.ts';

const getOffice = useOffice();
const by: Account = {
  ...{ id: 'staff', name: 'staff', displayName: 'staffさん' },
  ...{ role: 'staff', isDisabled: false },
};
const inEveryLanguage =
  'やさしい日本語・English・中文・한국어・Tiếng Việt・नेपालीの画面では、この文章は日本語のまま出ます。';

async function viewOf(recipeId: string, changed: Partial<RoundTerms> = {}) {
  const { services } = getOffice();
  const result = await createDraft(services, { by, recipeId, planId: null });
  if (result.kind !== 'made') throw new Error(`no round of ${recipeId}: ${result.kind}`);
  const draft = result.round;
  const round = { ...draft, terms: { ...draft.terms, ...changed } };
  await updateRound(services.db, round.id, { terms: round.terms });
  return loadSetup(services, round);
}

type View = Awaited<ReturnType<typeof viewOf>>;
const render = (view: View, refused?: RefusedStep) =>
  renderToStaticMarkup(<ScheduleStep view={view} refused={refused} />);
const renderFacts = (view: View) => renderToStaticMarkup(<RoundFacts view={view} />);

/** What stands at a field: from its label to the next one. */
const fieldOf = (markup: string, name: string) =>
  markup.split('<label ').find((field) => field.startsWith(`for="${name}"`)) ?? '';

describe('the step of dates and texts', () => {
  it('says nothing of languages where every text has its translations', async () => {
    const view = await viewOf('residents');
    expect(render(view)).not.toContain('訳がない');
    expect(renderFacts(view)).not.toContain('訳がない');
  });

  it('says at a reworded text who will read it in Japanese, and how to get the translations back', async () => {
    const view = await viewOf('residents', { contact: { ja: '企画課' } });
    const markup = render(view);
    expect(fieldOf(markup, 'contact')).toContain(inEveryLanguage);
    expect(fieldOf(markup, 'contact')).toContain(
      '「此花区役所 総務課(区政の評価担当)」に戻すと、訳も戻ります。',
    );
    expect(fieldOf(markup, 'contact')).toContain('aria-describedby="contact-help contact-note"');
    for (const name of ['proxy', 'nonResponse', 'duplicates']) {
      expect(fieldOf(markup, name)).not.toContain('訳がない');
    }
  });

  it('says on the summary, and to whoever approves, which text that is', async () => {
    const markup = renderFacts(
      await viewOf('residents', { duplicates: { ja: '両方とも数えます。', en: 'Both.' } }),
    );
    expect(markup.match(/訳がないため/g)).toHaveLength(1);
    expect(markup).toMatch(/両方とも数えます。<\/span><strong[^>]*>訳がないため、やさしい日本語・中文・/);
  });

  it('speaks of what is typed, not of what is stored, when a step comes back refused', async () => {
    const view = await viewOf('residents', { contact: { ja: '企画課' } });
    const typed = {
      contact: [`${view.wordings.contact.usual} \r\n`],
      proxy: ['ご本人だけ。'],
      duplicates: [''],
    };
    const markup = render(view, { fields: typed, errors: { duplicates: '入力してください。' } });
    expect(fieldOf(markup, 'contact')).not.toContain('訳がない');
    expect(fieldOf(markup, 'proxy')).toContain(inEveryLanguage);
    expect(fieldOf(markup, 'duplicates')).not.toContain('訳がない');
  });

  it('says nothing where residents have no other language to choose', async () => {
    expect(render(await viewOf('mystery-shopper'))).not.toContain('訳がない');
  });
});
