import { SPEED_RANGE_KMH } from '../state/places';
import { fill, h } from '../ui/dom';
import { type BoardContext, groupName } from './context';
import { type BoardState, MINUTES_RANGE } from './state';

/** What is asked: type, minutes, whose, and how fast they walk. */
export function gapControls(context: BoardContext): HTMLElement {
  const { tr, store, catalog, shared } = context;
  const { t } = tr;
  const { state } = store;
  return h(
    'form',
    { class: 'controls', onsubmit: (event: Event) => event.preventDefault() },
    select(
      t('ask.type'),
      'board-type',
      [...catalog.types.values()].map((type) => [type.code, tr.named(type)]),
      state.type,
      (type) => store.go({ type, chosen: null }),
    ),
    minutes(t('ask.minutes'), 'board-minutes', state.minutes, false, (value) =>
      store.go({ minutes: value ?? state.minutes }),
    ),
    minutes(t('ask.outer'), 'board-outer', state.outerMinutes, true, (outerMinutes) =>
      store.go({ outerMinutes }),
    ),
    select(
      t('ask.group'),
      'board-group',
      catalog.status.groups.map((group) => [group.code, tr.named(group)]),
      state.group,
      (group) => store.go({ group }),
    ),
    select(
      shared.t('pace.title'),
      'board-profile',
      catalog.status.profiles.map((profile) => [
        profile.code,
        `${tr.named(profile)} · ${t('ask.speed.value', { speed: tr.number(profile.speedKmh, 2) })}`,
      ]),
      state.profile ?? catalog.status.profiles[0]?.code ?? '',
      (profile) => store.go({ profile }),
    ),
    speed(context),
    weights(context),
  );
}

function select(
  label: string,
  testId: string,
  options: readonly (readonly [string, string])[],
  chosen: string,
  choose: (value: string) => void,
): HTMLElement {
  return h(
    'label',
    { class: 'field' },
    h('span', {}, label),
    h(
      'select',
      {
        'data-testid': testId,
        onchange: (event: Event) => choose((event.target as HTMLSelectElement).value),
      },
      ...options.map(([value, text]) => h('option', { value, selected: value === chosen }, text)),
    ),
  );
}

function minutes(
  label: string,
  testId: string,
  value: number | null,
  optional: boolean,
  take: (minutes: number | null) => void,
): HTMLElement {
  return h(
    'label',
    { class: 'field' },
    h('span', {}, label),
    h('input', {
      type: 'number',
      inputmode: 'numeric',
      ...MINUTES_RANGE,
      step: 1,
      value,
      required: !optional,
      'data-testid': testId,
      onchange: (event: Event) => {
        const field = event.target as HTMLInputElement;
        if (field.value === '' ? optional : field.reportValidity()) {
          take(field.value === '' ? null : field.valueAsNumber);
        }
      },
    }),
  );
}

function speed({ tr, store }: BoardContext): HTMLElement {
  const { t } = tr;
  return h(
    'label',
    { class: 'field' },
    h('span', {}, t('ask.speed')),
    h('input', {
      type: 'number',
      inputmode: 'decimal',
      ...SPEED_RANGE_KMH,
      step: 'any',
      value: store.state.speedKmh,
      placeholder: t('ask.speed.none'),
      'data-testid': 'board-speed',
      onchange: (event: Event) => {
        const field = event.target as HTMLInputElement;
        if (field.value === '' || field.reportValidity()) {
          store.go({ speedKmh: field.value === '' ? null : field.valueAsNumber });
        }
      },
    }),
  );
}

/** Small number fields, one for each group; folded, as most questions are about one group. */
function weights(context: BoardContext): HTMLElement {
  const { tr, store, catalog } = context;
  const { t, number } = tr;
  const said = h('span', {});
  const say = (given: BoardState['weights']) => {
    const words = Object.entries(given).map(
      ([group, weight]) => `${groupName(context, group)} × ${number(weight, 2)}`,
    );
    fill(said, words.join(t('list.separator')) || t('ask.weights.none'));
  };
  say(store.state.weights);
  const field = (code: string, name: string) =>
    h(
      'label',
      { class: 'field weight' },
      h('span', {}, name),
      h('input', {
        type: 'number',
        inputmode: 'decimal',
        min: 0,
        max: 1000,
        step: 'any',
        value: store.state.weights[code] ?? null,
        placeholder: '0',
        'data-testid': `board-weight-${code}`,
        onchange: (event: Event) => {
          const input = event.target as HTMLInputElement;
          if (!input.reportValidity()) return;
          const { [code]: _, ...others } = store.state.weights;
          const weight = input.value === '' ? 0 : input.valueAsNumber;
          const next = weight > 0 ? { ...others, [code]: weight } : others;
          say(next);
          store.go({ weights: next });
        },
      }),
    );
  return h(
    'details',
    { class: 'weights', open: Object.keys(store.state.weights).length > 0 },
    h('summary', { 'data-testid': 'board-weights' }, h('b', {}, t('ask.weights')), said),
    h('p', { class: 'hint' }, t('ask.weights.why')),
    h(
      'div',
      { class: 'weight-fields' },
      ...catalog.status.groups
        .filter(({ code }) => code !== 'households')
        .map((group) => field(group.code, tr.named(group))),
    ),
  );
}
