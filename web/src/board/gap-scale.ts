import { shareText } from '../i18n/format';
import { colorOf, countScale, type ScaleClass, shareScale } from '../panels/scale';
import type { LegendColor, LegendPart } from '../ui/legend';
import type { BoardRow } from './gap-answers';
import { leftShare } from './gap-sentences';
import type { Shading } from './state';
import type { BoardTranslator } from './translator';

export const UNKNOWN_COLOR = '#c9c7c2';
/** Nobody is left out: no step of the scale, so that it is told from few. */
export const NOBODY_COLOR = '#dfece4';

/** What a row is coloured by: people (weighted where weights are given) or their share. */
export function shadedValue(row: BoardRow, shading: Shading): number | null {
  if (row.rank === null && row.demand === 0 && row.unknownPoints > 0) return null;
  if (shading === 'share') return leftShare(row) ?? 0;
  return row.weighted ?? row.uncovered;
}

/** Classes that hold about as many areas each, cut at round numbers; shares have fixed ones. */
export function boardScale(rows: readonly BoardRow[], shading: Shading): readonly ScaleClass[] {
  if (shading === 'share') return shareScale;
  return countScale(
    rows.map((row) => shadedValue(row, shading) ?? 0),
    'warm',
  );
}

export function boardColor(value: number | null, scale: readonly ScaleClass[]): string {
  if (value === null) return UNKNOWN_COLOR;
  return value > 0 ? colorOf(scale, value) : NOBODY_COLOR;
}

/** Each class with its bounds and how many areas fall into it. */
export function boardLegend(
  rows: readonly BoardRow[],
  scale: readonly ScaleClass[],
  shading: Shading,
  title: string,
  tr: BoardTranslator,
): LegendPart {
  const { t, number } = tr;
  const values = rows.map((row) => shadedValue(row, shading));
  const bound = (value: number) => (shading === 'share' ? shareText(value, tr) : number(value));
  const areas = (count: number) => t('legend.areas', { count });
  const items: LegendColor[] = scale.map(({ from, color }, index) => {
    const to = scale[index + 1]?.from;
    const count = values.filter(
      (value) => value !== null && value > 0 && value >= from && (to === undefined || value < to),
    ).length;
    const words =
      to === undefined
        ? t('legend.from', { from: bound(from) })
        : t('legend.between', { from: bound(from), to: bound(to) });
    return { color, label: `${words} ${areas(count)}` };
  });
  const nobody = values.filter((value) => value === 0).length;
  const unknown = values.filter((value) => value === null).length;
  if (nobody > 0)
    items.unshift({ color: NOBODY_COLOR, label: `${t('legend.nobody')} ${areas(nobody)}` });
  if (unknown > 0)
    items.push({ color: UNKNOWN_COLOR, label: `? ${t('unknown')} ${areas(unknown)}` });
  return { kind: 'colors', title, items, ramp: true };
}
