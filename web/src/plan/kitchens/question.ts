import type { Query } from '../../api/http';
import type { LonLat } from '../../geo/lonlat';
import { ownOf, type PlanState, withOwn } from '../state';

export const vehicles = ['bicycle', 'van'] as const;
export type Vehicle = (typeof vehicles)[number];

/** Minutes where the link names none. */
const DELIVER_MINUTES = 30;
const MINUTES_MAX = 240;
/** Kitchens that can be tried at once, as the server allows. */
export const TRIED_MAX = 20;
const DIGITS = 5;

/** A kitchen that is tried. */
export interface Tried extends LonLat {
  /** Meals a day; null where nobody has said. */
  readonly capacity: number | null;
}

/** What this tab asks. */
export interface KitchenWish {
  readonly vehicle: Vehicle;
  readonly minutes: number;
  readonly capacity: boolean;
  readonly added: readonly Tried[];
  /** Ids of kitchens that are tried to be without. */
  readonly closed: readonly string[];
}

/** Reads what a link carries; what makes no sense is left out. */
export function wishOf(state: PlanState): KitchenWish {
  const minutes = Number(ownOf(state, 'kitchens.minutes') ?? DELIVER_MINUTES);
  const vehicle = ownOf(state, 'kitchens.vehicle');
  return {
    vehicle: vehicles.find((one) => one === vehicle) ?? 'bicycle',
    minutes:
      Number.isInteger(minutes) && minutes >= 1 && minutes <= MINUTES_MAX
        ? minutes
        : DELIVER_MINUTES,
    capacity: ownOf(state, 'kitchens.capacity') === '1',
    added: parseTried(ownOf(state, 'kitchens.added') ?? ''),
    closed: (ownOf(state, 'kitchens.closed') ?? '').split(',').filter((id) => id !== ''),
  };
}

/** Writes a wish into the link. */
export function wishPatch(state: PlanState, change: Partial<KitchenWish>): Pick<PlanState, 'own'> {
  const wish = { ...wishOf(state), ...change };
  return withOwn(state, {
    'kitchens.vehicle': wish.vehicle === 'bicycle' ? null : wish.vehicle,
    'kitchens.minutes': wish.minutes === DELIVER_MINUTES ? null : wish.minutes,
    'kitchens.capacity': wish.capacity ? '1' : null,
    'kitchens.added': wish.added.map(formatTried).join(';'),
    'kitchens.closed': wish.closed.join(','),
  });
}

function formatTried({ lon, lat, capacity }: Tried): string {
  const place = `${lon.toFixed(DIGITS)},${lat.toFixed(DIGITS)}`;
  return capacity === null ? place : `${place},${capacity}`;
}

/** `lon,lat[,meals]` separated by semicolons. */
export function parseTried(text: string): Tried[] {
  const tried: Tried[] = [];
  for (const one of text.split(';')) {
    const [lon, lat, capacity, ...more] = one.split(',').map((part) => Number(part || Number.NaN));
    const known = lon !== undefined && lat !== undefined && more.length === 0;
    if (known && Math.abs(lon) <= 180 && Math.abs(lat) <= 90 && tried.length < TRIED_MAX) {
      const meals = capacity !== undefined && Number.isInteger(capacity) && capacity >= 0;
      tried.push({ lon, lat, capacity: meals ? capacity : null });
    }
  }
  return tried;
}

/** The parameters of the question. */
export function queryOf(state: PlanState): Query {
  const { vehicle, minutes, capacity } = wishOf(state);
  return {
    vehicle,
    minutes,
    capacity: capacity ? 'true' : null,
    group: state.group,
    walkMinutes: state.minutes,
    profile: state.profile,
    speedKmh: state.speedKmh,
  };
}
