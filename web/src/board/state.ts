import {
  codeOf,
  DeskStore,
  formatWeights,
  fragmentOf,
  MINUTES_RANGE,
  memberOf,
  parseWeights,
  wholeWithin,
  within,
} from '../desk/store';
import type { HistoryHost } from '../state/history';
import { formatPlace, type MapView, parseView, SPEED_RANGE_KMH } from '../state/places';

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

export { formatWeights, MINUTES_RANGE, parseWeights };

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
  return fragmentOf(parts);
}

function dateOf(value: string | null): string | null {
  return value && DATE.test(value) && !Number.isNaN(Date.parse(value)) ? value : null;
}

/** The one holder of the desk's state. */
export class BoardStore extends DeskStore<BoardState> {
  constructor(host: HistoryHost) {
    super(host, { parse: parseBoard, format: formatBoard });
  }
}
