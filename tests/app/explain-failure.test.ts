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

it('tells other failures as they come', () => {
  expect(explainFailure(new Error('the port is taken'))).toBe('the port is taken');
  expect(explainFailure('stopped')).toBe('stopped');
});
