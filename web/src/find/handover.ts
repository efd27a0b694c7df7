import { toBd09, toGcj02 } from '../geo/datum';
import type { LonLat } from '../geo/lonlat';

/**
 * Links that hand a walk over to the maps people have on their phones, in the coordinates of those
 * maps. Only the destination is handed over: where somebody is, their phone tells its own map if
 * they allow it. Parameters as documented by the three on 2026-11-25 (路径规划 / 路线规划 of their
 * URI interfaces); none needs a key.
 */
const CALLER = 'caremap';

/** Amap 高德: `to=lon,lat,name`, GCJ-02; without `from` a phone starts at its own place. */
export function amapLink(place: LonLat, name: string): string {
  const { lon, lat } = toGcj02(place);
  return address('https://uri.amap.com/navigation', {
    // A comma ends a field there.
    to: `${degrees(lon)},${degrees(lat)},${name.replaceAll(',', '，')}`,
    mode: 'walk',
    src: CALLER,
    coordinate: 'gaode',
    callnative: '1',
  });
}

/** Baidu 百度: latitude first, BD-09; wants an origin, and takes these words for the phone's place. */
export function baiduLink(place: LonLat, name: string): string {
  const { lon, lat } = toBd09(place);
  return address('https://api.map.baidu.com/direction', {
    origin: '我的位置',
    // A bar parts the fields there.
    destination: `latlng:${degrees(lat)},${degrees(lon)}|name:${name.replaceAll('|', '｜')}`,
    mode: 'walking',
    coord_type: 'bd09ll',
    output: 'html',
    src: `webapp.${CALLER}.${CALLER}`,
  });
}

/** Tencent 腾讯: latitude first, GCJ-02 (`coord_type=2`); without `from` as Amap does. */
export function tencentLink(place: LonLat, name: string): string {
  const { lon, lat } = toGcj02(place);
  return address('https://apis.map.qq.com/uri/v1/routeplan', {
    type: 'walk',
    to: name,
    tocoord: `${degrees(lat)},${degrees(lon)}`,
    coord_type: '2',
    referer: CALLER,
  });
}

function address(base: string, query: Record<string, string>): string {
  // A blank is %20 and not +, which some of them show as it stands.
  const pairs = Object.entries(query).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  return `${base}?${pairs.join('&')}`;
}

/** Six decimals are a decimetre, and the most that Amap takes. */
function degrees(value: number): string {
  return value.toFixed(6);
}
