import { describe, expect, it } from 'vitest';
/** The same file that DatumVectorsTest.java reads. */
import data from '../../src/test/resources/datum/vectors.json';
import { amapLink, baiduLink, tencentLink } from '../src/find/handover';
import { fromBd09, fromGcj02, gcj02ToBd09, toBd09, toGcj02 } from '../src/geo/datum';
import type { LonLat } from '../src/geo/lonlat';

type Pair = [number, number];
interface Vectors {
  published: {
    source: string;
    from: 'wgs84' | 'gcj02';
    to: 'gcj02' | 'bd09';
    point: Pair;
    image: Pair;
    within: number;
  }[];
  computed: { wgs84: Pair; gcj02: Pair; bd09: Pair; returns: boolean }[];
}

const vectors = data as unknown as Vectors;

const at = ([lon, lat]: Pair): LonLat => ({ lon, lat });

function expectNear(found: LonLat, [lon, lat]: Pair, within: number, what: string): void {
  expect(Math.abs(found.lon - lon), `longitude of ${what}`).toBeLessThanOrEqual(within);
  expect(Math.abs(found.lat - lat), `latitude of ${what}`).toBeLessThanOrEqual(within);
}

const between = {
  'wgs84 gcj02': toGcj02,
  'wgs84 bd09': toBd09,
  'gcj02 bd09': gcj02ToBd09,
  'gcj02 gcj02': (place: LonLat) => place,
};

describe('the coordinates of Chinese maps', () => {
  it('are what other programs have printed', () => {
    expect(vectors.published.length).toBeGreaterThanOrEqual(10);
    for (const { source, from, to, point, image, within } of vectors.published) {
      expectNear(between[`${from} ${to}`](at(point)), image, within, source);
    }
  });

  it('are the formulas to 1e-11 degrees, over China, at the edges and outside', () => {
    expect(vectors.computed.length).toBeGreaterThanOrEqual(80);
    for (const { wgs84, gcj02, bd09 } of vectors.computed) {
      expectNear(toGcj02(at(wgs84)), gcj02, 1e-11, `GCJ-02 of ${wgs84}`);
      expectNear(toBd09(at(wgs84)), bd09, 1e-11, `BD-09 of ${wgs84}`);
    }
  });

  it('lead back to where they came from, to 1e-9 degrees', () => {
    for (const { wgs84, gcj02, bd09, returns } of vectors.computed) {
      if (!returns) continue;
      expectNear(fromGcj02(at(gcj02)), wgs84, 1e-9, `${wgs84} back from GCJ-02`);
      expectNear(fromBd09(at(bd09)), wgs84, 1e-9, `${wgs84} back from BD-09`);
    }
  });

  it('are refused where they are none', () => {
    expect(() => toGcj02({ lon: 31.87, lat: 121.17 })).toThrow('121.17');
    expect(() => fromBd09({ lon: Number.NaN, lat: 31 })).toThrow(RangeError);
  });
});

describe('the hand-over', () => {
  // Coordinates of coordtransform and, for Baidu, of the vectors above.
  const shanghai = { lon: 121.5272106, lat: 31.1774276 };
  const query = (link: string) => Object.fromEntries(new URL(link).searchParams);

  it('to Amap says longitude first, in GCJ-02', () => {
    const link = amapLink(shanghai, '东街, 助餐点 & 食堂');
    expect(link).toMatch(/^https:\/\/uri\.amap\.com\/navigation\?/);
    expect(query(link)).toEqual({
      to: '121.531542,31.175304,东街， 助餐点 & 食堂',
      mode: 'walk',
      src: 'caremap',
      coordinate: 'gaode',
      callnative: '1',
    });
  });

  it('to Tencent says latitude first, in GCJ-02', () => {
    const link = tencentLink(shanghai, '东街');
    expect(link).toMatch(/^https:\/\/apis\.map\.qq\.com\/uri\/v1\/routeplan\?/);
    expect(query(link)).toEqual({
      type: 'walk',
      to: '东街',
      tocoord: '31.175304,121.531542',
      coord_type: '2',
      referer: 'caremap',
    });
  });

  it('to Baidu says latitude first, in BD-09', () => {
    // gcoord: GCJ-02 123.4314787, 41.8057023 is BD-09 123.438095, 41.8114013.
    const link = baiduLink(fromGcj02({ lon: 123.4314787, lat: 41.8057023 }), '沈河|站');
    expect(link).toMatch(/^https:\/\/api\.map\.baidu\.com\/direction\?/);
    expect(query(link)).toEqual({
      origin: '我的位置',
      destination: 'latlng:41.811401,123.438095|name:沈河｜站',
      mode: 'walking',
      coord_type: 'bd09ll',
      output: 'html',
      src: 'webapp.caremap.caremap',
    });
  });

  it('never says where somebody is, and needs no plus sign for a blank', () => {
    for (const link of [amapLink, baiduLink, tencentLink].map((make) => make(shanghai, 'A B+C'))) {
      expect(link).not.toContain('+');
      expect(link).toContain('A%20B%2BC');
      expect(link).not.toMatch(/[?&]from(coord)?=/);
    }
  });
});
