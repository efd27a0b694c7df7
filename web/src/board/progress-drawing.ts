import { svg } from '../ui/dom';
import { label } from './context';
import type { ProgressRow } from './targets-answers';
import { progressShare, progressWords } from './targets-words';
import type { BoardTranslator } from './translator';

const WIDTH = 120;
const HEIGHT = 16;

/**
 * How far along: the bar is the target, the filled part what is achieved, the mark what was to be
 * there by now. Ahead or behind is said in words beside it, never by colour alone.
 */
export function progressDrawing(row: ProgressRow, tr: BoardTranslator): SVGElement {
  const { t, number } = tr;
  const share = progressShare(row);
  const words = t('progress.drawing', {
    name: label({ tr }, row, row.column),
    achieved: row.achieved === null ? t('unknown') : number(row.achieved, 1),
    target: row.target === null ? t('unknown') : number(row.target, 1),
    state: progressWords(row, tr),
  });
  const parts: SVGElement[] = [
    svg('rect', { x: 0.5, y: 0.5, width: WIDTH - 1, height: HEIGHT - 1, rx: 3, class: 'target' }),
  ];
  if (share !== null) {
    parts.push(
      svg('rect', {
        x: 0.5,
        y: 0.5,
        width: share * (WIDTH - 1),
        height: HEIGHT - 1,
        rx: 3,
        class: `done ${row.state}`,
      }),
    );
  }
  const expected = row.expectedByNow;
  if (expected !== null && row.target !== null && row.target > 0) {
    const x = Math.min(1, expected / row.target) * (WIDTH - 3) + 1.5;
    parts.push(svg('line', { x1: x, x2: x, y1: 0, y2: HEIGHT, class: 'by-now' }));
  }
  return svg(
    'svg',
    {
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      width: WIDTH,
      height: HEIGHT,
      class: 'progress-drawing',
      role: 'img',
      'aria-label': words,
    },
    ...parts,
  );
}
