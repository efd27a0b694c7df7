import { isLonLat, type LonLat, roundToMeter } from '../geo/lonlat';

/** What a map shows: its centre and how near. */
export interface MapView extends LonLat {
  readonly zoom: number;
}

export const SPEED_RANGE_KMH = { min: 0.5, max: 8 } as const;

/** A place as fragments write it: `lon,lat` to about a metre. */
export function formatPlace(place: LonLat): string {
  const { lon, lat } = roundToMeter(place);
  return `${lon},${lat}`;
}

export function parsePlace(value: string | null): LonLat | null {
  const parts = (value ?? '').split(',').map(toNumber);
  const [lon, lat] = parts;
  return parts.length === 2 && lon !== undefined && lat !== undefined && isLonLat(lon, lat)
    ? { lon, lat }
    : null;
}

export function parseView(value: string | null): MapView | null {
  const parts = (value ?? '').split(',');
  const place = parsePlace(parts.slice(0, 2).join(','));
  const zoom = toNumber(parts[2] ?? '');
  return parts.length === 3 && place && zoom >= 3 && zoom <= 19 ? { ...place, zoom } : null;
}

/** NaN for blanks too, which `Number` would read as 0. */
export function toNumber(value: string): number {
  return value.trim() === '' ? Number.NaN : Number(value);
}
