import { describe, expect, it } from 'vitest';
import { adviserEn } from '../src/adviser/adviser-en';
import { adviserZh } from '../src/adviser/adviser-zh';
import { AdviserApi } from '../src/adviser/api';
import { judgeAll, summaryText } from '../src/adviser/results';
import { type Answers, advice, type Condition, judge, questionsOf } from '../src/adviser/rules';
import { textsIn } from '../src/adviser/texts';

const old: Condition = { question: 'age', is: ['from80'] };
const elder: Condition = { question: 'age', is: ['from70', 'from80'] };
const poor: Condition = { question: 'income', is: ['minimum', 'low'] };
const alone: Condition = { question: 'living', is: ['alone'] };
const frail: Condition = { question: 'care', is: ['fully'] };

describe('a rule', () => {
  const oldOrPoorAndFrail: Condition = { any: [old, { all: [poor, frail] }] };
  const poorAndOldOrAlone: Condition = { all: [poor, { any: [old, alone] }] };

  // Worked out by hand; "may", "not", or the open questions it depends on.
  const table: [string, Condition | null, Answers, string][] = [
    ['for everybody', null, {}, 'may'],
    ['one question, open', old, {}, 'age'],
    ['one question, none chosen', old, { age: [] }, 'age'],
    ['one question, yes', old, { age: ['from80'] }, 'may'],
    ['one question, no', old, { age: ['from70'] }, 'not'],
    ['one of several answers', elder, { age: ['from70'] }, 'may'],
    ['several chosen, one counts', poor, { income: ['privileged', 'low'] }, 'may'],
    ['several chosen, none counts', poor, { income: ['privileged'] }, 'not'],
    ['"none of these" is an answer', poor, { income: ['none'] }, 'not'],
    ['any: the first is enough', oldOrPoorAndFrail, { age: ['from80'] }, 'may'],
    ['any: the second is enough', oldOrPoorAndFrail, { income: ['low'], care: ['fully'] }, 'may'],
    ['any: one part open', oldOrPoorAndFrail, { age: ['from60'], income: ['low'] }, 'care'],
    ['any: no open part helps', oldOrPoorAndFrail, { age: ['from60'], care: ['self'] }, 'not'],
    ['any: nothing said', oldOrPoorAndFrail, {}, 'age,income,care'],
    ['any: the false branch is not asked about', oldOrPoorAndFrail, { care: ['self'] }, 'age'],
    ['all: one no is enough', poorAndOldOrAlone, { income: ['none'] }, 'not'],
    ['all: yes and open', poorAndOldOrAlone, { income: ['low'] }, 'age,living'],
    ['all: yes and half open', poorAndOldOrAlone, { income: ['low'], age: ['from60'] }, 'living'],
    ['all: open and no', poorAndOldOrAlone, { age: ['from60'], living: ['family'] }, 'not'],
    ['all: open and yes', poorAndOldOrAlone, { living: ['alone'] }, 'income'],
    ['all: yes', poorAndOldOrAlone, { income: ['low'], living: ['alone'] }, 'may'],
    ['answers to other questions count for nothing', old, { hukou: ['here'] }, 'age'],
  ];

  it.each(table)('%s', (_what, when, answers, expected) => {
    const verdict = judge({ when }, answers);
    expect(verdict.kind === 'depends' ? verdict.on.join() : verdict.kind).toBe(expected);
  });

  it('knows its questions', () => {
    expect(questionsOf({ any: [old, { all: [elder, frail] }] })).toEqual(['age', 'care']);
    expect(questionsOf(null)).toEqual([]);
  });

  it('says only then that a question is open when its answer can matter', () => {
    const values: Record<string, string[]> = {
      age: ['from60', 'from70', 'from80'],
      income: ['none', 'low'],
      living: ['family', 'alone'],
      care: ['self', 'fully'],
    };
    let checked = 0;
    /** Answers the questions that are left in every order and with every value. */
    const answerOn = (when: Condition, answers: Answers, left: readonly string[]): void => {
      const before = judge({ when }, answers);
      if (left.length === 0) expect(before.kind).not.toBe('depends');
      for (const question of left) {
        const open = before.kind === 'depends' && before.on.includes(question);
        for (const value of values[question] ?? []) {
          const next = { ...answers, [question]: [value] };
          if (!open) expect(judge({ when }, next)).toEqual(before);
          checked++;
          answerOn(
            when,
            next,
            left.filter((other) => other !== question),
          );
        }
      }
    };
    for (const when of [oldOrPoorAndFrail, poorAndOldOrAlone])
      answerOn(when, {}, questionsOf(when));
    expect(checked).toBeGreaterThan(100);
  });
});

/** An answer of the server as small as can be. */
const data = {
  documents: [{ code: 'plan', titleZh: '方案', titleEn: 'Plan', issuer: '某办公室', year: null }],
  questions: [
    {
      code: 'age',
      zh: '年纪？',
      en: 'Age?',
      hintZh: null,
      hintEn: null,
      many: false,
      paperZh: '身份证',
      paperEn: 'card',
      options: [{ code: 'from80', zh: '八十', en: '80' }],
    },
  ],
  rules: [
    { code: 'a', when: null },
    { code: 'b', when: { question: 'age', is: ['from80'] } },
    { code: 'c', when: { any: [{ all: [{ question: 'age', is: ['from60'] }] }] } },
  ].map((rule) => ({
    ...rule,
    kind: 'service',
    nameZh: '服务',
    nameEn: 'Service',
    getZh: '得到',
    getEn: 'get',
    ask: ['area_office'],
    source: { document: 'plan', placeZh: '某县', placeEn: 'a county', clause: '一', quote: '原文' },
    statusZh: '请问',
    statusEn: 'ask',
  })),
  offices: [],
};

describe('the adviser', () => {
  it('reads what the server says, and refuses what is no rule', () => {
    const read = advice(data, 'adviser');
    expect(read.rules.map(({ when }) => when)).toEqual(data.rules.map(({ when }) => when));
    const broken = { ...data, rules: [{ ...data.rules[0], when: { question: 'age' } }] };
    expect(() => advice(broken, 'adviser')).toThrow('when.is');
  });

  it('sorts the rules and says how many', () => {
    const read = advice(data, 'adviser');
    const codes = (answers: Answers) => {
      const { may, depends, not } = judgeAll(read, answers);
      const of = (rules: readonly { code: string }[]) => rules.map(({ code }) => code).join('');
      return [of(may), of(depends.map(({ rule }) => rule)), of(not)].join('|');
    };
    expect(codes({})).toBe('a|bc|');
    expect(codes({ age: ['from80'] })).toBe('ab||c');
    expect(summaryText(judgeAll(read, {}), textsIn('zh'))).toBe(
      '可能适用 1 项，还要看其他回答的 2 项。',
    );
    expect(summaryText({ may: [], depends: [], not: [] }, textsIn('en'))).toContain('care adviser');
  });

  it('asks the server for rules, a start and a desk, and tells it no answer', async () => {
    const sent: string[] = [];
    const send = async (address: RequestInfo | URL, init: RequestInit = {}) => {
      sent.push(`${init.method} ${String(address)} ${init.body ?? ''}`.trim());
      const path = String(address);
      const body = path.includes('adviser?') || path.endsWith('adviser') ? data : { results: [] };
      return new Response(JSON.stringify(path.endsWith('welcome') ? { hotline: null } : body));
    };
    const api = new AdviserApi('/api/v1/', send as typeof fetch);
    const read = await api.advice();
    for (const answers of [{}, { age: ['from80'] }]) judgeAll(read, answers);
    expect(await api.hotline()).toBeNull();
    expect(await api.search('hm')).toEqual([]);
    expect(await api.desks({ lon: 121.17, lat: 31.87 })).toEqual([]);
    expect(sent).toEqual([
      'GET /api/v1/adviser',
      'GET /api/v1/welcome',
      'GET /api/v1/search?q=hm&limit=5',
      'GET /api/v1/find?lon=121.17&lat=31.87&need=adviser&limit=3',
    ]);
  });

  it('speaks both languages, with the same values', () => {
    const values = (text: string) =>
      [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
    expect(Object.keys(adviserEn).sort()).toEqual(Object.keys(adviserZh).sort());
    for (const key of Object.keys(adviserZh) as (keyof typeof adviserZh)[]) {
      expect(adviserZh[key].trim(), key).not.toBe('');
      expect(adviserEn[key].trim(), key).not.toBe('');
      expect(values(adviserEn[key]), key).toEqual(values(adviserZh[key]));
      // The name of the other language is the one Latin word.
      if (key !== 'lang.other')
        expect(adviserZh[key].replace(/\{\w+\}/g, ''), key).not.toMatch(/[A-Za-z]/);
    }
  });
});
