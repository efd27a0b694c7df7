import { peopleText } from '../../i18n/format';
import { h } from '../../ui/dom';
import { type FeedState, type Kitchens, type KitchenTotals, states } from './answers';
import type { KitchensContext } from './context';

const unfed = states.filter((state) => state !== 'served');

/** The figures of all points, and what they were before kitchens were tried. */
export function summary({ tr }: KitchensContext, answer: Kitchens): HTMLElement {
  const { t, number, fixed } = tr;
  const { totals, before } = answer;
  const lines = [
    t('sum.people', {
      served: peopleText(totals.peopleServed, tr),
      people: peopleText(totals.people, tr),
    }),
    totals.meanMinutes === null || totals.farthestMinutes === null
      ? null
      : t('sum.mean', {
          mean: fixed(totals.meanMinutes, 1),
          farthest: fixed(totals.farthestMinutes, 1),
        }),
    t('sum.meals', { served: number(totals.mealsServed), meals: number(totals.meals) }),
    totals.unknownMeals > 0 ? t('sum.mealsUnknown', { count: number(totals.unknownMeals) }) : null,
    before &&
      t('sum.before', {
        served: number(before.served),
        people: peopleText(before.peopleServed, tr),
      }),
  ];
  return h(
    'section',
    { class: 'kitchen-summary', 'data-testid': 'kitchen-summary' },
    h(
      'p',
      { class: 'headline' },
      h('b', { 'data-testid': 'points-served' }, number(totals.served)),
      ` ${t('sum.served')} `,
      h('span', {}, t('sum.of', { count: number(totals.points) })),
    ),
    h(
      'ul',
      { class: 'state-counts' },
      ...unfed
        .filter((state) => countOf(totals, state) > 0)
        .map((state) =>
          h(
            'li',
            { class: `feed-state ${state}`, 'data-testid': `count-${state}` },
            h('b', {}, `${t(`state.${state}`)} ${number(countOf(totals, state))}`),
            h('small', {}, t(`state.why.${state}`)),
          ),
        ),
    ),
    ...lines.filter((line) => line !== null).map((line) => h('p', {}, line)),
  );
}

function countOf(totals: KitchenTotals, state: FeedState): number {
  const counts: Record<FeedState, number> = {
    served: totals.served,
    'too-far': totals.tooFar,
    unreachable: totals.unreachable,
    'over-capacity': totals.overCapacity,
    unknown: totals.unknown,
  };
  return counts[state];
}
