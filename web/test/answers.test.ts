import { describe, expect, it } from 'vitest';
import {
  accessibility,
  areas,
  assignment,
  coverage,
  gaps,
  nearest,
  reach,
  serviceBands,
} from '../src/api/answers';
import { facility, facilityList } from '../src/api/facility';
import { importReport } from '../src/api/imports';
import { status } from '../src/api/status';

const square = [
  [121.1, 31.8],
  [121.2, 31.8],
  [121.2, 31.9],
  [121.1, 31.8],
];

describe('status', () => {
  const empty = {
    version: '0.1.0',
    sample: false,
    streets: { loaded: false },
    counts: { facilities: 0, operatingFacilities: 0, demandPoints: 0, areas: 0 },
    method: 'straight-line',
    bounds: null,
    profiles: [],
    detourFactor: 1.3,
    snapLimitMeters: 500,
    groups: [],
    attribution: [],
    tileLayers: [],
  };

  it('of an empty database can be read', () => {
    const decoded = status(empty, 'status');
    expect(decoded.streets).toMatchObject({ loaded: false, name: null });
    expect(decoded.bounds).toBeNull();
    expect(decoded.elevation.loaded).toBe(false);
  });

  it('says what elevation is loaded', () => {
    const elevation = { loaded: true, name: 'dem.tif', resolutionMeters: 30.9, box: [1, 2, 3, 4] };
    expect(status({ ...empty, elevation }, 'status').elevation).toMatchObject({
      loaded: true,
      name: 'dem.tif',
      resolutionMeters: 30.9,
    });
  });

  it('needs all four sides of its bounds', () => {
    expect(() => status({ ...empty, bounds: [121, 31, 122] }, 'status')).toThrow('status.bounds');
  });
});

describe('facilities', () => {
  const feature = {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [121.17, 31.87] },
    properties: { id: 5, name: '解放路助餐点', type: 'meal_point', beds: 0 },
  };

  it('get their place from the geometry, longitude first', () => {
    const decoded = facility(feature, 'facility');
    expect(decoded).toMatchObject({ id: '5', lon: 121.17, lat: 31.87, beds: 0, phone: null });
  });

  it('with swapped coordinates are refused', () => {
    const swapped = { ...feature, geometry: { type: 'Point', coordinates: [31.87, 121.17] } };
    expect(() => facility(swapped, 'facility')).toThrow('a position [lon, lat] in degrees');
  });

  it('leave unknown what standards ask and nobody said', () => {
    const decoded = facility(feature, 'facility');
    expect(decoded).toMatchObject({ openedOn: null, sociallyRun: null, medicalCare: null });
    const known = { ...feature.properties, sociallyRun: false, residents: 0, medicalCare: 'site' };
    expect(facility({ ...feature, properties: known }, 'facility')).toMatchObject({
      sociallyRun: false,
      residents: 0,
      medicalCare: 'site',
    });
  });

  it('know how many matched', () => {
    const body = { features: [feature], numberMatched: 40, numberReturned: 1 };
    expect(facilityList(body, 'facilities').numberMatched).toBe(40);
    expect(facilityList({ features: [feature] }, 'facilities').numberMatched).toBe(1);
  });
});

describe('answers', () => {
  it('nearest: a result without a line stays a result', () => {
    const answer = {
      method: 'straight-line',
      speedKmh: 2.88,
      origin: { lon: 121.1, lat: 31.8, snapMeters: null },
      results: [
        {
          facility: { id: 1, externalId: null, name: 'a', type: 'clinic', lon: 121.1, lat: 31.8 },
          seconds: 61,
          secondsThere: 55,
          secondsBack: 61,
          meters: 49,
          line: null,
        },
      ],
    };
    expect(nearest(answer, 'nearest').results[0]).toMatchObject({
      seconds: 61,
      secondsThere: 55,
      line: null,
    });
  });

  it('coverage: no demand has no share', () => {
    const tally = {
      demand: 0,
      covered: 0,
      uncovered: 0,
      unreachable: 0,
      unknownPoints: 2,
      coveredShare: null,
    };
    const answer = {
      method: 'network',
      types: ['clinic'],
      minutes: 15,
      speedKmh: 2.88,
      group: 'age60',
      total: tally,
      areas: [{ code: '320684001', name: '常乐镇', ...tally }],
    };
    expect(coverage(answer, 'coverage').areas[0]?.coveredShare).toBeNull();
  });

  it('gaps: out of all reach is null, not zero', () => {
    const answer = {
      features: [
        {
          geometry: { type: 'MultiPolygon', coordinates: [[square]] },
          properties: { rank: 1, name: '海永镇', demand: 812.5, nearestSeconds: null },
        },
      ],
    };
    expect(gaps(answer, 'gaps')[0]).toMatchObject({ rank: 1, nearestSeconds: null });
  });

  it('service areas: one feature or a collection', () => {
    const band = (minutes: number) => ({
      type: 'Feature',
      geometry: { type: 'MultiPolygon', coordinates: [[square]] },
      properties: { minutes, method: 'network', speedKmh: 2.88, reached: { age60: 10 } },
    });
    expect(serviceBands(band(15), 'x')).toHaveLength(1);
    const nested = { type: 'FeatureCollection', features: [band(5), band(15)] };
    expect(serviceBands(nested, 'x').map(({ minutes }) => minutes)).toEqual([5, 15]);
  });

  it('service areas: an empty one has no polygons', () => {
    const empty = {
      type: 'Feature',
      geometry: { type: 'MultiPolygon', coordinates: [] },
      properties: { minutes: 5, method: 'network', speedKmh: 2.88, reached: {} },
    };
    expect(serviceBands(empty, 'x')[0]?.shape.polygons).toEqual([]);
  });

  it('reach: unknown groups stay unknown', () => {
    const answer = {
      facility: { id: 1, name: 'a' },
      minutes: 15,
      method: 'network',
      speedKmh: 2.88,
      reached: { age60: 12, dementia: null },
      alsoReachOther: { age60: 4, dementia: null },
      onlyThis: { age60: 8, dementia: null },
      unknownPoints: { dementia: 3 },
      justOutside: { minutes: 5, counts: { age60: 2 } },
      overlaps: [{ facility: { id: 2, name: 'b' }, sharedDemand: { age60: 4 } }],
    };
    expect(reach(answer, 'reach').reached.dementia).toBeNull();
    expect(reach(answer, 'reach').places).toBeNull();
    const places = {
      group: 'age60',
      capacity: null,
      load: null,
      inReach: 12,
      servedElsewhere: 4,
      left: 8,
    };
    expect(reach({ ...answer, places }, 'reach').places).toEqual(places);
  });

  it('assignment and accessibility: areas are found by code', () => {
    const tally = {
      demand: 23,
      served: 15,
      overCapacity: 3,
      unknownCapacity: 3,
      outOfReach: 2,
      unknownPoints: 1,
      servedShare: 15 / 23,
    };
    const assigned = assignment(
      {
        method: 'network',
        minutes: 11,
        group: 'age60',
        total: tally,
        areas: [{ code: '1', name: null, ...tally }],
        facilities: [],
      },
      'assignment',
    );
    expect(assigned.areas[0]).toMatchObject({ code: '1', name: null, overCapacity: 3 });
    const access = accessibility(
      {
        facilities: 3,
        unknownCapacity: 1,
        total: { placesPer1000: 652.17 },
        areas: [{ code: '1', placesPer1000: null }],
      },
      'accessibility',
    );
    expect(access.areas[0]?.placesPer1000).toBeNull();
  });

  it('areas: a boundary may be missing', () => {
    const answer = {
      features: [{ geometry: null, properties: { code: '1', name: 'a', level: 'town' } }],
    };
    expect(areas(answer, 'areas')[0]?.shape).toBeNull();
  });

  it('imports: a rejected file names row, field and value', () => {
    const report = importReport(
      { status: 'rejected', read: 2, errors: [{ row: 3, field: 'lon', value: 7, message: 'x' }] },
      'import',
    );
    expect(report.errors[0]).toEqual({ row: 3, field: 'lon', value: '7', message: 'x' });
    expect(report.created).toBe(0);
  });
});
