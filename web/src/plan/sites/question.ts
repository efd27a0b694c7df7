import { toNumber } from '../../state/places';
import { ownOf, type PlanState, type PlanStore, withOwn } from '../state';

export const models = ['mclp', 'lscp', 'p-median'] as const;
export type Model = (typeof models)[number];

export const sources = ['premises', 'community-buildings', 'corners'] as const;
export type Source = (typeof sources)[number];

/** What is asked of the selection beside who walks how far; all of it travels in the link. */
export interface Wish {
  readonly model: Model;
  /** At most so many; null for any number. */
  readonly sites: number | null;
  readonly budgetYuan: number | null;
  /** Share in 0..1 of everybody that has to be covered ("fewest sites"). */
  readonly coverShare: number;
  readonly minimise: 'sites' | 'yuan';
  /** Farthest walk in minutes ("least walking"). */
  readonly maxMinutes: number;
  /** Least share in 0..1 of the people of every town; null asks for none. */
  readonly minimumShare: number | null;
  readonly capacities: boolean;
  readonly siteCapacity: number | null;
  readonly sources: readonly Source[];
  readonly corners: number;
  readonly defaultCostYuan: number | null;
  readonly forced: readonly string[];
  readonly forbidden: readonly string[];
  readonly seconds: number;
}

export const initialWish: Wish = {
  model: 'mclp',
  sites: 3,
  budgetYuan: null,
  coverShare: 1,
  minimise: 'sites',
  maxMinutes: 60,
  minimumShare: null,
  capacities: false,
  siteCapacity: null,
  sources,
  corners: 300,
  defaultCostYuan: null,
  forced: [],
  forbidden: [],
  seconds: 20,
};

export const SECONDS_RANGE = { min: 1, max: 600 } as const;
export const CORNERS_RANGE = { min: 1, max: 2000 } as const;
const ID = /^[cfn]:.{1,200}$/u;
const NONE = 'none';

/** The wish that a link carries; what is missing or makes no sense is as at the start. */
export function wishOf(state: PlanState): Wish {
  const own = (name: string) => ownOf(state, `sites.${name}`);
  const number = (name: string, min: number, max: number): number | null => {
    const value = toNumber(own(name) ?? '');
    return value >= min && value <= max ? value : null;
  };
  const whole = (name: string, min: number, max: number) => {
    const value = number(name, min, max);
    return value !== null && Number.isInteger(value) ? value : null;
  };
  const ids = (name: string) => (own(name) ?? '').split(';').filter((id) => ID.test(id));
  const start = initialWish;
  const chosen = (own('sources') ?? '').split(',');
  const given = sources.filter((source) => chosen.includes(source));
  return {
    model: models.find((model) => model === own('model')) ?? start.model,
    sites: own('count') === NONE ? null : (whole('count', 1, 1000) ?? start.sites),
    budgetYuan: number('budget', 0, 1e12),
    coverShare: number('cover', 0.001, 1) ?? start.coverShare,
    minimise: own('minimise') === 'yuan' ? 'yuan' : 'sites',
    maxMinutes: number('farthest', 1, 240) ?? start.maxMinutes,
    minimumShare: number('share', 0, 1),
    capacities: own('capacities') === 'yes',
    siteCapacity: number('capacity', 0, 1e6),
    sources: given.length > 0 ? given : start.sources,
    corners: whole('corners', CORNERS_RANGE.min, CORNERS_RANGE.max) ?? start.corners,
    defaultCostYuan: number('cost', 0, 1e10),
    forced: ids('forced'),
    forbidden: ids('forbidden'),
    seconds: whole('seconds', SECONDS_RANGE.min, SECONDS_RANGE.max) ?? start.seconds,
  };
}

/** The patch that carries a wish in the link; values as at the start are left out. */
export function withWish(state: PlanState, wish: Wish): Pick<PlanState, 'own'> {
  const start = initialWish;
  const unless = <T>(value: T, initial: T) => (value === initial ? null : String(value));
  return withOwn(state, {
    'sites.model': unless(wish.model, start.model),
    'sites.count': wish.sites === null ? NONE : unless(wish.sites, start.sites),
    'sites.budget': unless(wish.budgetYuan, null),
    'sites.cover': unless(wish.coverShare, start.coverShare),
    'sites.minimise': unless(wish.minimise, start.minimise),
    'sites.farthest': unless(wish.maxMinutes, start.maxMinutes),
    'sites.share': unless(wish.minimumShare, null),
    'sites.capacities': wish.capacities ? 'yes' : null,
    'sites.capacity': unless(wish.siteCapacity, null),
    'sites.sources': wish.sources.length === sources.length ? null : wish.sources.join(','),
    'sites.corners': unless(wish.corners, start.corners),
    'sites.cost': unless(wish.defaultCostYuan, null),
    'sites.forced': wish.forced.join(';'),
    'sites.forbidden': wish.forbidden.join(';'),
    'sites.seconds': unless(wish.seconds, start.seconds),
  });
}

/** Changes a part of the wish, as a step that the back button undoes. */
export function changeWish({ store }: { readonly store: PlanStore }, patch: Partial<Wish>): void {
  store.go(withWish(store.state, { ...wishOf(store.state), ...patch }));
}

/** What `POST siting/runs` is asked; the same link asks the same. */
export function requestOf(state: PlanState): Record<string, unknown> {
  const wish = wishOf(state);
  const { model } = wish;
  return {
    model,
    type: state.type,
    // "Fewest sites" finds the number and the money itself.
    sites: model === 'lscp' ? null : wish.sites,
    budgetYuan: model === 'lscp' ? null : wish.budgetYuan,
    minutes: state.minutes,
    ...(state.outerMinutes === null ? {} : { zoneMinutes: { outer: state.outerMinutes } }),
    ...(state.profile === null ? {} : { profile: state.profile }),
    ...(state.speedKmh === null ? {} : { speedKmh: state.speedKmh }),
    group: state.group,
    weights: Object.keys(state.weights).length === 0 ? null : state.weights,
    ...(model === 'lscp' ? { coverShare: wish.coverShare, minimise: wish.minimise } : {}),
    ...(model === 'p-median' ? { maxMinutes: wish.maxMinutes } : {}),
    minimumShare: wish.minimumShare,
    capacities: wish.capacities,
    siteCapacity: wish.capacities ? wish.siteCapacity : null,
    candidates: {
      sources: wish.sources,
      corners: wish.corners,
      defaultCostYuan: wish.defaultCostYuan,
    },
    forced: wish.forced,
    forbidden: wish.forbidden,
    seed: 1,
    seconds: wish.seconds,
  };
}

/** The changes of a scenario that opens the chosen sites. */
export function changesOf(
  sites: readonly {
    id: string;
    name: string;
    lon: number;
    lat: number;
    capacity: number | null;
    priceYuan: number | null;
  }[],
  type: string,
): Record<string, unknown>[] {
  return sites.map(({ id, name, lon, lat, capacity, priceYuan }, index) => ({
    op: 'add',
    key: `a${index + 1}`,
    type,
    name,
    lon,
    lat,
    capacity: capacity === null ? null : Math.round(capacity),
    costYuan: priceYuan,
    candidate: id.startsWith('c:') ? id : null,
  }));
}
