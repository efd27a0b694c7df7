import { DataTable } from '../../desk/data-table';
import { peopleText } from '../../i18n/format';
import { h } from '../../ui/dom';
import { type Kitchen, type Kitchens, type MealPoint, states } from './answers';
import { colorsOf, type KitchensContext, kitchenName, UNFED } from './context';
import { wishOf, wishPatch } from './question';

/** Points that nobody feeds first. */
export function pointTable(
  context: KitchensContext,
  answer: Kitchens,
  find: (point: MealPoint) => void,
): DataTable<MealPoint> {
  const { tr } = context;
  const { t } = tr;
  const names = new Map(answer.kitchens.map((one) => [one.id, kitchenName(context, one)]));
  const colors = colorsOf(answer);
  const table = new DataTable<MealPoint>({
    testId: 'points-table',
    caption: t('points.caption'),
    columns: [
      {
        key: 'name',
        label: t('col.point'),
        words: true,
        sort: ({ name }) => name,
        cell: (point) =>
          h(
            'button',
            {
              type: 'button',
              class: 'link',
              'data-testid': 'point-find',
              onclick: () => find(point),
            },
            point.name,
            point.areaName === null ? null : h('small', {}, point.areaName),
          ),
      },
      {
        key: 'state',
        label: t('col.state'),
        words: true,
        sort: ({ state }) => states.indexOf(state),
        cell: (point) => stateCell(context, point),
      },
      {
        key: 'kitchen',
        label: t('col.kitchen'),
        words: true,
        sort: ({ kitchen }) => (kitchen === null ? null : (names.get(kitchen) ?? '')),
        cell: (point) => {
          if (point.kitchen === null) return t('kitchen.nobody');
          const words =
            point.parts.length > 0
              ? point.parts
                  .map(({ kitchen, meals }) =>
                    t('kitchen.part', { name: names.get(kitchen) ?? '', meals }),
                  )
                  .join(t('list.separator'))
              : (names.get(point.kitchen) ?? '');
          return stripe(words, point.state === 'served' ? colors.get(point.kitchen) : UNFED);
        },
      },
      {
        key: 'minutes',
        label: t('col.minutes'),
        sort: ({ minutes }) => minutes,
        cell: ({ minutes }) => (minutes === null ? '–' : tr.fixed(minutes, 1)),
      },
      {
        key: 'people',
        label: t('col.people'),
        sort: ({ people }) => people,
        cell: ({ people }) => peopleText(people, tr),
      },
      {
        key: 'meals',
        label: t('col.meals'),
        sort: ({ meals }) => meals,
        cell: ({ meals }) => peopleText(meals, tr),
      },
      ...(answer.capacity
        ? [
            {
              key: 'given',
              label: t('col.given'),
              sort: ({ given }: MealPoint) => given,
              cell: ({ given }: MealPoint) => peopleText(given, tr),
            },
          ]
        : []),
    ],
    key: ({ id }) => id,
    allLabel: (count) => t('table.all', { count }),
    sortedBy: (column, descending) =>
      t(descending ? 'table.sorted.down' : 'table.sorted.up', { column }),
    announce: context.announce,
  });
  table.show(answer.points);
  return table;
}

function stateCell({ tr }: KitchensContext, { state }: MealPoint): HTMLElement {
  return h(
    'span',
    { class: `feed-state ${state}` },
    h('b', {}, tr.t(`state.${state}`)),
    state === 'served' ? null : h('small', {}, tr.t(`state.why.${state}`)),
  );
}

function stripe(words: string, color: string | undefined): HTMLElement {
  const element = h('span', { class: 'kitchen-stripe' }, words);
  if (color) element.style.borderInlineStartColor = color;
  return element;
}

/** Kitchens, each with a button that tries the county without it. */
export function kitchenTable(context: KitchensContext, answer: Kitchens): HTMLElement {
  const { tr } = context;
  const { t } = tr;
  const colors = colorsOf(answer);
  const table = new DataTable<Kitchen>({
    testId: 'kitchens-table',
    caption: t('kitchens.caption'),
    columns: [
      {
        key: 'name',
        label: t('col.kitchen'),
        words: true,
        sort: (kitchen) => kitchenName(context, kitchen),
        cell: (kitchen) => stripe(kitchenName(context, kitchen), colors.get(kitchen.id)),
      },
      {
        key: 'points',
        label: t('col.points'),
        sort: ({ points }) => points,
        cell: ({ points }) => tr.number(points),
      },
      {
        key: 'people',
        label: t('col.people'),
        sort: ({ people }) => people,
        cell: ({ people }) => peopleText(people, tr),
      },
      {
        key: 'load',
        label: t('col.load'),
        sort: ({ load }) => load,
        cell: ({ load, capacity }) =>
          t('kitchen.full', { load: tr.number(load), capacity: peopleText(capacity, tr) }),
      },
      {
        key: 'farthest',
        label: t('col.farthest'),
        sort: ({ farthestMinutes }) => farthestMinutes,
        cell: ({ farthestMinutes }) =>
          farthestMinutes === null ? '–' : tr.fixed(farthestMinutes, 1),
      },
      { key: 'try', label: t('col.try'), cell: (kitchen) => tryButton(context, kitchen) },
    ],
    key: ({ id }) => id,
    allLabel: (count) => t('table.all', { count }),
    sortedBy: (column, descending) =>
      t(descending ? 'table.sorted.down' : 'table.sorted.up', { column }),
    announce: context.announce,
  });
  table.show(answer.kitchens);
  return table.element;
}

function tryButton(context: KitchensContext, kitchen: Kitchen): HTMLElement | null {
  const { tr, store } = context;
  if (kitchen.state === 'added') return null;
  const closed = kitchen.state === 'closed';
  const id = kitchen.externalId ?? kitchen.id;
  const name = kitchenName(context, kitchen);
  const words = tr.t(closed ? 'try.reopen' : 'try.close');
  return h(
    'button',
    {
      type: 'button',
      class: 'button',
      'data-testid': `kitchen-try-${id}`,
      'aria-label': `${words} ${name}`,
      onclick: () => {
        const left = wishOf(store.state).closed.filter((one) => one !== id);
        store.go(wishPatch(store.state, { closed: closed ? left : [...left, id] }));
      },
    },
    words,
  );
}
