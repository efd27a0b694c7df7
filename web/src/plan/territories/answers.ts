import {
  type Decoded,
  type Decoder,
  flag,
  listOf,
  nullable,
  number,
  object,
  oneOf,
  text,
} from '../../api/decode';
import { runShape } from '../../desk/run';

const place = object({
  id: text,
  externalId: text,
  name: text,
  lon: number,
  lat: number,
  areaCode: nullable(text),
});

const holder = object({ centre: nullable(text), name: nullable(text) });
export type Holder = Decoded<typeof holder>;

const unit = object({
  code: text,
  name: text,
  townName: nullable(text),
  part: number,
  reason: nullable(text),
  weight: number,
  stations: number,
  people: number,
  load: nullable(number),
  fixed: flag,
  present: nullable(number),
  neighbours: listOf(text),
  minutes: nullable(number),
});
export type Unit = Decoded<typeof unit>;

const part = object({
  index: number,
  name: nullable(text),
  centre: nullable(place),
  units: number,
  weight: number,
  target: number,
  deviation: number,
  stations: number,
  people: number,
  load: nullable(number),
  contiguous: flag,
  pieces: listOf(listOf(text)),
  meanMinutes: nullable(number),
});
export type Part = Decoded<typeof part>;

const rule = object({
  code: text,
  value: nullable(number),
  zh: text,
  en: text,
  seed: nullable(text),
  source: text,
  quote: text,
});
export type Rule = Decoded<typeof rule>;
export const rules = listOf(rule);

export const kinds = ['centres', 'operators'] as const;
export type Kind = (typeof kinds)[number];
export const balances = ['stations', 'people', 'load'] as const;
export type Balance = (typeof balances)[number];

const request = object({
  kind: oneOf(...kinds),
  type: text,
  centreType: nullable(text),
  parts: nullable(number),
  operators: nullable(listOf(text)),
  stationsPerCentre: number,
  balance: oneOf(...balances),
  tolerance: number,
  group: text,
  area: nullable(text),
  seed: number,
  profile: nullable(text),
  speedKmh: nullable(number),
  trip: nullable(text),
  flat: nullable(flag),
  holders: listOf(holder),
});
export type Request = Decoded<typeof request>;

export const brokenKinds = [
  'pieces',
  'empty',
  'centre-outside',
  'centre-gone',
  'unplaced',
  'island',
  'gone',
] as const;

const answerShape = {
  ...runShape,
  saved: nullable(
    object({ id: text, name: text, note: nullable(text), version: number, updatedAt: text }),
  ),
  request,
  units: listOf(unit),
  parts: listOf(part),
  imbalance: number,
  bound: nullable(number),
  gap: nullable(number),
  proven: flag,
  tolerance: number,
  withinTolerance: flag,
  contiguous: flag,
  method: oneOf('exhaustive', 'search', 'reviewed'),
  broken: listOf(
    object({ kind: oneOf(...brokenKinds), part: nullable(number), codes: listOf(text) }),
  ),
  present: object({
    parts: listOf(object({ index: number, stations: number, deviation: number, contiguous: flag })),
    imbalance: number,
    contiguous: flag,
    others: number,
    unknown: number,
    split: number,
    changes: number,
  }),
  stations: number,
  stationsWithoutCommunity: listOf(place),
  unknownPoints: number,
  wantedParts: nullable(number),
  rules,
};

/** Territories as they are drawn, judged or saved. */
export const territories = object(answerShape);
export type Territories = Decoded<typeof territories>;

const plans = object({
  territories: listOf(object({ id: text, name: text, parts: number, version: number })),
});
export const planList: Decoder<PlanLine[]> = (value, path) => plans(value, path).territories;
export interface PlanLine {
  readonly id: string;
  readonly name: string;
  readonly parts: number;
  readonly version: number;
}

export const takenOver = object({
  applied: flag,
  field: text,
  changed: listOf(
    object({ id: text, externalId: text, name: text, from: nullable(text), to: text }),
  ),
  unchanged: number,
  left: number,
});
export type TakenOver = Decoded<typeof takenOver>;
