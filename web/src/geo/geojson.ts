import type { LonLat } from './lonlat';
import { type Bounds, boundsOf } from './lonlat';

/** A GeoJSON position: longitude, then latitude, WGS 84 (RFC 7946, section 3.1.1). */
export type Position = readonly [lon: number, lat: number];

/** Rings of polygons: the outer ring first, then its holes. */
export type PolygonRings = readonly (readonly Position[])[];

/** Zero or more polygons; what GeoJSON writes as Polygon or MultiPolygon. */
export interface Surface {
  readonly polygons: readonly PolygonRings[];
}

/** A line of at least two positions. */
export interface Line {
  readonly positions: readonly Position[];
}

export function positionToLonLat([lon, lat]: Position): LonLat {
  return { lon, lat };
}

/** The box around all outer rings; null for an empty surface. */
export function surfaceBounds(surface: Surface): Bounds | null {
  return boundsOf(surface.polygons.flatMap((rings) => (rings[0] ?? []).map(positionToLonLat)));
}

export function lineBounds(line: Line): Bounds | null {
  return boundsOf(line.positions.map(positionToLonLat));
}
