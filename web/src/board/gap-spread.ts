import { peopleText } from '../i18n/format';
import { svg } from '../ui/dom';
import type { SpeedStep } from './gap-answers';
import type { BoardTranslator } from './translator';

const WIDTH = 80;
const HEIGHT = 30;
const GAP = 3;

/** Share left out at each speed in 0..1, slow to fast; null where there is no demand. */
export function spreadHeights(spread: readonly SpeedStep[]): (number | null)[] {
  return spread.map(({ coveredShare }) => (coveredShare === null ? null : 1 - coveredShare));
}

/** The whole drawing in words: what slow and what fast walkers find. */
export function spreadWords(spread: readonly SpeedStep[], tr: BoardTranslator): string {
  const { t, number } = tr;
  const slow = spread[0];
  const fast = spread.at(-1);
  if (!slow || !fast) return t('spread.none');
  const step = ({ speedKmh, uncovered }: SpeedStep) =>
    t('spread.step', { speed: number(speedKmh, 2), people: peopleText(uncovered, tr) });
  return t('spread.words', { slow: step(slow), fast: step(fast) });
}

/**
 * One bar for each speed from slow to fast, as high as the share left out; the one nearest to the
 * asked speed is filled, so that the drawing says where in the range the figure stands.
 */
export function spreadDrawing(
  spread: readonly SpeedStep[],
  askedKmh: number,
  tr: BoardTranslator,
): SVGElement {
  const width = (WIDTH - GAP * (spread.length - 1)) / Math.max(1, spread.length);
  const asked = nearestStep(spread, askedKmh);
  const bars = spreadHeights(spread).map((share, index) => {
    const height = Math.max(1.5, (share ?? 0) * (HEIGHT - 2));
    return svg('rect', {
      x: index * (width + GAP),
      y: HEIGHT - 1 - height,
      width,
      height,
      class: index === asked ? 'asked' : 'other',
    });
  });
  return svg(
    'svg',
    {
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      width: WIDTH,
      height: HEIGHT,
      class: 'spread',
      role: 'img',
      'aria-label': spreadWords(spread, tr),
    },
    svg('line', { x1: 0, x2: WIDTH, y1: HEIGHT - 0.5, y2: HEIGHT - 0.5, class: 'ground' }),
    ...bars,
  );
}

export function nearestStep(spread: readonly SpeedStep[], askedKmh: number): number {
  let best = -1;
  let distance = Number.POSITIVE_INFINITY;
  for (const [index, { speedKmh }] of spread.entries()) {
    if (Math.abs(speedKmh - askedKmh) < distance) {
      distance = Math.abs(speedKmh - askedKmh);
      best = index;
    }
  }
  return best;
}
