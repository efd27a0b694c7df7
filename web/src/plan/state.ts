import {
  codeOf,
  DeskStore,
  formatWeights,
  fragmentOf,
  memberOf,
  parseWeights,
  wholeWithin,
  within,
} from '../desk/store';
import type { HistoryHost } from '../state/history';
import { formatPlace, type MapView, parseView, SPEED_RANGE_KMH } from '../state/places';

export const tabs = ['sites', 'scenarios', 'projects', 'territories', 'kitchens'] as const;
export type Tab = (typeof tabs)[number];

/** Everything that a link to the planning desk carries. */
export interface PlanState {
  readonly tab: Tab;
  /** Facility type that is planned. */
  readonly type: string;
  readonly minutes: number;
  /** Own minutes for places of the outer zone; null where the same minutes hold everywhere. */
  readonly outerMinutes: number | null;
  readonly group: string;
  /** Weight by group; empty where everybody counts once. */
  readonly weights: Readonly<Record<string, number>>;
  readonly profile: string | null;
  readonly speedKmh: number | null;
  readonly view: MapView | null;
  /** What only one tab knows, by `tab.name`; a tab reads its own with {@link ownOf}. */
  readonly own: Readonly<Record<string, string>>;
}

export const initialPlan: PlanState = {
  tab: 'sites',
  type: 'home_care_station',
  minutes: 15,
  outerMinutes: null,
  group: 'age60',
  weights: {},
  profile: null,
  speedKmh: null,
  view: null,
  own: {},
};

const OWN = /^[a-z]+\.[A-Za-z0-9]{1,40}$/;
const OWN_LENGTH_MAX = 4000;

/** A value that only one tab knows; null where the link carries none. */
export function ownOf(state: PlanState, name: `${Tab}.${string}`): string | null {
  return state.own[name] ?? null;
}

/** A patch that sets or (null) drops values of one tab, and leaves those of the others. */
export function withOwn(
  state: PlanState,
  values: Readonly<Record<`${Tab}.${string}`, string | number | null>>,
): Pick<PlanState, 'own'> {
  const own: Record<string, string> = { ...state.own };
  for (const [name, value] of Object.entries(values)) {
    if (value === null || value === '') delete own[name];
    else own[name] = String(value);
  }
  return { own };
}

/** Reads a fragment; whatever is missing or makes no sense keeps its initial value. */
export function parsePlan(fragment: string): PlanState {
  const read = new URLSearchParams(fragment.replace(/^#/, ''));
  const code = (name: string) => codeOf(read.get(name));
  const start = initialPlan;
  const own: Record<string, string> = {};
  for (const [name, value] of read) {
    if (
      OWN.test(name) &&
      memberOf(tabs, name.split('.')[0] ?? null) &&
      value.length <= OWN_LENGTH_MAX
    ) {
      own[name] = value;
    }
  }
  return {
    tab: memberOf(tabs, read.get('tab')) ?? start.tab,
    type: code('type') ?? start.type,
    minutes: wholeWithin(read.get('minutes')) ?? start.minutes,
    outerMinutes: wholeWithin(read.get('outer')),
    group: code('group') ?? start.group,
    weights: parseWeights(read.get('weights')),
    profile: code('profile'),
    speedKmh: within(read.get('speed'), SPEED_RANGE_KMH.min, SPEED_RANGE_KMH.max),
    view: parseView(read.get('view')),
    own,
  };
}

/** Writes a fragment without its `#`; values that are as at the start are left out. */
export function formatPlan(state: PlanState): string {
  const start = initialPlan;
  const unless = <T>(value: T, initial: T) => (value === initial ? null : String(value));
  const parts: [string, string | null][] = [
    ['tab', unless(state.tab, start.tab)],
    ['type', unless(state.type, start.type)],
    ['minutes', unless(state.minutes, start.minutes)],
    ['outer', unless(state.outerMinutes, null)],
    ['group', unless(state.group, start.group)],
    ['weights', formatWeights(state.weights) || null],
    ['profile', state.profile],
    ['speed', unless(state.speedKmh, null)],
    ['view', state.view && `${formatPlace(state.view)},${state.view.zoom}`],
    ...Object.entries(state.own).sort(([one], [other]) => (one < other ? -1 : 1)),
  ];
  return fragmentOf(parts);
}

/** The one holder of the desk's state. */
export class PlanStore extends DeskStore<PlanState> {
  constructor(host: HistoryHost) {
    super(host, { parse: parsePlan, format: formatPlan });
  }
}
