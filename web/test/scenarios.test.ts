import { describe, expect, it } from 'vitest';
import { DecodeError } from '../src/api/decode';
import { change, comparison, review, scenario, tried } from '../src/plan/scenarios/answers';
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
import { Edits } from '../src/plan/scenarios/edits';
import { LiveQuestions } from '../src/plan/scenarios/live';
import { Workbench } from '../src/plan/scenarios/workbench';
import { numbersJson, scenarioJson, triedJson } from './scenarios-json';

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
