/**
 * What the service worker does with a request. `none`: it does not touch it, and nothing of it is
 * kept. `asset`: the name changes with the content, so a kept copy is always right. `fresh`: the
 * network first, and what was kept where there is none. `page` is `fresh` for documents.
 */
export type Policy = 'none' | 'asset' | 'fresh' | 'page';

/** What is decided on; addresses are absolute. */
export interface Asked {
  readonly method: string;
  readonly url: string;
  /** Whether a document is asked for, to be shown as a page. */
  readonly navigation: boolean;
}

/** Documents that hold for everybody; the empty name is the first page. */
const PAGES = /^(|index\.html|adviser\.html|communities|facility\/[^/]+)$/;
/** Answers that hold for everybody: no place, no search and no answer to a question is in them. */
const ANSWERS = /^api\/v1\/(welcome|adviser|facilities\/[^/]+)$/;
const ASSETS = /^assets\/[^/]+$/;
/** Files of lasting names at the top: styles, the small script of the server's pages, icons. */
const FILES = /^([a-z-]+\.(css|js|svg|webmanifest)|icons\/[a-z0-9-]+\.(png|svg))$/;
/** Parameters that change the look of a page and say nothing about anybody. */
const LOOKS: readonly string[] = ['lang', 'size'];

/**
 * A list of what may be kept, never of what may not: a question that is new tomorrow is not kept.
 * Above all `find`, `nearest`, `search`, `service-area` and `card` are not, because where somebody
 * stands is in them.
 *
 * @param scope absolute address of the folder of the product, with its slash at the end
 */
export function policyOf({ method, url, navigation }: Asked, scope: string): Policy {
  if (method !== 'GET' || !url.startsWith(scope)) return 'none';
  const { pathname, searchParams } = new URL(url);
  const path = pathname.slice(new URL(scope).pathname.length);
  if (navigation) {
    // Whoever puts a place into an address of the first page has it kept without the place.
    const first = path === '' || path === 'index.html';
    return PAGES.test(path) && (first || onlyLooks(searchParams)) ? 'page' : 'none';
  }
  if (ASSETS.test(path)) return 'asset';
  return (FILES.test(path) || ANSWERS.test(path)) && searchParams.size === 0 ? 'fresh' : 'none';
}

/** Under which address a page is kept: the first page always without its query. */
export function keptAs(url: string, scope: string): string {
  const { origin, pathname, search } = new URL(url);
  const path = pathname.slice(new URL(scope).pathname.length);
  return path === '' || path === 'index.html' ? scope : origin + pathname + search;
}

function onlyLooks(parameters: URLSearchParams): boolean {
  return [...parameters.keys()].every((name) => LOOKS.includes(name));
}
