import { describe, expect, it } from 'vitest';
import { DecodeError } from '../src/api/decode';
import { projectsEn } from '../src/i18n/plan/projects-en';
import { projectsZh } from '../src/i18n/plan/projects-zh';
import { fromScenario, type Project, project, projectList } from '../src/plan/projects/answers';
import type { ProjectsContext } from '../src/plan/projects/context';
import { draftOf, emptyProject, placeOf } from '../src/plan/projects/draft';
import { byYear, countByStatus, otherYears, sumOf } from '../src/plan/projects/library';
import { historyWords, projectFacts, reachWords, sumWords } from '../src/plan/projects/words';
import { initialYear, libraryYears, yearOf } from '../src/plan/projects/years';
import { tabTranslator } from '../src/plan/translator';

const json = {
  id: '7a0c5b0e-3a55-4d07-8a3e-02a30e9f2c11',
  name: '城北站',
  kind: 'add',
  type: 'home_care_station',
  lon: 121.15,
  lat: 31.9,
  areaCode: '320684001001',
  areaName: '城北社区',
  townName: '海门街道',
  year: 2027,
  quarter: 2,
  status: 'proposed',
  costYuan: 200000,
  fundingSource: null,
  responsibleUnit: '民政局',
  capacity: 30,
  scenario: '3f2c9a5e-6f57-4f2f-9f0e-1d9a8a1b0c77',
  change: 'add:a1',
  candidate: null,
  facility: null,
  gainPeople: 123.4,
  lostPeople: 0,
  meetsStandard: null,
  sociallyRun: null,
  note: null,
  version: 3,
  history: [
    { at: '2026-11-25T10:00:00Z', field: 'created', from: null, to: '城北站' },
    { at: '2026-11-25T11:00:00Z', field: 'status', from: 'approved', to: 'proposed' },
    { at: '2026-11-25T12:00:00Z', field: 'costYuan', from: null, to: '200000' },
  ],
};
const read = (patch: Partial<Project> = {}): Project => ({ ...project(json, 'p'), ...patch });
const zh = tabTranslator('zh', projectsZh, projectsEn);
const context = {
  tr: zh,
  catalog: {
    types: new Map([
      ['home_care_station', { nameZh: '居家养老服务站', nameEn: 'Home-care station' }],
    ]),
  },
} as unknown as ProjectsContext;

describe('answers about projects', () => {
  it('are read as they are, and refused where they are not', () => {
    expect(read().history[2]).toMatchObject({ field: 'costYuan', from: null, to: '200000' });
    for (const [patch, path] of [
      [{ status: 'dreamt' }, 'p.status'],
      [{ kind: 'demolish' }, 'p.kind'],
      [{ year: '2027' }, 'p.year'],
      [{ version: null }, 'p.version'],
    ] as const) {
      expect(() => project({ ...json, ...patch }, 'p')).toThrow(DecodeError);
      expect(() => project({ ...json, ...patch }, 'p')).toThrow(path);
    }
    expect(projectList({ projects: [json] }, 'l').projects).toHaveLength(1);
    expect(() => fromScenario({ created: [json] }, 'f')).toThrow('f.existing');
  });

  it('are sent back whole, with the version they go out from', () => {
    const draft = draftOf(read());
    expect(draft).toMatchObject({ change: 'add:a1', version: 3, gainPeople: 123.4 });
    for (const name of ['id', 'history', 'areaName', 'townName'])
      expect(draft).not.toHaveProperty(name);
    expect(emptyProject('clinic', 2028)).toMatchObject({ type: 'clinic', year: 2028, name: '' });
    expect(placeOf(read({ lat: null }))).toBeNull();
  });
});

describe('the library', () => {
  const projects = [
    read({ id: 'a', name: '乙', quarter: null }),
    read({ id: 'b', name: '甲', quarter: 4, costYuan: null }),
    read({ id: 'c', name: '丙', quarter: 1, status: 'cancelled' }),
    read({ id: 'd', name: '丁', year: 2029, status: 'building' }),
    read({ id: 'e', name: '戊', year: 2031 }),
  ];

  it('has three years, each by quarter, open quarters last', () => {
    const years = byYear(projects, libraryYears(2027));
    expect(years.map(({ year, projects: of }) => [year, of.map(({ id }) => id)])).toEqual([
      [2027, ['c', 'b', 'a']],
      [2028, []],
      [2029, ['d']],
    ]);
    expect(otherYears(projects, libraryYears(2027)).map(({ year }) => year)).toEqual([2031]);
  });

  it('sums what is known, and leaves out what is called off', () => {
    const sum = sumOf(projects.slice(0, 3));
    expect(sum).toEqual({
      count: 2,
      yuan: 200_000,
      unknown: 1,
      gained: 246.8,
      lost: 0,
      unknownReach: 0,
    });
    const none = sumOf([read({ gainPeople: null, lostPeople: null })]);
    expect(none).toMatchObject({ gained: null, lost: null, unknownReach: 1 });
    expect(reachWords(none, zh)).toBe('另有 1 个项目的增减人数未知。');
    expect(reachWords(sumOf([read({ lostPeople: 646 })]), zh)).toContain(
      '新增 123 人走得到，减少 646 人走得到。',
    );
    expect(reachWords(sum, zh)).toContain('不等于逐项相加');
    expect(sumWords(sum, zh)).toBe('2 个项目，投资 20 万元，另有 1 个投资未定');
    expect(countByStatus(projects)).toEqual([
      { status: 'proposed', count: 3 },
      { status: 'building', count: 1 },
      { status: 'cancelled', count: 1 },
    ]);
  });

  it('begins next year, unless a link says otherwise', () => {
    const today = new Date(2026, 10, 25);
    expect(initialYear(today)).toBe(2027);
    expect(yearOf('2030', today)).toBe(2030);
    for (const nonsense of [null, '', 'soon', '2027.5', '1066']) {
      expect(yearOf(nonsense, today)).toBe(2027);
    }
  });
});

describe('projects in words', () => {
  it('say what, where, when, how much and by whom', () => {
    expect(projectFacts(context, read())).toEqual([
      '新建 · 居家养老服务站',
      '海门街道 城北社区',
      '第 2 季度',
      '20 万元',
      '民政局',
      '新增 123 人走得到',
    ]);
    expect(projectFacts(context, read({ costYuan: null, type: null, kind: 'other' }))[0]).toBe(
      '其他',
    );
    expect(projectFacts(context, read({ costYuan: null }))).toContain('投资未定');
  });

  it('say who loses', () => {
    const closed = read({ kind: 'close', gainPeople: 0, lostPeople: 1243 });
    const facts = projectFacts(context, closed);
    expect(facts[0]).toBe('关闭 · 居家养老服务站');
    expect(facts.at(-1)).toBe('减少 1,243 人走得到');
    expect(facts.join()).not.toContain('新增');
    const street = read({ kind: 'close-street', type: null, gainPeople: null, lostPeople: null });
    expect(projectFacts(context, street)).toContain('增减人数未知');
  });

  it('tell what became of them', () => {
    expect(read().history.map((step) => historyWords(context, step))).toEqual([
      '列入项目库',
      '状态：已批准 → 拟建',
      '投资：空 → 20 万元',
    ]);
    const step = { at: '2026-11-25T10:00:00Z', field: 'sociallyRun', from: 'false', to: 'true' };
    expect(historyWords(context, step)).toBe('社会化运营：否 → 是');
  });
});
