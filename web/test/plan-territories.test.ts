import { describe, expect, it } from 'vitest';
import { territoriesEn } from '../src/i18n/plan/territories-en';
import { territoriesZh } from '../src/i18n/plan/territories-zh';
import type { Unit } from '../src/plan/territories/answers';
import { PALETTE, partColors } from '../src/plan/territories/colors';

const unit = (code: string, part: number, neighbours: string[]): Unit => ({
  code,
  name: code,
  townName: null,
  part,
  reason: null,
  weight: 1,
  stations: 1,
  people: 1,
  load: null,
  fixed: false,
  present: null,
  neighbours,
  minutes: null,
});

describe('colours of territories', () => {
  it('differ where parts touch', () => {
    // A ring of five around one.
    const units = [
      unit('m', 5, ['a', 'b', 'c', 'd', 'e']),
      unit('a', 0, ['m', 'b', 'e']),
      unit('b', 1, ['m', 'a', 'c']),
      unit('c', 2, ['m', 'b', 'd']),
      unit('d', 3, ['m', 'c', 'e']),
      unit('e', 4, ['m', 'd', 'a']),
    ];
    const colors = partColors(units, 6, ({ part }) => part);
    const of = new Map(units.map(({ code, part }) => [code, colors[part]]));
    for (const { code, neighbours } of units) {
      for (const near of neighbours) expect(of.get(code)).not.toBe(of.get(near));
    }
  });

  it('are given to parts without communities, too', () => {
    const colors = partColors([unit('a', 0, []), unit('b', -1, ['a'])], 3, ({ part }) => part);
    expect(colors).toHaveLength(3);
    for (const color of colors) expect(PALETTE).toContain(color);
  });

  it('are enough for the parts of a long chain', () => {
    const units = Array.from({ length: 40 }, (_, at) =>
      unit(`u${at}`, at, at === 0 ? [] : [`u${at - 1}`]),
    );
    const colors = partColors(units, 40, ({ part }) => part);
    for (let at = 1; at < 40; at++) expect(colors[at]).not.toBe(colors[at - 1]);
  });
});

describe('texts of territories', () => {
  it('have the same gaps in both languages', () => {
    for (const [key, zh] of Object.entries(territoriesZh)) {
      const en = territoriesEn[key as keyof typeof territoriesZh];
      const gaps = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
      expect(gaps(en), key).toEqual(gaps(zh));
    }
  });

  it('have no Latin words in Chinese', () => {
    for (const [key, zh] of Object.entries(territoriesZh)) {
      expect(zh.replace(/\{\w+\}/g, ''), key).not.toMatch(/[A-Za-z]/);
    }
  });
});
