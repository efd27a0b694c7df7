import { type Decoder, number, object, text, withDefault } from './decode';

/** The server answered with a problem (RFC 9457): `detail` is fit to be shown. */
export class ProblemError extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
  ) {
    super(`${status} ${title}: ${detail}`);
    this.name = 'ProblemError';
  }
}

/** No answer at all: the network or the server is away. */
export class UnreachableError extends Error {
  constructor(cause: unknown) {
    super('The server did not answer.', { cause });
    this.name = 'UnreachableError';
  }
}

/** Values of query parameters; lists repeat the parameter, null leaves it out. */
export type Query = Record<string, string | number | boolean | null | readonly (string | number)[]>;

/** `?a=1&b=2&b=3`, or nothing where every value is null. */
export function queryString(query: Query): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === null) continue;
    for (const item of Array.isArray(value) ? value : [value])
      parameters.append(name, String(item));
  }
  const encoded = parameters.toString();
  return encoded === '' ? '' : `?${encoded}`;
}

/** Answers about places come as GeoJSON (RFC 7946), all others as plain JSON. */
export const ACCEPTED = 'application/json, application/geo+json, application/problem+json';

const problem = object({
  title: withDefault(text, ''),
  detail: withDefault(text, ''),
  status: withDefault(number, 0),
});

/** Reads a problem body; where the body is something else, the status line has to do. */
export function toProblem(status: number, statusText: string, body: unknown): ProblemError {
  try {
    const { title, detail } = problem(body, 'problem');
    return new ProblemError(status, title || statusText, detail || title || statusText);
  } catch {
    return new ProblemError(status, statusText, statusText);
  }
}

/** Basic credentials; kept in memory only. */
export interface Credentials {
  readonly user: string;
  readonly password: string;
}

/** RFC 7617 with UTF-8, so that a password may hold any character. */
export function basicAuthorization({ user, password }: Credentials): string {
  const bytes = new TextEncoder().encode(`${user}:${password}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}

async function bodyOf(response: Response): Promise<unknown> {
  const content = await response.text();
  if (content === '') return null;
  try {
    return JSON.parse(content) as unknown;
  } catch {
    return null;
  }
}

interface Init {
  readonly method: string;
  readonly body?: string | FormData;
  readonly headers?: Record<string, string>;
}

/** Sends requests below one base address and decodes the answers. */
export class HttpClient {
  #credentials: Credentials | null = null;

  constructor(
    private readonly base: string,
    private readonly send: typeof fetch = (...args) => fetch(...args),
  ) {}

  /** The address of a path below the base. */
  address(path: string, query: Query = {}): string {
    return `${this.base}${path}${queryString(query)}`;
  }

  /** Credentials for all further requests; null forgets them. */
  useCredentials(credentials: Credentials | null): void {
    this.#credentials = credentials;
  }

  /** Headers of every request; the first keeps browsers from asking for a password themselves. */
  headers(): Record<string, string> {
    const headers: Record<string, string> = { 'X-Requested-With': 'XMLHttpRequest' };
    if (this.#credentials) headers.Authorization = basicAuthorization(this.#credentials);
    return headers;
  }

  get<T>(path: string, query: Query, decode: Decoder<T>, signal?: AbortSignal): Promise<T> {
    return this.request(this.address(path, query), { method: 'GET' }, path, decode, signal);
  }

  /** Asks with other credentials than the kept ones, which stay as they are. */
  tryCredentials<T>(credentials: Credentials, path: string, decode: Decoder<T>): Promise<T> {
    const headers = { Authorization: basicAuthorization(credentials) };
    return this.request(this.address(path), { method: 'GET', headers }, path, decode);
  }

  /** @param signal ends the request where its answer is no longer wanted */
  sendJson<T>(
    method: 'POST' | 'PUT',
    path: string,
    body: unknown,
    decode: Decoder<T>,
    signal?: AbortSignal,
    query: Query = {},
  ): Promise<T> {
    const init = {
      method,
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json' },
    };
    return this.request(this.address(path, query), init, path, decode, signal);
  }

  /** Sends a file with its fields; the browser writes the boundary of the parts itself. */
  sendForm<T>(path: string, form: FormData, decode: Decoder<T>): Promise<T> {
    return this.request(this.address(path), { method: 'POST', body: form }, path, decode);
  }

  remove<T>(path: string, decode: Decoder<T>): Promise<T> {
    return this.request(this.address(path), { method: 'DELETE' }, path, decode);
  }

  /** The bytes of a file that only somebody signed in may have; links carry no login. */
  async file(path: string, query: Query, signal?: AbortSignal): Promise<Blob> {
    const response = await this.answer(this.address(path, query), { method: 'GET' }, signal);
    if (!response.ok) {
      throw toProblem(response.status, response.statusText, await bodyOf(response));
    }
    return response.blob();
  }

  private async request<T>(
    address: string,
    init: Init,
    name: string,
    decode: Decoder<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    const response = await this.answer(address, init, signal);
    const body = await bodyOf(response);
    if (!response.ok) throw toProblem(response.status, response.statusText, body);
    return decode(body, name);
  }

  private async answer(address: string, init: Init, signal?: AbortSignal): Promise<Response> {
    try {
      return await this.send(address, {
        ...init,
        // Only our own header carries the login; without this a 401 opens the browser's own dialogue.
        credentials: 'omit',
        headers: { Accept: ACCEPTED, ...this.headers(), ...init.headers },
        ...(signal ? { signal } : {}),
      });
    } catch (cause) {
      if (signal?.aborted) throw cause;
      throw new UnreachableError(cause);
    }
  }
}
