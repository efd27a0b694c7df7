import { DataTable } from '../../desk/data-table';
import { peopleText } from '../../i18n/format';
import { h } from '../../ui/dom';
import { type Kitchen, type Kitchens, type MealPoint, states } from './answers';
import { colorsOf, type KitchensContext, kitchenName } from './context';
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
  const cooks = ({ kitchen, parts }: MealPoint): string | null => {
    if (parts.length > 0) {
      return parts
        .map((part) =>
          t('kitchen.part', { name: names.get(part.kitchen) ?? '', meals: part.meals }),
        )
        .join(t('list.separator'));
    }
    return kitchen === null ? null : (names.get(kitchen) ?? '');
  };
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
              class: 'link kitchen-point',
              'data-testid': 'point-find',
              onclick: () => find(point),
            },
            h('span', {}, point.name),
            point.areaName === null ? null : h('small', {}, point.areaName),
          ),
      },
      {
        key: 'state',
        label: t('col.state'),
        words: true,
        sort: ({ state }) => states.indexOf(state),
        cell: (point) => stateCell(context, point, cooks(point), colors.get(point.kitchen ?? '')),
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
        label: t(answer.capacity ? 'col.given' : 'col.meals'),
        sort: ({ meals, given }) => (answer.capacity ? given : meals),
        cell: ({ meals, given }) =>
          answer.capacity && meals !== null
            ? t('kitchen.full', { load: peopleText(given, tr), capacity: peopleText(meals, tr) })
            : peopleText(meals, tr),
      },
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

/** The state, and the kitchen that feeds the point or would be the first there. */
function stateCell(
  { tr }: KitchensContext,
  { state, given }: MealPoint,
  kitchen: string | null,
  color: string | undefined,
): HTMLElement {
  const served = state === 'served';
  const element = h(
    'span',
    { class: `feed-state ${state}` },
    h('b', {}, tr.t(`state.${state}`)),
    kitchen,
    !served && given !== null && given > 0 && h('small', {}, tr.t('state.partly', { given })),
  );
  if (served && color) element.style.borderInlineStartColor = color;
  return element;
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
        cell: (kitchen) =>
          h(
            'span',
            { class: 'kitchen-cell' },
            stripe(kitchenName(context, kitchen), colors.get(kitchen.id)),
            tryButton(context, kitchen),
          ),
      },
      {
        key: 'points',
        label: t('col.points'),
        sort: ({ points }) => points,
        cell: ({ points }) => peopleText(points, tr),
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
          t('kitchen.full', { load: peopleText(load, tr), capacity: peopleText(capacity, tr) }),
      },
      {
        key: 'farthest',
        label: t('col.farthest'),
        sort: ({ farthestMinutes }) => farthestMinutes,
        cell: ({ farthestMinutes }) =>
          farthestMinutes === null ? '–' : tr.fixed(farthestMinutes, 1),
      },
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
