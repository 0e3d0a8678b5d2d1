import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { migrations } from '#db/migrations/index.ts';

/** SHA-256 of every file that an applied migration consists of. One line more for a new one, which the test prints. */
const frozen: Readonly<Record<string, string>> = {
  '0001-main-road.ts': '15d5ce207e679f6c237f956a0687f2c177b5a545a1ada4334ea098e2a6920527',
  '0002-frame.ts': '4a13899a701af65ec154c6475cfc914d0d512008145483b5e7e4679d79c9ba14',
  '0003-access-codes.ts': '3ae0037252a79e4b92128d37bb845817c0b4c0c188f25ea52f3366caddc033f8',
  '0004-people.ts': '71a24b759289e32e1e362fabfdf92b08b4e18f8c672f67e7215ab77f55829f02',
  '0005-lifecycle.ts': '6272003bce3c2b4765189a8c23fa5745ba8a0860f3ffd7af3ed90b08e782056f',
  '0006-paper.ts': '17e147699d115fdba6fb4bff04b68498aa5cee4ad67c690f034b8c9122d948a0',
  '0007-devices.ts': '7a9ae21f3a223d8e7cbb0c08fc55928301397c01ca602cc0ffed90c5a2b00a79',
  '0008-invitation-maker.ts': 'ad33fb94dcb34a9aa27941d90f3966f1f61560b28db995705f5f1f298cc2485d',
  '0009-code-log.ts': 'ee70e08679e2029342b045d7e28fd36cb9fd3b034fad23a08829564103457ea7',
  '0010-erasure.ts': 'ad20df94548de06af020c407ce4605048130dad4aaea5aff80fd0d66fc8e3e1e',
  '0011-terms.ts': '32061c7b0ecedfa27fca56dece1147456a8d26e3c57a94aec49f9c3fb34bfba3',
  '0012-import-problems.ts': '3c04ec1043d6241a21f059e43198397363df08df3506af9fea0f2b1b48640eff',
  '0013-first-results.ts': '9d7d686950df661ca1e53fe761f9a517638c2395377c9a114145265365d5a33b',
  'key-order.ts': 'ed98d7794557a7684c282a6d8fb77592350ce364d141869a196ff64af8d7d7bf',
};

const folder = `${import.meta.dirname}/../../../db/migrations`;
const files = readdirSync(folder).filter((name) => name !== 'index.ts');
/** As it is in the repository, whatever line ends a checkout has. */
const sourceOf = (file: string) => readFileSync(`${folder}/${file}`, 'utf8').replaceAll('\r\n', '\n');
const hashOf = (file: string) => createHash('sha256').update(sourceOf(file)).digest('hex');

it.each(files)('%s is what was applied', (file) => {
  const line = `  '${file}': '${hashOf(file)}',`;
  expect(
    frozen[file],
    file in frozen
      ? `db/migrations/${file} has run on databases in use, which will not run it again: edited, it would give a new ` +
          'database another schema than theirs. Take the edit back and write a migration with the next number.'
      : `db/migrations/${file} is new. Once it is finished, freeze it in tests/db/migrations/frozen.test.ts:\n${line}`,
  ).toBe(hashOf(file));
});

it('none was taken away or renamed: databases that ran it would be refused as newer ones', () => {
  expect(files).toEqual(expect.arrayContaining(Object.keys(frozen)));
  expect(files.filter((file) => /^\d/.test(file))).toEqual(
    Object.keys(migrations).map((name) => `${name}.ts`),
  );
});

it.each(files)('%s takes nothing from code that may change', (file) => {
  const sources = [...sourceOf(file).matchAll(/from '([^']+)'/g)].map(([, source]) => source);
  expect(['kysely', '#db/migrations/key-order.ts']).toEqual(expect.arrayContaining(sources));
});
