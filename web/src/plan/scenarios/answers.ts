import {
  type Decoded,
  DecodeError,
  type Decoder,
  flag,
  id,
  listOf,
  mapOf,
  nullable,
  number,
  object,
  oneOf,
  text,
  withDefault,
} from '../../api/decode';
import { position } from '../../api/geometry';
import { runShape } from '../../desk/run';
import type { LonLat } from '../../geo/lonlat';
import { isLonLat } from '../../geo/lonlat';
import type { Change } from './changes';

/** Degrees on the globe. */
const place: Decoder<LonLat> = (value, path) => {
  const { lon, lat } = object({ lon: number, lat: number })(value, path);
  if (!isLonLat(lon, lat)) throw new DecodeError(path, 'a place in degrees', value);
  return { lon, lat };
};

const costYuan = nullable(number);

const shapes = {
  add: object({
    op: oneOf('add'),
    key: text,
    type: text,
    name: withDefault(text, ''),
    capacity: nullable(number),
    costYuan,
    candidate: nullable(text),
  }),
  move: object({ op: oneOf('move'), facility: text, costYuan }),
  close: object({ op: oneOf('close'), facility: text }),
  resize: object({ op: oneOf('resize'), facility: text, capacity: number, costYuan }),
  footbridge: object({
    op: oneOf('footbridge'),
    key: text,
    from: place,
    to: place,
    costYuan,
  }),
  'close-street': object({ op: oneOf('close-street'), key: text }),
} as const;

const operation = object({
  op: oneOf('add', 'move', 'close', 'resize', 'footbridge', 'close-street'),
});

export const change: Decoder<Change> = (value, path) => {
  const { op } = operation(value, path);
  switch (op) {
    case 'add':
      return { ...shapes.add(value, path), ...place(value, path) };
    case 'move':
      return { ...shapes.move(value, path), ...place(value, path) };
    case 'close-street':
      return { ...shapes['close-street'](value, path), ...place(value, path) };
    default:
      return shapes[op](value, path);
  }
};

/** A saved scenario; `stale` where the data underneath have changed since. */
export const scenario = object({
  id,
  name: text,
  note: withDefault(text, ''),
  createdAt: nullable(text),
  updatedAt: nullable(text),
  version: number,
  changes: listOf(change),
  yuan: number,
  unknownCosts: withDefault(number, 0),
  stale: withDefault(flag, false),
});
export type Scenario = Decoded<typeof scenario>;
export const scenarios = listOf(scenario);

const numbersShape = {
  demand: number,
  covered: number,
  uncovered: number,
  unreachable: number,
  unknownPoints: number,
  coveredShare: nullable(number),
};
/** People who arrive in time and who do not. */
export const numbers = object(numbersShape);
export type Numbers = Decoded<typeof numbers>;

const areaChange = object({
  code: text,
  name: nullable(text),
  before: numbers,
  after: numbers,
});
export type AreaChange = Decoded<typeof areaChange>;

const groupChange = object({ before: numbers, after: numbers });
export type GroupChange = Decoded<typeof groupChange>;

/** Where an added or moved place joins the street. */
const snapped = object({
  key: text,
  op: text,
  /** Without a street near enough the change has no effect. */
  onStreet: flag,
  snapMeters: nullable(number),
  island: flag,
  /** The piece of street that closes; null for all else. */
  line: nullable(listOf(position)),
});
export type Snapped = Decoded<typeof snapped>;

/** What the changes do, asked while somebody drags. */
export const tried = object({
  ...runShape,
  before: numbers,
  after: numbers,
  gained: number,
  lost: number,
  changedPoints: number,
  areas: withDefault(listOf(areaChange), []),
  groups: withDefault(mapOf(groupChange), {}),
  snapped: withDefault(listOf(snapped), []),
  yuan: nullable(number),
  serverMillis: nullable(number),
});
export type Tried = Decoded<typeof tried>;

const areaNumbers = object({
  code: text,
  name: nullable(text),
  level: nullable(text),
  parent: nullable(text),
  ...numbersShape,
});
export type AreaNumbers = Decoded<typeof areaNumbers>;

/** Whether a change still fits the data of today. */
const checked = object({
  index: number,
  state: oneOf('kept', 'moved', 'gone', 'conflict'),
  message: withDefault(text, ''),
  messageZh: withDefault(text, ''),
});
export type Checked = Decoded<typeof checked>;
export const review = listOf(checked);

const column = object({
  id,
  name: text,
  stale: withDefault(flag, false),
  /** Changes that cannot be made any more. */
  withoutEffect: withDefault(listOf(checked), []),
  total: numbers,
  meanMinutes: nullable(number),
  yuan: nullable(number),
  unknownCosts: withDefault(number, 0),
  facilities: number,
  /** Of the facilities whose capacity is known. */
  capacity: nullable(number),
  /** Facilities that have not said how many they take. */
  unknownCapacity: withDefault(number, 0),
  groups: withDefault(mapOf(numbers), {}),
  areas: withDefault(listOf(areaNumbers), []),
});
/** One scenario of a comparison; the first is the county as it is. */
export type Column = Decoded<typeof column>;

export const comparison = object({ ...runShape, columns: listOf(column) });
export type Comparison = Decoded<typeof comparison>;

const kept = object({ question: mapOf(text), before: numbers, after: numbers });
type Kept = Decoded<typeof kept>;

/** The same question when the scenario was saved, and now; an object with `then` is a trap. */
const figure: Decoder<{ saved: Kept; now: Kept }> = (value, path) => {
  const { now } = object({ now: kept })(value, path);
  const fields = new Map(Object.entries(value as object));
  return { saved: kept(fields.get('then'), `${path}.then`), now };
};

/** What a scenario came to, and comes to on the data of today. */
export const drift = object({
  changedData: withDefault(listOf(text), []),
  figures: withDefault(listOf(figure), []),
});
export type Drift = Decoded<typeof drift>;
