import { formatPlace, type MapView, parseView, SPEED_RANGE_KMH, toNumber } from './places';

export { type MapView, SPEED_RANGE_KMH } from './places';

export const panels = ['plan', 'provider', 'manage'] as const;
export type PanelName = (typeof panels)[number];

/** How demand is shaded on the planner's map. */
export const shadings = ['share', 'count', 'grid', 'none'] as const;
export type Shading = (typeof shadings)[number];

/** Levels a coverage table can be asked for; null stands for the server's own choice. */
export const levels = ['county', 'town', 'community'] as const;
export type Level = (typeof levels)[number];

/** Everything a link can carry. Nothing in it is sent anywhere except as part of a question. */
export interface PageState {
  readonly panel: PanelName;
  readonly view: MapView | null;
  readonly profile: string | null;
  /** A flat walking speed for planners; null follows the profile. */
  readonly speedKmh: number | null;
  /** Types of the planner's question. */
  readonly types: readonly string[];
  readonly minutes: number;
  readonly group: string;
  readonly level: Level | null;
  readonly shading: Shading;
  /** The facility chosen in the provider panel. */
  readonly facility: string | null;
}

export const MINUTES_RANGE = { min: 5, max: 60, initial: 15 } as const;

export const initialState: PageState = {
  panel: 'plan',
  view: null,
  profile: null,
  speedKmh: null,
  types: ['meal_point'],
  minutes: MINUTES_RANGE.initial,
  group: 'age60',
  level: null,
  shading: 'share',
  facility: null,
};

const CODE = /^[A-Za-z0-9_-]{1,64}$/;

/** Reads a fragment; whatever is missing or makes no sense keeps its initial value. */
export function parseFragment(fragment: string): PageState {
  const read = new URLSearchParams(fragment.replace(/^#/, ''));
  const code = (name: string) => {
    const value = read.get(name);
    return value !== null && CODE.test(value) ? value : null;
  };
  const types = (read.get('types') ?? '').split(',').filter((type) => CODE.test(type));
  return {
    panel: memberOf(panels, read.get('panel')) ?? initialState.panel,
    view: parseView(read.get('view')),
    profile: code('profile'),
    speedKmh: numberWithin(read.get('speed'), SPEED_RANGE_KMH.min, SPEED_RANGE_KMH.max),
    types: types.length > 0 ? types : initialState.types,
    minutes: Math.round(
      numberWithin(read.get('minutes'), MINUTES_RANGE.min, MINUTES_RANGE.max) ??
        MINUTES_RANGE.initial,
    ),
    group: code('group') ?? initialState.group,
    level: memberOf(levels, read.get('level')),
    shading: memberOf(shadings, read.get('shading')) ?? initialState.shading,
    facility: read.get('facility')?.slice(0, 200) || null,
  };
}

/** Writes a fragment without its `#`; values that are as at the start are left out. */
export function formatFragment(state: PageState): string {
  const parts: [string, string][] = [];
  const add = (name: string, value: string | null, initial: string | null = null) => {
    if (value !== null && value !== initial) parts.push([name, value]);
  };
  add('panel', state.panel, initialState.panel);
  add('profile', state.profile);
  add('speed', state.speedKmh === null ? null : String(state.speedKmh));
  add('types', state.types.join(','), initialState.types.join(','));
  add('minutes', String(state.minutes), String(initialState.minutes));
  add('group', state.group, initialState.group);
  add('level', state.level);
  add('shading', state.shading, initialState.shading);
  add('facility', state.facility);
  add('view', state.view && `${formatPlace(state.view)},${state.view.zoom}`);
  // Commas stay readable: they are legal in a fragment.
  return parts.map(([name, value]) => `${name}=${encode(value)}`).join('&');
}

const encode = (value: string) => encodeURIComponent(value).replaceAll('%2C', ',');

function numberWithin(value: string | null, min: number, max: number): number | null {
  const parsed = toNumber(value ?? '');
  return parsed >= min && parsed <= max ? parsed : null;
}

function memberOf<T extends string>(members: readonly T[], value: string | null): T | null {
  return members.find((member) => member === value) ?? null;
}

/**
 * Where a link of the former single page leads now: the questions of elders live on the page at
 * the root. Null where the fragment belongs here.
 */
export function findPageAddress(fragment: string): string | null {
  const bare = fragment.replace(/^#/, '');
  return new URLSearchParams(bare).get('panel') === 'find' ? `./#${bare}` : null;
}
