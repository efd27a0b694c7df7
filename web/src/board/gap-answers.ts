import { tally } from '../api/answers';
import {
  type Decoded,
  flag,
  listOf,
  mapOf,
  nullable,
  number,
  object,
  oneOf,
  text,
  withDefault,
} from '../api/decode';
import { method } from '../api/status';
import { runShape } from '../desk/run';

/** Why people of an area are left out. */
export const reasons = ['no-facility', 'too-far', 'barrier', 'over-capacity'] as const;
export type Reason = (typeof reasons)[number] | 'unknown' | 'none';
const reason = oneOf('no-facility', 'too-far', 'barrier', 'over-capacity', 'unknown', 'none');

/** People left out at one walking speed. */
const speedStep = object({ speedKmh: number, uncovered: number, coveredShare: nullable(number) });
export type SpeedStep = Decoded<typeof speedStep>;

const groupCount = object({
  demand: nullable(number),
  uncovered: nullable(number),
  unknownPoints: withDefault(number, 0),
});

const barrier = object({ kind: text, name: nullable(text) });
export type Barrier = Decoded<typeof barrier>;

/** One area of the board; `rank` is null where nobody knows how many people live there. */
export const boardRow = object({
  rank: nullable(number),
  code: text,
  name: text,
  level: text,
  parent: nullable(text),
  parentName: nullable(text),
  urban: nullable(flag),
  serviceZone: nullable(text),
  /** Null where parts of the area have their own. */
  minutes: nullable(number),
  facilities: number,
  demand: number,
  covered: number,
  uncovered: number,
  unreachable: number,
  unknownPoints: number,
  points: withDefault(nullable(number), null),
  coveredShare: nullable(number),
  weighted: nullable(number),
  nearestMinutes: nullable(number),
  reason,
  reasons: mapOf(nullable(number)),
  barrier: nullable(barrier),
  spread: withDefault(listOf(speedStep), []),
  groups: withDefault(mapOf(groupCount), {}),
});
export type BoardRow = Decoded<typeof boardRow>;

/** Areas ranked by people left out. */
export const board = object({
  ...runShape,
  method,
  types: listOf(text),
  minutes: number,
  zoneMinutes: withDefault(mapOf(number), {}),
  speedKmh: number,
  profile: nullable(text),
  group: text,
  weights: nullable(mapOf(number)),
  level: text,
  area: nullable(text),
  total: tally,
  rows: listOf(boardRow),
});
export type Board = Decoded<typeof board>;

const need = object({
  group: text,
  service: text,
  quote: withDefault(text, ''),
  zh: withDefault(text, ''),
  en: withDefault(text, ''),
});
export type Need = Decoded<typeof need>;

const supplyCell = object({
  group: text,
  service: text,
  people: nullable(number),
  served: nullable(number),
  contentMissing: nullable(number),
  /** A place is near, but it does not say what it offers. */
  contentUnknown: withDefault(nullable(number), null),
  placeMissing: nullable(number),
  unknownPoints: withDefault(number, 0),
});
export type SupplyCell = Decoded<typeof supplyCell>;

const supplyRow = object({
  code: text,
  name: text,
  level: text,
  parent: nullable(text),
  cells: listOf(supplyCell),
});
export type SupplyRow = Decoded<typeof supplyRow>;

/** Services offered against groups that need them. */
export const supply = object({
  ...runShape,
  minutes: number,
  needs: listOf(need),
  summary: withDefault(listOf(supplyCell), []),
  rows: listOf(supplyRow),
});
export type Supply = Decoded<typeof supply>;
