import { numberField } from '../../desk/fields';
import { h } from '../../ui/dom';
import { icon } from '../../ui/icon';
import type { Kitchens } from './answers';
import type { KitchensContext } from './context';
import { TRIED_MAX, wishOf, wishPatch } from './question';

/** Kitchens that are tried: added on the map, their meals, and the way back. */
export function tryPart(context: KitchensContext, answer: Kitchens | null): HTMLElement {
  const { tr, store, map, announce } = context;
  const { t } = tr;
  const { added, closed } = wishOf(store.state);
  const off = new Set(
    (answer?.kitchens ?? []).filter(({ onStreet }) => onStreet === false).map(({ id }) => id),
  );
  const add = () =>
    map.pickPlace(t('try.prompt'), ({ lon, lat }) => {
      map.pickPlace(null);
      const now = wishOf(store.state).added;
      const capacity = usualCapacity(answer);
      store.go(wishPatch(store.state, { added: [...now, { lon, lat, capacity }] }));
      announce(t('try.added', { number: now.length + 1 }));
    });
  return h(
    'section',
    { class: 'part', 'data-testid': 'try-kitchens' },
    h('h2', {}, t('try.title')),
    h('p', { class: 'hint' }, t('try.why')),
    h(
      'div',
      { class: 'try-actions' },
      h(
        'button',
        {
          type: 'button',
          class: 'button primary',
          disabled: added.length >= TRIED_MAX,
          'data-testid': 'kitchen-add',
          onclick: add,
        },
        icon('place'),
        t('try.add'),
      ),
      added.length + closed.length > 0 &&
        h(
          'button',
          {
            type: 'button',
            class: 'button',
            'data-testid': 'kitchen-reset',
            onclick: () => store.go(wishPatch(store.state, { added: [], closed: [] })),
          },
          t('try.reset'),
        ),
    ),
    added.length > 0 &&
      h(
        'ul',
        { class: 'tried-list' },
        ...added.map((tried, at) => {
          const number = at + 1;
          const name = t('try.name', { number });
          return h(
            'li',
            { class: 'tried', 'data-testid': `tried-${number}` },
            h('b', {}, name),
            off.has(`added-${number}`) && h('p', { class: 'form-error' }, t('try.off')),
            numberField({
              label: t('try.capacity'),
              testId: `tried-capacity-${number}`,
              value: tried.capacity,
              min: 0,
              max: 1_000_000,
              step: 1,
              optional: true,
              take: (capacity) =>
                store.go(
                  wishPatch(store.state, {
                    added: wishOf(store.state).added.map((one, i) =>
                      i === at ? { ...one, capacity } : one,
                    ),
                  }),
                ),
            }),
            h(
              'button',
              {
                type: 'button',
                class: 'button',
                'data-testid': `tried-find-${number}`,
                'aria-label': `${t('map.find')} ${name}`,
                onclick: () => map.reveal(tried),
              },
              t('map.find'),
            ),
            h(
              'button',
              {
                type: 'button',
                class: 'button',
                'data-testid': `tried-remove-${number}`,
                'aria-label': `${t('remove')} ${name}`,
                onclick: () =>
                  store.go(
                    wishPatch(store.state, {
                      added: wishOf(store.state).added.filter((_, i) => i !== at),
                    }),
                  ),
              },
              t('remove'),
            ),
          );
        }),
      ),
  );
}

const ROUND_MEALS = 10;

/** What kitchens cook on average, for a start; null where none says how much it cooks. */
export function usualCapacity(answer: Kitchens | null): number | null {
  const known = (answer?.kitchens ?? [])
    .filter(({ state }) => state !== 'added')
    .map(({ capacity }) => capacity)
    .filter((capacity) => capacity !== null);
  if (known.length === 0) return null;
  const mean = known.reduce((sum, capacity) => sum + capacity, 0) / known.length;
  return Math.round(mean / ROUND_MEALS) * ROUND_MEALS;
}
