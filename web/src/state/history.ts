/** The part of `window` that keeps the fragment and the way back. */
export interface HistoryHost {
  read(): string;
  /** A step of the visitor that the back button undoes. */
  push(fragment: string): void;
  replace(fragment: string): void;
  onChange(listener: () => void): void;
}

export const windowHistory: HistoryHost = {
  read: () => window.location.hash,
  push: (fragment) => window.history.pushState(null, '', addressWith(fragment)),
  replace: (fragment) => window.history.replaceState(null, '', addressWith(fragment)),
  onChange: (listener) => window.addEventListener('popstate', listener),
};

function addressWith(fragment: string): string {
  const { pathname, search } = window.location;
  return `${pathname}${search}${fragment ? `#${fragment}` : ''}`;
}
