import { h } from '../../ui/dom';
import type { Infeasible } from './answers';
import type { SitesContext } from './context';
import { changeWish, type Wish } from './question';
import { type Constraint, constraintOf, constraintValue } from './words';

/** Which condition fails, what would be possible, and a button that asks for just that. */
export function infeasibleNotice(
  context: SitesContext,
  infeasible: Infeasible,
  restart: () => void,
): HTMLElement {
  const { tr } = context;
  const { t } = tr;
  const constraint = constraintOf(infeasible);
  const { wanted, attainable } = infeasible;
  const own = tr.lang === 'zh' && infeasible.messageZh !== '';
  const patch = constraint && attainable !== null ? possiblePatch(constraint, attainable) : null;
  const value = (amount: number) => constraintValue(constraint, amount, tr);
  return h(
    'div',
    { class: 'notice warn', role: 'alert', 'data-testid': 'sites-infeasible' },
    h('p', {}, h('b', {}, t('infeasible.title'))),
    constraint && h('p', {}, t(`infeasible.${constraint}`)),
    h('p', { lang: own ? null : 'en' }, own ? infeasible.messageZh : infeasible.message),
    wanted !== null &&
      attainable !== null &&
      h('p', {}, t('infeasible.values', { wanted: value(wanted), attainable: value(attainable) })),
    patch &&
      attainable !== null &&
      h(
        'button',
        {
          type: 'button',
          class: 'button',
          'data-testid': 'sites-relax',
          onclick: () => {
            changeWish(context, patch);
            restart();
          },
        },
        t('infeasible.use', { value: value(attainable) }),
      ),
  );
}

/** What of the wish would have to be otherwise; null where a number alone does not say it. */
export function possiblePatch(constraint: Constraint, attainable: number): Partial<Wish> | null {
  // Shares are rounded down to a thousandth, so that what is asked next can be had.
  const share = Math.floor(attainable * 1000 + 1e-9) / 1000;
  switch (constraint) {
    case 'COVER_SHARE':
      return share > 0 ? { coverShare: share } : null;
    case 'TOWN_SHARE':
      return { minimumShare: share > 0 ? share : null };
    default:
      return null;
  }
}
