import { useEffect, useRef, useState } from 'react';
import {
  type AnswerKeeper,
  type Delivery,
  type KeptAnswer,
  openAnswerKeeper,
} from '#app/features/kiosk/answer-keeper.ts';

const retryMs = 5_000;

export interface KeeperState {
  /** How many finished answers still wait for the line. */
  readonly nWaiting: number;
  /** Keeps an answer safe first, then tries to send it. */
  readonly submit: (answer: KeptAnswer) => Promise<Delivery>;
}

/** The tablet's keeper of finished answers, trying again by itself while any wait. */
export function useAnswerKeeper(): KeeperState {
  const opened = useRef<Promise<AnswerKeeper>>(undefined);
  const [nWaiting, setNWaiting] = useState(0);
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
        setNWaiting(keeper.nWaiting());
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
    nWaiting,
    async submit(answer) {
      const keeper = await getKeeper();
      await keeper.keep(answer);
      const delivery = await keeper.deliver(answer);
      setNWaiting(keeper.nWaiting());
      return delivery;
    },
  };
}
