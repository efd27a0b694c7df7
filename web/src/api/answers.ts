import type { Surface } from '../geo/geojson';
import {
  type Decoded,
  type Decoder,
  flag,
  id,
  listOf,
  mapOf,
  nullable,
  number,
  object,
  text,
  withDefault,
} from './decode';
import { line, surface } from './geometry';
import { method } from './status';

const nearestResult = object({
  facility: object({
    id,
    externalId: nullable(text),
    name: text,
    type: text,
    lon: number,
    lat: number,
  }),
  seconds: number,
  /** To the facility and back from it; null where only the other way was asked for. */
  secondsThere: nullable(number),
  secondsBack: nullable(number),
  meters: number,
  line: nullable(line),
});
export type NearestResult = Decoded<typeof nearestResult>;

/** Facilities by walking time from one place, nearest first. */
export const nearest = object({
  method,
  speedKmh: number,
  origin: object({ lon: number, lat: number, snapMeters: nullable(number) }),
  results: listOf(nearestResult),
});
export type Nearest = Decoded<typeof nearest>;

const tallyShape = {
  demand: number,
  covered: number,
  uncovered: number,
  unreachable: number,
  unknownPoints: number,
  coveredShare: nullable(number),
};

/** People within reach and not; `coveredShare` in 0..1, null where there is no demand. */
export const tally = object(tallyShape);
export type Tally = Decoded<typeof tally>;

const areaTally = object({ code: nullable(text), name: nullable(text), ...tallyShape });
export type AreaTally = Decoded<typeof areaTally>;

export const coverage = object({
  method,
  types: listOf(text),
  minutes: number,
  speedKmh: number,
  group: text,
  total: tally,
  areas: listOf(areaTally),
});
export type Coverage = Decoded<typeof coverage>;

const placesShape = {
  demand: number,
  served: number,
  overCapacity: number,
  unknownCapacity: number,
  outOfReach: number,
  unknownPoints: number,
  servedShare: nullable(number),
};

/** People with and without a place; `servedShare` in 0..1, null where there is no demand. */
export const placesTally = object(placesShape);
export type PlacesTally = Decoded<typeof placesTally>;

/** Who gets a place where facilities can be full. */
export const assignment = object({
  method,
  minutes: number,
  group: text,
  total: placesTally,
  areas: listOf(object({ code: text, name: nullable(text), ...placesShape })),
});
export type Assignment = Decoded<typeof assignment>;

/** Places for 1,000 people by floating catchments; null where there are no people. */
const placesPer1000 = nullable(number);
export const accessibility = object({
  facilities: number,
  unknownCapacity: number,
  total: object({ placesPer1000 }),
  areas: listOf(object({ code: text, placesPer1000 })),
});
export type Accessibility = Decoded<typeof accessibility>;

const gapFeature = object({
  geometry: surface,
  properties: object({
    rank: number,
    name: text,
    demand: number,
    nearestSeconds: nullable(number),
  }),
});

/** A cluster of people out of reach, drawn as a polygon; never single points. */
export interface Gap {
  readonly rank: number;
  readonly name: string;
  readonly demand: number;
  /** Null where no such facility can be reached at all. */
  readonly nearestSeconds: number | null;
  readonly shape: Surface;
}

export const gaps: Decoder<Gap[]> = (value, path) =>
  object({ features: listOf(gapFeature) })(value, path).features.map((feature) => ({
    ...feature.properties,
    shape: feature.geometry,
  }));

const counts = mapOf(nullable(number));

const bandFeature = object({
  geometry: nullable(surface),
  properties: object({
    minutes: number,
    method,
    speedKmh: number,
    reached: withDefault(counts, {}),
    toleranceMeters: nullable(number),
  }),
});

/** A service area for one number of minutes. */
export interface ServiceBand {
  readonly minutes: number;
  readonly method: Decoded<typeof method>;
  readonly reached: Record<string, number | null>;
  readonly toleranceMeters: number | null;
  readonly shape: Surface;
}

function toBand(feature: Decoded<typeof bandFeature>): ServiceBand {
  const { minutes, method: judgedBy, reached, toleranceMeters } = feature.properties;
  const shape = feature.geometry ?? { polygons: [] };
  return { minutes, method: judgedBy, reached, toleranceMeters, shape };
}

/** One Feature for one number of minutes, a FeatureCollection for several. */
export const serviceBands: Decoder<ServiceBand[]> = (value, path) => {
  const { type } = object({ type: text })(value, path);
  if (type === 'Feature') return [toBand(bandFeature(value, path))];
  return object({ features: listOf(bandFeature) })(value, path).features.map(toBand);
};

/** The view of one provider: who is reached, who has another choice, who is just outside. */
export const reach = object({
  facility: object({ id, name: text }),
  minutes: number,
  method,
  speedKmh: number,
  reached: counts,
  alsoReachOther: counts,
  onlyThis: counts,
  unknownPoints: withDefault(mapOf(number), {}),
  justOutside: nullable(object({ minutes: number, counts })),
  places: nullable(
    object({
      group: text,
      capacity: nullable(number),
      load: nullable(number),
      inReach: number,
      servedElsewhere: number,
      left: number,
    }),
  ),
  overlaps: withDefault(
    listOf(object({ facility: object({ id, name: text }), sharedDemand: counts })),
    [],
  ),
});
export type Reach = Decoded<typeof reach>;

const areaProperties = object({
  code: text,
  name: text,
  level: text,
  parent: nullable(text),
  urban: nullable(flag),
  serviceZone: nullable(text),
  households: nullable(number),
  residents: nullable(number),
});
const areaFeature = object({ geometry: nullable(surface), properties: areaProperties });

/** An administrative area; `shape` is null where its boundary is not known. */
export interface Area extends Decoded<typeof areaProperties> {
  readonly shape: Surface | null;
}

export const areas: Decoder<Area[]> = (value, path) =>
  object({ features: listOf(areaFeature) })(value, path).features.map((feature) => ({
    ...feature.properties,
    shape: feature.geometry,
  }));

const cellFeature = object({ geometry: surface, properties: object({ count: nullable(number) }) });

/** A square of the demand grid; a null count means that nobody knows. */
export interface GridCell {
  readonly count: number | null;
  readonly shape: Surface;
}

export const grid: Decoder<GridCell[]> = (value, path) =>
  object({ features: listOf(cellFeature) })(value, path).features.map((feature) => ({
    count: feature.properties.count,
    shape: feature.geometry,
  }));
