import { peopleText, shareText } from '../i18n/format';
import { h } from '../ui/dom';
import { type BoardContext, groupName, typeWord } from './context';
import type { Board } from './gap-answers';
import { leftShare } from './gap-sentences';
import { shadings } from './state';

/** The totals line above the table: everybody, everywhere in the area that is looked at. */
export function gapTotals(context: BoardContext, board: Board): HTMLElement {
  const { tr, store, catalog, shared } = context;
  const { t } = tr;
  const { total } = board;
  const outer = board.zoneMinutes.outer;
  const within =
    outer === undefined
      ? t('totals.within', { minutes: board.minutes })
      : t('totals.within.zones', { minutes: board.minutes, outer });
  const out = board.rows.filter(({ uncovered }) => uncovered > 0).length;
  return h(
    'div',
    { class: 'totals-line' },
    h(
      'p',
      { class: 'headline' },
      h('span', { class: 'share', 'data-testid': 'total-left' }, peopleText(total.uncovered, tr)),
      h(
        'span',
        {},
        t('totals.left', {
          group: groupName(context, board.group),
          within,
          type: typeWord(context, board.types[0] ?? ''),
          share: shareText(leftShare(total), tr),
        }),
      ),
    ),
    h(
      'p',
      { class: 'hint' },
      t('totals.more', {
        demand: peopleText(total.demand, tr),
        areas: out,
        of: board.rows.length,
        unknown: tr.number(total.unknownPoints),
        speed: tr.number(board.speedKmh, 2),
      }),
      board.method === 'straight-line' &&
        ` ${shared.t('method.straight', { factor: tr.number(catalog.status.detourFactor, 2) })}`,
    ),
    h(
      'label',
      { class: 'field shading-field' },
      h('span', {}, t('map.shading')),
      h(
        'select',
        {
          'data-testid': 'board-shading',
          onchange: (event: Event) => {
            const { value } = event.target as HTMLSelectElement;
            store.go({ shading: shadings.find((one) => one === value) ?? 'people' });
          },
        },
        ...shadings.map((one) =>
          h('option', { value: one, selected: one === store.state.shading }, t(`shading.${one}`)),
        ),
      ),
    ),
  );
}
