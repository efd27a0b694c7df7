import type { HistoryHost } from '../state/history';
import { formatPlace, type MapView, parseView, SPEED_RANGE_KMH, toNumber } from '../state/places';

export const tabs = ['gaps', 'verdicts', 'targets', 'supply', 'ledger'] as const;
export type Tab = (typeof tabs)[number];

export const levels = ['county', 'town', 'community'] as const;
export type Level = (typeof levels)[number];

/** What colours the map of the gap board: people, or their share. */
export const shadings = ['people', 'share'] as const;
export type Shading = (typeof shadings)[number];

/** Parts of the verdict tab. */
export const verdictParts = ['communities', 'rules', 'compare', 'exceptions'] as const;
export type VerdictPart = (typeof verdictParts)[number];

/** What is counted in the cells of the supply matrix. */
export const lacks = ['content', 'place'] as const;
export type Lack = (typeof lacks)[number];

/** Everything that a link to the desk carries. */
export interface BoardState {
  readonly tab: Tab;
  readonly type: string;
  readonly minutes: number;
  /** Own minutes for places of the outer zone; null where the same minutes hold everywhere. */
  readonly outerMinutes: number | null;
  readonly group: string;
  /** Weight by group; empty where areas are ranked by people of the one group. */
  readonly weights: Readonly<Record<string, number>>;
  readonly profile: string | null;
  readonly speedKmh: number | null;
  readonly level: Level;
  /** Code of the area that is looked into; null for everything. */
  readonly area: string | null;
  /** Code of the area whose card is open. */
  readonly chosen: string | null;
  readonly shading: Shading;
  readonly view: MapView | null;
  readonly part: VerdictPart;
  /** Plans judged by; empty for the adopted ones. */
  readonly plans: readonly string[];
  /** ISO date of judging; null for today. */
  readonly asOf: string | null;
  readonly disagree: boolean;
  /** Type that the two verdicts are about; null for all. */
  readonly about: string | null;
  /** Code of the target table; null for the first. */
  readonly table: string | null;
  readonly lack: Lack;
}

export const MINUTES_RANGE = { min: 1, max: 120 } as const;
const WEIGHT_MAX = 1000;

export const initialBoard: BoardState = {
  tab: 'gaps',
  type: 'meal_point',
  minutes: 15,
  outerMinutes: null,
  group: 'age60',
  weights: {},
  profile: null,
  speedKmh: null,
  level: 'community',
  area: null,
  chosen: null,
  shading: 'people',
  view: null,
  part: 'communities',
  plans: [],
  asOf: null,
  disagree: false,
  about: null,
  table: null,
  lack: 'content',
};

const CODE = /^[\p{L}\p{N}_.-]{1,100}$/u;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Reads a fragment; whatever is missing or makes no sense keeps its initial value. */
export function parseBoard(fragment: string): BoardState {
  const read = new URLSearchParams(fragment.replace(/^#/, ''));
  const code = (name: string) => codeOf(read.get(name));
  const start = initialBoard;
  return {
    tab: memberOf(tabs, read.get('tab')) ?? start.tab,
    type: code('type') ?? start.type,
    minutes: wholeWithin(read.get('minutes')) ?? start.minutes,
    outerMinutes: wholeWithin(read.get('outer')),
    group: code('group') ?? start.group,
    weights: parseWeights(read.get('weights')),
    profile: code('profile'),
    speedKmh: within(read.get('speed'), SPEED_RANGE_KMH.min, SPEED_RANGE_KMH.max),
    level: memberOf(levels, read.get('level')) ?? start.level,
    area: code('area'),
    chosen: code('chosen'),
    shading: memberOf(shadings, read.get('shading')) ?? start.shading,
    view: parseView(read.get('view')),
    part: memberOf(verdictParts, read.get('part')) ?? start.part,
    plans: (read.get('plans') ?? '').split(',').flatMap((plan) => codeOf(plan) ?? []),
    asOf: dateOf(read.get('asOf')),
    disagree: read.get('disagree') === 'yes',
    about: code('about'),
    table: code('table'),
    lack: memberOf(lacks, read.get('lack')) ?? start.lack,
  };
}

/** Writes a fragment without its `#`; values that are as at the start are left out. */
export function formatBoard(state: BoardState): string {
  const start = initialBoard;
  const unless = <T>(value: T, initial: T, text = String(value)) =>
    value === initial ? null : text;
  const parts: [string, string | null][] = [
    ['tab', unless(state.tab, start.tab)],
    ['type', unless(state.type, start.type)],
    ['minutes', unless(state.minutes, start.minutes)],
    ['outer', unless(state.outerMinutes, null)],
    ['group', unless(state.group, start.group)],
    ['weights', formatWeights(state.weights) || null],
    ['profile', state.profile],
    ['speed', unless(state.speedKmh, null)],
    ['level', unless(state.level, start.level)],
    ['area', state.area],
    ['chosen', state.chosen],
    ['shading', unless(state.shading, start.shading)],
    ['view', state.view && `${formatPlace(state.view)},${state.view.zoom}`],
    ['part', unless(state.part, start.part)],
    ['plans', state.plans.join(',') || null],
    ['asOf', state.asOf],
    ['disagree', state.disagree ? 'yes' : null],
    ['about', state.about],
    ['table', state.table],
    ['lack', unless(state.lack, start.lack)],
  ];
  return parts
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}=${encode(value ?? '')}`)
    .join('&');
}

/** Commas and colons stay readable: they are legal in a fragment. */
const encode = (value: string) =>
  encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%3A', ':');

/** `age80:2,disabled:3`; groups with no weight, or one out of range, are left out. */
export function parseWeights(value: string | null): Record<string, number> {
  const weights: Record<string, number> = {};
  for (const part of (value ?? '').split(',')) {
    const [group, weight] = part.split(':');
    const number = toNumber(weight ?? '');
    if (codeOf(group) && group && number > 0 && number <= WEIGHT_MAX) weights[group] = number;
  }
  return weights;
}

export function formatWeights(weights: Readonly<Record<string, number>>): string {
  return Object.entries(weights)
    .map(([group, weight]) => `${group}:${weight}`)
    .join(',');
}

function codeOf(value: string | null | undefined): string | null {
  return value && CODE.test(value) ? value : null;
}

function dateOf(value: string | null): string | null {
  return value && DATE.test(value) && !Number.isNaN(Date.parse(value)) ? value : null;
}

function within(value: string | null, min: number, max: number): number | null {
  const parsed = toNumber(value ?? '');
  return parsed >= min && parsed <= max ? parsed : null;
}

function wholeWithin(value: string | null): number | null {
  const parsed = within(value, MINUTES_RANGE.min, MINUTES_RANGE.max);
  return parsed !== null && Number.isInteger(parsed) ? parsed : null;
}

function memberOf<T extends string>(members: readonly T[], value: string | null): T | null {
  return members.find((member) => member === value) ?? null;
}

export type BoardListener = (state: BoardState, previous: BoardState) => void;

/** The one holder of the desk's state; every step is written into the fragment. */
export class BoardStore {
  #state: BoardState;
  #listener: BoardListener = () => {};

  constructor(private readonly host: HistoryHost) {
    this.#state = parseBoard(host.read());
    host.onChange(() => this.#become(parseBoard(host.read())));
  }

  get state(): BoardState {
    return this.#state;
  }

  /** A step that the back button undoes; the same again is none. */
  go(patch: Partial<BoardState>): void {
    const next = { ...this.#state, ...patch };
    const fragment = formatBoard(next);
    if (fragment === formatBoard(this.#state)) return;
    this.host.push(fragment);
    this.#become(next);
  }

  /** A change that is no step of its own, such as a moved map. */
  adjust(patch: Partial<BoardState>): void {
    const next = { ...this.#state, ...patch };
    this.host.replace(formatBoard(next));
    this.#become(next);
  }

  onChange(listener: BoardListener): void {
    this.#listener = listener;
  }

  #become(next: BoardState): void {
    const previous = this.#state;
    this.#state = next;
    this.#listener(next, previous);
  }
}
