import type { Column } from '../desk/data-table';
import { peopleText, shareText } from '../i18n/format';
import { h } from '../ui/dom';
import type { BoardContext } from './context';
import type { BoardRow } from './gap-answers';
import { leftShare, nearestMinutes, shortReason } from './gap-sentences';
import { spreadDrawing } from './gap-spread';

/** The level below, for drilling down. */
const below = { county: 'town', town: 'community', community: null } as const;

/**
 * The columns of the gap board.
 *
 * @param choose opens the card of an area
 * @param speedKmh at which the rows were judged
 */
export function gapColumns(
  context: BoardContext,
  choose: (code: string) => void,
  speedKmh: () => number,
): Column<BoardRow>[] {
  const { tr } = context;
  const { t } = tr;
  return [
    {
      key: 'name',
      label: t('col.area'),
      words: true,
      sort: ({ name }) => name,
      cell: (row) => areaCell(context, row, choose),
    },
    {
      key: 'left',
      label: t('col.left'),
      sort: (row) => (row.rank === null ? null : (row.weighted ?? row.uncovered)),
      cell: (row) => leftCell(context, row),
    },
    {
      key: 'share',
      label: t('col.share'),
      sort: leftShare,
      cell: (row) => shareText(leftShare(row), tr),
    },
    {
      key: 'age80',
      label: t('col.age80'),
      sort: ({ groups }) => groups.age80?.uncovered ?? null,
      cell: ({ groups }) => peopleText(groups.age80?.uncovered ?? null, tr),
    },
    {
      key: 'nearest',
      label: t('col.nearest'),
      sort: (row) => row.nearestMinutes,
      cell: (row) =>
        row.nearestMinutes === null ? '–' : t('minutes', { minutes: nearestMinutes(row) }),
    },
    {
      key: 'facilities',
      label: t('col.facilities'),
      sort: ({ facilities }) => facilities,
      cell: ({ facilities }) => tr.number(facilities),
    },
    { key: 'reason', label: t('col.reason'), words: true, cell: (row) => shortReason(row, tr) },
    {
      key: 'spread',
      label: t('col.spread'),
      cell: (row) => spreadDrawing(row.spread, speedKmh(), tr),
    },
  ];
}

/** People left out; below, what the weights make of all groups, where there are weights. */
function leftCell({ tr }: BoardContext, row: BoardRow): HTMLElement {
  return h(
    'span',
    {},
    h('b', {}, peopleText(row.rank === null ? null : row.uncovered, tr)),
    row.weighted !== null &&
      h('small', {}, ` ${tr.t('col.weighted', { value: tr.number(row.weighted, 1) })}`),
  );
}

function areaCell(
  context: BoardContext,
  row: BoardRow,
  choose: (code: string) => void,
): HTMLElement {
  const { t } = context.tr;
  const next = below[context.store.state.level];
  return h(
    'div',
    { class: 'area-cell' },
    h(
      'span',
      { class: 'rank' },
      h('span', { class: 'visually-hidden' }, t('col.rank')),
      row.rank ?? '?',
    ),
    h(
      'button',
      {
        type: 'button',
        class: 'link',
        'data-testid': 'board-choose',
        onclick: () => choose(row.code),
      },
      row.name,
      // Towns are all of one county, which the way down names already.
      next === null && row.parentName && h('small', {}, row.parentName),
    ),
    next &&
      h(
        'button',
        {
          type: 'button',
          class: 'link',
          'data-testid': 'board-below',
          'aria-label': t('gaps.below.of', { name: row.name }),
          onclick: () => context.store.go({ level: next, area: row.code, chosen: null }),
        },
        t('gaps.below'),
      ),
  );
}
