import type { Decoder } from '../api/decode';
import { type Facility, facility } from '../api/facility';
import { type FindAnswer, findAnswer, type Hit, hits, type Welcome, welcome } from '../api/find';
import { HttpClient, type Query } from '../api/http';
import type { LonLat } from '../geo/lonlat';
import type { KeptAnswer, OfflineStore } from './offline';
import { isWorthRetrying, withRetry } from './retry';

/** What is asked for, and from where. */
export interface FindQuestion {
  readonly origin: LonLat;
  /** A need's code, or null where `type` is asked for. */
  readonly need: string | null;
  readonly type: string | null;
  readonly profile: string | null;
  readonly speedKmh: number | null;
}

/** An answer with its age: null where it has just come from the server. */
export interface Answered<T> {
  readonly answer: T;
  readonly keptAt: number | null;
}

/** Told while the network makes trouble. */
export interface Trouble<T> {
  /** Another attempt follows, from 2. */
  retrying(attempt: number): void;
  /** An answer of former times, to look at meanwhile. */
  kept(answered: Answered<T>): void;
}

export const SEARCH_LIMIT = 8;
export const RESULTS = 10;

/** The questions of the find page; each is asked again where the network fails. */
export class FindApi {
  readonly #http: HttpClient;
  readonly #store: OfflineStore;

  constructor(base: string, store: OfflineStore, send?: typeof fetch) {
    this.#http = new HttpClient(base, send);
    this.#store = store;
  }

  welcome(trouble: Trouble<Welcome>, signal: AbortSignal): Promise<Answered<Welcome>> {
    return this.#ask('welcome', {}, welcome, trouble, signal);
  }

  find(
    { origin, need, type, profile, speedKmh }: FindQuestion,
    trouble: Trouble<FindAnswer>,
    signal: AbortSignal,
  ): Promise<Answered<FindAnswer>> {
    const { lon, lat } = origin;
    const query = { lon, lat, need, type, profile, speedKmh, limit: RESULTS };
    return this.#ask('find', query, findAnswer, trouble, signal);
  }

  facility(
    id: string,
    trouble: Trouble<Facility>,
    signal: AbortSignal,
  ): Promise<Answered<Facility>> {
    return this.#ask(`facilities/${encodeURIComponent(id)}`, {}, facility, trouble, signal);
  }

  /** Not kept: what somebody types is nobody's business. */
  search(q: string, retrying: (attempt: number) => void, signal: AbortSignal): Promise<Hit[]> {
    const ask = (attempt: AbortSignal) =>
      this.#http.get('search', { q, limit: SEARCH_LIMIT }, hits, attempt);
    return withRetry(ask, retrying, signal);
  }

  async #ask<T>(
    path: string,
    query: Query,
    decode: Decoder<T>,
    trouble: Trouble<T>,
    signal: AbortSignal,
  ): Promise<Answered<T>> {
    const key = this.#http.address(path, query);
    const ask = (attempt: AbortSignal) => this.#http.get(path, query, raw, attempt);
    let shown = false;
    try {
      const json = await withRetry(
        ask,
        (attempt) => {
          trouble.retrying(attempt);
          if (shown) return;
          shown = true;
          void this.#last(key, decode, path).then((kept) => {
            if (kept && !signal.aborted) trouble.kept(kept);
          });
        },
        signal,
      );
      const answer = decode(json, path);
      void this.#store.keepAnswer(key, json).catch(() => {});
      return { answer, keptAt: null };
    } catch (error) {
      if (signal.aborted || !isWorthRetrying(error)) throw error;
      const kept = await this.#last(key, decode, path);
      if (!kept) throw error;
      return kept;
    }
  }

  /** The kept answer to the same question; one that is not understood any more is as good as none. */
  async #last<T>(key: string, decode: Decoder<T>, path: string): Promise<Answered<T> | null> {
    try {
      const kept: KeptAnswer | null = await this.#store.lastAnswer(key);
      return kept && { answer: decode(kept.json, path), keptAt: kept.at };
    } catch {
      return null;
    }
  }
}

const raw: Decoder<unknown> = (value) => value;
