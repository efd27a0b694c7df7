import { isLonLat } from '../../geo/lonlat';
import type { ScenariosKey } from '../../i18n/plan/scenarios-zh';
import { toNumber } from '../../state/places';
import { fill, h } from '../../ui/dom';
import { typeName } from '../context';
import { fromField, toField } from '../money';
import { type Change, type Changes, changeId } from './changes';
import type { ScenariosContext } from './context';
import { keyNumber, type Station } from './drawing';

/** What the list lets somebody do. */
export interface ListActions {
  readonly stations: () => readonly Station[];
  edited(change: Change): void;
  removed(id: string): void;
  shown(change: Change): void;
}

interface Item {
  readonly element: HTMLElement;
  update(change: Change): void;
}

/** One number or text of a change that can be typed. */
interface Field<C> {
  readonly name: string;
  readonly label: ScenariosKey;
  readonly value: (change: C) => number | string | null;
  /** The change with what was typed; null where it makes no sense. */
  readonly typed: (change: C, words: string) => C | null;
  readonly text?: boolean;
}

/** The changes as a list with fields: everything that is done by hand on the map can be typed. */
export class ChangeList {
  readonly element: HTMLElement;
  readonly #title: HTMLElement;
  readonly #list = h('ol', { class: 'changes', 'data-testid': 'changes' });
  readonly #none: HTMLElement;
  #items = new Map<string, Item>();

  constructor(
    private readonly context: ScenariosContext,
    private readonly actions: ListActions,
  ) {
    this.#title = h('h3', { tabindex: -1 });
    this.#none = h('p', { class: 'hint' }, context.tr.t('changes.none'));
    this.element = h('section', { class: 'part' }, this.#title, this.#none, this.#list);
  }

  /** Items stay where they are, so that nobody loses the field being typed in. */
  show(changes: Changes): void {
    this.#title.textContent = this.context.tr.t('changes.title', { count: changes.length });
    this.#none.hidden = changes.length > 0;
    const items = new Map<string, Item>();
    for (const change of changes) {
      const id = changeId(change);
      const item = this.#items.get(id) ?? this.#make(change);
      item.update(change);
      items.set(id, item);
    }
    const elements = [...items.values()].map(({ element }) => element);
    const present = [...this.#list.children];
    const same =
      present.length === elements.length && present.every((el, at) => el === elements[at]);
    if (!same) {
      const focused = this.#list.contains(document.activeElement) ? document.activeElement : null;
      fill(this.#list, ...elements);
      if (focused instanceof HTMLElement && this.#list.contains(focused)) focused.focus();
      else if (focused) this.#title.focus();
    }
    this.#items = items;
  }

  #make(first: Change): Item {
    const { context, actions } = this;
    const { t } = context.tr;
    let change = first;
    const id = changeId(first);
    const heading = h('h4', {});
    const remark = h('p', { class: 'hint' });
    const fields = fieldsOf(first, context.tr).map((field) =>
      this.#field(
        field,
        id,
        () => change,
        (next) => actions.edited(next),
      ),
    );
    const remove = h(
      'button',
      {
        type: 'button',
        class: 'button',
        'data-testid': `remove-${id}`,
        onclick: () => actions.removed(id),
      },
      t('changes.remove'),
    );
    const show = h(
      'button',
      {
        type: 'button',
        class: 'button',
        'data-testid': `show-${id}`,
        onclick: () => actions.shown(change),
      },
      t('changes.show'),
    );
    const element = h(
      'li',
      { class: `change ${first.op}`, 'data-change': id },
      heading,
      remark,
      fields.length > 0 &&
        h('div', { class: 'fields change-fields' }, ...fields.map((one) => one.element)),
      h('div', { class: 'change-actions' }, show, remove),
    );
    return {
      element,
      update: (next) => {
        change = next;
        const what = changeName(context, this.actions.stations(), next);
        heading.textContent = what;
        remove.setAttribute('aria-label', t('changes.remove.named', { what }));
        show.setAttribute('aria-label', t('changes.show.named', { what }));
        const other = next.op === 'add' && next.type !== context.store.state.type;
        remark.hidden = !other;
        remark.textContent =
          next.op === 'add'
            ? t('changes.otherType', { type: typeName(context, context.store.state.type) })
            : '';
        for (const field of fields) field.update(next);
      },
    };
  }

  #field(
    field: Field<Change>,
    id: string,
    current: () => Change,
    edited: (change: Change) => void,
  ): Item {
    const { t } = this.context.tr;
    const input = h('input', {
      'data-testid': `${field.name}-${id}`,
      ...(field.text ? { type: 'text', maxlength: 100 } : { type: 'number', step: 'any' }),
    });
    input.addEventListener('change', () => {
      const next = field.typed(current(), input.value);
      input.setAttribute('aria-invalid', String(next === null));
      if (next) edited(next);
    });
    return {
      element: h('label', { class: 'field' }, h('span', {}, t(field.label)), input),
      update: (change) => {
        const value = field.value(change);
        const words = value === null ? '' : String(value);
        const typing = document.activeElement === input && toNumber(input.value) === value;
        if (input.value !== words && !typing) {
          input.value = words;
          input.setAttribute('aria-invalid', 'false');
        }
      },
    };
  }
}

/** What a change is called in the list. */
export function changeName(
  { tr }: Pick<ScenariosContext, 'tr'>,
  stations: readonly Station[],
  change: Change,
): string {
  const { t } = tr;
  switch (change.op) {
    case 'add':
      return t('changes.add', { name: change.name });
    case 'footbridge':
    case 'close-street':
      return t(`changes.${change.op}`, { number: keyNumber(change.key) });
    default:
      return t(`changes.${change.op}`, { name: stationName(stations, change.facility) });
  }
}

export function stationName(stations: readonly Station[], externalId: string): string {
  return stations.find((station) => station.externalId === externalId)?.name ?? externalId;
}

/** Null for nothing typed, undefined for what is no amount. */
function amount(words: string, whole: boolean): number | null | undefined {
  if (words.trim() === '') return null;
  const value = toNumber(words);
  return value >= 0 && (!whole || Number.isInteger(value)) ? value : undefined;
}

/** Six decimals are a tenth of a metre. */
const degrees = (value: number) => Math.round(value * 1e6) / 1e6;

function placeFields<C extends { lon: number; lat: number }>(): Field<C>[] {
  return [
    {
      name: 'lon',
      label: 'changes.lon',
      value: ({ lon }) => degrees(lon),
      typed: (change, words) => within({ ...change, lon: toNumber(words) }),
    },
    {
      name: 'lat',
      label: 'changes.lat',
      value: ({ lat }) => degrees(lat),
      typed: (change, words) => within({ ...change, lat: toNumber(words) }),
    },
  ];
}

function within<C extends { lon: number; lat: number }>(change: C): C | null {
  return isLonLat(change.lon, change.lat) ? change : null;
}

function costField<C extends { costYuan: number | null }>(tr: ScenariosContext['tr']): Field<C> {
  return {
    name: 'cost',
    label: 'changes.cost',
    value: ({ costYuan }) => toField(costYuan, tr),
    typed: (change, words) => {
      const typed = amount(words, false);
      return typed === undefined ? null : { ...change, costYuan: fromField(typed, tr) };
    },
  };
}

/** What can be typed of each kind of change. */
function fieldsOf(change: Change, tr: ScenariosContext['tr']): Field<Change>[] {
  type Of<O extends Change['op']> = Extract<Change, { op: O }>;
  const fields = {
    add: (): Field<Of<'add'>>[] => [
      {
        name: 'name',
        label: 'changes.name',
        text: true,
        value: ({ name }) => name,
        typed: (add, words) => (words.trim() === '' ? null : { ...add, name: words.trim() }),
      },
      ...placeFields<Of<'add'>>(),
      {
        name: 'capacity',
        label: 'changes.capacity',
        value: ({ capacity }) => capacity,
        typed: (add, words) => {
          const capacity = amount(words, true);
          return capacity === undefined ? null : { ...add, capacity };
        },
      },
      costField<Of<'add'>>(tr),
    ],
    move: (): Field<Of<'move'>>[] => [...placeFields<Of<'move'>>(), costField<Of<'move'>>(tr)],
    close: (): Field<Of<'close'>>[] => [],
    resize: (): Field<Of<'resize'>>[] => [
      {
        name: 'capacity',
        label: 'changes.capacity',
        value: ({ capacity }) => capacity,
        typed: (resize, words) => {
          const capacity = amount(words, true) ?? null;
          return capacity === null ? null : { ...resize, capacity };
        },
      },
      costField<Of<'resize'>>(tr),
    ],
    footbridge: (): Field<Of<'footbridge'>>[] => [
      ...endFields('from'),
      ...endFields('to'),
      costField<Of<'footbridge'>>(tr),
    ],
    'close-street': () => placeFields<Of<'close-street'>>(),
  };
  // Each maker belongs to the kind it is listed under.
  return fields[change.op]() as unknown as Field<Change>[];
}

function endFields(end: 'from' | 'to'): Field<Extract<Change, { op: 'footbridge' }>>[] {
  return placeFields<{ lon: number; lat: number }>().map((field) => ({
    name: `${field.name}-${end}`,
    label: `${field.label}.${end}` as ScenariosKey,
    value: (bridge) => field.value(bridge[end]),
    typed: (bridge, words) => {
      const place = field.typed(bridge[end], words);
      return place && { ...bridge, [end]: place };
    },
  }));
}
