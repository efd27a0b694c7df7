import type { LonLat } from '../geo/lonlat';
import type { HistoryHost } from '../state/history';
import {
  formatPlace,
  type MapView,
  parsePlace,
  parseView,
  SPEED_RANGE_KMH,
  toNumber,
} from '../state/places';

/** Everything the find page keeps in its fragment, so that back, reload and links work. */
export interface FindState {
  /** A need of the welcome, or the code of a facility type; links of the former page have these. */
  readonly need: string | null;
  /** Where the walk begins. It stays on the device: the fragment is never sent to a server. */
  readonly origin: LonLat | null;
  readonly profile: string | null;
  /** A flat walking speed that a planner's link may carry; null follows the profile. */
  readonly speedKmh: number | null;
  /** The facility whose details are unfolded. */
  readonly facility: string | null;
  /** What a link of the former page said about the map; where a map opens. */
  readonly view: MapView | null;
  readonly openNow: boolean;
  readonly stepFree: boolean;
}

export const initialState: FindState = {
  need: null,
  origin: null,
  profile: null,
  speedKmh: null,
  facility: null,
  view: null,
  openNow: false,
  stepFree: false,
};

export { type HistoryHost, windowHistory } from '../state/history';

const CODE = /^[A-Za-z0-9_-]{1,64}$/;
const MAP_PANELS: readonly string[] = ['plan', 'provider', 'manage'];

/** Reads a fragment; whatever is missing or makes no sense keeps its initial value. */
export function parseFragment(fragment: string): FindState {
  const read = new URLSearchParams(fragment.replace(/^#/, ''));
  const code = (name: string) => {
    const value = read.get(name);
    return value !== null && CODE.test(value) ? value : null;
  };
  const speed = toNumber(read.get('speed') ?? '');
  return {
    need: code('need'),
    origin: parsePlace(read.get('from')),
    profile: code('profile'),
    speedKmh: speed >= SPEED_RANGE_KMH.min && speed <= SPEED_RANGE_KMH.max ? speed : null,
    facility: read.get('facility')?.slice(0, 200) || null,
    view: parseView(read.get('view')),
    openNow: read.get('open') === 'now',
    stepFree: read.get('steps') === 'no',
  };
}

/** Writes a fragment without its `#`; values that are as at the start are left out. */
export function formatFragment(state: FindState): string {
  const parts: [string, string | null][] = [
    ['need', state.need],
    ['from', state.origin && formatPlace(state.origin)],
    ['profile', state.profile],
    ['speed', state.speedKmh === null ? null : String(state.speedKmh)],
    ['facility', state.facility],
    ['view', state.view && `${formatPlace(state.view)},${state.view.zoom}`],
    ['open', state.openNow ? 'now' : null],
    ['steps', state.stepFree ? 'no' : null],
  ];
  return parts
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}=${encodeURIComponent(value ?? '').replaceAll('%2C', ',')}`)
    .join('&');
}

/**
 * Where a link of the former single page leads now: its panels for planners, providers and
 * administrators live on a page of their own. Null where the fragment belongs here.
 */
export function mapPageAddress(fragment: string): string | null {
  const panel = new URLSearchParams(fragment.replace(/^#/, '')).get('panel');
  return panel !== null && MAP_PANELS.includes(panel)
    ? `./map.html#${fragment.replace(/^#/, '')}`
    : null;
}

export type Listener = (state: FindState, previous: FindState, byVisitor: boolean) => void;

/** The one holder of the page's state; every change is written into the fragment. */
export class FindStore {
  #state: FindState;
  readonly #host: HistoryHost;
  #listener: Listener = () => {};

  constructor(host: HistoryHost) {
    this.#host = host;
    this.#state = parseFragment(host.read());
    host.onChange(() => this.#become(parseFragment(host.read()), false));
  }

  get state(): FindState {
    return this.#state;
  }

  /** A step that the back button undoes. */
  go(patch: Partial<FindState>): void {
    const next = { ...this.#state, ...patch };
    const fragment = formatFragment(next);
    // The same again is no step to go back to.
    if (fragment === formatFragment(this.#state)) this.#host.replace(fragment);
    else this.#host.push(fragment);
    this.#become(next, true);
  }

  /** A small change on the spot, such as another card unfolded. */
  adjust(patch: Partial<FindState>): void {
    const next = { ...this.#state, ...patch };
    this.#host.replace(formatFragment(next));
    this.#become(next, true);
  }

  /** @param listener hears every change, and whether it was made on the page or by going back */
  onChange(listener: Listener): void {
    this.#listener = listener;
  }

  #become(next: FindState, byVisitor: boolean): void {
    const previous = this.#state;
    this.#state = next;
    this.#listener(next, previous, byVisitor);
  }
}
