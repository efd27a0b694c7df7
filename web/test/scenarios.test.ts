import { describe, expect, it } from 'vitest';
import type { Area } from '../src/api/answers';
import { DecodeError } from '../src/api/decode';
import { type Facility, facility } from '../src/api/facility';
import { scenariosEn } from '../src/i18n/plan/scenarios-en';
import { scenariosZh } from '../src/i18n/plan/scenarios-zh';
import {
  type Column,
  change,
  comparison,
  drift,
  numbers,
  review,
  scenario,
  tried,
} from '../src/plan/scenarios/answers';
import {
  type Change,
  changeId,
  changesOf,
  moneyOf,
  moved,
  nextKey,
  pinId,
  placeOf,
  readPin,
  sameChanges,
  withChange,
  without,
} from '../src/plan/scenarios/changes';
import {
  areaRows,
  type CompareRow,
  groupRows,
  totalRows,
} from '../src/plan/scenarios/compare-rows';
import {
  changeColor,
  changeLegend,
  changeScale,
  headline,
  headlineSentence,
  signed,
} from '../src/plan/scenarios/difference';
import {
  linesOf,
  pinsOf,
  type Station,
  stationsOf,
  surfacesOf,
  withRoom,
} from '../src/plan/scenarios/drawing';
import { Edits } from '../src/plan/scenarios/edits';
import { freeName } from '../src/plan/scenarios/list';
import { LiveQuestions } from '../src/plan/scenarios/live';
import { Workbench } from '../src/plan/scenarios/workbench';
import { tabTranslator } from '../src/plan/translator';
import { numbersJson, scenarioJson, triedJson } from './scenarios-json';

const zh = tabTranslator('zh', scenariosZh, scenariosEn);
const en = tabTranslator('en', scenariosZh, scenariosEn);
const facilityJson = {
  geometry: { type: 'Point', coordinates: [1, 2] },
  properties: { id: '1', name: '站', type: 'home_care_station', status: 'operating' },
};
const saved = scenario(scenarioJson, 'scenario');
const added = saved.changes[0] as Change;
const bridge = saved.changes[4] as Change;

describe('answers about scenarios', () => {
  it('are read as they are', () => {
    expect(saved.changes.map(changeId)).toEqual([
      'add:a1',
      'move:F-2',
      'close:F-3',
      'resize:F-4',
      'footbridge:b1',
      'close-street:s1',
    ]);
    expect(added).toMatchObject({ lon: 121.15, lat: 31.9, candidate: 'c:C-7' });
    expect(bridge).toMatchObject({ from: { lon: 121.16, lat: 31.9 }, costYuan: null });
    const answer = tried(triedJson, 'tried');
    expect([answer.gained, answer.lost, answer.groups.age80?.after.covered]).toEqual([123, 4, 620]);
  });

  it.each([
    [{ op: 'demolish', facility: 'F-1' }, 'change.op'],
    [{ op: 'move', facility: 'F-1', lon: 121 }, 'change.lat'],
    [{ op: 'move', facility: 'F-1', lon: 121, lat: 131 }, 'change: expected a place'],
    [{ op: 'close' }, 'change.facility'],
    [{ op: 'footbridge', key: 'b1', from: { lon: 1, lat: 2 } }, 'change.to'],
  ])('are refused where they are not: %j', (json, path) => {
    expect(() => change(json, 'change')).toThrow(DecodeError);
    expect(() => change(json, 'change')).toThrow(path);
  });

  it('compare columns, the first as it is today', () => {
    const column = {
      id: 'base',
      name: '',
      total: numbersJson,
      meanMinutes: null,
      yuan: 0,
      facilities: 12,
      capacity: null,
      groups: {},
      areas: [{ code: '1', name: '门', level: 'town', parent: null, ...numbersJson }],
    };
    const { columns } = comparison({ run: 'r', inputs: null, columns: [column] }, 'compare');
    expect(columns[0]?.areas[0]?.covered).toBe(612);
    expect(() => comparison({ run: 'r', columns: [{ ...column, total: {} }] }, 'c')).toThrow(
      'c.columns[0].total.demand',
    );
  });

  it('say what became of each change', () => {
    const row = { index: 0, state: 'gone', message: 'closed', messageZh: '已停办' };
    expect(review([row], 'review')[0]).toEqual(row);
    expect(() => review([{ ...row, state: 'lost' }], 'review')).toThrow('review[0].state');
  });
});

describe('what a scenario came to', () => {
  it('is told then and now', () => {
    const kept = (covered: number) => ({
      question: { type: 'clinic', minutes: '15' },
      before: numbersJson,
      after: { ...numbersJson, covered },
    });
    const json = { id: 'x', stale: true, changedData: ['streets'], figures: [] as unknown[] };
    json.figures = [
      Object.fromEntries([['then', kept(700)] as const, ['now', kept(690)] as const]),
    ];
    const [figure] = drift(json, 'drift').figures;
    expect([figure?.saved.after.covered, figure?.now.after.covered]).toEqual([700, 690]);
    json.figures = [{ now: kept(690) }];
    expect(() => drift(json, 'drift')).toThrow('drift.figures[0].then');
  });
});

describe('changes', () => {
  it('get the first free key', () => {
    expect(nextKey(saved.changes, 'add')).toBe('a2');
    expect(nextKey([], 'footbridge')).toBe('b1');
    const gap = [added, { ...added, key: 'a3' } as Change];
    expect(nextKey(gap, 'add')).toBe('a2');
  });

  it('about the same thing take each other’s place', () => {
    const again = withChange(saved.changes, { ...added, lon: 121.3 } as Change);
    expect(again).toHaveLength(6);
    expect(again[0]).toMatchObject({ key: 'a1', lon: 121.3 });
  });

  it('close a facility instead of moving or resizing it, and open it again', () => {
    const closed = withChange(saved.changes, { op: 'close', facility: 'F-2' });
    expect(changesOf(closed, 'F-2')).toEqual([{ op: 'close', facility: 'F-2' }]);
    const opened = withChange(closed, {
      op: 'resize',
      facility: 'F-2',
      capacity: 5,
      costYuan: null,
    });
    expect(changesOf(opened, 'F-2').map(({ op }) => op)).toEqual(['resize']);
    expect(changesOf(opened, 'F-3').map(({ op }) => op)).toEqual(['close']);
    const both = withChange(opened, {
      op: 'move',
      facility: 'F-2',
      lon: 1,
      lat: 2,
      costYuan: null,
    });
    expect(changesOf(both, 'F-2').map(({ op }) => op)).toEqual(['resize', 'move']);
  });

  it('move what a pin stands for', () => {
    const to = { lon: 121.22, lat: 31.95 };
    const facility = moved([], pinId('facility', 'F:9'), to);
    expect(facility).toEqual([{ op: 'move', facility: 'F:9', ...to, costYuan: null }]);
    expect(placeOf(facility ?? [], 'F:9', { lon: 0, lat: 0 })).toMatchObject(to);
    // A site that leaves its rooms is no longer that candidate.
    expect(moved(saved.changes, pinId('site', 'a1'), to)?.[0]).toMatchObject({
      ...to,
      candidate: null,
      capacity: 30,
    });
    expect(moved(saved.changes, pinId('bridge-to', 'b1'), to)?.[4]).toMatchObject({
      from: { lon: 121.16, lat: 31.9 },
      to,
    });
    expect(moved(saved.changes, pinId('street', 's1'), to)?.[5]).toMatchObject(to);
    expect(moved([], pinId('site', 'a1'), to)).toBeNull();
    expect(readPin(pinId('bridge-from', 'b1'))).toEqual({ kind: 'bridge-from', key: 'b1' });
  });

  it('cost what is known, and say what is not', () => {
    expect(moneyOf(saved.changes)).toEqual({ yuan: 250_000, unknown: 2 });
    expect(moneyOf([])).toEqual({ yuan: 0, unknown: 0 });
  });

  it('are the same where they would be saved as the same', () => {
    expect(sameChanges(saved.changes, scenario(scenarioJson, 's').changes)).toBe(true);
    expect(sameChanges(saved.changes, without(saved.changes, 'close:F-3'))).toBe(false);
    expect(
      sameChanges([bridge], [{ ...bridge, to: { lon: 121.161, lat: 31.903 } } as Change]),
    ).toBe(false);
  });
});

describe('steps back and forth', () => {
  const one = [added];
  const two = [added, bridge];

  it('go back over whole steps, and forth again', () => {
    const edits = new Edits();
    edits.commit(one);
    edits.commit(two);
    expect([edits.undo(), edits.now]).toEqual([true, one]);
    expect([edits.undo(), edits.now]).toEqual([true, []]);
    expect(edits.undo()).toBe(false);
    expect([edits.redo(), edits.redo(), edits.redo()]).toEqual([true, true, false]);
    expect(edits.now).toBe(two);
  });

  it('count a drag as one step, however long', () => {
    const edits = new Edits(one);
    for (let lon = 121; lon < 121.1; lon += 0.01) edits.preview([{ ...added, lon } as Change]);
    expect(edits.canUndo).toBe(false);
    expect(edits.settled).toBe(one);
    edits.commit(two);
    edits.undo();
    expect(edits.now).toBe(one);
    expect(edits.canUndo).toBe(false);
  });

  it('forget what was undone once something else is done', () => {
    const edits = new Edits();
    edits.commit(one);
    edits.undo();
    edits.commit(two);
    expect(edits.canRedo).toBe(false);
    edits.commit([...two]);
    edits.undo();
    expect(edits.now).toEqual([]);
  });
});

describe('questions while dragging', () => {
  interface Asked {
    question: number;
    answer: (value: string) => void;
    fail: (error: Error) => void;
    signal: AbortSignal;
  }
  const bench = () => {
    const asked: Asked[] = [];
    const told: [string, number, boolean][] = [];
    const failed: number[] = [];
    const live = new LiveQuestions<number, string>(
      (question, signal) =>
        new Promise((answer, fail) => asked.push({ question, answer, fail, signal })),
      {
        answered: (answer, question, newest) => told.push([answer, question, newest]),
        failed: (_, question) => failed.push(question),
      },
    );
    return { live, asked, told, failed };
  };
  const settle = () => new Promise((resolve) => setTimeout(resolve));

  it('are one at a time, the newest next and none in between', async () => {
    const { live, asked, told } = bench();
    for (const question of [1, 2, 3, 4]) live.put(question);
    expect(asked.map(({ question }) => question)).toEqual([1]);
    asked[0]?.answer('one');
    await settle();
    expect(asked.map(({ question }) => question)).toEqual([1, 4]);
    asked[1]?.answer('four');
    await settle();
    expect(told).toEqual([
      ['one', 1, false],
      ['four', 4, true],
    ]);
    expect(live.busy).toBe(false);
  });

  it('are forgotten when another scenario is opened', async () => {
    const { live, asked, told, failed } = bench();
    live.put(1);
    live.put(2);
    live.drop();
    expect(asked[0]?.signal.aborted).toBe(true);
    live.put(3);
    asked[0]?.answer('late');
    asked[1]?.answer('three');
    await settle();
    expect(asked.map(({ question }) => question)).toEqual([1, 3]);
    expect(told).toEqual([['three', 3, true]]);
    expect(failed).toEqual([]);
    expect(live.busy).toBe(false);
  });

  it('fail aloud only where nothing newer waits', async () => {
    const { live, asked, failed, told } = bench();
    live.put(1);
    live.put(2);
    asked[0]?.fail(new Error('away'));
    await settle();
    expect(failed).toEqual([]);
    asked[1]?.fail(new Error('away'));
    await settle();
    expect(failed).toEqual([2]);
    live.put(3);
    asked[2]?.answer('back');
    await settle();
    expect(told).toEqual([['back', 3, true]]);
  });
});

describe('the workbench', () => {
  it('knows what is not saved yet', () => {
    const bench = Workbench.of(saved);
    expect(bench.unsaved).toBe(false);
    bench.note = ' 先补城北 ';
    expect(bench.unsaved).toBe(false);
    bench.name = '改名';
    expect(bench.unsaved).toBe(true);
    bench.name = saved.name;
    bench.edits.commit(without(saved.changes, 'close:F-3'));
    expect(bench.unsaved).toBe(true);
    bench.edits.undo();
    expect(bench.unsaved).toBe(false);
  });

  it('keeps what was changed while it was sent', () => {
    const bench = Workbench.of(saved);
    bench.edits.commit([added]);
    const sent = bench.draft;
    bench.edits.commit([added, bridge]);
    bench.keep({ ...saved, changes: [added], version: 3 }, sent);
    expect(bench.unsaved).toBe(true);
    expect(bench.saved?.version).toBe(3);
  });

  it('has all of a new scenario still to save', () => {
    const empty = new Workbench(null, { name: '方案', note: '', changes: [] });
    expect(empty.unsaved).toBe(false);
    empty.edits.commit([added]);
    expect(empty.unsaved).toBe(true);
  });
});

describe('differences in words and colours', () => {
  const answer = tried(triedJson, 'tried');

  it('carry their sign', () => {
    expect(['0', '+123', '−4', '+2.3'].slice(1)).toEqual([
      signed(123.2, zh),
      signed(-4, zh),
      signed(2.34, zh),
    ]);
    expect([signed(0.04, zh), signed(-0.01, zh)]).toEqual(['±0', '±0']);
    expect(signed(-0.02, zh, 1)).toBe('±0');
    expect(signed(-1.25, zh, 1)).toBe('−1.3');
  });

  it('say who gains, who loses, and the share before and after', () => {
    expect(headline(answer, zh)).toEqual({
      gained: '+123 人',
      lost: '−4 人',
      share: '61.2% → 73.1%',
    });
    expect(headlineSentence(answer, zh)).toBe(
      '新增走得到 +123 人，不再走得到 −4 人，覆盖率 61.2% → 73.1%。',
    );
    expect(headlineSentence(answer, en)).toContain('no longer do: −4;');
  });

  it('give the share a second decimal where one would hide the change', () => {
    const near = {
      ...answer,
      before: { ...answer.before, coveredShare: 0.28344 },
      after: { ...answer.after, coveredShare: 0.28311 },
    };
    expect(headline(near, zh).share).toBe('28.34% → 28.31%');
    expect(headline({ ...near, after: near.before }, zh).share).toBe('28.3% → 28.3%');
  });

  it('colour gains and losses apart, and nothing where nothing changes', () => {
    const scale = changeScale(answer.areas);
    const [gain, loss] = answer.areas;
    if (!gain || !loss) throw new Error('two areas');
    expect(scale.gain.map(({ from }) => from)).toEqual([0, 20, 50]);
    expect(changeColor(gain, scale)).toBe('#01665e');
    expect(changeColor(loss, scale)).toBe('#fbd7b5');
    expect(changeColor({ ...gain, after: gain.before }, scale)).toBeNull();
    expect(changeLegend(answer.areas, zh).map(({ label }) => label)).toEqual([
      '−20 以内',
      '+50 以上',
    ]);
  });

  it('are written on the largest areas of the map', () => {
    const area = (code: string): [string, Area] => [
      code,
      {
        code,
        name: code,
        level: 'community',
        parent: null,
        urban: null,
        serviceZone: null,
        households: null,
        residents: null,
        shape: { polygons: [] },
      },
    ];
    const surfaces = surfacesOf(
      answer.areas,
      new Map([area('320684001001'), area('320684001002')]),
      zh,
    );
    expect(surfaces.map(({ mark }) => mark)).toEqual(['+123', '−4']);
    expect(surfaces[1]?.label).toBe('桥头社区 −4');
  });
});

describe('what the map shows of a scenario', () => {
  const station = (externalId: string): Station => ({
    externalId,
    name: `站 ${externalId}`,
    lon: 121.1,
    lat: 31.9,
    capacity: null,
  });
  const stations = ['F-1', 'F-2', 'F-3'].map(station);

  it('are existing stations, moved and closed ones, and everything new', () => {
    const pins = pinsOf(stations, saved.changes, pinId('site', 'a1'), 12, zh);
    expect(pins.map(({ id, kind, draggable }) => [id, kind, draggable])).toEqual([
      ['f:F-1', 'existing', false],
      ['f:F-2', 'existing', true],
      ['f:F-3', 'closed', false],
      ['a:a1', 'site', true],
      ['p:b1', 'point', true],
      ['q:b1', 'point', true],
      ['s:s1', 'barrier', true],
    ]);
    expect(pins[1]).toMatchObject({ lon: 121.2, lat: 31.91, label: '移动：站 F-2' });
    expect(pins[3]).toMatchObject({ number: 1, chosen: true, label: '新增：新站点 1' });
  });

  it('lets stations be taken hold of where the map has room for a finger', () => {
    const at = (lon: number, lat = 31.9) => ({ lon, lat });
    // 0.001 degrees of longitude are 47 pixels at zoom 16, 93 at zoom 17.
    const places = [at(121.1), at(121.101), at(121.2), at(121.2, 31.91)];
    expect(withRoom(places, [], 16)).toEqual([false, false, true, true]);
    expect(withRoom(places, [], 17)).toEqual([true, true, true, true]);
    expect(withRoom(places, [at(121.2)], 17)).toEqual([true, true, false, true]);
    expect(withRoom(places, [], 12)).toEqual([false, false, false, false]);
    expect(withRoom(places, [], null)).toEqual([false, false, false, false]);
    const near = pinsOf([station('F-9')], [], null, 15, zh);
    expect(near[0]?.draggable).toBe(true);
    expect(pinsOf([station('F-9')], [], 'f:F-9', 9, zh)[0]?.draggable).toBe(true);
  });

  it('draws bridges, and from where to where stations move', () => {
    const lines = linesOf(stations, saved.changes, tried(triedJson, 't').snapped, zh);
    expect(lines.map(({ id, dashed }) => [id, dashed])).toEqual([
      ['closed-s1', true],
      ['move-F-2', true],
      ['b1', undefined],
    ]);
  });

  it('takes only open facilities that outlive an import', () => {
    const base = { ...facilityJson.properties, ...{ lon: 1, lat: 2 } };
    const facilities = [
      { ...base, id: '1', externalId: 'B', name: '乙', beds: 12 },
      { ...base, id: '2', externalId: 'A', name: '甲', status: 'planned' },
      { ...base, id: '3', externalId: null, name: '丙' },
      { ...base, id: '4', externalId: 'C', name: '丁', type: 'clinic' },
    ].map((one) => ({ ...facility(facilityJson, 'f'), ...one }) as Facility);
    expect(stationsOf(facilities, 'home_care_station')).toEqual([
      { externalId: 'B', name: '乙', lon: 1, lat: 2, capacity: 12 },
    ]);
  });
});

describe('the comparison', () => {
  const total = numbers(numbersJson, 'n');
  const column = (id: string, covered: number, more: Partial<Column> = {}): Column => ({
    id,
    name: id,
    stale: false,
    withoutEffect: [],
    total: { ...total, covered, uncovered: 1000 - covered, coveredShare: covered / 1000 },
    meanMinutes: 12.34,
    yuan: 0,
    unknownCosts: 0,
    facilities: 10,
    capacity: 300,
    unknownCapacity: 0,
    groups: { age80: { ...total, covered: covered / 10 } },
    areas: [
      { code: 't', name: '镇', level: 'town', parent: null, ...total, covered },
      { code: 'c', name: '村', level: 'community', parent: 't', ...total, covered: 5 },
    ],
    ...more,
  });
  const columns = [
    column('base', 600),
    column('a', 730, { yuan: 650_000, meanMinutes: 11 }),
    column('b', 596.5, { yuan: 40_000, unknownCosts: 1, unknownCapacity: 181 }),
  ];
  const differences = (row: CompareRow) =>
    row.values
      .slice(1)
      .map((value) => (value === null ? null : row.difference(value - (row.values[0] ?? 0))));

  it('marks what is different from today', () => {
    const rows = totalRows(columns, zh);
    const by = (key: string) => rows.find((row) => row.key === key) as CompareRow;
    expect(differences(by('share'))).toEqual(['+13.0 个百分点', '−0.3 个百分点']);
    expect(differences(by('covered'))).toEqual(['+130', '−3.5']);
    expect(differences(by('mean'))).toEqual(['−1.3', '±0']);
    expect(by('places').remark?.(0)).toBeNull();
    expect(by('mean').text(11)).toBe('11.0');
    expect(by('uncovered').better).toBe(-1);
    expect(by('yuan').remark?.(2)).toBe('另有 1 处费用未知');
    expect(by('yuan').remark?.(1)).toBeNull();
    // 300 places of those that say it are not all.
    expect(by('places').remark?.(2)).toBe('另有 181 处容量未知');
    expect(by('places').remark?.(1)).toBeNull();
    // 650,000 yuan for 130 people; unknown where costs are, or nobody gains.
    expect(by('perPerson').values).toEqual([null, 5000, null]);
  });

  it('has a line for each group that is known', () => {
    const groups = [
      { code: 'age60', name: '60 岁以上' },
      { code: 'age80', name: '80 岁以上' },
    ];
    expect(groupRows(columns, groups, zh).map(({ key, values }) => [key, values])).toEqual([
      ['age80', [60, 73, 59.65]],
    ]);
  });

  it('has all areas, or only those that differ', () => {
    expect(areaRows(columns, true, zh).map(({ key }) => key)).toEqual(['t']);
    expect(areaRows(columns, false, zh).map(({ label }) => label)).toEqual(['镇', '村']);
  });

  it('gives a copy a name of its own', () => {
    expect(freeName('甲', ['乙'])).toBe('甲');
    expect(freeName('甲', ['甲', '甲 2'])).toBe('甲 3');
  });
});
