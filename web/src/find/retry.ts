import { ProblemError, UnreachableError } from '../api/http';

/** How patient the page is with a slow or broken network. */
export interface Patience {
  /** How long one attempt may take; the last number also holds for all further attempts. */
  readonly attemptMilliseconds: readonly number[];
  /** Pauses between attempts: there is one attempt more than there are pauses. */
  readonly pauseMilliseconds: readonly number[];
}

export const PATIENCE: Patience = {
  attemptMilliseconds: [12_000, 20_000, 30_000],
  pauseMilliseconds: [1_000, 3_000, 8_000],
};

/** What a test replaces: time. */
export interface Clock {
  after(milliseconds: number, run: () => void): () => void;
}

export const windowClock: Clock = {
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** Whether asking again can help: no answer, or a server in trouble; not a wrong question. */
export function isWorthRetrying(error: unknown): boolean {
  if (error instanceof ProblemError) return error.status >= 500 || error.status === 429;
  return error instanceof UnreachableError;
}

/**
 * Asks until an answer comes, with growing pauses, or gives up with the last error.
 *
 * @param ask makes one attempt and stops when its signal says so
 * @param said called before each pause with the number of the attempt that follows, from 2
 * @param signal ends everything; the returned promise is then rejected with its reason
 */
export async function withRetry<T>(
  ask: (signal: AbortSignal) => Promise<T>,
  said: (attempt: number) => void,
  signal: AbortSignal,
  patience: Patience = PATIENCE,
  clock: Clock = windowClock,
): Promise<T> {
  const attempts = patience.pauseMilliseconds.length + 1;
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(ask, signal, limitOf(patience, attempt), clock);
    } catch (error) {
      if (signal.aborted || attempt === attempts || !isWorthRetrying(error)) throw error;
      said(attempt + 1);
      await pause(patience.pauseMilliseconds[attempt - 1] ?? 0, signal, clock);
    }
  }
}

function limitOf({ attemptMilliseconds }: Patience, attempt: number): number {
  return attemptMilliseconds[attempt - 1] ?? attemptMilliseconds.at(-1) ?? 30_000;
}

/** One attempt; one that takes too long counts as no answer. */
async function once<T>(
  ask: (signal: AbortSignal) => Promise<T>,
  signal: AbortSignal,
  milliseconds: number,
  clock: Clock,
): Promise<T> {
  signal.throwIfAborted();
  const attempt = new AbortController();
  let late = false;
  const stop = () => attempt.abort(signal.reason);
  signal.addEventListener('abort', stop);
  const cancel = clock.after(milliseconds, () => {
    late = true;
    attempt.abort();
  });
  try {
    return await ask(attempt.signal);
  } catch (error) {
    if (late && !signal.aborted) throw new UnreachableError(error);
    throw error;
  } finally {
    cancel();
    signal.removeEventListener('abort', stop);
  }
}

function pause(milliseconds: number, signal: AbortSignal, clock: Clock): Promise<void> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(milliseconds, () => {
      signal.removeEventListener('abort', stop);
      resolve();
    });
    const stop = () => {
      cancel();
      reject(signal.reason);
    };
    signal.addEventListener('abort', stop, { once: true });
  });
}
