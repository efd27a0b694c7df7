import { describe, expect, it } from 'vitest';
import type { AreaTally, Assignment } from '../src/api/answers';
import { facility } from '../src/api/facility';
import { makeTranslator } from '../src/i18n/language';
import { zh } from '../src/i18n/zh';
import { standingLines } from '../src/panels/facility-facts';
import { standingOf } from '../src/panels/facility-form';
import { placesRows } from '../src/panels/plan-places';
import { sortAreas } from '../src/panels/plan-table';
import { bandMinutes } from '../src/panels/provider';
import { loadVerdict } from '../src/panels/provider-reach';
import { colorOf, countScale, shareScale } from '../src/panels/scale';
import { inkOn, shapeOf } from '../src/ui/symbol';

const area = (name: string, demand: number, coveredShare: number | null): AreaTally => ({
  code: name,
  name,
  demand,
  covered: demand * (coveredShare ?? 0),
  uncovered: demand * (1 - (coveredShare ?? 0)),
  unreachable: 0,
  unknownPoints: 0,
  coveredShare,
});

describe('the table', () => {
  it('sorts either way and keeps areas without demand last', () => {
    const areas = [area('a', 10, 0.5), area('b', 0, null), area('c', 10, 0.1)];
    const names = (descending: boolean) =>
      sortAreas(areas, 'coveredShare', descending).map(({ name }) => name);
    expect(names(true)).toEqual(['a', 'c', 'b']);
    expect(names(false)).toEqual(['c', 'a', 'b']);
  });
});

describe('what standards ask', () => {
  const feature = (properties: object) =>
    facility(
      {
        geometry: { type: 'Point', coordinates: [121.17, 31.87] },
        properties: { id: 5, name: '敬老院', type: 'care_home', ...properties },
      },
      'facility',
    );

  it('is read from the form: empty is unknown, no is no and nought is nought', () => {
    const filled: Record<string, string> = {
      openedOn: '2018-05-01',
      sociallyRun: 'false',
      medicalCare: 'agreement',
      residents: '0',
    };
    expect(standingOf((name) => filled[name] ?? null)).toEqual({
      openedOn: '2018-05-01',
      sociallyRun: false,
      medicalCare: 'agreement',
      residents: 0,
      landAreaSquareMeters: null,
      meetsStandard: null,
      leadingCentre: null,
      demonstrationSite: null,
      regionalCentre: null,
    });
  });

  it('is told line by line, and only what is known', () => {
    const tr = makeTranslator('zh', zh);
    expect(standingLines(tr, feature({}))).toEqual([]);
    const known = { openedOn: '2018-05-01', sociallyRun: false, medicalCare: 'site', residents: 0 };
    expect(standingLines(tr, feature(known))).toEqual([
      '开业日期：2018-05-01',
      '社会力量运营：否',
      '医养结合：内设或同址',
      '入住人数：0',
    ]);
  });
});

describe('places', () => {
  const of = (code: string, demand: number, served: number, overCapacity: number) => ({
    code,
    name: code === 'b' ? null : code,
    demand,
    served,
    overCapacity,
    unknownCapacity: 0,
    outOfReach: demand - served - overCapacity,
    unknownPoints: 0,
    servedShare: demand === 0 ? null : served / demand,
  });
  const assignment: Assignment = {
    method: 'network',
    minutes: 15,
    group: 'age60',
    total: of('all', 40, 21, 9),
    areas: [of('a', 10, 9, 1), of('b', 10, 2, 8), of('c', 0, 0, 0), of('d', 20, 10, 1)],
  };
  const accessibility = {
    facilities: 2,
    unknownCapacity: 0,
    total: { placesPer1000: 500 },
    areas: [{ code: 'b', placesPer1000: 120 }],
  };

  it('show first where most people find everything full, and nowhere without people', () => {
    const rows = placesRows(assignment, accessibility);
    expect(rows.map(({ name }) => name)).toEqual(['b', 'd', 'a']);
    expect(rows.map(({ placesPer1000 }) => placesPer1000)).toEqual([120, null, null]);
  });

  it('are full where less than one is free', () => {
    expect(loadVerdict(20, 20)).toBe('load.full');
    expect(loadVerdict(19.5, 20)).toBe('load.full');
    expect(loadVerdict(19, 20)).toBe('load.free');
  });
});

describe('bands', () => {
  it('are thirds of the outer one', () => {
    expect(bandMinutes(15)).toEqual([5, 10, 15]);
    expect(bandMinutes(20)).toEqual([7, 13, 20]);
    expect(bandMinutes(60)).toEqual([20, 40, 60]);
  });
});

describe('colour scales', () => {
  it('have their first class at zero and rise', () => {
    const scale = countScale([1, 5, 12, 60, 140, 900, 2345], 'warm');
    const cuts = scale.map(({ from }) => from);
    expect(cuts[0]).toBe(0);
    expect([...cuts].sort((one, other) => one - other)).toEqual(cuts);
    expect(new Set(cuts).size).toBe(cuts.length);
  });

  it('work for nothing at all', () => {
    expect(countScale([], 'cool')).toHaveLength(1);
  });

  it('put a value into the class it begins', () => {
    expect(colorOf(shareScale, 0)).toBe(shareScale[0]?.color);
    expect(colorOf(shareScale, 0.2)).toBe(shareScale[1]?.color);
    expect(colorOf(shareScale, 1)).toBe(shareScale[4]?.color);
  });
});

describe('symbols', () => {
  it('stay the same for types that a bureau added', () => {
    expect(shapeOf('bath_house')).toBe(shapeOf('bath_house'));
  });

  it('write in ink on light colours and in white on dark ones', () => {
    expect(inkOn('#ffe08a')).toBe('#10222b');
    expect(inkOn('#0b4f4a')).toBe('#ffffff');
  });
});
