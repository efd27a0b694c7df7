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

/**
 * The centre of gravity of the largest outer ring: where a name stands well. Holes are not counted.
 * Null for an empty surface.
 */
export function surfaceMiddle(surface: Surface): LonLat | null {
  let best: { area: number; middle: LonLat } | null = null;
  for (const [ring] of surface.polygons) {
    const [first] = ring ?? [];
    if (!ring || !first) continue;
    let area = 0;
    let x = 0;
    let y = 0;
    // Measured from the ring's first corner: degrees far from zero would cost digits.
    for (let i = 1; i < ring.length - 1; i++) {
      const [ax, ay] = relative(ring[i] ?? first, first);
      const [bx, by] = relative(ring[i + 1] ?? first, first);
      const cross = ax * by - bx * ay;
      area += cross / 2;
      x += (cross * (ax + bx)) / 6;
      y += (cross * (ay + by)) / 6;
    }
    if (area === 0 || (best && Math.abs(area) <= best.area)) continue;
    const middle = { lon: first[0] + x / area, lat: first[1] + y / area };
    best = { area: Math.abs(area), middle };
  }
  return best?.middle ?? null;
}

function relative([lon, lat]: Position, origin: Position): [number, number] {
  return [lon - origin[0], lat - origin[1]];
}

export function lineBounds(line: Line): Bounds | null {
  return boundsOf(line.positions.map(positionToLonLat));
}

/** Whether a place lies inside a surface; holes do not belong to it (even-odd rule). */
export function surfaceContains(surface: Surface, { lon, lat }: LonLat): boolean {
  let inside = false;
  for (const ring of surface.polygons.flat()) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [ax, ay] = ring[i] ?? [0, 0];
      const [bx, by] = ring[j] ?? [0, 0];
      const crosses = ay > lat !== by > lat && lon < ((bx - ax) * (lat - ay)) / (by - ay) + ax;
      if (crosses) inside = !inside;
    }
  }
  return inside;
}
