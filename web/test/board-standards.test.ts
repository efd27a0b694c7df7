import { describe, expect, it } from 'vitest';
import { supply } from '../src/board/gap-answers';
import { chosenPlans } from '../src/board/plan-bar';
import { communities, type Plan, type Rule, rule, verdicts } from '../src/board/standards-answers';
import {
  demandWords,
  fractionWords,
  missedRules,
  missingWords,
  rangeWords,
  valueWords,
} from '../src/board/standards-words';
import { cellOf, lacking, pairsOf, totalOf } from '../src/board/supply-sums';
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
    expect(demandWords(one, zh)).toBe('至少 1 个/社区，2020 年到期');
    expect(
      demandWords({ ...one, comparison: '<=', unitZh: '分钟', threshold: 15, due: null }, zh),
    ).toBe('至多 15 分钟');
    expect(demandWords({ ...one, threshold: null }, zh)).toBe('只列出，不评判');
  });

  it('write values in the units of the documents', () => {
    const unit = (words: string, unitZh: string) => ({ unit: words, unitZh });
    expect(valueWords(61.54, unit('percent of communities', '社区占比（%）'), zh)).toBe('61.5%');
    expect(valueWords(20, unit('m2 per 100 households', '平方米/百户'), zh)).toBe('20 平方米/百户');
    expect(valueWords(0.15, unit('m2 per resident', '平方米/人'), zh)).toBe('0.15 平方米/人');
    expect(valueWords(null, unit('beds', '张'), zh)).toBe('未知');
  });

  it('show what was counted and what is missing', () => {
    const [verdict] = verdicts(
      { run: 'a', inputs: null, asOf: null, plans: [], rules: [verdictJson] },
      'v',
    ).rules;
    expect(verdict && fractionWords(verdict, zh)).toBe('13 个中 8 个达到');
    const share = { ...one, unit: 'percent of communities' };
    expect(verdict && fractionWords({ ...verdict, rule: share }, zh)).toBe('（8 / 13）');
    expect(missingWords({ missing: ['floor area of 2'], missingZh: ['2 处的面积'] }, zh)).toBe(
      '缺少：2 处的面积',
    );
    expect(missingWords({ missing: [], missingZh: [] }, zh)).toBeNull();
  });

  it('say between what a value lies that is not known', () => {
    const unit = { unit: 'percent of communities', unitZh: '社区占比（%）' };
    expect(rangeWords({ value: null, low: 70.59, high: 73.53 }, unit, zh)).toBe(
      '70.6% 至 73.5% 之间',
    );
    expect(rangeWords({ value: null, low: 3, high: null }, unit, zh)).toBe('至少 3%');
    expect(rangeWords({ value: null, low: 0, high: null }, unit, zh)).toBe('未知');
    expect(rangeWords({ value: 5, low: 5, high: 5 }, unit, zh)).toBe('5%');
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
    // On the line of the year: 24.5 behind is 25 missing, 0.5 ahead is nothing to boast of.
    expect(progressWords({ ...row, achieved: 42, expectedByNow: 66.5 }, zh)).toBe('落后 25');
    expect(progressWords({ ...row, achieved: 9, expectedByNow: 8.5, state: 'ahead' }, zh)).toBe(
      '超前',
    );
    expect(progressWords({ ...row, achieved: 8.4, expectedByNow: 9, unit: 'percent' }, zh)).toBe(
      '落后 0.6 个百分点',
    );
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
  const cell = {
    group: 'disabled',
    service: 'bathing',
    people: 20,
    served: 8,
    contentMissing: 9,
    contentUnknown: 1,
    placeMissing: 2,
    unknownPoints: 0,
  };
  const area = { code: 'a', name: 'a', level: 'community', parent: null, cells: [cell] };
  const need = { group: 'disabled', service: 'bathing', quote: '助浴', zh: '成都', en: 'Chengdu' };
  const answer = supply(
    {
      run: 'a',
      minutes: 15,
      needs: [need, { ...need, quote: '洗澡' }],
      summary: [cell],
      rows: [area],
    },
    's',
  );

  it('shows a pair once, with every clause that names it', () => {
    const pairs = pairsOf(answer.needs);
    expect(pairs.map(({ clauses }) => clauses.map(({ quote }) => quote))).toEqual([
      ['助浴', '洗澡'],
    ]);
    expect(pairs.map((pair) => totalOf(answer, pair)?.served)).toEqual([8]);
  });

  it('tells missing content from a missing place', () => {
    const [pair] = pairsOf(answer.needs);
    const [row] = answer.rows;
    if (!pair || !row) throw new Error('nothing to look at');
    expect(lacking(cellOf(row, pair), 'content')).toBe(9);
    expect(lacking(cellOf(row, pair), 'place')).toBe(2);
    expect(lacking(cellOf(row, { ...pair, service: 'meals' }), 'place')).toBeNull();
  });
});

it('a repetition is the same only where the server says so', () => {
  expect(repetition({ same: true }, 'r').same).toBe(true);
  expect(repetition({ differences: [{ key: 'a', published: 1, again: null }] }, 'r').same).toBe(
    false,
  );
});
