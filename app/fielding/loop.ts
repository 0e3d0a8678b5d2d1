/** Until the next turn of its own accord, in milliseconds; or there is none until somebody asks. */
export type Rest = number | 'until-nudged';

/** Work that goes on in the background, one turn at a time, whoever asks for it and however often. */
export interface Loop {
  /** Asks for a turn that begins soon: what is asked for in one moment shares one, and one at work ends first. */
  readonly nudge: () => void;
  /** Asks for a turn and resolves when it has ended, whether it failed or not; none comes once it is stopped. */
  readonly run: () => Promise<void>;
  /** Begins a turn after so many milliseconds, unless one begins before. */
  readonly nudgeIn: (ms: number) => void;
  /** Resolves when no turn is at work or asked for; those that come by time do not count. */
  readonly drain: () => Promise<void>;
  /** Takes no nudge any more; resolves when the turns at work and asked for have ended. No timer is left. */
  readonly stop: () => Promise<void>;
}

interface LoopOptions {
  /** One turn, and how long to rest after it. */
  readonly turn: () => Promise<Rest>;
  /** Told of a turn that failed, before anything else is done about it; must not throw. */
  readonly onError: (error: unknown) => void;
  /** How long to rest after a turn that failed. */
  readonly restAfterError: Rest;
}

/** A loop at rest: its first turn begins when it is asked for. Its timer does not keep the process alive. */
export function createLoop({ turn, onError, restAfterError }: LoopOptions): Loop {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  /** The turn that was asked for and has not begun. */
  let next: Promise<void> | undefined;
  /** The end of all that was asked for so far. */
  let last: Promise<void> = Promise.resolve();

  function run(): Promise<void> {
    if (isStopped) return last;
    next ??= last.then(begin);
    last = next;
    return next;
  }

  async function begin(): Promise<void> {
    // One turn of the event loop lets what was asked for together go together.
    await new Promise((resolve) => setImmediate(resolve));
    next = undefined;
    clearTimeout(timer);
    const rest = await attempt();
    if (rest !== 'until-nudged') nudgeIn(rest);
  }

  async function attempt(): Promise<Rest> {
    try {
      return await turn();
    } catch (error) {
      onError(error);
      return restAfterError;
    }
  }

  function nudgeIn(ms: number): void {
    clearTimeout(timer);
    if (isStopped) return;
    timer = setTimeout(() => void run(), ms);
    timer.unref();
  }

  return {
    nudge: () => void run(),
    run,
    nudgeIn,
    async drain() {
      for (let seen: Promise<void> | undefined; seen !== last; ) {
        seen = last;
        await seen;
      }
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
      return last;
    },
  };
}
