import { CareMapApi } from '../api/care-map-api';
import type { Decoder } from '../api/decode';
import type { Query } from '../api/http';

const nothing: Decoder<null> = () => null;

/**
 * The questions of the planning desk, below `api/v1/`; all but the ground data need the session.
 * Tabs bring their own paths and decoders: `context.api.post('scenarios', draft, scenario)`.
 */
export class PlanApi extends CareMapApi {
  get<T>(path: string, query: Query, decode: Decoder<T>, signal?: AbortSignal): Promise<T> {
    return this.http.get(path, query, decode, signal);
  }

  post<T>(
    path: string,
    body: unknown,
    decode: Decoder<T>,
    signal?: AbortSignal,
    query: Query = {},
  ): Promise<T> {
    return this.http.sendJson('POST', path, body, decode, signal, query);
  }

  put<T>(path: string, body: unknown, decode: Decoder<T>, query: Query = {}): Promise<T> {
    return this.http.sendJson('PUT', path, body, decode, undefined, query);
  }

  /** Deletes what the path names; the answer's body, if there is one, is not read. */
  delete(path: string): Promise<null> {
    return this.http.remove(path, nothing);
  }
}
