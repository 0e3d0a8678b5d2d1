import { useEffect, useRef, useState } from 'react';
import {
  type AnswerKeeper,
  type Delivery,
  type KeptAnswer,
  openAnswerKeeper,
} from '#app/features/kiosk/answer-keeper.ts';

const retryMs = 5_000;

/** The finished answers that still wait for the line. */
export interface Waiting {
  readonly n: number;
  /** Whether they would be lost with the page: nothing may load it anew. */
  readonly isPageNeeded: boolean;
}

export interface KeeperState {
  readonly waiting: Waiting;
  /** Keeps an answer safe first, then tries to send it. */
  readonly submit: (answer: KeptAnswer) => Promise<Delivery>;
}

/** The tablet's keeper of finished answers, trying again by itself while any wait. */
export function useAnswerKeeper(): KeeperState {
  const opened = useRef<Promise<AnswerKeeper>>(undefined);
  const [waiting, setWaiting] = useState<Waiting>({ n: 0, isPageNeeded: false });
  const getKeeper = () => {
    opened.current ??= openAnswerKeeper();
    return opened.current;
  };

  useEffect(() => {
    let isBusy = false;
    const retry = async () => {
      if (isBusy) return;
      isBusy = true;
      try {
        opened.current ??= openAnswerKeeper();
        const keeper = await opened.current;
        if (keeper.nWaiting() > 0) await keeper.deliverAll();
        setWaiting(look(keeper));
      } finally {
        isBusy = false;
      }
    };
    void retry();
    const timer = setInterval(() => void retry(), retryMs);
    addEventListener('online', retry);
    return () => {
      clearInterval(timer);
      removeEventListener('online', retry);
    };
  }, []);

  return {
    waiting,
    async submit(answer) {
      const keeper = await getKeeper();
      await keeper.keep(answer);
      const delivery = await keeper.deliver(answer);
      setWaiting(look(keeper));
      return delivery;
    },
  };
}

const look = (keeper: AnswerKeeper): Waiting => ({
  n: keeper.nWaiting(),
  isPageNeeded: keeper.isPageNeeded(),
});
