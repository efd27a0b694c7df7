import { type Decoded, id, listOf, nullable, number, object, text } from '../api/decode';
import { HttpClient } from '../api/http';
import type { LonLat } from '../geo/lonlat';
import { type Advice, advice } from './rules';

const hit = object({ name: text, detail: nullable(text), lon: number, lat: number });
/** A start that a search text may mean. */
export type Hit = Decoded<typeof hit>;

const desk = object({
  facility: object({
    id,
    externalId: nullable(text),
    name: text,
    address: nullable(text),
    phone: nullable(text),
  }),
  seconds: number,
});
/** An adviser's desk and how long it takes to walk there. */
export type Desk = Decoded<typeof desk>;

const hotline = object({ nameZh: text, nameEn: text, phone: text });
export type Hotline = Decoded<typeof hotline>;

const HITS = 5;
const DESKS = 3;

/**
 * All that this page asks the server. What somebody answered is in none of it, and no method takes
 * it; only `desks` says where somebody starts from, when they ask for the way.
 */
export class AdviserApi {
  readonly #http: HttpClient;

  constructor(base: string, send?: typeof fetch) {
    this.#http = new HttpClient(base, send);
  }

  advice(): Promise<Advice> {
    return this.#http.get('adviser', {}, advice);
  }

  /** The hotline of the county; null where none is set. */
  async hotline(): Promise<Hotline | null> {
    return (await this.#http.get('welcome', {}, object({ hotline: nullable(hotline) }))).hotline;
  }

  async search(q: string): Promise<Hit[]> {
    const found = await this.#http.get(
      'search',
      { q, limit: HITS },
      object({ results: listOf(hit) }),
    );
    return found.results;
  }

  async desks({ lon, lat }: LonLat): Promise<Desk[]> {
    const query = { lon, lat, need: 'adviser', limit: DESKS };
    return (await this.#http.get('find', query, object({ results: listOf(desk) }))).results;
  }
}
