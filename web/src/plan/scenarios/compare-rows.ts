import { peopleText, shareText } from '../../i18n/format';
import type { TranslatorOf } from '../../i18n/language';
import type { FrameKey } from '../../i18n/plan/frame-zh';
import type { ScenariosKey } from '../../i18n/plan/scenarios-zh';
import { moneyNumber, moneyUnit } from '../money';
import type { Column } from './answers';
import { signed } from './difference';

type Words = TranslatorOf<ScenariosKey | FrameKey>;

/** One line of the comparison: a value for each column, and what more of it means. */
export interface CompareRow {
  readonly key: string;
  readonly label: string;
  readonly values: readonly (number | null)[];
  /** More is better (1), worse (-1) or neither (0). */
  readonly better: 1 | -1 | 0;
  readonly text: (value: number | null) => string;
  readonly difference: (value: number) => string;
  /** Said beside a value, such as costs that nobody knows. */
  readonly remark?: (index: number) => string | null;
}

/** Yuan for each person who comes within reach; null where nobody does, or costs are unknown. */
export function yuanPerPerson(base: Column, column: Column): number | null {
  const more = column.total.covered - base.total.covered;
  if (column.yuan === null || column.unknownCosts > 0 || more < 1) return null;
  return column.yuan / more;
}

function rounded(value: number | null, parts: number): number | null {
  return value === null ? null : Math.round(value * parts) / parts;
}

/** A difference with one decimal always, so that columns stand alike. */
function signedTenth(value: number, tr: Words): string {
  const words = tr.fixed(Math.abs(value), 1);
  if (Number(words) === 0) return '±0';
  return `${value > 0 ? '+' : '−'}${words}`;
}

/** Coverage, people, minutes and money of all columns; the first column is today. */
export function totalRows(columns: readonly Column[], tr: Words): CompareRow[] {
  const [base] = columns;
  if (!base) return [];
  const { t, number } = tr;
  const people = {
    text: (v: number | null) => peopleText(v, tr),
    difference: (v: number) => signed(v, tr),
  };
  const decimal = {
    text: (v: number | null) => (v === null ? t('unknown') : tr.fixed(v, 1)),
    difference: (v: number) => signedTenth(v, tr),
  };
  const whole = {
    text: (v: number | null) => (v === null ? t('unknown') : number(v)),
    difference: (v: number) => signed(v, tr, 0),
  };
  return [
    {
      key: 'share',
      label: t('compare.share'),
      // As printed, so that the difference is that of what stands there.
      values: columns.map(({ total }) => rounded(total.coveredShare, 1000)),
      better: 1,
      text: (v) => shareText(v, tr),
      difference: (v) => t('compare.percentPoints', { points: signedTenth(v * 100, tr) }),
    },
    {
      key: 'covered',
      label: t('compare.covered'),
      values: columns.map(({ total }) => total.covered),
      better: 1,
      ...people,
    },
    {
      key: 'uncovered',
      label: t('compare.uncovered'),
      values: columns.map(({ total }) => total.uncovered),
      better: -1,
      ...people,
    },
    {
      key: 'mean',
      label: t('compare.mean'),
      values: columns.map(({ meanMinutes }) => rounded(meanMinutes, 10)),
      better: -1,
      ...decimal,
    },
    {
      key: 'yuan',
      label: t('compare.yuan'),
      values: columns.map(({ yuan }) => yuan),
      better: 0,
      text: (v) => (v === null ? t('unknown') : moneyNumber(v, tr)),
      difference: (v) => signed(v / moneyUnit(tr), tr, 2),
      remark: (index) => {
        const count = columns[index]?.unknownCosts ?? 0;
        return count > 0 ? t('compare.unknownCost', { count }) : null;
      },
    },
    {
      key: 'perPerson',
      label: t('compare.perPerson'),
      values: columns.map((column, index) => (index === 0 ? null : yuanPerPerson(base, column))),
      better: 0,
      text: (v) => (v === null ? '–' : number(v)),
      difference: () => '',
    },
    {
      key: 'facilities',
      label: t('compare.facilities'),
      values: columns.map(({ facilities }) => facilities),
      better: 0,
      ...whole,
    },
    {
      key: 'places',
      label: t('compare.places'),
      values: columns.map(({ capacity }) => capacity),
      better: 0,
      ...whole,
      remark: (index) => {
        const column = columns[index];
        const count = column?.unknownCapacity ?? 0;
        return count > 0 && column?.capacity !== null
          ? t('compare.unknownCapacity', { count })
          : null;
      },
    },
  ];
}

/** People within reach of each group, in the order of the given codes. */
export function groupRows(
  columns: readonly Column[],
  groups: readonly { readonly code: string; readonly name: string }[],
  tr: Words,
): CompareRow[] {
  return groups
    .filter(({ code }) => columns.some(({ groups: of }) => of[code]))
    .map(({ code, name }) => ({
      key: code,
      label: name,
      values: columns.map(({ groups: of }) => of[code]?.covered ?? null),
      better: 1,
      text: (v) => peopleText(v, tr),
      difference: (v) => signed(v, tr),
    }));
}

/** Fewer than this is no difference: counts of people are sums of fractions. */
const SAME = 0.05;

/**
 * People within reach of each area of the level that was asked for.
 *
 * @param onlyDifferent leaves out areas where every column is as the first
 */
export function areaRows(
  columns: readonly Column[],
  onlyDifferent: boolean,
  tr: Words,
): CompareRow[] {
  const [base] = columns;
  if (!base) return [];
  const byCode = columns.map(({ areas }) => new Map(areas.map((area) => [area.code, area])));
  return base.areas
    .map((area) => ({
      key: area.code,
      label: area.name ?? area.code,
      values: byCode.map((areas) => areas.get(area.code)?.covered ?? null),
      better: 1 as const,
      text: (v: number | null) => peopleText(v, tr),
      difference: (v: number) => signed(v, tr),
    }))
    .filter((row) => !onlyDifferent || differs(row.values));
}

function differs([base, ...others]: readonly (number | null)[]): boolean {
  return others.some((value) => Math.abs((value ?? 0) - (base ?? 0)) >= SAME);
}
