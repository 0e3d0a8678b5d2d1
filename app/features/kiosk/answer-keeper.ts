import { openKioskStore } from '#app/features/kiosk/kiosk-store.ts';
import type { KioskReply } from '#app/fielding/answer/kiosk-answer.ts';

/** A finished answer on its way to the server, as the form it is sent as. */
export interface KeptAnswer {
  readonly key: string;
  readonly form: readonly (readonly [name: string, value: string])[];
}

/** What became of an attempt to send; `unsent` is tried again. */
export type Delivery = KioskReply | 'unsent';

/** Keeps finished answers until the server has them. */
export interface AnswerKeeper {
  /** Resolves once the answer would survive a broken line (and, where the browser can encrypt, a reload). */
  readonly keep: (answer: KeptAnswer) => Promise<void>;
  readonly deliver: (answer: KeptAnswer) => Promise<Delivery>;
  /** Sends whatever waits, the oldest first; stops at the first that finds no line. */
  readonly deliverAll: () => Promise<void>;
  readonly nWaiting: () => number;
  /** Whether any of them is in this page's memory only, and would be lost with it. */
  readonly isPageNeeded: () => boolean;
}

const answersUrl = '/kiosk/answers';
const timeoutMs = 8_000;
/** After these the answer need not be kept: the server has it, or it will never take it. */
const isSettled: ReadonlySet<Delivery> = new Set(['accepted', 'repeated', 'code_used', 'code_refused']);

/** A random submission key of 256 bits. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** Opens the keeper with what an earlier page of this tablet left unsent. */
export async function openAnswerKeeper(): Promise<AnswerKeeper> {
  const store = await openKioskStore<KeptAnswer>();
  const unwritten = new Set<string>();
  const waiting = new Map((await store.list()).map((answer) => [answer.key, answer]));

  async function deliver(answer: KeptAnswer): Promise<Delivery> {
    const delivery = await send(answer);
    if (isSettled.has(delivery)) {
      waiting.delete(answer.key);
      unwritten.delete(answer.key);
      // Left behind, it would be sent again after a reload, and count as the same answer.
      await store.remove(answer.key).catch(() => undefined);
    }
    return delivery;
  }

  return {
    async keep(answer) {
      waiting.set(answer.key, answer);
      // A full disk must not lose it: the page itself holds the answer, and goes on sending.
      await store.put(answer.key, answer).catch(() => unwritten.add(answer.key));
    },
    deliver,
    async deliverAll() {
      for (const answer of [...waiting.values()]) if ((await deliver(answer)) === 'unsent') return;
    },
    nWaiting: () => waiting.size,
    isPageNeeded: () => unwritten.size > 0,
  };
}

async function send({ form }: KeptAnswer): Promise<Delivery> {
  try {
    const response = await fetch(answersUrl, {
      method: 'POST',
      body: new URLSearchParams(form.map(([name, value]) => [name, value])),
      signal: AbortSignal.timeout(timeoutMs),
      cache: 'no-store',
    });
    // A proxy's error page, or a tablet that was shut out: nobody has said that the answer is there.
    if (!response.headers.get('Content-Type')?.startsWith('application/json')) return 'unsent';
    const { kind } = (await response.json()) as { readonly kind: Delivery };
    return kind;
  } catch {
    return 'unsent';
  }
}
