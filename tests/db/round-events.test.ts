import type { AppLoadContext } from '@remix-run/node';
import { expect, it } from 'vitest';
import { createLiveHub } from '#app/fielding/watch/live-hub.ts';
import { createLog } from '#app/web/log.ts';
import { streamRoundEvents } from '#app/web/round-events.ts';
import { nResponses } from '#db/queries/tally.ts';
import { acceptMany, storeRound } from '#tests/db/round-fixture.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';

describeOnEachDatabase('the events of a watched round', (getDb) => {
  it('go on where figures could not be computed once, and the process lives', async () => {
    const round = await storeRound(getDb());
    await acceptMany(getDb(), round, 3);
    const log = createLog('silent');
    const liveHub = createLiveHub({ db: getDb(), log });
    // What the stream uses of the services.
    const context = { services: { liveHub, log } } as unknown as AppLoadContext;
    let nLoads = 0;
    const load = async () => {
      nLoads += 1;
      if (nLoads === 1) throw new Error('the connection was lost');
      return { n: await nResponses(getDb(), round.id) };
    };
    const leaving = new AbortController();
    const request = new Request('http://localhost/events', { signal: leaving.signal });
    const { body } = streamRoundEvents(request, context, { roundId: round.id, load });
    const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    while (reader && !text.includes('event: figures')) text += (await reader.read()).value ?? '';
    leaving.abort();
    expect(text).toContain('event: figures\ndata: {"n":3}');
    expect(nLoads).toBe(2);
    await liveHub.close();
  });
});
