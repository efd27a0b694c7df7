import { peopleText } from '../i18n/format';
import { h } from '../ui/dom';
import { type BoardContext, label } from './context';
import type { Need, SupplyCell } from './gap-answers';

/** Where the people of a need stand: served, without content, unclear, without place. */
export function supplyBar(cell: SupplyCell | null, { tr }: BoardContext): HTMLElement | null {
  if (!cell) return null;
  const people = cell.people ?? 0;
  const part = (kind: string, count: number | null) => {
    const element = h('span', { class: kind });
    element.style.width = `${people > 0 ? (100 * (count ?? 0)) / people : 0}%`;
    return element;
  };
  const words = tr.t('supply.bar.words', {
    served: peopleText(cell.served, tr),
    content: peopleText(cell.contentMissing, tr),
    unclear: peopleText(cell.contentUnknown, tr),
    place: peopleText(cell.placeMissing, tr),
  });
  return h(
    'div',
    { class: 'bar need-bar', role: 'img', 'aria-label': words },
    part('covered', cell.served),
    part('uncovered', cell.contentMissing),
    part('maybe', cell.contentUnknown),
    part('unreachable', cell.placeMissing),
  );
}

/** What the documents say, word for word, and which they are. */
export function clauseList(clauses: readonly Need[], context: BoardContext): HTMLElement {
  return h(
    'ul',
    {},
    ...clauses.map((clause) =>
      h(
        'li',
        {},
        h('q', { lang: context.tr.lang === 'zh' ? null : 'zh-CN' }, clause.quote),
        h('small', {}, ` ${label(context, clause)}`),
      ),
    ),
  );
}
