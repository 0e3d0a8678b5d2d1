import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eStatApiUrl } from '#app/outside/e-stat/e-stat.ts';
import * as framePage from '#app/routes/staff/frame.tsx';
import * as frameSample from '#app/routes/staff/frame-sample.ts';
import type { UploadedFile } from '#app/web/uploads.ts';
import type { Role } from '#db/queries/account.ts';
import { listAuditEntries } from '#db/queries/audit.ts';
import { getRound } from '#db/queries/round.ts';
import { loadCatalogQuestionnaires } from '#surveys/catalog/load-questionnaires.ts';
import { composeQuestionnaire } from '#surveys/questionnaire/compose.ts';
import { checkFrame, type Frame } from '#surveys/round/frame.ts';
import { useOffice } from '#tests/app/routes/staff/office-context.ts';
import { asServed } from '#tests/helpers/as-served.ts';
import { openRound, storePlans } from '#tests/helpers/plan-database.ts';

const loader = asServed('/staff/rounds/:round/frame', framePage.loader);
const action = asServed('/staff/rounds/:round/frame', framePage.action);
const loadSample = asServed('/staff/rounds/:round/frame/samples/:file', frameSample.loader);

const catalog = loadCatalogQuestionnaires('surveys/catalog/konohana');
const recipe = catalog.recipes.find(({ id }) => id === 'residents');
if (!recipe) throw new Error('the catalogue has no residents questionnaire');
const questionnaire = composeQuestionnaire(recipe, catalog.blocks);
const draft = {
  ...openRound,
  state: 'draft' as const,
  questionnaire,
  nIssued: 2_000,
  populationSize: 65_000,
};
const strata = [
  { id: '東', population: 600, nIssued: 60 },
  { id: '西', population: 400, nIssued: 40 },
];
const stratified: Frame = {
  source: '台帳',
  asOf: '2026-04-01',
  strata,
  weighting: 'strata',
  margins: [],
  unmatched: [],
  merges: [],
  trimAtMeanTimes: null,
};
const getOffice = useOffice({
  now: '2026-04-10T00:00:00.000Z',
  env: { ESTAT_APP_ID: 'id' },
  prepare: ({ db }) =>
    storePlans(db, [
      { ...draft, id: 'r-strata', frame: stratified },
      { ...draft, id: 'r-draft' },
      { ...draft, id: 'r-second' },
      { ...draft, id: 'r-open', state: 'open' },
    ]),
});
const getDb = () => getOffice().services.db;

const server = setupServer(
  http.get(`${eStatApiUrl}/getStatsData`, ({ request }) => {
    const isSingle = new URL(request.url).searchParams.get('statsDataId') === '0003445139';
    const name = isSingle ? 'single-years' : 'five-year-classes';
    return HttpResponse.json(JSON.parse(readFileSync(`tests/fixtures/e-stat/${name}.json`, 'utf8')));
  }),
);

let folder: string;
beforeAll(async () => {
  server.listen();
  folder = await mkdtemp(join(tmpdir(), 'koebako-frame-'));
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

interface Sent {
  readonly fields?: Readonly<Record<string, string>> | URLSearchParams;
  readonly files?: Readonly<Record<string, Uint8Array>>;
  readonly role?: Role;
}

async function argsOf(round: string, { fields = {}, files = {}, role = 'staff' }: Sent) {
  const uploaded: UploadedFile[] = [];
  for (const [field, bytes] of Object.entries(files)) {
    const path = join(folder, field);
    await writeFile(path, bytes);
    uploaded.push({ field, name: `${field}.csv`, mimeType: 'text/csv', sizeBytes: bytes.length, path });
  }
  const { request, context } = getOffice();
  return {
    request: request(`/staff/rounds/${round}/frame`, role),
    params: { round },
    context: context({ form: new URLSearchParams(fields), files: uploaded }),
  };
}

/** The step that a post led to, or the response that it threw. */
async function post(round: string, sent: Sent) {
  try {
    const { data, init } = await action(await argsOf(round, sent));
    return { status: init?.status, step: data };
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown;
    return { status: thrown.status, location: thrown.headers.get('Location') };
  }
}

const sample = async (file: string) => {
  const { params, ...args } = await argsOf('r-draft', {});
  return (await loadSample({ ...args, params: { ...params, file } })).text();
};
const fill = (csv: string, count: number) => csv.replaceAll(/,\r\n/g, `,${count}\r\n`);
const upload = { intent: 'upload', source: '住民基本台帳', asOf: '2026-04-01' };
const utf8 = (text: string) => new TextEncoder().encode(text);

function previewOf(result: Awaited<ReturnType<typeof post>>) {
  if (result.step?.kind !== 'preview') throw new Error(JSON.stringify(result));
  return result.step.preview;
}

function messagesOf(result: Awaited<ReturnType<typeof post>>): readonly string[] {
  if (result.step?.kind !== 'invalid') throw new Error(JSON.stringify(result));
  return result.step.errors.map(({ message }) => message);
}

describe('the frame page', () => {
  it('is closed to other roles', async () => {
    expect((await post('r-draft', { fields: { intent: 'e-stat' }, role: 'manager' })).status).toBe(403);
    await expect(loader(await argsOf('r-draft', { role: 'manager' }))).rejects.toMatchObject({ status: 403 });
  });

  it('reads samples that were filled in, in Shift_JIS and UTF-8, and shows them before anything is saved', async () => {
    const files = {
      'sex-age': iconv.encode(fill(await sample('sex-age'), 100).replace('\uFEFF', ''), 'Shift_JIS'),
      area: utf8(fill(await sample('area'), 200)),
    };
    const { frame, problems, otherPopulation } = previewOf(await post('r-draft', { fields: upload, files }));
    expect(problems).toEqual([]);
    expect(checkFrame(frame)).toEqual([]);
    expect(frame).toMatchObject({
      source: '住民基本台帳',
      asOf: '2026-04-01',
      weighting: 'rake',
      strata: [{ id: 'all', population: 1_600, nIssued: 2_000 }],
    });
    expect(otherPopulation).toBe(65_000);
    expect((await getRound(getDb(), 'r-draft')).frame).toBeNull();
  });

  it('names both totals when files disagree, and saves nothing', async () => {
    const files = {
      'sex-age': utf8(fill(await sample('sex-age'), 100)),
      area: utf8(fill(await sample('area'), 300)),
    };
    const preview = previewOf(await post('r-draft', { fields: upload, files }));
    expect(preview.problems.join()).toContain('合計が一致しません: 性別×年齢は1,600人、地域は2,400人です。');
    const saved = await post('r-draft', { fields: { intent: 'save', frame: JSON.stringify(preview.frame) } });
    expect(saved.step?.kind).toBe('preview');
    expect((await getRound(getDb(), 'r-draft')).frame).toBeNull();
  });

  it('tells the line and the word that the questionnaire does not know', async () => {
    const csv = fill(await sample('sex-age'), 100)
      .replace('80歳以上', '90歳以上')
      .replace(',100', ',百');
    const messages = messagesOf(await post('r-draft', { fields: upload, files: { 'sex-age': utf8(csv) } }));
    expect(messages).toEqual([
      '2行目: 「百」は人数として読めません。整数で入れてください。',
      '9行目: 年齢「90歳以上」は調査票の選択肢にありません。',
    ]);
  });

  it('asks for source, day and a file', async () => {
    const result = await post('r-draft', { fields: { intent: 'upload', source: ' ', asOf: 'いつか' } });
    expect(result.status).toBe(400);
    expect(messagesOf(result)).toHaveLength(3);
  });

  it('takes strata with letters, and warns of categories that few letters will reach', async () => {
    const files = {
      'sex-age': utf8(fill(await sample('sex-age'), 100).replace('女性,18～19歳,100', '女性,18～19歳,1')),
      strata: utf8('層,人口,発送数\n東,1000,10\n西,501,10\n'),
    };
    const preview = previewOf(await post('r-draft', { fields: upload, files }));
    expect(preview.problems).toEqual([]);
    expect(preview.nExpected).toBe(5);
    expect(preview.thin.length).toBeGreaterThan(0);
    expect(preview.thin[0]?.offer).toMatch(/^年齢「.+」を「.+」にまとめる$/);
  });

  it('leaves a total among strata out, and names one that does not add up', async () => {
    const send = async (rows: readonly string[]) => {
      const strata = utf8(['層,人口,発送数', '東,1000,10', '西,600,10', ...rows].join('\r\n'));
      return post('r-draft', {
        fields: upload,
        files: { 'sex-age': utf8(fill(await sample('sex-age'), 100)), strata },
      });
    };
    const { frame, problems } = previewOf(await send(['合計,1600,20']));
    expect(problems).toEqual([]);
    expect(frame.strata.map(({ id }) => id)).toEqual(['東', '西']);
    expect(messagesOf(await send(['合計,1700,20']))[0]).toMatch(
      /^4行目: 「合計」の人口1,700人が、内訳を足した1,600人と一致しません。/,
    );
    expect(messagesOf(await send(['計,1600,21']))[0]).toContain('「計」の発送数21通が、内訳を足した20通と');
    expect(messagesOf(await send(['南,5,6']))).toEqual([
      '4行目: 「南」の発送数6通が、人口5人を超えています。',
    ]);
  });

  it('saves no frame whose strata hold a total, from wherever it comes', async () => {
    const total = { id: '総　計', population: 1_000, nIssued: 100 };
    const frame = JSON.stringify({ ...stratified, strata: [...strata, total] });
    const preview = previewOf(await post('r-draft', { fields: { intent: 'save', frame } }));
    expect(preview.problems.join()).toContain('「総　計」は合計の行で、層にはできません。');
    expect((await getRound(getDb(), 'r-draft')).frame).toBeNull();
  });

  it('keeps the strata of a round when new counts come without strata', async () => {
    const files = { 'sex-age': utf8(fill(await sample('sex-age'), 100)) };
    const { frame, problems } = previewOf(await post('r-strata', { fields: upload, files }));
    expect(frame.strata).toEqual(strata);
    expect(problems).toEqual([
      '合計が一致しません: 層の人口は1,000人、性別×年齢は1,600人です。同じ日・同じ年齢以上の人口をそろえてください。',
    ]);
  });

  it('reads e-Stat, lets the merge plan be edited, saves it, and writes that down', async () => {
    const fields = { intent: 'e-stat', areaCode: '27104', statsDataId: '0003445139' };
    const { frame } = previewOf(await post('r-second', { fields }));
    expect(frame).toMatchObject({ asOf: '2020-10-01', weighting: 'post-stratify' });
    expect(frame.margins[0]?.categories[0]).toEqual({ key: ['m', '18-19'], population: 108 + 109 });
    const save = new URLSearchParams([
      ['intent', 'save'],
      ['frame', JSON.stringify(frame)],
      ['mergeFrom', 'age/80-over'],
      ['mergeInto', 'age/70-79'],
      ['mergeFrom', ''],
      ['mergeInto', ''],
    ]);
    expect(await post('r-second', { fields: save })).toEqual({
      status: 303,
      location: '/staff/rounds/r-second/frame?saved',
    });
    const merges = [{ dimension: 'age', from: '80-over', into: '70-79' }];
    expect((await getRound(getDb(), 'r-second')).frame).toEqual({ ...frame, merges });
    const { page } = await loader(await argsOf('r-second', {}));
    expect(page.current?.frame.merges).toEqual(merges);
    const entries = await listAuditEntries(getDb(), { limit: 1 });
    expect(entries[0]).toMatchObject({
      action: 'round.frame_set',
      object: { type: 'round', id: 'r-second' },
    });
  });

  it('keeps a merge of two kinds of categories out of the plan', async () => {
    const { frame } = previewOf(
      await post('r-draft', { fields: { intent: 'e-stat', areaCode: '27104', statsDataId: '0003445139' } }),
    );
    const fields = {
      intent: 'save',
      frame: JSON.stringify(frame),
      mergeFrom: 'age/80-over',
      mergeInto: 'sex/m',
    };
    const result = await post('r-draft', { fields });
    expect(result.step).toMatchObject({ kind: 'preview', errors: [{ field: 'merge-0' }] });
  });

  it('leaves it to staff how a class of 15–19 is cut', async () => {
    const fields = { intent: 'e-stat', areaCode: '27104', statsDataId: '0003445162' };
    expect(messagesOf(await post('r-draft', { fields }))[0]).toContain(
      '15〜19歳の区切りで、調査票の「18〜19歳」に分けられません',
    );
    const { frame } = previewOf(await post('r-draft', { fields: { ...fields, cutRule: 'spread-evenly' } }));
    expect(frame.margins[0]?.categories[0]).toEqual({
      key: ['m', '18-19'],
      population: Math.round(503 * 0.4),
    });
    expect(frame.source).toContain('均等とみなして');
  });

  it('refuses codes that are none, a frame that was tampered with, and a round that has begun', async () => {
    const fields = { intent: 'e-stat', areaCode: '此花区', statsDataId: '1' };
    expect(messagesOf(await post('r-draft', { fields }))[0]).toContain('5けた');
    expect((await post('r-draft', { fields: { intent: 'save', frame: '{"source":1}' } })).status).toBe(400);
    expect((await post('r-open', { fields: { intent: 'e-stat' } })).status).toBe(409);
  });
});
