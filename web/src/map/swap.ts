import type { LatLngTuple } from 'leaflet';
import type { LonLat } from '../geo/lonlat';

/** The one place where (lon, lat) becomes Leaflet's (lat, lng). */
export function toLatLng({ lon, lat }: LonLat): LatLngTuple {
  return [lat, lon];
}

/** And the way back; longitudes beyond the date line are brought into [-180, 180). */
export function fromLatLng({ lat, lng }: { lat: number; lng: number }): LonLat {
  const turns = Math.floor((lng + 180) / 360);
  return { lon: turns === 0 ? lng : lng - 360 * turns, lat };
}
