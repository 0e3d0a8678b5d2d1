import { useEffect, useState } from 'react';

const activities = ['pointerdown', 'keydown', 'input', 'wheel', 'touchmove'] as const;

/** Nobody touches the screen for this long, and the visit is over. */
export const idleSeconds = 30;

interface IdleOptions {
  /** Counts only while somebody's answers are on the screen. */
  readonly isActive: boolean;
  readonly limitSeconds: number;
  readonly onIdle: () => void;
}

/** Seconds left until nobody has touched the screen for too long; calls back when none is. */
export function useIdle({ isActive, limitSeconds, onIdle }: IdleOptions): number {
  const [secondsLeft, setSecondsLeft] = useState(limitSeconds);
  useEffect(() => {
    if (!isActive) return;
    let last = Date.now();
    const touch = () => {
      last = Date.now();
      setSecondsLeft(limitSeconds);
    };
    touch();
    const timer = setInterval(() => {
      // By the clock, not by counting: a tablet that slept comes back with its time run out.
      const left = Math.ceil(limitSeconds - (Date.now() - last) / 1000);
      setSecondsLeft(Math.max(left, 0));
      if (left <= 0) onIdle();
    }, 250);
    for (const activity of activities) addEventListener(activity, touch, { passive: true });
    return () => {
      clearInterval(timer);
      for (const activity of activities) removeEventListener(activity, touch);
    };
  }, [isActive, limitSeconds, onIdle]);
  return secondsLeft;
}
