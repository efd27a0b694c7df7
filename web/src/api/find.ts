import type { LonLat } from '../geo/lonlat';
import {
  type Decoded,
  type Decoder,
  flag,
  id,
  listOf,
  nullable,
  number,
  object,
  oneOf,
  text,
  withDefault,
} from './decode';
import { properties } from './facility';
import { line } from './geometry';
import { bounds, codeName, facilityType, method, profile } from './status';

const need = object({
  code: text,
  nameZh: text,
  nameEn: text,
  hintZh: withDefault(text, ''),
  hintEn: withDefault(text, ''),
  symbol: withDefault(text, '·'),
  color: withDefault(text, '#0b4f4a'),
  types: withDefault(listOf(text), []),
  services: withDefault(listOf(text), []),
  /** How many operating facilities answer it. */
  facilities: number,
});
/** A need in everyday words, with what answers it. */
export type Need = Decoded<typeof need>;

const hotline = object({ nameZh: text, nameEn: text, phone: text });
export type Hotline = Decoded<typeof hotline>;

/** What the find page has to know before anything can be asked. */
export const welcome = object({
  version: text,
  sample: flag,
  method,
  bounds: nullable(bounds),
  detourFactor: withDefault(number, 1.3),
  snapLimitMeters: withDefault(number, 500),
  needs: listOf(need),
  types: listOf(facilityType),
  services: listOf(codeName),
  profiles: listOf(profile),
  hotline: nullable(hotline),
  emergency: withDefault(
    listOf(object({ code: text, nameZh: text, nameEn: text, phone: text })),
    [],
  ),
  attribution: withDefault(listOf(text), []),
  timeZone: withDefault(text, 'Asia/Shanghai'),
});
export type Welcome = Decoded<typeof welcome>;

/** An instant as milliseconds since 1970; the text has to carry its offset from UTC. */
export const instant: Decoder<number> = (value, path) => {
  const written = text(value, path);
  const milliseconds = /(Z|[+-]\d{2}:?\d{2})$/.test(written) ? Date.parse(written) : Number.NaN;
  return number(milliseconds, path);
};

const interval: Decoder<readonly [from: number, to: number]> = (value, path) => {
  const [from, to] = listOf(instant)(value, path);
  return [number(from, `${path}[0]`), number(to, `${path}[1]`)];
};

const day = object({
  date: text,
  holiday: nullable(object({ zh: text, en: text })),
  workday: withDefault(flag, false),
});

/** Opening hours; the intervals let a kept answer tell the truth at any later time. */
export const hours = object({
  text: nullable(text),
  state: oneOf('open', 'closed', 'unknown'),
  until: nullable(instant),
  opens: nullable(instant),
  open: withDefault(listOf(interval), []),
  days: withDefault(listOf(day), []),
  week: withDefault(listOf(object({ days: text, times: text })), []),
  comment: nullable(text),
  calendarKnown: withDefault(flag, true),
  problem: nullable(text),
});
export type Hours = Decoded<typeof hours>;

const placed = object({ lon: number, lat: number });
/** A facility as a plain object, with its place among its properties. */
const foundFacility: Decoder<Decoded<typeof properties> & LonLat> = (value, path) => ({
  ...properties(value, path),
  ...placed(value, path),
});
export type FoundFacility = Decoded<typeof foundFacility>;

const wayPart = object({
  // Kinds and turns that are not known are said in the most general words.
  kind: text,
  name: nullable(text),
  meters: number,
  turn: text,
  ascentMeters: nullable(number),
  descentMeters: nullable(number),
  steepestPercent: nullable(number),
});
export type WayPart = Decoded<typeof wayPart>;

const way = object({
  stepsMeters: withDefault(number, 0),
  lifts: withDefault(number, 0),
  ascentMeters: nullable(number),
  descentMeters: nullable(number),
  steepestPercent: nullable(number),
  unknownHeights: withDefault(flag, false),
  parts: listOf(wayPart),
});
export type Way = Decoded<typeof way>;

const result = object({
  facility: foundFacility,
  hours,
  seconds: number,
  secondsThere: nullable(number),
  secondsBack: nullable(number),
  meters: number,
  within: flag,
  delivers: nullable(flag),
  way: nullable(way),
  line: nullable(line),
});
export type FindResult = Decoded<typeof result>;

/** Facilities of one need by walking time, and those that come to the door. */
export const findAnswer = object({
  method,
  minutes: number,
  at: instant,
  origin: object({
    lon: number,
    lat: number,
    snapMeters: nullable(number),
    tooFarFromStreets: withDefault(flag, false),
    snapLimitMeters: withDefault(number, 500),
    area: nullable(object({ code: text, name: text })),
  }),
  within: number,
  results: listOf(result),
  delivery: withDefault(listOf(object({ facility: foundFacility, hours })), []),
});
export type FindAnswer = Decoded<typeof findAnswer>;

const hit = object({
  kind: text,
  id: nullable(id),
  code: nullable(text),
  type: nullable(text),
  name: text,
  detail: nullable(text),
  lon: number,
  lat: number,
});
/** A place or facility that a search text may mean. */
export type Hit = Decoded<typeof hit>;

export const hits: Decoder<Hit[]> = (value, path) =>
  object({ results: listOf(hit) })(value, path).results;
