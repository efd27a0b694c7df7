import { describe, expect, it } from 'vitest';
import { surfaceBounds, surfaceMiddle } from '../src/geo/geojson';
import { boundsOf, isLonLat } from '../src/geo/lonlat';
import { clusterByGrid, mergeNear } from '../src/map/cluster';
import { fromLatLng, toLatLng } from '../src/map/swap';

describe('the swap', () => {
  it('is the only place where latitude comes first', () => {
    expect(toLatLng({ lon: 121.17, lat: 31.87 })).toEqual([31.87, 121.17]);
    expect(fromLatLng({ lat: 31.87, lng: 121.17 })).toEqual({ lon: 121.17, lat: 31.87 });
  });

  it('undoes itself', () => {
    const [lat, lng] = toLatLng({ lon: -3.94, lat: 56.12 });
    expect(fromLatLng({ lat, lng })).toEqual({ lon: -3.94, lat: 56.12 });
  });

  it('brings longitudes back from another turn of the world', () => {
    expect(fromLatLng({ lat: 0, lng: 481 })).toEqual({ lon: 121, lat: 0 });
    expect(fromLatLng({ lat: 0, lng: -190 })).toEqual({ lon: 170, lat: 0 });
  });
});

describe('places', () => {
  it('outside the globe are none', () => {
    expect(isLonLat(31.87, 121.17)).toBe(false);
    expect(isLonLat(180, -90)).toBe(true);
    expect(isLonLat(Number.NaN, 0)).toBe(false);
  });

  it('have no bounds when there are none', () => {
    expect(boundsOf([])).toBeNull();
  });
});

describe('surfaces', () => {
  //  (0,2)──(4,2)      the small square far away is not the middle of anything
  //    │      │
  //  (0,0)──(4,0)                     (10,10)
  const large = [
    [0, 0],
    [4, 0],
    [4, 2],
    [0, 2],
    [0, 0],
  ] as const;
  const small = [
    [10, 10],
    [10, 11],
    [11, 11],
    [10, 10],
  ] as const;

  it('have their middle in the largest part, whichever way its ring turns', () => {
    expect(surfaceMiddle({ polygons: [[small], [large]] })).toEqual({ lon: 2, lat: 1 });
    expect(surfaceMiddle({ polygons: [[[...large].reverse()]] })).toEqual({ lon: 2, lat: 1 });
  });

  it('have bounds around all parts; empty ones have none', () => {
    expect(surfaceBounds({ polygons: [[large], [small]] })).toEqual([0, 0, 11, 11]);
    expect(surfaceBounds({ polygons: [] })).toBeNull();
    expect(surfaceMiddle({ polygons: [] })).toBeNull();
  });
});

describe('clusters', () => {
  it('lose nobody and stand in the middle of their members', () => {
    const points = [
      { x: 1, y: 1 },
      { x: 3, y: 1 },
      { x: 60, y: 1 },
    ];
    const clusters = clusterByGrid(points, 50);
    expect(clusters.map(({ x, members }) => [x, members.length])).toEqual([
      [2, 2],
      [60, 1],
    ]);
  });

  it('do not depend on the window: shifting by whole squares keeps the groups', () => {
    const points = Array.from({ length: 200 }, (_, i) => ({
      x: (i * 37) % 311,
      y: (i * 91) % 173,
    }));
    const sizes = (dx: number) =>
      clusterByGrid(
        points.map(({ x, y }) => ({ x: x + dx, y })),
        50,
      ).map(({ members }) => members.length);
    expect(sizes(100)).toEqual(sizes(0));
    expect(sizes(0).reduce((sum, size) => sum + size, 0)).toBe(200);
  });

  it('on both sides of a border are joined to the larger one', () => {
    const points = [
      { x: 49, y: 1 },
      { x: 51, y: 1 },
      { x: 52, y: 1 },
      { x: 140, y: 1 },
    ];
    const merged = mergeNear(clusterByGrid(points, 50), 40);
    expect(merged.map(({ members }) => members.length)).toEqual([3, 1]);
    expect(merged[0]?.x).toBe(51.5);
  });
});
