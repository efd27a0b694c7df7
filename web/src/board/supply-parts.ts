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

/** Which documents say so, and word for word what, folded: clauses are longer than figures. */
export function clauseList(clauses: readonly Need[], context: BoardContext): HTMLElement {
  const { lang, t } = context.tr;
  const names = clauses.map((clause) => label(context, clause)).join(t('list.separator'));
  return h(
    'details',
    { class: 'fold' },
    h('summary', {}, names),
    ...clauses.map((clause) =>
      h(
        'blockquote',
        {},
        h(
          'p',
          { lang: lang === 'zh' ? null : 'zh-CN' },
          t('clause.quote', { quote: clause.quote }),
        ),
        h('footer', {}, label(context, clause)),
      ),
    ),
  );
}
