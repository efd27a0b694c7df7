import { describe, expect, it } from 'vitest';
import { kitchensEn } from '../src/i18n/plan/kitchens-en';
import { kitchensZh } from '../src/i18n/plan/kitchens-zh';
import { kitchensAnswer } from '../src/plan/kitchens/answers';
import { colorsOf, triedAt, UNFED } from '../src/plan/kitchens/context';
import { linesOf } from '../src/plan/kitchens/kitchen-map';
import { parseTried, queryOf, wishOf, wishPatch } from '../src/plan/kitchens/question';
import { formatPlan, initialPlan, parsePlan } from '../src/plan/state';

describe('what a link to the kitchens carries', () => {
  it('starts with a bicycle and half an hour', () => {
    expect(wishOf(initialPlan)).toEqual({
      vehicle: 'bicycle',
      minutes: 30,
      capacity: false,
      added: [],
      closed: [],
    });
    expect(queryOf(initialPlan)).toMatchObject({
      vehicle: 'bicycle',
      minutes: 30,
      capacity: null,
      group: 'age60',
      walkMinutes: 15,
    });
  });

  it('comes back from the link as it was', () => {
    const change = {
      vehicle: 'van' as const,
      minutes: 20,
      capacity: true,
      added: [
        { lon: 121.12345, lat: 31.9, capacity: 300 },
        { lon: 121.2, lat: 31.8, capacity: null },
      ],
      closed: ['K1', 'K2'],
    };
    const link = formatPlan({ ...initialPlan, tab: 'kitchens', ...wishPatch(initialPlan, change) });
    expect(link).toContain('kitchens.vehicle=van');
    expect(wishOf(parsePlan(link))).toEqual(change);
  });

  it('leaves out what is as at the start', () => {
    expect(wishPatch(initialPlan, { vehicle: 'bicycle', minutes: 30 }).own).toEqual({});
  });

  it.each([
    ['', []],
    ['121', []],
    ['181,31', []],
    ['121,31,x', [{ lon: 121, lat: 31, capacity: null }]],
    ['121,31,-1', [{ lon: 121, lat: 31, capacity: null }]],
    ['121,31,0;nonsense', [{ lon: 121, lat: 31, capacity: 0 }]],
    ['1,2,3,4', []],
  ])('reads %s without stumbling', (text, expected) => {
    expect(parseTried(text)).toEqual(expected);
  });

  it.each(['0', '241', 'x', '1.5'])('takes %s for no minutes', (minutes) => {
    const state = { ...initialPlan, own: { 'kitchens.minutes': minutes } };
    expect(wishOf(state).minutes).toBe(30);
  });
});

describe('an answer on the map', () => {
  const kitchen = (id: string, state: string) => ({
    id,
    externalId: id,
    name: id,
    lon: 121,
    lat: 31,
    capacity: null,
    state,
    onStreet: true,
    points: 1,
    people: 1,
    load: 1,
    farthestMinutes: 1,
  });
  const point = (id: string, state: string, by: string | null) => ({
    id,
    name: id,
    lon: 121,
    lat: 31,
    areaName: null,
    people: 1,
    meals: null,
    given: null,
    kitchen: by,
    minutes: by === null ? null : 5,
    state,
    line:
      by === null
        ? null
        : {
            type: 'LineString',
            coordinates: [
              [121, 31],
              [121.1, 31],
            ],
          },
    parts: [],
  });
  const totals = {
    kitchens: 2,
    points: 3,
    served: 1,
    tooFar: 1,
    unreachable: 1,
    overCapacity: 0,
    unknown: 0,
    people: 3,
    peopleServed: 1,
    meals: 0,
    mealsServed: 0,
    unknownMeals: 3,
    meanMinutes: 5,
    farthestMinutes: 5,
  };
  const answer = kitchensAnswer(
    {
      run: '0123456789abcdef',
      minutes: 30,
      capacity: false,
      streets: 'ready',
      kitchens: [kitchen('a', 'operating'), kitchen('b', 'closed'), kitchen('added-1', 'added')],
      points: [
        point('P1', 'unreachable', null),
        point('P2', 'too-far', 'a'),
        point('P3', 'served', 'added-1'),
      ],
      totals,
      before: null,
    },
    '$',
  );

  it('gives every kitchen that takes part a colour of its own', () => {
    const colors = colorsOf(answer);
    expect([...colors.keys()]).toEqual(['a', 'added-1']);
    expect(new Set(colors.values()).size).toBe(2);
    expect([...colors.values()]).not.toContain(UNFED);
  });

  it('draws the way of each point, dashed where it takes too long', () => {
    const colors = colorsOf(answer);
    const lines = linesOf(answer, colors);
    expect(lines.map(({ id, dashed }) => [id, dashed])).toEqual([
      ['P2', true],
      ['P3', false],
    ]);
    expect(lines[0]?.color).toBe(UNFED);
    expect(lines[1]?.color).toBe(colors.get('added-1'));
  });

  it('knows which kitchens are tried', () => {
    expect(triedAt('added-3')).toBe(2);
    expect(triedAt('0b1c')).toBe(-1);
  });
});

describe('words', () => {
  it('are there in both languages, with the same gaps', () => {
    const gaps = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const [key, zh] of Object.entries(kitchensZh)) {
      expect(gaps(kitchensEn[key as keyof typeof kitchensZh]), key).toEqual(gaps(zh));
      expect(zh.replaceAll(/\{\w+\}/g, ''), key).not.toMatch(/[A-Za-z]/);
    }
  });
});
