import { isLonLat, type LonLat, roundToMeter } from '../geo/lonlat';

export const panels = ['find', 'plan', 'provider', 'manage'] as const;
export type PanelName = (typeof panels)[number];

/** How demand is shaded on the planner's map. */
export const shadings = ['share', 'count', 'grid', 'none'] as const;
export type Shading = (typeof shadings)[number];

/** Levels a coverage table can be asked for; null stands for the server's own choice. */
export const levels = ['county', 'town', 'community'] as const;
export type Level = (typeof levels)[number];

export interface MapView extends LonLat {
  readonly zoom: number;
}

/** Everything a link can carry. Nothing in it is sent anywhere except as part of a question. */
export interface PageState {
  readonly panel: PanelName;
  readonly view: MapView | null;
  /** The need of the find panel: a type code that stands for its button. */
  readonly need: string | null;
  /** The chosen place; the page keeps it here only, so that a link can be shared. */
  readonly origin: LonLat | null;
  readonly profile: string | null;
  /** A flat walking speed for planners; null follows the profile. */
  readonly speedKmh: number | null;
  /** Types of the planner's question. */
  readonly types: readonly string[];
  readonly minutes: number;
  readonly group: string;
  readonly level: Level | null;
  readonly shading: Shading;
  /** The facility chosen in the find or provider panel. */
  readonly facility: string | null;
}

export const MINUTES_RANGE = { min: 5, max: 60, initial: 15 } as const;
export const SPEED_RANGE_KMH = { min: 0.5, max: 8 } as const;

export const initialState: PageState = {
  panel: 'find',
  view: null,
  need: null,
  origin: null,
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
    need: code('need'),
    origin: parsePlace(read.get('from')),
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
  add('need', state.need);
  add('from', state.origin && formatPlace(state.origin));
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

function formatPlace(place: LonLat): string {
  const { lon, lat } = roundToMeter(place);
  return `${lon},${lat}`;
}

function parsePlace(value: string | null): LonLat | null {
  const parts = (value ?? '').split(',').map(toNumber);
  const [lon, lat] = parts;
  return parts.length === 2 && lon !== undefined && lat !== undefined && isLonLat(lon, lat)
    ? { lon, lat }
    : null;
}

function parseView(value: string | null): MapView | null {
  const parts = (value ?? '').split(',');
  const place = parsePlace(parts.slice(0, 2).join(','));
  const zoom = toNumber(parts[2] ?? '');
  return parts.length === 3 && place && zoom >= 3 && zoom <= 19 ? { ...place, zoom } : null;
}

/** NaN for blanks too, which `Number` would read as 0. */
function toNumber(value: string): number {
  return value.trim() === '' ? Number.NaN : Number(value);
}

function numberWithin(value: string | null, min: number, max: number): number | null {
  const parsed = toNumber(value ?? '');
  return parsed >= min && parsed <= max ? parsed : null;
}

function memberOf<T extends string>(members: readonly T[], value: string | null): T | null {
  return members.find((member) => member === value) ?? null;
}
