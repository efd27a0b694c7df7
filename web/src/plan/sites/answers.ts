import { tally } from '../../api/answers';
import {
  type Decoded,
  type Decoder,
  flag,
  listOf,
  mapOf,
  nullable,
  number,
  object,
  oneOf,
  text,
  withDefault,
} from '../../api/decode';
import { point } from '../../api/geometry';
import { runInputs } from '../../desk/run';
import type { LonLat } from '../../geo/lonlat';

const orNull = <T>(decode: Decoder<T>) => withDefault(nullable(decode), null);

/** What the public purse gives for a new place, with the words of its document. */
export const grant = object({
  code: text,
  zh: text,
  en: text,
  yuan: number,
  builtInYuan: number,
  edited: flag,
  types: listOf(text),
  levels: listOf(text),
  quote: text,
  source: text,
});
export type Grant = Decoded<typeof grant>;
export const grants: Decoder<Grant[]> = (value, path) =>
  object({ grants: listOf(grant) })(value, path).grants;

const candidateProperties = object({
  id: text,
  externalId: text,
  name: text,
  kind: text,
  areaSquareMeters: orNull(number),
  costYuan: orNull(number),
  capacity: orNull(number),
  types: withDefault(listOf(text), []),
  owner: orNull(text),
  address: orNull(text),
  available: withDefault(flag, true),
});

/** A loaded place where something could be opened. */
export interface Candidate extends Decoded<typeof candidateProperties>, LonLat {}

const candidateFeature = object({ geometry: point, properties: candidateProperties });
export const candidates: Decoder<Candidate[]> = (value, path) =>
  object({ features: listOf(candidateFeature) })(value, path).features.map(
    ({ geometry, properties }) => ({ ...properties, ...geometry }),
  );

const who = object({
  groups: withDefault(mapOf(nullable(number)), {}),
  areas: withDefault(listOf(object({ code: text, name: nullable(text), people: number })), []),
});

const second = object({
  id: text,
  name: nullable(text),
  lossIfReplaced: number,
  /** Person-minutes more, where walking is the aim. */
  lossMinutes: orNull(number),
});

const factsShape = {
  id: text,
  name: nullable(text),
  kind: text,
  lon: number,
  lat: number,
  areaName: orNull(text),
  townName: orNull(text),
  priceYuan: nullable(number),
  costSource: text,
  capacity: orNull(number),
  forced: withDefault(flag, false),
  /** People within reach. */
  inReach: orNull(number),
  /** People newly covered when it is opened in this order. */
  gain: orNull(number),
  gainWeighted: orNull(number),
  /** Person-minutes of walking saved. */
  gainMinutes: orNull(number),
  gainPer10kYuan: orNull(number),
  /** People it would gain as the only one. */
  alone: orNull(number),
  /** People lost if only it is left out. */
  lossIfDropped: orNull(number),
  second: orNull(second),
  who: withDefault(who, { groups: {}, areas: [] }),
  /** People within its reach who had a facility before. */
  alreadyServed: orNull(number),
};

/** A chosen site. */
export const site = object({ ...factsShape, rank: number });
export type Site = Decoded<typeof site>;

/** Why a candidate was not chosen. */
export const rejections = [
  'covered-by-chosen',
  'already-served',
  'budget',
  'price-unknown',
  'capacity-unknown',
  'forbidden',
  'fewer-people',
  'nobody-in-reach',
] as const;
export type Rejection = (typeof rejections)[number];

/** Any candidate, explained; `why` where it was not chosen. */
export const facts = object({
  ...factsShape,
  rank: orNull(number),
  why: orNull(oneOf(...rejections)),
});
export type Facts = Decoded<typeof facts>;

const standing = object({
  total: tally,
  meanMinutes: orNull(number),
  towns: listOf(
    object({
      code: text,
      name: nullable(text),
      demand: number,
      covered: number,
      coveredShare: nullable(number),
    }),
  ),
  groups: withDefault(
    mapOf(object({ demand: number, covered: number, coveredShare: nullable(number) })),
    {},
  ),
});
export type Standing = Decoded<typeof standing>;

const infeasible = object({
  constraint: text,
  message: text,
  messageZh: withDefault(text, ''),
  wanted: orNull(number),
  attainable: orNull(number),
  town: orNull(text),
  townName: orNull(text),
});
export type Infeasible = Decoded<typeof infeasible>;

const step = object({ seconds: number, objective: number, bound: orNull(number), method: text });

/** What a selection was asked with, as the service read it. */
const asked = object({
  model: text,
  type: withDefault(text, ''),
  sites: orNull(number),
  budgetYuan: orNull(number),
  minutes: withDefault(number, 0),
  zoneMinutes: withDefault(mapOf(number), {}),
  profile: orNull(text),
  speedKmh: orNull(number),
  group: withDefault(text, ''),
  weights: withDefault(mapOf(number), {}),
  coverShare: orNull(number),
  minimumShare: orNull(number),
  capacities: withDefault(flag, false),
  forced: withDefault(listOf(text), []),
  forbidden: withDefault(listOf(text), []),
});
export type Asked = Decoded<typeof asked>;

/** A selection under way or finished, as far as it is known. */
export const run = object({
  id: text,
  status: oneOf('running', 'finished', 'cancelled', 'failed', 'infeasible'),
  progress: withDefault(number, 0),
  phase: orNull(text),
  run: orNull(text),
  inputs: orNull(runInputs),
  request: orNull(asked),
  message: orNull(text),
  objective: orNull(number),
  bound: orNull(number),
  gap: orNull(number),
  proven: withDefault(flag, false),
  unit: withDefault(text, 'people'),
  method: orNull(text),
  seconds: orNull(number),
  candidateCount: orNull(number),
  demandPoints: orNull(number),
  existing: orNull(number),
  before: orNull(standing),
  after: orNull(standing),
  yuan: orNull(number),
  notCoverable: orNull(number),
  /** Places by group of which nobody knows how many of it live there. */
  unknownPoints: withDefault(mapOf(number), {}),
  /** Where facilities can be full: people who get a place. */
  served: orNull(object({ before: number, after: number })),
  candidateKinds: withDefault(mapOf(number), {}),
  sites: withDefault(listOf(site), []),
  rejected: withDefault(listOf(facts), []),
  trail: withDefault(listOf(step), []),
  infeasible: orNull(infeasible),
});
export type Run = Decoded<typeof run>;

/** What a saved scenario answers; the tab only goes there. */
export const saved = object({ id: text, name: text });
