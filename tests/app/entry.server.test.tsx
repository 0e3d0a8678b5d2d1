import type { EntryContext } from '@remix-run/node';
import { describe, expect, it } from 'vitest';
import handleRequest from '#app/entry.server.tsx';

describe('rendering a page', () => {
  // An unhandled rejection would end the process, and fails the tests that cause one.
  it('refuses when a page throws, and leaves nothing unhandled', async () => {
    const request = new Request('http://localhost/');
    const broken = {} as EntryContext;
    await expect(handleRequest(request, 200, new Headers(), broken, { nonce: 'n' })).rejects.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 20));
  });
});
