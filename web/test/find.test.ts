import { describe, expect, it } from 'vitest';
import { hours, type Way, type WayPart, welcome } from '../src/api/find';
import { comparePage, facilityPage, sharedAddress } from '../src/find/links';
import { type Locator, locate } from '../src/find/locate';
import { askedBy, inOrder, isMeal } from '../src/find/needs';
import { openingAt } from '../src/find/open-now';
import { openingWords } from '../src/find/opening-words';
import { SavedThings, type Shelf } from '../src/find/saved';
import {
  type FindState,
  FindStore,
  formatFragment,
  type HistoryHost,
  initialState,
  mapPageAddress,
  parseFragment,
} from '../src/find/state';
import { findTranslator } from '../src/find/translator';
import { wayNotes, wayWords } from '../src/find/way-words';
import { hoursJson, welcomeJson } from './find-json';

const zh = findTranslator('zh');
const en = findTranslator('en');
/** An instant of November or December 2026 by the clock of Shanghai. */
const shanghai = (month: number, day: number, hour: number, minute = 0) =>
  Date.UTC(2026, month - 1, day, hour - 8, minute);
const ANSWERED = shanghai(11, 25, 16, 20);

describe('open now', () => {
  const read = hours(hoursJson, 'hours');
  const at = (now: number) => openingAt(read, ANSWERED, now);

  it('is judged at the present, not at the time of the answer', () => {
    expect(at(ANSWERED)).toEqual({ state: 'open', until: shanghai(11, 25, 17) });
    expect(at(shanghai(11, 25, 17))).toEqual({ state: 'closed', opens: shanghai(11, 26, 8) });
    expect(at(shanghai(11, 26, 8))).toEqual({ state: 'open', until: shanghai(11, 26, 17) });
    expect(at(shanghai(11, 28, 12))).toEqual({ state: 'closed', opens: shanghai(11, 30, 8) });
  });

  it('is not guessed when the list has ended', () => {
    expect(at(shanghai(12, 1, 12))).toEqual({ state: 'closed', opens: null });
    expect(at(shanghai(12, 3, 12))).toEqual({ state: 'unknown' });
  });

  it('is unknown where the server does not know', () => {
    const unknown = hours({ ...hoursJson, text: null, state: 'unknown', open: [] }, 'hours');
    expect(openingAt(unknown, ANSWERED, ANSWERED)).toEqual({ state: 'unknown' });
  });

  it('goes past midnight, and does not end between openings that touch', () => {
    const night = hours(
      {
        ...hoursJson,
        open: [
          ['2026-11-26T00:00:00+08:00', '2026-11-26T06:00:00+08:00'],
          ['2026-11-25T20:00:00+08:00', '2026-11-26T00:00:00+08:00'],
        ],
      },
      'hours',
    );
    const opening = openingAt(night, ANSWERED, shanghai(11, 25, 23));
    expect(opening).toEqual({ state: 'open', until: shanghai(11, 26, 6) });
  });

  it('has no end where it never closes', () => {
    const always = hours(
      { ...hoursJson, open: [['2026-11-25T00:00:00+08:00', '2026-12-03T00:00:00+08:00']] },
      'hours',
    );
    expect(openingAt(always, ANSWERED, ANSWERED)).toEqual({ state: 'open', until: null });
  });

  it('takes the next opening beyond the list from the server', () => {
    const rare = hours(
      { ...hoursJson, state: 'closed', open: [], opens: '2026-12-20T09:00:00+08:00' },
      'hours',
    );
    expect(openingAt(rare, ANSWERED, ANSWERED)).toEqual({
      state: 'closed',
      opens: shanghai(12, 20, 9),
    });
  });
});

describe('opening in words', () => {
  const read = hours(hoursJson, 'hours');
  const say = (now: number, tr = zh) => openingWords(read, ANSWERED, now, 'Asia/Shanghai', tr);

  it('names time and day by the clock of the county', () => {
    expect(say(ANSWERED).text).toBe('现在开着，到 17:00');
    expect(say(shanghai(11, 25, 20)).text).toBe('现在没开，明天 08:00 开');
    expect(say(shanghai(11, 26, 7)).text).toBe('现在没开，08:00 开');
    expect(say(shanghai(11, 28, 9)).text).toBe('现在没开，11月30日周一 08:00 开');
    expect(say(shanghai(11, 25, 20), en).text).toBe('Closed now, opens tomorrow 08:00');
  });

  it('names holidays and worked weekends', () => {
    expect(say(ANSWERED).advice).toBeNull();
    expect(say(shanghai(11, 29, 9)).advice).toBe('今天调休上班。');
    expect(say(shanghai(12, 1, 9)).advice).toBe('今天是假日，去之前请先打电话。');
  });
});

describe('the way in words', () => {
  const part = (kind: string, name: string | null, meters: number, turn: string): WayPart => ({
    kind,
    name,
    meters,
    turn,
    ascentMeters: null,
    descentMeters: null,
    steepestPercent: null,
  });
  const way: Way = {
    stepsMeters: 12,
    lifts: 1,
    ascentMeters: 9,
    descentMeters: 1,
    steepestPercent: 6.4,
    unknownHeights: false,
    parts: [
      part('access', null, 18, 'start'),
      { ...part('street', '人民路', 120, 'left'), ascentMeters: 9, steepestPercent: 6.4 },
      part('steps', null, 12, 'straight'),
      part('lift', null, 0, 'straight'),
      part('square', '市民广场', 60, 'slight-right'),
      part('path', null, 64, 'right'),
      part('bridge', '三星桥', 40, 'straight'),
      part('tunnel', null, 30, 'back'),
      part('access', null, 14, 'sharp-left'),
    ],
  };

  it('is a line for each part', () => {
    expect(wayWords(way, '人民路助餐点', zh)).toEqual([
      '从起点走到路上 20 米',
      '左转，沿人民路走 120 米（上坡 9 米，最陡 6%）',
      '直走，走台阶 10 米',
      '直走，乘电梯',
      '稍向右，穿过市民广场 60 米',
      '右转，沿小路走 60 米',
      '直走，走三星桥过桥 40 米',
      '掉头，走地道 30 米',
      '向左急转，离开道路，走 10 米 到门口',
      '到达人民路助餐点',
    ]);
    expect(wayWords(way, 'Canteen', en)[1]).toBe(
      'Turn left: Along 人民路, 120 m (9 m up, 6% at the steepest)',
    );
  });

  it('leaves out the step from a door onto its street', () => {
    const near = {
      ...way,
      parts: [part('access', null, 1.2, 'start'), part('street', '万乐街', 80, 'right')],
    };
    expect(wayWords(near, '食堂', zh)).toEqual(['沿万乐街走 80 米', '到达食堂']);
    const door = {
      ...way,
      parts: [part('street', '万乐街', 80, 'start'), part('access', null, 9, 'left')],
    };
    expect(wayWords(door, '食堂', zh)).toEqual(['沿万乐街走 80 米', '到达食堂']);
  });

  it('of a kind or turn that is not known is still a way', () => {
    const odd = {
      ...way,
      parts: [part('ferry', null, 50, 'start'), part('ferry', '海界河', 50, 'x')],
    };
    expect(wayWords(odd, '食堂', zh)).toEqual(['沿无名路走 50 米', '沿海界河走 50 米', '到达食堂']);
  });

  it('counts a slope down, which is negative, as steep as one up', () => {
    const down = {
      ...part('street', '坡路', 200, 'start'),
      ascentMeters: 0,
      descentMeters: 15,
      steepestPercent: -8,
    };
    expect(wayWords({ ...way, parts: [down] }, '食堂', zh)[0]).toBe(
      '沿坡路走 200 米（下坡 15 米，最陡 8%）',
    );
    const all = { ...way, ascentMeters: 0, descentMeters: 15, steepestPercent: -8 };
    expect(wayNotes(all, zh).at(-1)).toBe('上坡共 0 米，下坡共 15 米，最陡 8%。');
  });

  it('says steps, lifts and hills before anything else', () => {
    expect(wayNotes(way, zh)).toEqual([
      '路上有台阶，约 10 米。',
      '要乘电梯 1 次。',
      '上坡共 9 米，下坡共 1 米，最陡 6%。',
    ]);
    const level = { ...way, stepsMeters: 0, lifts: 0, ascentMeters: 3, steepestPercent: 0.8 };
    expect(wayNotes(level, zh)).toEqual(['一路没有台阶。', '路很平。']);
    const unknown = { ...level, ascentMeters: null, descentMeters: null, unknownHeights: true };
    expect(wayNotes(unknown, zh)).toEqual(['一路没有台阶。']);
  });
});

describe('links to hand on', () => {
  const asked = 'https://care.example/map/?x=1#need=eat&from=121.16543,31.87123&facility=7';
  const facility = { id: '7', externalId: 'A&B=养老/1' };

  it('name the facility and never the place of the sender', () => {
    const link = sharedAddress(facility, asked);
    expect(link).toBe('https://care.example/map/facility/A%26B%3D%E5%85%BB%E8%80%81%2F1');
    for (const secret of ['121.16', '31.87', 'from', '#', '?']) expect(link).not.toContain(secret);
  });

  it('use the id of the product where the bureau has none', () => {
    expect(facilityPage({ id: '7', externalId: null })).toBe('./facility/7');
  });

  it('compare facilities by the same ids', () => {
    expect(comparePage([facility, { id: '8', externalId: null }])).toBe(
      './compare?id=A%26B%3D%E5%85%BB%E8%80%81%2F1&id=8',
    );
  });
});

describe('the fragment of the find page', () => {
  const full: FindState = {
    need: 'eat',
    origin: { lon: 121.16543, lat: 31.87123 },
    profile: 'stick',
    speedKmh: 3.2,
    facility: 'CS2003000123',
    view: { lon: 121.17, lat: 31.87, zoom: 13 },
    openNow: true,
    stepFree: true,
  };

  it('brings back every part of the state, and is empty at the start', () => {
    expect(parseFragment(`#${formatFragment(full)}`)).toEqual(full);
    expect(formatFragment(initialState)).toBe('');
  });

  it('understands links of the former page', () => {
    const former =
      '#need=meal_point&from=121.17,31.87&facility=7&panel=find&types=clinic&minutes=20';
    expect(parseFragment(former)).toEqual({
      ...initialState,
      need: 'meal_point',
      origin: { lon: 121.17, lat: 31.87 },
      facility: '7',
    });
    expect(mapPageAddress('#panel=plan&types=clinic&minutes=20')).toBe(
      './map.html#panel=plan&types=clinic&minutes=20',
    );
    expect(mapPageAddress('#panel=provider&facility=A%26B')).toBe(
      './map.html#panel=provider&facility=A%26B',
    );
    for (const here of ['', '#need=eat', '#panel=find', '#panel=https://evil.example'])
      expect(mapPageAddress(here)).toBeNull();
  });

  it('ignores what makes no sense', () => {
    const nonsense = '#need=<b>&from=31.8,121.1,5&speed=-1&view=999,1,3&open=x&steps=yes&facility=';
    expect(parseFragment(nonsense)).toEqual(initialState);
    expect(parseFragment('#from=31.87,121.17').origin).toBeNull();
    expect(parseFragment('#from=121.17,').origin).toBeNull();
  });

  it('keeps places to about a metre, not finer', () => {
    const origin = { lon: 121.123456789, lat: 31.987654321 };
    expect(formatFragment({ ...initialState, origin })).toBe('from=121.12346,31.98765');
  });

  it('can be gone back through, step by step', () => {
    const history = [''];
    let changed = () => {};
    const host: HistoryHost = {
      read: () => history.at(-1) ?? '',
      push: (fragment) => void history.push(fragment),
      replace: (fragment) => void history.splice(-1, 1, fragment),
      onChange: (listener) => {
        changed = listener;
      },
    };
    const store = new FindStore(host);
    const seen: [string | null, boolean][] = [];
    store.onChange(({ need }, _, byVisitor) => seen.push([need, byVisitor]));
    store.go({ need: 'eat' });
    store.go({ need: 'eat' });
    store.adjust({ profile: 'stick' });
    store.go({ need: 'doctor' });
    expect(history).toEqual(['', 'need=eat&profile=stick', 'need=doctor&profile=stick']);
    history.pop();
    changed();
    expect(seen.at(-1)).toEqual(['eat', false]);
    expect(store.state.need).toBe('eat');
  });
});

describe('needs', () => {
  const known = welcome(welcomeJson, 'welcome');

  it('stand under their own code and under that of the former page', () => {
    expect(askedBy('eat', known)).toMatchObject({ kind: 'need', need: { code: 'eat' } });
    expect(askedBy('meal_point', known)).toMatchObject({ kind: 'need', need: { code: 'eat' } });
    expect(askedBy('hospital', known)).toEqual({ kind: 'type', type: 'hospital' });
  });

  it('that nothing answers come last', () => {
    const needs = [...known.needs].reverse();
    expect(inOrder(needs).map(({ code }) => code)).toEqual(['eat', 'doctor']);
  });

  it('know a meal, which may come to the door', () => {
    expect(isMeal(askedBy('eat', known))).toBe(true);
    expect(isMeal(askedBy('doctor', known))).toBe(false);
  });
});

describe('what is saved on the device', () => {
  function shelf(): { items: Map<string, string>; open: () => Shelf } {
    const items = new Map<string, string>();
    return {
      items,
      open: () => ({
        getItem: (key) => items.get(key) ?? null,
        setItem: (key, value) => void items.set(key, value),
        removeItem: (key) => void items.delete(key),
      }),
    };
  }

  it('can be taken away again without a trace', () => {
    const { items, open } = shelf();
    const saved = new SavedThings(open);
    expect(saved.savePlace({ name: '家', lon: 121.1234567, lat: 31.9 })).toBe(true);
    expect(saved.savePlace({ name: '家', lon: 121.2, lat: 31.8 })).toBe(true);
    expect(saved.places()).toEqual([{ name: '家', lon: 121.2, lat: 31.8 }]);
    saved.removePlace('家');
    expect(items.size).toBe(0);
  });

  it('holds of a facility no more than is needed to call it', () => {
    const { items, open } = shelf();
    const saved = new SavedThings(open);
    const facility = {
      id: '7',
      externalId: null,
      name: '食堂',
      phone: '1',
      lon: 121.17,
      lat: 31.9,
    };
    saved.saveFacility(facility);
    expect(saved.has('7')).toBe(true);
    expect([...items.values()].join()).not.toContain('121.17');
  });

  it('is nothing where storage is garbled or forbidden', () => {
    const { items, open } = shelf();
    items.set('caremap.places', '[{"name":1},null,{"name":"x","lon":999,"lat":0}]');
    items.set('caremap.facilities', '{');
    expect(new SavedThings(open).places()).toEqual([]);
    expect(new SavedThings(open).facilities()).toEqual([]);
    const forbidden = new SavedThings(() => {
      throw new Error('SecurityError');
    });
    expect(forbidden.places()).toEqual([]);
    expect(forbidden.savePlace({ name: '家', lon: 1, lat: 2 })).toBe(false);
  });
});

describe('the device’s location', () => {
  const refusing = (code: number): Locator => ({
    isSecureContext: true,
    geolocation: {
      getCurrentPosition: (_, failed) =>
        failed?.({
          code,
          message: '',
          PERMISSION_DENIED: 1,
          POSITION_UNAVAILABLE: 2,
          TIMEOUT: 3,
        }),
    },
  });

  it('says which of the reasons it was', async () => {
    expect(await locate(refusing(1))).toBe('denied');
    expect(await locate(refusing(2))).toBe('unavailable');
    expect(await locate(refusing(3))).toBe('unavailable');
    expect(await locate({ ...refusing(1), isSecureContext: false })).toBe('insecure');
    expect(await locate({ isSecureContext: true, geolocation: undefined })).toBe('unavailable');
  });
});
