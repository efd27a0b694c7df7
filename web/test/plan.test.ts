import { describe, expect, it } from 'vitest';
import { DecodeError } from '../src/api/decode';
import { sitesEn } from '../src/i18n/plan/sites-en';
import { sitesZh } from '../src/i18n/plan/sites-zh';
import { translatorFor } from '../src/i18n/translator';
import type { Catalog } from '../src/panels/context';
import { fromField, toField, yuanText } from '../src/plan/money';
import { facts, run, site } from '../src/plan/sites/answers';
import { askedWords, markOf, walkOf } from '../src/plan/sites/asked';
import { groupPairs, townPairs } from '../src/plan/sites/before-after';
import { useOf, withUse } from '../src/plan/sites/candidate-list';
import type { SitesContext } from '../src/plan/sites/context';
import { possiblePatch } from '../src/plan/sites/infeasible';
import { changesOf, initialWish, requestOf, wishOf, withWish } from '../src/plan/sites/question';
import { sitePins } from '../src/plan/sites/sites-map';
import {
  boundWords,
  constraintOf,
  constraintValue,
  costSourceWords,
  gainOf,
  qualityWords,
  siteName,
  whyLines,
} from '../src/plan/sites/words';
import { formatPlan, initialPlan, ownOf, PlanStore, parsePlan, withOwn } from '../src/plan/state';
import { tabTranslator } from '../src/plan/translator';
import { sameWalk, walkQuery } from '../src/plan/who-walks';
import type { HistoryHost } from '../src/state/history';
import { rejectedJson, runJson, siteJson } from './plan-json';

const zh = tabTranslator('zh', sitesZh, sitesEn);
const en = tabTranslator('en', sitesZh, sitesEn);

/** As much of a context as words and pins need. */
function contextAt(fragment: string, tr = zh): SitesContext {
  const host: HistoryHost = {
    read: () => fragment,
    push: () => {},
    replace: () => {},
    onChange: () => {},
  };
  const groups = [
    { code: 'age60', nameZh: '60 岁及以上', nameEn: '60 and over' },
    { code: 'age80', nameZh: '80 岁及以上', nameEn: '80 and over' },
  ];
  return {
    tr,
    shared: translatorFor(tr.lang),
    store: new PlanStore(host),
    catalog: { status: { groups }, types: new Map() } as unknown as Catalog,
    ground: { candidates: [], grants: [], names: new Map() },
  } as unknown as SitesContext;
}

describe('the link of the planning desk', () => {
  it('keeps everything somebody has chosen', () => {
    const state = {
      ...initialPlan,
      tab: 'kitchens',
      type: 'meal_point',
      minutes: 20,
      outerMinutes: 35,
      group: 'age80',
      weights: { age80: 2, disabled: 3.5 },
      profile: 'elder',
      speedKmh: 2.5,
      view: { lon: 121.17, lat: 31.87, zoom: 13 },
      own: { 'sites.forced': 'c:IP 7;n:121.2,31.9', 'kitchens.vehicle': 'van' },
    } as const;
    expect(parsePlan(`#${formatPlan(state)}`)).toEqual(state);
  });

  it('says nothing that is as at the start', () => {
    expect(formatPlan(initialPlan)).toBe('');
    expect(parsePlan('')).toEqual(initialPlan);
  });

  it('drops what makes no sense, and values that belong to no tab', () => {
    const state = parsePlan(
      '#tab=nothing&minutes=0&outer=7.5&weights=age80:-1&speed=99&other.x=1&sites.y=2&sites=3',
    );
    expect(state).toEqual({ ...initialPlan, own: { 'sites.y': '2' } });
  });

  it('changes values of one tab and leaves those of the others', () => {
    const state = { ...initialPlan, own: { 'sites.run': 'r1', 'projects.year': '2027' } };
    const next = { ...state, ...withOwn(state, { 'sites.run': null, 'sites.count': 4 }) };
    expect(next.own).toEqual({ 'projects.year': '2027', 'sites.count': '4' });
    expect(ownOf(next, 'sites.run')).toBeNull();
    expect(ownOf(next, 'sites.count')).toBe('4');
  });

  it('asks the server by the names of its parameters', () => {
    const state = { ...initialPlan, outerMinutes: 25 };
    expect(walkQuery(state)).toMatchObject({ minutes: 15, zoneMinutes: 'outer:25' });
    expect(sameWalk(state, { ...state, tab: 'projects' })).toBe(true);
    expect(sameWalk(state, { ...state, group: 'age80' })).toBe(false);
  });
});

describe('what is wished', () => {
  it('comes back out of the link as it went in', () => {
    const wish = {
      model: 'lscp',
      sites: null,
      budgetYuan: 1_250_000,
      coverShare: 0.955,
      minimise: 'yuan',
      maxMinutes: 45,
      minimumShare: 0.6,
      capacities: true,
      siteCapacity: 80,
      sources: ['premises', 'corners'],
      corners: 120,
      defaultCostYuan: 150_000,
      forced: ['c:IP-7', 'n:121.2,31.9'],
      forbidden: ['f:CARE-1'],
      seconds: 5,
    } as const;
    const state = { ...initialPlan, ...withWish(initialPlan, wish) };
    expect(wishOf(parsePlan(formatPlan(state)))).toEqual(wish);
    expect(withWish(initialPlan, initialWish)).toEqual({ own: {} });
  });

  it('asks for three stations for 600,000 yuan', () => {
    const state = parsePlan('#sites.budget=600000&outer=25&weights=age80:2');
    expect(requestOf(state)).toEqual({
      model: 'mclp',
      type: 'home_care_station',
      sites: 3,
      budgetYuan: 600_000,
      minutes: 15,
      zoneMinutes: { outer: 25 },
      group: 'age60',
      weights: { age80: 2 },
      minimumShare: null,
      capacities: false,
      siteCapacity: null,
      candidates: {
        sources: ['premises', 'community-buildings', 'corners'],
        corners: 300,
        defaultCostYuan: null,
      },
      forced: [],
      forbidden: [],
      seed: 1,
      seconds: 20,
    });
  });

  it('asks for the fewest sites without a limit of number or money', () => {
    const asked = requestOf(parsePlan('#sites.model=lscp&sites.budget=600000&sites.cover=0.9'));
    expect(asked).toMatchObject({ sites: null, budgetYuan: null, coverShare: 0.9 });
    expect(asked).not.toHaveProperty('maxMinutes');
    expect(requestOf(parsePlan('#sites.model=p-median'))).toMatchObject({ maxMinutes: 60 });
  });

  it('gives a candidate one use at a time', () => {
    const none = { forced: [], forbidden: [] };
    const forced = withUse(none, 'c:a', 'forced');
    expect(useOf(forced, 'c:a')).toBe('forced');
    const forbidden = withUse(forced, 'c:a', 'forbidden');
    expect(forbidden).toEqual({ forced: [], forbidden: ['c:a'] });
    expect(withUse(forbidden, 'c:a', 'free')).toEqual(none);
    expect(withUse(forced, 'c:a', 'forced')).toEqual(forced);
  });

  it('becomes a scenario that opens the chosen sites', () => {
    const corner = {
      id: 'n:1,2',
      name: '街角',
      lon: 1,
      lat: 2,
      capacity: 30.4,
      priceYuan: null,
    };
    expect(changesOf([{ ...site(siteJson, 's'), name: '老粮站' }, corner], 'care_home')).toEqual([
      {
        op: 'add',
        key: 'a1',
        type: 'care_home',
        name: '老粮站',
        lon: 121.17,
        lat: 31.87,
        capacity: null,
        costYuan: 200_000,
        candidate: 'c:IP-7',
      },
      {
        op: 'add',
        key: 'a2',
        type: 'care_home',
        name: '街角',
        lon: 1,
        lat: 2,
        capacity: 30,
        costYuan: null,
        candidate: null,
      },
    ]);
  });
});

describe('a selection', () => {
  it('is read as the service writes it, and refused where it is something else', () => {
    expect(run(runJson, 'run').sites[0]?.second?.lossIfReplaced).toBe(40);
    expect(() => run({ ...runJson, status: 'lost' }, 'run')).toThrow(DecodeError);
    expect(() => run({ ...runJson, sites: [{ ...siteJson, lon: null }] }, 'run')).toThrow(
      'run.sites[0].lon',
    );
    expect(() => facts({ ...rejectedJson, why: 'mood' }, 'facts')).toThrow('facts.why');
  });

  it('is read before its first answer too', () => {
    const waiting = { id: 'r1', status: 'running', progress: 0, phase: 'waiting', sites: [] };
    expect(run(waiting, 'run')).toMatchObject({ before: null, sites: [], bound: null });
  });

  it('gains what coverage says, before against after', () => {
    expect(gainOf(run(runJson, 'run'))).toBe(300);
    expect(gainOf({ before: null, after: null })).toBeNull();
  });

  it('says how good it is, never too good', () => {
    const read = run(runJson, 'run');
    expect(qualityWords({ ...read, proven: true }, zh)).toBe('已证明最优：没有更好的选法。');
    // 8 more than 1,000 are possible: 0.8 %, not the 0.79 % of the bound.
    expect(qualityWords(read, zh)).toBe('最多还可能好 0.8 %。');
    expect(qualityWords({ ...read, bound: 1008.01 }, zh)).toBe('最多还可能好 0.9 %。');
    expect(qualityWords({ ...read, bound: null, gap: null }, en)).toContain('not known');
    const fewest = { proven: false, objective: 12, bound: 11, gap: 1 / 12, unit: 'sites' };
    expect(qualityWords(fewest, zh)).toBe('最多还可能少 8.4 %。');
  });

  it('says what no choice can be better than, more or less', () => {
    expect(boundWords({ objective: 1000, bound: 1008, unit: 'people' }, zh)).toBe(
      '目前 1,000 人，任何选法都不会超过 1,008 人。',
    );
    expect(boundWords({ objective: 12, bound: 11, unit: 'sites' }, en)).toBe(
      '12 sites now; no choice has less than 11 sites.',
    );
    expect(boundWords({ objective: 1, bound: null, unit: 'people' }, zh)).toBeNull();
  });

  it('explains a site', () => {
    expect(whyLines(site(siteJson, 's'), contextAt(''))).toEqual([
      '新走得到的人：60 岁及以上 300 人、80 岁及以上 60 人',
      '主要住在：东社区 210 人',
      '步行范围内另有 380 人，原来已有别的站点。',
      '如果只建这一处，多 320 人走得到。',
      '如果不建这一处，其他照旧，少 250 人走得到。',
      '第二好的是旧学校：换成它，少 40 人。',
    ]);
  });

  it('explains why another was not chosen, that first', () => {
    const [first] = whyLines(facts(rejectedJson, 'f'), contextAt('', en));
    expect(first).toBe('Not chosen: the chosen sites serve the people near it.');
  });

  it('calls what has no name by its place and kind', () => {
    expect(siteName(facts(rejectedJson, 'f'), zh)).toBe('东社区街角');
    expect(siteName(facts({ ...rejectedJson, areaName: null }, 'f'), en)).toBe('street corner');
  });

  it('says whence a price comes', () => {
    const grants = [
      {
        code: 'community-station',
        zh: '社区养老服务站补助',
        en: 'Grant for a station',
        yuan: 2e5,
        builtInYuan: 2e5,
        edited: false,
        types: [],
        levels: [],
        quote: '',
        source: '',
      },
    ];
    expect(costSourceWords('grant:community-station', grants, zh)).toBe(
      '补助标准：社区养老服务站补助',
    );
    // No raw code where the grant is not known (yet).
    expect(costSourceWords('grant:other', grants, en)).toBe('grant');
    expect(costSourceWords('own', grants, zh)).toBe('候选点报价');
    expect(costSourceWords('unknown', grants, zh)).toBe('未知');
  });

  it('compares towns, the largest gain first, and groups', () => {
    const { before, after } = run(runJson, 'run');
    if (!before || !after) throw new Error('both are in the answer');
    expect(
      townPairs(before, after).map(({ name, before, after }) => [name, before, after]),
    ).toEqual([
      ['西镇', 300, 550],
      ['东镇', 400, 450],
    ]);
    const groups = groupPairs(before, after, (code) => code);
    expect(groups.map(({ key, before, after }) => [key, before, after])).toEqual([
      ['age60', 700, 1000],
      ['age80', 104, 104.5],
    ]);
  });
});

describe('conditions that cannot hold together', () => {
  const failing = (constraint: string) => ({
    constraint,
    message: '',
    messageZh: '',
    wanted: null,
    attainable: null,
    town: null,
    townName: null,
  });

  it('are known by the name of the one that fails', () => {
    expect(constraintOf(failing('town-share'))).toBe('TOWN_SHARE');
    expect(constraintOf(failing('COVER_SHARE'))).toBe('COVER_SHARE');
    expect(constraintOf(failing('weather'))).toBeNull();
  });

  it('offer only what can be had', () => {
    expect(constraintValue('TOWN_SHARE', 0.61999, zh)).toBe('61.9 %');
    expect(constraintValue('BUDGET', 450_000, zh)).toBe('45 万元');
    expect(possiblePatch('TOWN_SHARE', 0.61999)).toEqual({ minimumShare: 0.619 });
    expect(possiblePatch('COVER_SHARE', 0.9)).toEqual({ coverShare: 0.9 });
    expect(possiblePatch('COVER_SHARE', 0)).toBeNull();
    expect(possiblePatch('CAPACITY', 12)).toBeNull();
  });
});

describe('the map of a selection', () => {
  it('numbers the sites and leaves the others dots, each place once', () => {
    const read = run(runJson, 'run');
    const context = contextAt('#sites.forced=c:IP-1&sites.forbidden=n:121.2,31.9');
    const candidate = (externalId: string) => ({
      id: externalId,
      externalId,
      name: `候选 ${externalId}`,
      kind: 'idle_premises',
      areaSquareMeters: null,
      costYuan: null,
      capacity: null,
      types: [],
      owner: null,
      address: null,
      available: externalId !== 'IP-0',
      lon: 121,
      lat: 31,
    });
    const ground = {
      candidates: ['IP-0', 'IP-1', 'IP-7'].map(candidate),
      grants: [],
      names: new Map<string, string>(),
    };
    const pins = sitePins({ ...context, ground }, read, null);
    expect(pins.map(({ id, kind, number }) => [id, kind, number ?? null])).toEqual([
      ['c:IP-1', 'candidate', null],
      ['n:121.2,31.9', 'candidate', null],
      ['c:IP-7', 'site', 1],
    ]);
    expect(pins[0]?.label).toBe('候选点 候选 IP-1 · 必选');
    expect(pins[1]?.label).toBe('候选点 东社区街角 · 排除');
    expect(pins[2]?.label).toBe('第 1 处 老粮站，多 300 人');
  });
});

describe('money', () => {
  it('is said in tens of thousands in Chinese, exactly where two decimals do not do', () => {
    expect(yuanText(600_000, zh)).toBe('60 万元');
    expect(yuanText(568_000, zh)).toBe('56.8 万元');
    expect(yuanText(123_456, zh)).toBe('12.35 万元（123,456 元）');
    expect(yuanText(48, zh)).toBe('48 元');
    expect(yuanText(0, zh)).toBe('0 万元');
    expect(yuanText(null, zh)).toBe('未知');
    expect(yuanText(123_456, en)).toBe('¥123,456');
  });

  it('comes out of a field as it went in', () => {
    for (const yuan of [0, 1, 123_456, 200_000, 72_113_000.5]) {
      expect(fromField(toField(yuan, zh), zh)).toBe(yuan);
      expect(fromField(toField(yuan, en), en)).toBe(yuan);
    }
    expect(toField(123_456, zh)).toBe(12.3456);
    expect(fromField(null, zh)).toBeNull();
  });
});

describe('the question of an answer', () => {
  const asked = run(
    {
      ...runJson,
      request: {
        model: 'mclp',
        type: 'meal_point',
        sites: 3,
        budgetYuan: 600_000,
        minutes: 15,
        zoneMinutes: { outer: 25 },
        group: 'age80',
        weights: { age80: 2 },
        minimumShare: 0.25,
        forbidden: ['c:1'],
      },
    },
    'run',
  ).request;

  it('is told in words', () => {
    expect(asked && askedWords(asked, contextAt(''))).toBe(
      '钱和站点数有限，让尽可能多的老人走得到、meal_point、80 岁及以上、步行 15 分钟、外围片区 25 分钟、有加权、最多 3 处、预算 60 万元、每个街镇至少 25 %、1 处排除',
    );
  });

  it('goes on to the scenario, whatever the form says by now', () => {
    expect(walkOf(asked, parsePlan('#minutes=20&type=care_home&group=age60'))).toEqual({
      type: 'meal_point',
      minutes: 15,
      outerMinutes: 25,
      group: 'age80',
      profile: null,
      speedKmh: null,
    });
    expect(walkOf(null, parsePlan('#minutes=20')).minutes).toBe(20);
  });

  it('has a mark that changes with everything that is asked, and with nothing else', () => {
    const mark = (fragment: string) => markOf(parsePlan(fragment));
    expect(mark('')).toBe(mark('#view=121,31,9&sites.run=r1&tab=projects'));
    const others = ['#minutes=20', '#sites.forbidden=c:1', '#sites.model=lscp', '#group=age80'];
    expect(new Set(['', ...others].map(mark)).size).toBe(others.length + 1);
  });
});
