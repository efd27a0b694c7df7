import type { Bounds } from '../geo/lonlat';
import {
  type Decoded,
  DecodeError,
  type Decoder,
  flag,
  listOf,
  nullable,
  number,
  object,
  oneOf,
  text,
  withDefault,
} from './decode';

/** How an answer was judged: along streets, or by great-circle distance × the detour factor. */
export const method = oneOf('network', 'straight-line');
export type Method = Decoded<typeof method>;

export const bounds: Decoder<Bounds> = (value, path) => {
  const [west, south, east, north] = listOf(number)(value, path);
  if (west === undefined || south === undefined || east === undefined || north === undefined) {
    throw new DecodeError(path, '[west, south, east, north]', value);
  }
  return [west, south, east, north];
};

/** A walking profile (pace), named in both languages. */
export const profile = object({
  code: text,
  nameZh: text,
  nameEn: text,
  speedKmh: number,
  stepsAllowed: flag,
});
export type Profile = Decoded<typeof profile>;

/** A named entry of a code list. */
export const codeName = object({ code: text, nameZh: text, nameEn: text });
export type CodeName = Decoded<typeof codeName>;

const tileLayer = object({ name: text, url: text, attribution: withDefault(text, '') });
export type TileLayer = Decoded<typeof tileLayer>;

const streets = object({
  loaded: flag,
  name: nullable(text),
  nodes: nullable(number),
  edges: nullable(number),
  lengthKm: nullable(number),
  components: nullable(number),
  importedAt: nullable(text),
});

/** Heights of the ground, by which slopes take longer. */
const elevation = object({
  loaded: flag,
  name: nullable(text),
  resolutionMeters: nullable(number),
});

/** What is loaded on the server, and the lists and limits that the page needs from it. */
export const status = object({
  version: text,
  sample: flag,
  streets,
  elevation: withDefault(elevation, { loaded: false, name: null, resolutionMeters: null }),
  counts: object({
    facilities: number,
    operatingFacilities: number,
    demandPoints: number,
    areas: number,
  }),
  method,
  bounds: nullable(bounds),
  profiles: listOf(profile),
  detourFactor: withDefault(number, 1.3),
  snapLimitMeters: withDefault(number, 500),
  groups: listOf(codeName),
  attribution: withDefault(listOf(text), []),
  tileLayers: withDefault(listOf(tileLayer), []),
});
export type Status = Decoded<typeof status>;

/** A facility type: `symbol` is the one character drawn on its marker. */
export const facilityType = object({
  code: text,
  nameZh: text,
  nameEn: text,
  color: withDefault(text, '#3d5a6c'),
  symbol: withDefault(text, '·'),
});
export type FacilityType = Decoded<typeof facilityType>;
