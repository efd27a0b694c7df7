import { numberField } from '../desk/fields';
import { SPEED_RANGE_KMH } from '../state/places';
import { fill, h } from '../ui/dom';
import { type BoardContext, groupName } from './context';
import { type BoardState, MINUTES_RANGE } from './state';

/** What is asked: type, minutes and whose; the rest is folded, with what is chosen in the fold. */
export function gapControls(context: BoardContext): HTMLElement {
  const { tr, store, catalog, shared } = context;
  const { t } = tr;
  const { state } = store;
  const said = h('span', {});
  const go = (patch: Partial<BoardState>) => {
    store.go(patch);
    fill(said, conditionWords(context));
  };
  fill(said, conditionWords(context));
  return h(
    'form',
    { class: 'controls', onsubmit: (event: Event) => event.preventDefault() },
    select(
      t('ask.type'),
      'board-type',
      [...catalog.types.values()].map((type) => [type.code, tr.named(type)]),
      state.type,
      (type) => go({ type, chosen: null }),
    ),
    minutes(t('ask.minutes'), 'board-minutes', state.minutes, false, (value) =>
      go({ minutes: value ?? state.minutes }),
    ),
    select(
      t('ask.group'),
      'board-group',
      catalog.status.groups.map((group) => [group.code, tr.named(group)]),
      state.group,
      (group) => go({ group }),
    ),
    h(
      'details',
      { class: 'fold more', open: isMore(state) },
      h('summary', { 'data-testid': 'board-more' }, h('b', {}, t('ask.more')), said),
      h(
        'div',
        { class: 'fields' },
        minutes(t('ask.outer'), 'board-outer', state.outerMinutes, true, (outerMinutes) =>
          go({ outerMinutes }),
        ),
        select(
          shared.t('pace.title'),
          'board-profile',
          catalog.status.profiles.map((profile) => [profile.code, tr.named(profile)]),
          state.profile ?? catalog.status.profiles[0]?.code ?? '',
          (profile) => go({ profile }),
        ),
        speed(context, (speedKmh) => go({ speedKmh })),
      ),
      weights(context, (given) => go({ weights: given })),
    ),
  );
}

function isMore({ outerMinutes, speedKmh, weights: given }: BoardState): boolean {
  return outerMinutes !== null || speedKmh !== null || Object.keys(given).length > 0;
}

/** The folded part in words. */
function conditionWords(context: BoardContext): string {
  const { tr, store, catalog } = context;
  const { t, number } = tr;
  const { outerMinutes, profile: code, speedKmh, weights: given } = store.state;
  const { profiles } = catalog.status;
  const profile = profiles.find((one) => one.code === code) ?? profiles[0];
  const speedWords = speedKmh ?? profile?.speedKmh;
  const weighted = Object.entries(given).map(
    ([group, weight]) => `${groupName(context, group)}×${number(weight, 2)}`,
  );
  return [
    outerMinutes === null ? null : t('ask.outer.said', { minutes: outerMinutes }),
    speedKmh === null && profile ? tr.named(profile) : null,
    speedWords === undefined ? null : t('ask.speed.value', { speed: number(speedWords, 2) }),
    weighted.length === 0 ? null : weighted.join(t('list.separator')),
  ]
    .filter(Boolean)
    .join(' · ');
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
  return numberField({ label, testId, value, ...MINUTES_RANGE, step: 1, optional, take });
}

function speed({ tr, store }: BoardContext, take: (speedKmh: number | null) => void): HTMLElement {
  const { t } = tr;
  return numberField({
    label: t('ask.speed'),
    testId: 'board-speed',
    value: store.state.speedKmh,
    ...SPEED_RANGE_KMH,
    optional: true,
    placeholder: t('ask.speed.none'),
    take,
  });
}

/** Small number fields, one for each group. */
function weights(
  context: BoardContext,
  take: (weights: BoardState['weights']) => void,
): HTMLElement {
  const { tr, store, catalog } = context;
  const { t } = tr;
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
          take(weight > 0 ? { ...others, [code]: weight } : others);
        },
      }),
    );
  return h(
    'fieldset',
    { class: 'weights' },
    h('legend', {}, t('ask.weights')),
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
