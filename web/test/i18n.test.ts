import { describe, expect, it } from 'vitest';
import { findTranslator } from '../src/find/translator';
import { boardEn } from '../src/i18n/board-en';
import { boardZh } from '../src/i18n/board-zh';
import { en } from '../src/i18n/en';
import { findEn } from '../src/i18n/find-en';
import { findZh } from '../src/i18n/find-zh';
import {
  dialable,
  distanceText,
  openingHoursText,
  peopleText,
  shareText,
  wholeMinutes,
} from '../src/i18n/format';
import { translatorFor } from '../src/i18n/translator';
import { zh } from '../src/i18n/zh';
import { csvText } from '../src/ui/download';

const zhText = translatorFor('zh');
const enText = translatorFor('en');
const placeholders = (text: string) =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

const pages: readonly [string, Record<string, string>, Record<string, string>][] = [
  ['of the find page', findZh, findEn],
  ['of the map page', zh, en],
  ['of the desk', boardZh, boardEn],
  ...planningDesk(),
];

/** The frame of the planning desk and each of its tabs: a file for each language. */
function planningDesk(): [string, Record<string, string>, Record<string, string>][] {
  const files = import.meta.glob<Record<string, Record<string, string>>>(
    '../src/i18n/plan/*-{zh,en}.ts',
    { eager: true },
  );
  // A file has one object of texts; whatever else it exports is a type.
  const textsOf = (path: string) => Object.values(files[path] ?? {})[0] ?? {};
  return Object.keys(files)
    .filter((path) => path.endsWith('-zh.ts'))
    .map((path) => [
      `of the planning desk, ${path.replace(/^.*\/|-zh\.ts$/g, '')}`,
      textsOf(path),
      textsOf(path.replace(/-zh\.ts$/, '-en.ts')),
    ]);
}

describe.each(pages)('messages %s', (_, chinese, english) => {
  it('exist in both languages, none empty', () => {
    expect(Object.keys(english).sort()).toEqual(Object.keys(chinese).sort());
    for (const text of [...Object.values(chinese), ...Object.values(english)])
      expect(text.trim()).not.toBe('');
  });

  it('take the same values in both languages', () => {
    for (const key of Object.keys(chinese)) {
      expect(placeholders(english[key] ?? ''), key).toEqual(placeholders(chinese[key] ?? ''));
    }
  });

  it('are Chinese without Latin words, and English without Chinese ones', () => {
    // The names of the product and of the sample data are the same in both languages.
    const alike = new Set(['title', 'sample.banner', 'import.streets', 'field.openingHours.hint']);
    for (const [key, text] of Object.entries(chinese)) {
      const words = text.replace(/\{\w+\}|https|WGS/g, '').match(/[A-Za-z]{2,}/g);
      if (!alike.has(key)) expect(words, key).toBeNull();
    }
    for (const [key, text] of Object.entries(english)) {
      if (!alike.has(key)) expect(text.match(/\p{Script=Han}+/u), key).toBeNull();
    }
  });
});

describe('translators', () => {
  it('put values in, and leave unknown places alone', () => {
    const { t } = findTranslator('zh');
    expect(t('answer.near', { minutes: 15, count: 3 })).toBe('15 分钟内走得到 3 处');
    expect(t('answer.near')).toContain('{count}');
  });

  it('fall back to the other language’s name', () => {
    expect(enText.named({ nameZh: '助浴', nameEn: '' })).toBe('助浴');
  });
});

describe('formats', () => {
  it('never promise less time than it takes', () => {
    expect([1, 60, 61, 900, 901].map(wholeMinutes)).toEqual([1, 1, 2, 15, 16]);
    expect(wholeMinutes(0)).toBe(1);
  });

  it('write distances as people say them', () => {
    expect(distanceText(483.6, zhText)).toBe('480 米');
    expect(distanceText(994.9, zhText)).toBe('990 米');
    expect(distanceText(995, zhText)).toBe('1 公里');
    expect(distanceText(2449, enText)).toBe('2.4 km');
  });

  it('tell unknown from nobody', () => {
    expect(peopleText(null, zhText)).toBe('未知');
    expect(peopleText(0, zhText)).toBe('0');
    expect(peopleText(2.75, zhText)).toBe('2.8');
    expect(peopleText(12345.6, zhText)).toBe('12,346');
  });

  it('write shares with one decimal', () => {
    expect(shareText(0.47, zhText)).toBe('47.0%');
    expect(shareText(null, zhText)).toBe('–');
  });

  it.each([
    ['24/7', '全天 24 小时'],
    ['Mo-Fr 08:00-17:00; PH off', '周一至周五 08:00–17:00；法定节假日 休息'],
    ['Mo-Su 10:30-13:00,16:30-18:30', '每天 10:30–13:00、16:30–18:30'],
    ['Mo,We 09:00-11:00', '周一、周三 09:00–11:00'],
    ['sunrise-sunset', 'sunrise-sunset'],
  ])('say opening hours %s in words', (hours, words) => {
    expect(openingHoursText(hours, findTranslator('zh'))).toBe(words);
  });

  it('make numbers that a telephone can dial', () => {
    // An extension is asked for, not dialled on; the second number is not part of the first.
    expect(dialable('0513-555-0001 (转 8)')).toBe('05135550001');
    expect(dialable('(0513) 8210 0000；0513-8210 0001')).toBe('051382100000');
    expect(dialable('+44 1786 404040')).toBe('+441786404040');
    expect(dialable('无')).toBe('');
    expect(dialable('+86 513 555')).toBe('+86513555');
    expect(dialable('暂无')).toBe('');
  });
});

describe('CSV', () => {
  it('quotes what must be quoted and disarms formulas', () => {
    expect(csvText([['a,b', 'say "x"', '=1+1', -1.5]])).toBe('"a,b","say ""x""",\'=1+1,-1.5\r\n');
  });
});
