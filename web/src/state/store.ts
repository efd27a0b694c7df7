import { formatFragment, type PageState, parseFragment } from './fragment';

export type StateListener = (state: PageState, previous: PageState) => void;

/** The part of `window` that keeps the fragment. */
export interface FragmentHost {
  read(): string;
  replace(fragment: string): void;
  onChange(listener: () => void): void;
}

/** The fragment of the page's own address; replaced, not pushed: panning is not a page to go back to. */
export const windowFragment: FragmentHost = {
  read: () => window.location.hash,
  replace: (fragment) =>
    window.history.replaceState(
      null,
      '',
      `${window.location.pathname}${window.location.search}${fragment ? `#${fragment}` : ''}`,
    ),
  onChange: (listener) => window.addEventListener('hashchange', listener),
};

/** The one holder of page state; every change is written into the fragment. */
export class Store {
  #state: PageState;
  readonly #listeners = new Set<StateListener>();

  constructor(private readonly host: FragmentHost) {
    this.#state = parseFragment(host.read());
    host.onChange(() => this.#become(parseFragment(host.read())));
  }

  get state(): PageState {
    return this.#state;
  }

  update(patch: Partial<PageState>): void {
    const next = { ...this.#state, ...patch };
    this.host.replace(formatFragment(next));
    this.#become(next);
  }

  /** Calls the listener after every change; returns the way to stop it. */
  subscribe(listener: StateListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #become(next: PageState): void {
    const previous = this.#state;
    this.#state = next;
    for (const listener of [...this.#listeners]) listener(next, previous);
  }
}
