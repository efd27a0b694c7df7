import { describe, expect, it } from 'vitest';
import { supply } from '../src/board/gap-answers';
import { chosenPlans } from '../src/board/plan-bar';
import { communities, type Plan, type Rule, rule, verdicts } from '../src/board/standards-answers';
import {
  demandWords,
  fractionWords,
  missedRules,
  missingWords,
  valueWords,
} from '../src/board/standards-words';
import { needTotals } from '../src/board/supply-sums';
import { progress, repetition } from '../src/board/targets-answers';
import { progressMatrix, progressShare, progressWords } from '../src/board/targets-words';
import { boardTranslator } from '../src/board/translator';
import { communityJson, progressRowJson, ruleJson } from './board-json';

const zh = boardTranslator('zh');
const one: Rule = rule(ruleJson, 'rule');
const verdictJson = {
  rule: ruleJson,
  outcome: 'missed',
  value: 61.5,
  numerator: 8,
  denominator: 13,
  unit: 'percent of communities',
  threshold: 100,
  wantedMet: null,
  excepted: 0,
  missing: [],
  subjects: [
    { code: '1', name: '江心村', outcome: 'missed', value: 0, missing: [], exception: null },
  ],
};

describe('rules', () => {
  it('say what they want, by when', () => {
    expect(demandWords(one, zh)).toBe('至少 1 处，2020 年到期');
    expect(
      demandWords({ ...one, comparison: '<=', unit: 'minutes', threshold: 15, due: null }, zh),
    ).toBe('至多 15 分钟');
    expect(demandWords({ ...one, threshold: null }, zh)).toBe('只列出，不评判');
  });

  it('write values in the units of the documents', () => {
    expect(valueWords(61.54, 'percent of communities', zh)).toBe('61.5%');
    expect(valueWords(20, 'm2 per 100 households', zh)).toBe('每百户 20 平方米');
    expect(valueWords(35, 'beds per 1000 elders', zh)).toBe('每千名老人 35 张床位');
    expect(valueWords(0.15, 'm2 per resident', zh)).toBe('人均 0.15 平方米');
    expect(valueWords(null, 'beds', zh)).toBe('未知');
  });

  it('show what was counted and what is missing', () => {
    const [verdict] = verdicts(
      { run: 'a', inputs: null, asOf: null, plans: [], rules: [verdictJson] },
      'v',
    ).rules;
    expect(verdict && fractionWords(verdict, zh)).toBe('（8 / 13）');
    expect(missingWords({ missing: ['floor area of 2'], missingZh: ['2 处的面积'] }, zh)).toBe(
      '缺少：2 处的面积',
    );
    expect(missingWords({ missing: [], missingZh: [] }, zh)).toBeNull();
  });

  it('refuse outcomes that nobody knows', () => {
    const odd = { run: 'a', rules: [{ ...verdictJson, outcome: 'perhaps' }] };
    expect(() => verdicts(odd, 'v')).toThrow('v.rules[0].outcome');
  });
});

describe('a community', () => {
  it('misses first what was asked about', () => {
    const { rows } = communities({ run: 'a', rows: [communityJson] }, 'c');
    const station = { ...one, id: 'haimen-station', types: ['home_care_station'] };
    const inn = { ...one, id: 'haimen-inn' };
    const [community] = rows;
    expect(
      community && missedRules(community, [station, one, inn], 'meal_point').map(({ id }) => id),
    ).toEqual(['haimen-meal-point', 'haimen-station']);
  });
});

describe('plans', () => {
  const plan = (code: string, adopted: boolean): Plan => ({
    code,
    zh: code,
    en: '',
    year: null,
    seedFile: null,
    adopted,
    builtIn: true,
    rules: 1,
  });

  it('are the adopted ones unless a link names others that exist', () => {
    const plans = [plan('a', true), plan('b', false)];
    expect(chosenPlans(plans, [])).toEqual(['a']);
    expect(chosenPlans(plans, ['b', 'gone'])).toEqual(['b']);
    expect(chosenPlans(plans, ['gone'])).toEqual(['a']);
  });
});

describe('targets', () => {
  const read = progress(
    { run: 'a', asOf: '2020-06-30', rows: [progressRowJson], totals: [progressRowJson] },
    'p',
  );
  const [row] = read.rows;

  it('say ahead and behind with how many', () => {
    if (!row) throw new Error('no row');
    expect(progressWords(row, zh)).toBe('落后 2');
    expect(progressWords({ ...row, achieved: 9, state: 'ahead' }, zh)).toBe('超前 1');
    expect(progressWords({ ...row, state: 'on-track' }, zh)).toBe('按期');
    expect(progressWords({ ...row, achieved: null, state: 'cannot-be-judged' }, zh)).toBe(
      '无法判断',
    );
  });

  it('draw a share that never overflows, and none of nothing', () => {
    if (!row) throw new Error('no row');
    expect(progressShare(row)).toBe(0.75);
    expect(progressShare({ ...row, achieved: 12 })).toBe(1);
    expect(progressShare({ ...row, target: 0 })).toBeNull();
    expect(progressShare({ ...row, target: null })).toBeNull();
  });

  it('lie by areas and columns', () => {
    const inn = { ...progressRowJson, column: 'elder_inn', zh: '长者驿家' };
    const other = { ...progressRowJson, area: '', name: '海永镇' };
    const { rows } = progress(
      { run: 'a', asOf: 'x', rows: [progressRowJson, inn, other], totals: [] },
      'p',
    );
    const matrix = progressMatrix(rows);
    expect(matrix.columns.map(({ zh: name }) => name)).toEqual(['助餐点', '长者驿家']);
    expect(matrix.areas.map(({ name }) => name)).toEqual(['临江镇', '海永镇']);
    expect(matrix.areas[1]?.cells.has('elder_inn')).toBe(false);
  });
});

describe('supply', () => {
  it('adds people over areas, unknown ones not', () => {
    const cell = {
      group: 'disabled',
      service: 'bathing',
      people: 10,
      served: 4,
      contentMissing: 5,
      placeMissing: 1,
      unknownPoints: 0,
    };
    const area = { code: 'a', name: 'a', level: 'community', parent: null, cells: [cell] };
    const unknown = {
      ...area,
      code: 'b',
      cells: [
        {
          ...cell,
          people: null,
          served: null,
          contentMissing: null,
          placeMissing: null,
          unknownPoints: 3,
        },
      ],
    };
    const answer = supply(
      {
        run: 'a',
        needs: [{ group: 'disabled', service: 'bathing', quote: '', seed: null }],
        rows: [area, unknown, area],
      },
      's',
    );
    expect(needTotals(answer)[0]).toMatchObject({
      people: 20,
      served: 8,
      contentMissing: 10,
      placeMissing: 2,
      unknownPoints: 3,
    });
  });
});

it('a repetition is the same only where the server says so', () => {
  expect(repetition({ same: true }, 'r').same).toBe(true);
  expect(repetition({ differences: [{ key: 'a', before: 1, after: null }] }, 'r').same).toBe(false);
});
