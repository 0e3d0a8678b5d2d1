import { expect, it } from 'vitest';
import { explainFailure } from '#app/explain-failure.ts';
import { StartError } from '#app/fielding/start-problem.ts';

it.each(['missing', 'foreign', 'short'] as const)(
  'says what to do about a log of used codes that is %s',
  (fault) => {
    const words = explainFailure(new StartError({ kind: 'code_log', fault, file: '/data-used-codes.log' }));
    for (const part of ['/data-used-codes.log', 'USED_CODE_LOG', '--used-codes-lost', fault]) {
      expect(words).toContain(part);
    }
  },
);

it('says what to do about a secret that is not whole', () => {
  const words = explainFailure(new StartError({ kind: 'secret_damaged', file: '/data/secret.key' }));
  expect(words).toContain('/data/secret.key が壊れています');
});

it.each([
  ['newer_database', 'より新しい版', 'バックアップ'],
  ['older_database', '移行されていません', 'サーバを起動すると移行されます'],
] as const)(
  'names the migrations in which a database differs (%s), and says what to do',
  (kind, ...parts) => {
    const words = explainFailure(
      new StartError({ kind, database: 'sqlite:/data/koebako.db', migrations: ['9998-a', '9999-b'] }),
    );
    for (const part of ['sqlite:/data/koebako.db', '9998-a, 9999-b', ...parts]) expect(words).toContain(part);
  },
);

it('names a database that cannot be opened, and why', () => {
  const problem = { kind: 'database_not_opened', database: 'sqlite:/x', reason: 'no such file' } as const;
  expect(explainFailure(new StartError(problem))).toBe('データベース sqlite:/x を開けません: no such file');
});

it.each([
  ['no_folder', 'WARD', '/srv/nowhere'],
  ['no_ward_file', 'ward.yaml', '/srv/ward/ward.yaml'],
  ['no_plan', 'plan-(名前).yaml', '/srv/ward/plan-*.yaml'],
  ['content', '直してから', '/srv/ward/terms.yaml'],
] as const)("says what to do about a ward's folder with %s", (fault, advice, file) => {
  const problem = { kind: 'catalog', fault, file, path: 'line 3, column 5', reason: 'no comma' } as const;
  const words = explainFailure(new StartError(problem));
  for (const part of [advice, file, 'line 3, column 5', 'no comma']) expect(words).toContain(part);
});

it('says which ward a database belongs to', () => {
  const problem = { kind: 'other_ward', planId: 'plan-1', owner: 'みなと台区', ward: 'おか台区' } as const;
  const words = explainFailure(new StartError(problem));
  for (const part of ['みなと台区(plan-1)', 'おか台区', 'WARD', 'DATABASE_URL'])
    expect(words).toContain(part);
});

it('says which indicators of a plan changed under which rounds, and what may change', () => {
  const changes = [
    { indicatorId: '1-1', kind: 'changed' },
    { indicatorId: '1-2', kind: 'removed' },
  ] as const;
  const problem = { kind: 'plan_changed', planId: 'plan-1', changes, rounds: ['秋の調査'] } as const;
  const words = explainFailure(new StartError(problem));
  for (const part of ['plan-1', '1-1(変更)、1-2(削除)', '秋の調査', '新しい id', 'pdca']) {
    expect(words).toContain(part);
  }
});

it('tells other failures as they come', () => {
  expect(explainFailure(new Error('the port is taken'))).toBe('the port is taken');
  expect(explainFailure('stopped')).toBe('stopped');
});
