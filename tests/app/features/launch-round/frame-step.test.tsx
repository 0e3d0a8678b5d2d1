import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { FrameStep } from '#app/features/launch-round/frame-step.tsx';
import * as newRound from '#app/routes/staff/new-round.tsx';
import * as setup from '#app/routes/staff/round-setup.tsx';
import { useOffice } from '#tests/app/routes/staff/office-context.ts';
import { asServed } from '#tests/helpers/as-served.ts';

const makeRound = asServed('/staff/rounds/new', newRound.action);
const loadStep = asServed('/staff/rounds/:round/setup/:step', setup.loader);

const getOffice = useOffice();

/** The step as a clerk who has just chosen a questionnaire sees it. */
async function renderStep(questionnaireId: string): Promise<string> {
  const { context, request } = getOffice();
  const made = await makeRound({
    request: request('/', 'staff'),
    params: {},
    context: context({ form: new URLSearchParams({ questionnaireId }) }),
  }).catch((thrown: unknown) => thrown as Response);
  const round = made instanceof Response ? (made.headers.get('Location')?.split('/')[3] ?? '') : '';
  const params = { round, step: 'frame' };
  const { view, today } = await loadStep({
    request: request('/', 'staff'),
    params,
    context: context(),
  });
  return renderToStaticMarkup(<FrameStep view={view} today={today} refused={undefined} />);
}

it('plans a sample only where one is drawn', async () => {
  const markup = await renderStep('residents');
  for (const word of ['何通送ればよいか', '層の名前', '住民基本台帳']) expect(markup).toContain(word);
});

it.each([
  ['organisations', '団体の数', '必須'],
  ['mystery-shopper', '訪問の数', '任意'],
])('asks %s for one number, in its own words', async (questionnaireId, label, badge) => {
  const markup = await renderStep(questionnaireId);
  expect(markup.match(/<input id=/g)).toHaveLength(1);
  expect(markup).toContain(label);
  expect(markup).toContain(badge);
  for (const word of ['何通', '層', '人口', '住民']) expect(markup).not.toContain(word);
});
