import type { LonLat } from '../geo/lonlat';

/** Addresses of other map programs, each in the coordinates that it expects. */
export interface Handover {
  /** @param place WGS 84 */
  amapLink(place: LonLat, name: string): string;
  baiduLink(place: LonLat, name: string): string;
  tencentLink(place: LonLat, name: string): string;
}
