import { describe, expect, it } from 'vitest';
import { findAnswer, hits, hours, welcome } from '../src/api/find';
import { facility, findJson, hoursJson, welcomeJson } from './find-json';

describe('the welcome', () => {
  it('brings needs, paces and whom to call', () => {
    const read = welcome(welcomeJson, 'welcome');
    expect(read.needs.map(({ code, facilities }) => [code, facilities])).toEqual([
      ['eat', 87],
      ['doctor', 0],
    ]);
    expect(read.hotline?.phone).toBe('0513-12345');
    expect(read.emergency[0]?.phone).toBe('120');
    expect(welcome({ ...welcomeJson, hotline: null }, 'welcome').hotline).toBeNull();
  });

  it('is refused where a need has no count', () => {
    const broken = { ...welcomeJson, needs: [{ code: 'eat', nameZh: '吃饭', nameEn: 'Meals' }] };
    expect(() => welcome(broken, 'welcome')).toThrow(
      'welcome.needs[0].facilities: expected a finite number, found nothing',
    );
  });
});

describe('an answer', () => {
  it('keeps order, walk and hours', () => {
    const read = findAnswer(findJson, 'find');
    expect(
      read.results.map((result) => [result.facility.id, result.seconds, result.within]),
    ).toEqual([
      ['7', 540, true],
      ['8', 1260, false],
    ]);
    expect(read.results[0]?.facility).toMatchObject({ lon: 121.17, lat: 31.89, phone: '0513-555' });
    expect(read.results[0]?.way?.parts.map(({ kind }) => kind)).toEqual([
      'access',
      'street',
      'steps',
    ]);
    expect(read.results[1]?.way).toBeNull();
    expect(read.results[1]?.delivers).toBeNull();
    expect(read.origin.area?.name).toBe('江边社区');
    expect(read.at).toBe(Date.UTC(2026, 10, 25, 8, 20));
  });

  it('is refused where a facility has no place', () => {
    const [first] = findJson.results;
    const broken = { ...first, facility: { ...facility(7), lon: undefined } };
    expect(() => findAnswer({ ...findJson, results: [broken] }, 'find')).toThrow('lon');
  });
});

describe('hours', () => {
  it('are instants, whatever the time zone of the device', () => {
    const read = hours(hoursJson, 'hours');
    expect(read.open[0]).toEqual([Date.UTC(2026, 10, 25, 0), Date.UTC(2026, 10, 25, 9)]);
    expect(read.days[6]?.holiday).toEqual({ zh: '假日', en: 'Holiday' });
  });

  it('without an offset are refused, as nobody knows when they are', () => {
    const broken = { ...hoursJson, until: '2026-11-25T17:00:00' };
    expect(() => hours(broken, 'hours')).toThrow('hours.until');
  });
});

describe('search results', () => {
  it('are places or facilities', () => {
    const results = [
      {
        kind: 'area',
        code: '3206',
        name: '江边社区',
        detail: '海门街道',
        lon: 121.1,
        lat: 31.8,
        match: 'initials',
      },
      {
        kind: 'facility',
        id: 7,
        type: 'meal_point',
        name: '食堂',
        detail: null,
        lon: 121.1,
        lat: 31.8,
        match: 'name',
      },
    ];
    expect(hits({ results }, 'search').map(({ kind, id }) => [kind, id])).toEqual([
      ['area', null],
      ['facility', '7'],
    ]);
  });
});
