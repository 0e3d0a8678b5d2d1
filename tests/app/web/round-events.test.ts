import { expect, it } from 'vitest';
import { createLiveHub } from '#app/fielding/watch/live-hub.ts';
import { streamRoundEvents } from '#app/web/round-events.ts';
import { useOffice } from '#tests/app/routes/staff/office-context.ts';

const getOffice = useOffice();

it('opens no stream for a HEAD, which nobody would ever read or end', async () => {
  const { request, context } = getOffice();
  const { services, ...rest } = context();
  const liveHub = createLiveHub(services);
  const streamFor = (method: string) =>
    streamRoundEvents(
      request('/events', 'staff', method),
      { ...rest, services: { ...services, liveHub } },
      {
        roundId: 'any',
        load: async () => null,
      },
    );
  const [read, head] = [streamFor('GET'), streamFor('HEAD')];
  expect([...head.headers]).toEqual([...read.headers]);
  expect(head.headers.get('Content-Type')).toBe('text/event-stream');
  expect([read.body === null, head.body]).toEqual([false, null]);
  await liveHub.close();
});
