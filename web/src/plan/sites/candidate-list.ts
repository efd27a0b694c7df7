import { DataTable } from '../../desk/data-table';
import { numberField } from '../../desk/fields';
import { fill, h } from '../../ui/dom';
import { icon } from '../../ui/icon';
import { fromField, toField, yuanText } from '../money';
import type { Candidate } from './answers';
import type { SitesContext } from './context';
import { CORNERS_RANGE, changeWish, type Source, sources, type Wish, wishOf } from './question';
import { kindWords } from './words';

export const uses = ['free', 'forced', 'forbidden'] as const;
export type Use = (typeof uses)[number];

export function useOf(wish: Pick<Wish, 'forced' | 'forbidden'>, id: string): Use {
  if (wish.forced.includes(id)) return 'forced';
  return wish.forbidden.includes(id) ? 'forbidden' : 'free';
}

/** The patch that gives one candidate another use. */
export function withUse(
  { forced, forbidden }: Pick<Wish, 'forced' | 'forbidden'>,
  id: string,
  use: Use,
): Pick<Wish, 'forced' | 'forbidden'> {
  const others = (ids: readonly string[]) => ids.filter((one) => one !== id);
  return {
    forced: use === 'forced' ? [...others(forced), id] : others(forced),
    forbidden: use === 'forbidden' ? [...others(forbidden), id] : others(forbidden),
  };
}

export const candidateId = ({ externalId }: Pick<Candidate, 'externalId'>) => `c:${externalId}`;

/** Where new sites may be: the sources, what they cost, and which ones are forced or forbidden. */
export function candidateFold(context: SitesContext): HTMLElement {
  const { tr, store } = context;
  const { t } = tr;
  const wish = wishOf(store.state);
  const said = h('span', { 'data-testid': 'candidates-said' });
  const list = h('div', { class: 'part', 'data-testid': 'candidates-part' });
  const given = h(
    'div',
    { class: 'part', 'data-testid': 'candidates-given' },
    ...givenList(context),
  );
  const corners = numberField({
    label: t('ask.corners'),
    testId: 'sites-corners',
    value: wish.corners,
    ...CORNERS_RANGE,
    step: 1,
    take: (value) => changeWish(context, { corners: value ?? wish.corners }),
  });
  corners.hidden = !wish.sources.includes('corners');
  const check = (source: Source) =>
    h(
      'label',
      { class: 'check' },
      h('input', {
        type: 'checkbox',
        checked: wish.sources.includes(source),
        'data-testid': `source-${source}`,
        onchange: (event: Event) => {
          const box = event.target as HTMLInputElement;
          const now = wishOf(store.state).sources;
          const next = sources.filter((one) => (one === source ? box.checked : now.includes(one)));
          // With no source nothing could be chosen: the last one stays.
          if (next.length === 0) box.checked = true;
          else changeWish(context, { sources: next });
          corners.hidden = !wishOf(store.state).sources.includes('corners');
        },
      }),
      h('span', {}, t(`source.${source}`)),
    );
  const fold = h(
    'details',
    {
      class: 'fold',
      ontoggle: () => {
        if (fold.open) fill(list, candidateTable(context));
      },
    },
    h('summary', { 'data-testid': 'candidates-fold' }, h('b', {}, t('candidates.title')), said),
    h('div', {}, ...sources.map(check)),
    h(
      'div',
      { class: 'fields' },
      corners,
      numberField({
        label: t('ask.cost'),
        testId: 'sites-cost',
        value: toField(wish.defaultCostYuan, tr),
        min: 0,
        optional: true,
        placeholder: t('ask.cost.grant'),
        take: (sum) => changeWish(context, { defaultCostYuan: fromField(sum, tr) }),
      }),
    ),
    h(
      'a',
      {
        class: 'button',
        href: './map.html#panel=manage',
        'data-testid': 'candidates-import',
      },
      icon('manage'),
      t('candidates.import'),
    ),
    given,
    list,
  );
  fill(said, candidateWords(context));
  return fold;
}

/** How many candidates are loaded, and how many of them are forced or forbidden. */
export function candidateWords({ tr, ground, store }: SitesContext): string {
  const { t, number } = tr;
  const { forced, forbidden } = wishOf(store.state);
  const count = (kind: string) =>
    number(ground.candidates.filter((one) => one.kind === kind && one.available).length);
  return [
    t('candidates.loaded', {
      premises: count('idle_premises'),
      buildings: count('community_building'),
    }),
    forced.length + forbidden.length > 0 &&
      t('use.said', { forced: forced.length, forbidden: forbidden.length }),
  ]
    .filter(Boolean)
    .join(' · ');
}

function candidateTable(context: SitesContext): HTMLElement {
  const { tr, ground, announce } = context;
  const { t } = tr;
  if (ground.candidates.length === 0) {
    return h('p', { class: 'notice' }, t('candidates.none'));
  }
  const table = new DataTable<Candidate>({
    testId: 'candidates-table',
    caption: t('candidates.caption'),
    columns: [
      {
        key: 'name',
        label: t('col.name'),
        words: true,
        // The kind below the name: the choice needs the width.
        cell: ({ name, kind }) =>
          h('span', {}, name, h('small', { class: 'kind' }, kindWords(kind, tr))),
        sort: ({ name }) => name,
      },
      {
        key: 'cost',
        label: t('col.cost'),
        cell: ({ costYuan }) => (costYuan === null ? t('unknown') : yuanText(costYuan, tr)),
        sort: ({ costYuan }) => costYuan,
      },
      { key: 'use', label: t('col.use'), cell: (one) => useSelect(context, one) },
    ],
    key: ({ externalId }) => externalId,
    page: 10,
    allLabel: (count) => t('table.all', { count }),
    sortedBy: (column, descending) =>
      t(descending ? 'table.sorted.down' : 'table.sorted.up', { column }),
    announce,
  });
  const offered = ground.candidates.filter(({ available }) => available);
  const away = ground.candidates.length - offered.length;
  table.show(offered);
  return h(
    'div',
    { class: 'part' },
    h('p', { class: 'hint' }, t('candidates.how')),
    table.element,
    away > 0 && h('p', { class: 'hint' }, t('candidates.away', { count: away })),
  );
}

/** Candidates that are forced or forbidden, wherever they were met, and a way to free them all. */
export function givenList(context: SitesContext): HTMLElement[] {
  const { tr, store, ground } = context;
  const { forced, forbidden } = wishOf(store.state);
  const ids = [...forced, ...forbidden];
  if (ids.length === 0) return [];
  const nameOf = (id: string) =>
    ground.candidates.find((one) => candidateId(one) === id)?.name ??
    ground.names.get(id) ??
    tr.t(id.startsWith('n:') ? 'corner.name' : 'kind.place');
  return [
    h('p', { class: 'field-name' }, tr.t('use.given')),
    h(
      'ul',
      { class: 'given' },
      ...ids.map((id) =>
        h(
          'li',
          { class: 'use-row' },
          h('span', { class: 'field-name' }, nameOf(id)),
          useOfId(context, id, nameOf(id)),
        ),
      ),
    ),
    h(
      'button',
      {
        type: 'button',
        class: 'button',
        'data-testid': 'use-clear',
        onclick: () => changeWish(context, { forced: [], forbidden: [] }),
      },
      tr.t('use.clear'),
    ),
  ];
}

/** Every choice on the page says what holds now, whichever of them was changed. */
export function showUses(root: HTMLElement, { store }: SitesContext): void {
  const wish = wishOf(store.state);
  for (const select of root.querySelectorAll<HTMLSelectElement>('select[data-candidate]')) {
    select.value = useOf(wish, select.dataset.candidate ?? '');
  }
}

/** Free, forced or forbidden. */
export function useSelect(
  context: SitesContext,
  { name, ...candidate }: Pick<Candidate, 'name' | 'externalId'>,
): HTMLElement {
  return useOfId(context, candidateId(candidate), name);
}

export function useOfId(context: SitesContext, id: string, name: string): HTMLElement {
  const { tr, store, announce } = context;
  const chosen = useOf(wishOf(store.state), id);
  const select = h(
    'select',
    {
      'aria-label': tr.t('use.label', { name }),
      'data-testid': 'candidate-use',
      'data-candidate': id,
      onchange: () => {
        const use = uses.find((one) => one === select.value) ?? 'free';
        changeWish(context, withUse(wishOf(store.state), id, use));
        announce(tr.t('use.now', { name, use: tr.t(`use.${use}`) }));
      },
    },
    ...uses.map((use) => h('option', { value: use, selected: use === chosen }, tr.t(`use.${use}`))),
  );
  return select;
}
