import { peopleText, shareText } from '../../i18n/format';
import type { TranslatorOf } from '../../i18n/language';
import type { ScenariosKey } from '../../i18n/plan/scenarios-zh';
import { colorOf, type ScaleClass } from '../../panels/scale';
import type { LegendColor } from '../../ui/legend';
import type { AreaChange, Numbers, Tried } from './answers';

/** Fewer than this is nobody: counts of people are sums of fractions. */
const NOBODY = 0.05;

type Words = TranslatorOf<ScenariosKey | 'unknown'>;

/** `+123`, `−4` or `±0`, with the minus sign of print, as tall as the plus. */
export function signed(value: number, tr: Words, decimals?: number): string {
  const size = Math.abs(value);
  const words =
    decimals === undefined ? peopleText(size < NOBODY ? 0 : size, tr) : tr.number(size, decimals);
  if (words === '0') return '±0';
  return `${value > 0 ? '+' : '−'}${words}`;
}

/** The one line that everybody looks at while dragging. */
export function headline(
  answer: Tried,
  tr: Words,
): { gained: string; lost: string; share: string } {
  return {
    gained: tr.t('live.gained', { people: signed(answer.gained, tr) }),
    lost: tr.t('live.lost', { people: signed(-answer.lost, tr) }),
    share: tr.t('live.share', {
      before: shareText(answer.before.coveredShare, tr),
      after: shareText(answer.after.coveredShare, tr),
    }),
  };
}

/** The same as one sentence, for screen readers. */
export function headlineSentence(answer: Tried, tr: Words): string {
  const { gained, lost, share } = headline(answer, tr);
  return tr.t('live.sentence', { gained, lost, share });
}

export function gainOf({ before, after }: { before: Numbers; after: Numbers }): number {
  return after.covered - before.covered;
}

/** From light to dark; blue-green against orange is told apart by every eye, and by lightness. */
const gains = ['#b7e0d6', '#5ab4a5', '#01665e'] as const;
const losses = ['#fbd7b5', '#f0955a', '#b5420c'] as const;

/** Steps of one colour, cut so that the largest change is in the darkest. */
export function changeScale(areas: readonly AreaChange[]): {
  gain: readonly ScaleClass[];
  loss: readonly ScaleClass[];
} {
  const most = Math.max(1, ...areas.map((area) => Math.abs(gainOf(area))));
  const middle = roundCut(most / 4);
  const upper = Math.max(roundCut(most / 2), middle * 2);
  const steps = [0, middle, upper];
  const classes = (colors: readonly string[]): ScaleClass[] =>
    colors.map((color, index) => ({ from: steps[index] ?? 0, color }));
  return { gain: classes(gains), loss: classes(losses) };
}

/** 1, 2 or 5 times a power of ten, not above the value; at least 1. */
function roundCut(value: number): number {
  if (value <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const lead = value / power;
  return (lead >= 5 ? 5 : lead >= 2 ? 2 : 1) * power;
}

/** Null where so little changes that nothing is coloured. */
export function changeColor(
  area: AreaChange,
  scale: ReturnType<typeof changeScale>,
): string | null {
  const gain = gainOf(area);
  if (Math.abs(gain) < NOBODY) return null;
  return colorOf(gain > 0 ? scale.gain : scale.loss, Math.abs(gain));
}

/** Colours with signs; only those that are on the map. */
export function changeLegend(areas: readonly AreaChange[], tr: Words): LegendColor[] {
  const scale = changeScale(areas);
  const used = new Set(areas.map((area) => changeColor(area, scale)));
  const items = (classes: readonly ScaleClass[], sign: '+' | '−'): LegendColor[] =>
    classes.flatMap(({ from, color }, index) => {
      if (!used.has(color)) return [];
      const next = classes[index + 1]?.from;
      const low = from === 0 ? tr.t('legend.upTo', { sign, to: tr.number(next ?? 0) }) : null;
      const values = { sign, from: tr.number(from), to: tr.number(next ?? 0) };
      const label =
        low ?? tr.t(next === undefined ? 'legend.changeFrom' : 'legend.changeBetween', values);
      return [{ color, label }];
    });
  return [...items(scale.loss, '−').reverse(), ...items(scale.gain, '+')];
}
