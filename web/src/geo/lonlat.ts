/** A place in WGS 84 degrees. Everywhere in this program longitude comes first, as in GeoJSON. */
export interface LonLat {
  readonly lon: number;
  readonly lat: number;
}

/** West, south, east, north in degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** True where both numbers are degrees on the globe. */
export function isLonLat(lon: number, lat: number): boolean {
  return (
    Number.isFinite(lon) &&
    Number.isFinite(lat) &&
    lon >= -180 &&
    lon <= 180 &&
    lat >= -90 &&
    lat <= 90
  );
}

/** The smallest box around the places; null where there are none. */
export function boundsOf(places: Iterable<LonLat>): Bounds | null {
  let west = Number.POSITIVE_INFINITY;
  let south = Number.POSITIVE_INFINITY;
  let east = Number.NEGATIVE_INFINITY;
  let north = Number.NEGATIVE_INFINITY;
  for (const { lon, lat } of places) {
    west = Math.min(west, lon);
    south = Math.min(south, lat);
    east = Math.max(east, lon);
    north = Math.max(north, lat);
  }
  return west > east ? null : [west, south, east, north];
}

/** Five decimals are about one metre: enough to walk from, and short enough for a link. */
export function roundToMeter(place: LonLat): LonLat {
  return { lon: Math.round(place.lon * 1e5) / 1e5, lat: Math.round(place.lat * 1e5) / 1e5 };
}
