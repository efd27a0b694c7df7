import { describe, expect, it } from 'vitest';
import { ProblemError, UnreachableError } from '../src/api/http';
import { type Answered, FindApi } from '../src/find/api';
import { memoryStore } from '../src/find/offline';
import { type Clock, type Patience, withRetry } from '../src/find/retry';
import { findJson } from './find-json';

const patience: Patience = { attemptMilliseconds: [100, 200], pauseMilliseconds: [10, 30, 80] };

/** Time that passes only when it is told to; the timers it was asked for are kept in order. */
function handClock() {
  const asked: number[] = [];
  const waiting: { milliseconds: number; run: () => void }[] = [];
  const clock: Clock = {
    after: (milliseconds, run) => {
      asked.push(milliseconds);
      const entry = { milliseconds, run };
      waiting.push(entry);
      return () => {
        const index = waiting.indexOf(entry);
        if (index >= 0) waiting.splice(index, 1);
      };
    },
  };
  const ring = async () => {
    // Whatever the last step left to do is done before time goes on.
    for (let i = 0; i < 10; i++) await Promise.resolve();
    waiting.shift()?.run();
    for (let i = 0; i < 10; i++) await Promise.resolve();
  };
  return { clock, asked, waiting, ring };
}

const never = new AbortController().signal;

describe('asking again', () => {
  it('waits longer each time, says so, and gives the answer that comes', async () => {
    const { clock, asked, ring } = handClock();
    const said: number[] = [];
    let attempt = 0;
    const ask = async () => {
      attempt += 1;
      if (attempt < 3) throw new UnreachableError('cut');
      return 'answer';
    };
    const answer = withRetry(ask, (next) => said.push(next), never, patience, clock);
    await ring();
    await ring();
    expect(await answer).toBe('answer');
    expect(said).toEqual([2, 3]);
    expect(asked).toEqual([100, 10, 200, 30, 200]);
  });

  it('ends with the last error', async () => {
    const { clock, ring } = handClock();
    const answer = withRetry(
      async () => {
        throw new UnreachableError('cut');
      },
      () => {},
      never,
      patience,
      clock,
    );
    const failed = expect(answer).rejects.toBeInstanceOf(UnreachableError);
    for (let i = 0; i < 3; i++) await ring();
    await failed;
  });

  it('takes an attempt that lasts too long for none', async () => {
    const { clock, ring } = handClock();
    let attempts = 0;
    const ask = (signal: AbortSignal) =>
      new Promise<string>((resolve, reject) => {
        attempts += 1;
        if (attempts === 2) resolve('late but there');
        signal.addEventListener('abort', () => reject(signal.reason));
      });
    const answer = withRetry(ask, () => {}, never, patience, clock);
    await ring();
    await ring();
    expect(await answer).toBe('late but there');
  });

  it('does not repeat a wrong question', async () => {
    let attempts = 0;
    const ask = async () => {
      attempts += 1;
      throw new ProblemError(400, 'Bad Request', 'lon: 200 is not in -180..180');
    };
    await expect(withRetry(ask, () => {}, never, patience)).rejects.toMatchObject({ status: 400 });
    expect(attempts).toBe(1);
  });

  it('stops at once when nobody waits any more', async () => {
    const { clock, waiting } = handClock();
    const stop = new AbortController();
    const ask = async () => {
      throw new UnreachableError('cut');
    };
    const answer = withRetry(ask, () => {}, stop.signal, patience, clock);
    const failed = expect(answer).rejects.toBe('gone');
    for (let i = 0; i < 10; i++) await Promise.resolve();
    stop.abort('gone');
    await failed;
    expect(waiting).toEqual([]);
  });
});

describe('a kept answer', () => {
  const question = {
    origin: { lon: 121.168, lat: 31.892 },
    need: 'eat',
    type: null,
    profile: null,
    speedKmh: null,
  };

  it('never stands in for a refusal', async () => {
    let cut = false;
    const asked: string[] = [];
    const send = async (address: RequestInfo | URL) => {
      asked.push(String(address));
      if (cut) return new Response('{}', { status: 400 });
      return new Response(JSON.stringify(findJson));
    };
    const api = new FindApi(
      '/api/v1/',
      memoryStore(() => 1234),
      send as typeof fetch,
    );
    const quiet = { retrying: () => {}, kept: () => {} };
    const fresh = await api.find(question, quiet, never);
    expect(fresh.keptAt).toBeNull();
    expect(asked).toEqual(['/api/v1/find?lon=121.168&lat=31.892&need=eat&limit=10']);
    cut = true;
    // A wrong question is not answered from memory.
    await expect(api.find(question, quiet, never)).rejects.toBeInstanceOf(ProblemError);
  });

  it('is shown while the page tries again', async () => {
    const store = memoryStore(() => 1234);
    await store.keepAnswer('/api/v1/find?lon=121.168&lat=31.892&need=eat&limit=10', findJson);
    const stop = new AbortController();
    const send = async () => {
      throw new TypeError('Failed to fetch');
    };
    const api = new FindApi('/api/v1/', store, send as unknown as typeof fetch);
    const kept = await new Promise<Answered<unknown>>((resolve) => {
      api.find(question, { retrying: () => {}, kept: resolve }, stop.signal).catch(() => {});
    });
    stop.abort();
    expect(kept).toMatchObject({ keptAt: 1234, answer: { within: 1 } });
  });
});
