import { describe, expect, it } from 'vitest';
import { queryString } from '../src/api/http';
import { exportAddress } from '../src/board/exports';
import { type BoardRow, board, boardRow } from '../src/board/gap-answers';
import { mapAddress } from '../src/board/gap-detail';
import {
  boardColor,
  boardLegend,
  boardScale,
  NOBODY_COLOR,
  shadedValue,
  UNKNOWN_COLOR,
} from '../src/board/gap-scale';
import { leftShare, shortReason, whySentences } from '../src/board/gap-sentences';
import { nearestStep, spreadWords } from '../src/board/gap-spread';
import { wayTo } from '../src/board/level-bar';
import { asQuestion, boardQuery } from '../src/board/question';
import {
  BoardStore,
  formatBoard,
  initialBoard,
  parseBoard,
  parseWeights,
} from '../src/board/state';
import { boardTranslator } from '../src/board/translator';
import { sortRows } from '../src/desk/data-table';
import { inputTerms } from '../src/desk/source';
import type { HistoryHost } from '../src/state/history';
import { boardJson, rowJson } from './board-json';

const zh = boardTranslator('zh');
const en = boardTranslator('en');
const row = (patch: Partial<BoardRow> = {}): BoardRow => ({
  ...boardRow(rowJson, 'row'),
  ...patch,
});

describe('the link of the desk', () => {
  it('keeps everything somebody has chosen', () => {
    const state = {
      ...initialBoard,
      tab: 'verdicts' as const,
      type: 'clinic',
      minutes: 20,
      outerMinutes: 25,
      weights: { age80: 2, disabled: 3.5 },
      level: 'town' as const,
      area: '320684001',
      chosen: '320684001003',
      plans: ['haimen-2018', 'qijiang-2020'],
      asOf: '2020-06-30',
      disagree: true,
      part: 'rules' as const,
    };
    expect(parseBoard(`#${formatBoard(state)}`)).toEqual(state);
    expect(formatBoard(state)).toContain('weights=age80:2,disabled:3.5');
    expect(formatBoard(initialBoard)).toBe('');
  });

  it('reads nonsense as nothing', () => {
    const odd = parseBoard(
      '#tab=x&minutes=-3&outer=1.5&level=moon&asOf=2020-13-45&area=a%20b&speed=99&weights=age80:-1,x:0,:4',
    );
    expect(odd).toEqual(initialBoard);
    expect(parseWeights('age80:2,age80,disabled:abc,a b:1')).toEqual({ age80: 2 });
  });

  it('goes back step by step, and the same again is no step', () => {
    const host = new FakeHistory();
    const store = new BoardStore(host);
    const seen: (string | null)[] = [];
    store.onChange(({ area }) => seen.push(area));
    store.go({ area: '320684001' });
    store.go({ area: '320684001' });
    store.adjust({ view: { lon: 121, lat: 31.9, zoom: 12 } });
    expect(host.entries).toHaveLength(2);
    host.back();
    expect(store.state.area).toBeNull();
    expect(seen).toEqual(['320684001', '320684001', null]);
  });
});

class FakeHistory implements HistoryHost {
  entries = [''];
  #listener = () => {};
  read = () => this.entries.at(-1) ?? '';
  push = (fragment: string) => void this.entries.push(fragment);
  replace = (fragment: string) => void this.entries.splice(-1, 1, fragment);
  onChange = (listener: () => void) => {
    this.#listener = listener;
  };
  back() {
    this.entries.pop();
    this.#listener();
  }
}

describe('the question', () => {
  it('is the same for the page, its files and a published run', () => {
    const query = boardQuery({
      ...initialBoard,
      outerMinutes: 25,
      weights: { age80: 2 },
      area: '3206',
    });
    const asked =
      'type=meal_point&minutes=15&zoneMinutes=outer%3A25&group=age60&weights=age80%3A2&level=community&area=3206';
    expect(queryString(query)).toBe(`?${asked}`);
    expect(exportAddress('api/v1/board.xlsx', query, 'zh')).toBe(
      `api/v1/board.xlsx?${asked}&lang=zh`,
    );
    expect(asQuestion(query)).toEqual({
      type: 'meal_point',
      minutes: '15',
      zoneMinutes: 'outer:25',
      group: 'age60',
      weights: 'age80:2',
      level: 'community',
      area: '3206',
    });
  });

  it('goes on to the map page at the place', () => {
    expect(mapAddress(initialBoard, 25, '121.2,31.9')).toBe(
      './map.html#panel=plan&types=meal_point&minutes=25&group=age60&level=community&view=121.2,31.9,14',
    );
  });
});

describe('an answer of the board', () => {
  it('is read whole or refused', () => {
    const read = board(boardJson, 'board');
    expect(read.rows[0]?.groups.age80?.uncovered).toBe(71);
    expect(read.zoneMinutes).toEqual({ outer: 25 });
    const broken = { ...boardJson, rows: [{ ...rowJson, reason: 'bad luck' }] };
    expect(() => board(broken, 'board')).toThrow('board.rows[0].reason');
  });
});

describe('why', () => {
  const names = { type: '助餐点', group: '60岁及以上老人', minutes: 15 };

  it.each([
    [row(), '隔着河（通吕运河）'],
    [row({ barrier: { kind: 'railway', name: null } }), '隔着铁路'],
    [row({ barrier: null }), '有阻隔，要绕行'],
    [row({ reason: 'no-facility' }), '没有设施'],
    [row({ reason: 'too-far' }), '太远：最近的也要走 34 分钟'],
    [row({ reason: 'too-far', nearestMinutes: null }), '步行不通'],
    [row({ reason: 'over-capacity' }), '位子不够'],
    [row({ reason: 'unknown' }), '人数未知，无法判断'],
    [row({ reason: 'none' }), '没有缺口'],
  ])('is said in a few words', (one, words) => {
    expect(shortReason(one, zh)).toBe(words);
  });

  it('is said in sentences', () => {
    expect(whySentences(row(), names, zh)).toEqual([
      '800 人（60岁及以上老人）中，有 600 人步行 25 分钟内走不到助餐点。',
      '主要原因：隔着河（通吕运河）。直线距离本来不远，但要绕行。',
      '走不到的人离最近的一处，一般要走 34 分钟。',
    ]);
    expect(whySentences(row({ reason: 'no-facility', nearestMinutes: null }), names, zh)).toEqual([
      '800 人（60岁及以上老人）中，有 600 人步行 25 分钟内走不到助餐点。',
      '主要原因：本区域内没有正在运营的助餐点。',
      '从他们的住处步行到不了任何一处。',
    ]);
    expect(whySentences(row({ reason: 'unknown' }), names, zh)).toHaveLength(1);
    expect(whySentences(row({ reason: 'none' }), names, en)[0]).toContain('Everybody');
  });
});

describe('the map', () => {
  const rows = [
    ...[10, 20, 30, 40, 50].map((uncovered, index) => row({ code: `a${index}`, uncovered })),
    row({ code: 'zero', uncovered: 0, coveredShare: 1 }),
    row({
      code: 'nobody knows',
      rank: null,
      demand: 0,
      uncovered: 0,
      unknownPoints: 4,
      coveredShare: null,
    }),
  ];

  it('puts about as many areas into every class, and says how many', () => {
    const scale = boardScale(rows, 'people');
    // One area in each: 10 is the only one below 20.
    expect(scale.map(({ from }) => from)).toEqual([0, 20, 30, 40, 50]);
    const legend = boardLegend(rows, scale, 'people', 'x', zh);
    const labels = legend.kind === 'colors' ? legend.items.map(({ label }) => label) : [];
    expect(labels[0]).toBe('0 人 （1 个）');
    expect(labels.at(-1)).toBe('? 未知 （1 个）');
    const counted = labels.map((label) => Number(/（(\d+) 个）/.exec(label)?.[1]));
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(rows.length);
  });

  it('tells nobody from few, and unknown from both', () => {
    const scale = boardScale(rows, 'people');
    const colors = rows.map((one) => boardColor(shadedValue(one, 'people'), scale));
    expect(colors[5]).toBe(NOBODY_COLOR);
    expect(colors[6]).toBe(UNKNOWN_COLOR);
    expect(colors.slice(0, 5)).not.toContain(NOBODY_COLOR);
  });

  it('follows the weights where there are some', () => {
    expect(shadedValue(row({ weighted: 77 }), 'people')).toBe(77);
    expect(shadedValue(row({ weighted: 77 }), 'share')).toBe(0.75);
  });
});

describe('the spread over walking speeds', () => {
  it('is said from slow to fast', () => {
    expect(spreadWords(row().spread, zh)).toBe(
      '走得慢：每小时 1.8 公里时 720 人走不到；走得快：每小时 4.5 公里时 80 人走不到。',
    );
    expect(spreadWords([], zh)).toBe('没有不同步速的结果。');
  });

  it('marks the speed that was asked for', () => {
    expect(nearestStep(row().spread, 2.9)).toBe(1);
    expect(nearestStep([], 2.9)).toBe(-1);
  });
});

describe('tables', () => {
  it('sort either way, unknown last, and keep the order of equals', () => {
    const list = [
      { n: 2, i: 'a' },
      { n: null, i: 'b' },
      { n: 5, i: 'c' },
      { n: 2, i: 'd' },
    ];
    const order = (descending: boolean) =>
      sortRows(list, ({ n }) => n, descending)
        .map(({ i }) => i)
        .join('');
    expect(order(true)).toBe('cadb');
    expect(order(false)).toBe('adcb');
  });
});

describe('the way down', () => {
  it('names the areas from the largest', async () => {
    const areas: Record<string, { name: string; parent: string | null }> = {
      '3206': { name: '海门', parent: null },
      '320684': { name: '临江镇', parent: '3206' },
    };
    expect(await wayTo('320684', async (code) => areas[code] ?? null)).toEqual([
      { code: '3206', name: '海门' },
      { code: '320684', name: '临江镇' },
    ]);
  });

  it('ends where parents go round in a ring', async () => {
    const way = await wayTo('a', async (code) => ({
      name: code,
      parent: code === 'a' ? 'b' : 'a',
    }));
    expect(way).toHaveLength(8);
  });
});

describe('where figures come from', () => {
  it('is said whole, absent things as absent', () => {
    const terms = new Map(inputTerms(zh, board(boardJson, 'board').inputs ?? never()));
    expect(terms.get('海拔指纹')).toBe('无');
    expect(terms.get('街道数据')).toBe('示例街道 · 2026-11-25T08:00:00Z');
    expect(terms.get('查询参数')).toBe('kind=board type=meal_point minutes=15');
    expect(terms.get('条款指纹')).toBe('无');
  });
});

function never(): never {
  throw new Error('the answer has inputs');
}

it('counts those left out as the rest of those covered', () => {
  expect(leftShare({ coveredShare: 0.25 })).toBe(0.75);
  expect(leftShare({ coveredShare: null })).toBeNull();
});
