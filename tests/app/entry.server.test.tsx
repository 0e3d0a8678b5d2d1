import { setImmediate } from 'node:timers/promises';
import type { EntryContext } from '@remix-run/node';
import { describe, expect, it } from 'vitest';
import handleRequest from '#app/entry.server.tsx';

describe('rendering a page', () => {
  // An unhandled rejection would end the process, and fails the tests that cause one.
  it('refuses when a page throws, and leaves nothing unhandled', async () => {
    const request = new Request('http://localhost/');
    const broken = {} as EntryContext;
    await expect(handleRequest(request, 200, new Headers(), broken, { nonce: 'n' })).rejects.toThrow();
    // Node tells of a rejection that nobody heard at the end of the turn it happens in.
    await setImmediate();
  });
});
