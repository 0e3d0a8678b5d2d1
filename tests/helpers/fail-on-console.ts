import { format } from 'node:util';
import { afterAll, afterEach, expect } from 'vitest';

/** What was said since the last test ended, while files were loaded and suites prepared too. */
const said: string[] = [];
for (const method of ['error', 'warn'] as const) {
  const say = console[method].bind(console);
  console[method] = (...parts: unknown[]) => {
    said.push(format(...parts));
    say(...parts);
  };
}

/** React tells of keys, attributes and hydration that are wrong on the console only, and once in a file. */
const expectSilence = () =>
  expect(said.splice(0), 'nothing may be wrong enough to be said on the console').toEqual([]);
afterEach(expectSilence);
afterAll(expectSilence);
