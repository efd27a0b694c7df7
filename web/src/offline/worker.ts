import { keptAs, policyOf } from './policy';

/** The part of a cache that is used here; keys are absolute addresses, oldest first. */
export interface Shelf {
  match(url: string): Promise<Response | undefined>;
  put(url: string, response: Response): Promise<void>;
  delete(url: string): Promise<boolean>;
  keys(): Promise<readonly { readonly url: string }[]>;
}

/** Where things are kept, by name: what belongs to a build, and what visitors have looked at. */
export interface Shelves {
  open(name: string): Promise<Shelf>;
  keys(): Promise<string[]>;
  delete(name: string): Promise<boolean>;
}

export interface WorkerOptions {
  readonly shelves: Shelves;
  readonly fetch: (request: Request | string) => Promise<Response>;
  /** Absolute address of the folder of the product, with its slash at the end. */
  readonly scope: string;
  /** Addresses below the scope that the first pages need; asset names change with their content. */
  readonly files: readonly string[];
  /** Sleeps; given in tests. */
  readonly wait?: (milliseconds: number) => Promise<void>;
}

/** Pages and answers that were looked at; `forgetAll` of the device store empties it. */
export const VISITED = 'caremap-visited';
const BUILD = 'caremap-build-';
/** Facility pages and facilities that are kept, the latest ones. */
const MOST_VISITED = 60;
/** How long a network may be silent before a kept copy is shown instead. */
const PATIENCE_MILLISECONDS = 4000;
/** What the first pages want besides the files of their build. */
const ALWAYS: readonly string[] = [
  '',
  'adviser.html',
  'care.css',
  'favicon.svg',
  'api/v1/welcome',
  'api/v1/adviser',
];
const FACILITY = /\/(facility|api\/v1\/facilities)\/[^/]+$/;

/** What the service worker does, apart from the browser, so that it can be tested. */
export class OfflineWorker {
  readonly #options: WorkerOptions;
  readonly #build: string;

  constructor(options: WorkerOptions) {
    this.#options = options;
    this.#build = BUILD + fingerprint(options.files);
  }

  /**
   * Fetches what the first pages need. A file of this build that is missing means that the server
   * has changed under the installation: it fails and is tried again at the next visit.
   */
  async install(): Promise<void> {
    const { scope, files } = this.#options;
    const build = await this.#options.shelves.open(this.#build);
    await Promise.all(files.map((file) => this.#fetchInto(build, scope + file)));
    const visited = await this.#options.shelves.open(VISITED);
    await Promise.allSettled(ALWAYS.map((path) => this.#fetchInto(visited, scope + path)));
  }

  /** Removes what former builds have left; no page of theirs is open any more. */
  async activate(): Promise<void> {
    const names = await this.#options.shelves.keys();
    const old = names.filter((name) => name.startsWith(BUILD) && name !== this.#build);
    await Promise.all(old.map((name) => this.#options.shelves.delete(name)));
  }

  /** The answer to a request, or null where the browser is to ask as if there were no worker. */
  answer(request: Request): Promise<Response> | null {
    const { scope } = this.#options;
    const asked = {
      method: request.method,
      url: request.url.split('#', 1)[0] ?? '',
      navigation: request.mode === 'navigate',
    };
    switch (policyOf(asked, scope)) {
      case 'none':
        return null;
      case 'asset':
        return this.#asset(request, asked.url);
      case 'fresh':
        return this.#fresh(request, asked.url);
      case 'page':
        return this.#page(request, keptAs(asked.url, scope));
    }
  }

  async #asset(request: Request, url: string): Promise<Response> {
    const build = await this.#options.shelves.open(this.#build);
    const kept = await build.match(url);
    if (kept) return kept;
    const response = await this.#options.fetch(request);
    if (response.ok) await build.put(url, response.clone());
    return response;
  }

  async #page(request: Request, url: string): Promise<Response> {
    try {
      return await this.#fresh(request, url);
    } catch (error) {
      // A page that was never seen: the first page says that the network is away.
      const visited = await this.#options.shelves.open(VISITED);
      if (await visited.match(this.#options.scope)) {
        return Response.redirect(`${this.#options.scope}#offline`, 302);
      }
      throw error;
    }
  }

  async #fresh(request: Request, url: string): Promise<Response> {
    const visited = await this.#options.shelves.open(VISITED);
    const kept = await visited.match(url);
    const asked = this.#options.fetch(request).then(async (response) => {
      // A redirected answer cannot be given to a navigation again.
      if (response.ok && !response.redirected) await this.#keep(visited, url, response.clone());
      return response;
    });
    if (!kept) return asked;
    asked.catch(() => {});
    const wait = this.#options.wait ?? sleep;
    const first = await Promise.race([
      asked.catch(() => kept),
      wait(PATIENCE_MILLISECONDS).then(() => kept),
    ]);
    // A server that has an accident is as good as none while something is kept.
    return first.status >= 500 ? kept : first;
  }

  async #keep(visited: Shelf, url: string, response: Response): Promise<void> {
    // Putting it anew makes it the youngest.
    await visited.delete(url);
    await visited.put(url, response);
    const facilities = (await visited.keys())
      .map((key) => key.url)
      .filter((key) => FACILITY.test(key));
    const tooMany = facilities.slice(0, Math.max(0, facilities.length - MOST_VISITED));
    await Promise.all(tooMany.map((old) => visited.delete(old)));
  }

  async #fetchInto(shelf: Shelf, url: string): Promise<void> {
    const response = await this.#options.fetch(url);
    if (!response.ok) throw new Error(`${url} was answered ${response.status}`);
    await shelf.put(url, response);
  }
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** FNV-1a, 32 bits: names a build by the names of its files. */
function fingerprint(files: readonly string[]): string {
  let hash = 0x811c9dc5;
  for (const character of [...files].sort().join('\n')) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
}
