import { isLonLat, type LonLat } from './lonlat';

/**
 * Coordinate systems met in Chinese data, as `org.caremap.core.geo.Datum` has them: GCJ-02 (国测局,
 * Amap and Tencent) is WGS 84 shifted by some hundred metres inside a box around China and is WGS 84
 * outside; BD-09 (Baidu) is a second shift on top of it. Formulas as published by the open projects
 * eviltransform and gcoord. The inverses are fixed points of the exact forward formulas: there and
 * back moves a place by less than 1e-9 degrees, but for places whose image lies beyond the edge of
 * the box.
 */

const AXIS = 6378245.0;
const ECCENTRICITY = 0.006693421622965943;
const BAIDU_PI = (Math.PI * 3000.0) / 180.0;
const DEGREES = 180 / Math.PI;

/** From WGS 84 to GCJ-02, both in degrees. */
export function toGcj02(place: LonLat): LonLat {
  const { lon, lat } = checked(place);
  return outsideChina(lon, lat) ? { lon, lat } : obfuscate(lon, lat);
}

/** From GCJ-02 to WGS 84, both in degrees. */
export function fromGcj02(place: LonLat): LonLat {
  const { lon, lat } = checked(place);
  // By the formula alone: at the edge of the box the search may step over it for a moment.
  return outsideChina(lon, lat)
    ? { lon, lat }
    : invert(place, ({ lon, lat }) => obfuscate(lon, lat));
}

/** From WGS 84 to BD-09, both in degrees. */
export function toBd09(place: LonLat): LonLat {
  return gcj02ToBd09(toGcj02(place));
}

/** From BD-09 to WGS 84, both in degrees. */
export function fromBd09(place: LonLat): LonLat {
  return fromGcj02(bd09ToGcj02(place));
}

/** From GCJ-02 to BD-09, both in degrees. */
export function gcj02ToBd09(place: LonLat): LonLat {
  const { lon, lat } = checked(place);
  const z = Math.hypot(lon, lat) + 0.00002 * Math.sin(lat * BAIDU_PI);
  const theta = Math.atan2(lat, lon) + 0.000003 * Math.cos(lon * BAIDU_PI);
  return onGlobe(z * Math.cos(theta) + 0.0065, z * Math.sin(theta) + 0.006);
}

/** From BD-09 to GCJ-02, both in degrees. */
export function bd09ToGcj02(place: LonLat): LonLat {
  return invert(checked(place), gcj02ToBd09);
}

function invert(target: LonLat, forward: (place: LonLat) => LonLat): LonLat {
  let found = onGlobe(target.lon, target.lat);
  // The shift varies slowly (Lipschitz constant about 1e-3), so each round gains 3 digits.
  for (let round = 0; round < 30; round++) {
    const image = forward(found);
    const east = target.lon - image.lon;
    const north = target.lat - image.lat;
    found = onGlobe(found.lon + east, found.lat + north);
    if (Math.abs(east) < 1e-12 && Math.abs(north) < 1e-12) break;
  }
  return found;
}

function outsideChina(lon: number, lat: number): boolean {
  return lon < 72.004 || lon > 137.8347 || lat < 0.8293 || lat > 55.8271;
}

function obfuscate(lon: number, lat: number): LonLat {
  const x = lon - 105;
  const y = lat - 35;
  const root = Math.sqrt(Math.abs(x));
  const shared = ((20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * 2) / 3;
  const north =
    -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + shared + waves(y, 160, 320);
  const east =
    300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + shared + waves(x, 150, 300);
  const sin = Math.sin(lat / DEGREES);
  const magic = 1 - ECCENTRICITY * sin * sin;
  const meridian = (AXIS * (1 - ECCENTRICITY)) / (magic * Math.sqrt(magic));
  const parallel = (AXIS / Math.sqrt(magic)) * Math.cos(lat / DEGREES);
  return { lon: lon + (east / parallel) * DEGREES, lat: lat + (north / meridian) * DEGREES };
}

function waves(v: number, twelfth: number, thirtieth: number): number {
  const slow = ((20 * Math.sin(v * Math.PI) + 40 * Math.sin((v / 3) * Math.PI)) * 2) / 3;
  const slower =
    ((twelfth * Math.sin((v / 12) * Math.PI) + thirtieth * Math.sin((v / 30) * Math.PI)) * 2) / 3;
  return slow + slower;
}

function onGlobe(lon: number, lat: number): LonLat {
  return { lon: Math.max(-180, Math.min(180, lon)), lat: Math.max(-90, Math.min(90, lat)) };
}

function checked(place: LonLat): LonLat {
  if (!isLonLat(place.lon, place.lat)) {
    throw new RangeError(`not a place: longitude ${place.lon}, latitude ${place.lat}`);
  }
  return place;
}
