import { numberField, selectField } from '../../desk/fields';
import { fill, h } from '../../ui/dom';
import { groupName } from '../context';
import type { KitchensContext } from './context';
import { type KitchenWish, vehicles, wishOf, wishPatch } from './question';

/** What is asked: vehicle, minutes, capacity; and, folded, who eats where. */
export function kitchenControls(context: KitchensContext): HTMLElement {
  const { tr, store, catalog, shared } = context;
  const { t } = tr;
  const { state } = store;
  const wish = wishOf(state);
  const said = h('span', {});
  const say = () =>
    fill(
      said,
      t('more.said', {
        group: groupName(context, store.state.group),
        minutes: store.state.minutes,
      }),
    );
  say();
  const change = (patch: Partial<KitchenWish>) => store.go(wishPatch(store.state, patch));
  const more = h(
    'details',
    { class: 'fold more' },
    h('summary', { 'data-testid': 'kitchens-more' }, h('b', {}, t('more.title')), said),
    h('p', { class: 'hint' }, t('more.why')),
    h(
      'div',
      { class: 'fields' },
      selectField(
        t('ask.group'),
        'kitchens-group',
        catalog.status.groups.map((group) => [group.code, tr.named(group)]),
        state.group,
        (group) => store.go({ group }),
      ).element,
      numberField({
        label: t('ask.walking'),
        testId: 'kitchens-walk',
        value: state.minutes,
        min: 1,
        max: 240,
        step: 1,
        take: (minutes) => store.go({ minutes: minutes ?? store.state.minutes }),
      }),
      selectField(
        shared.t('pace.title'),
        'kitchens-profile',
        catalog.status.profiles.map((profile) => [profile.code, tr.named(profile)]),
        state.profile ?? catalog.status.profiles[0]?.code ?? '',
        (profile) => store.go({ profile }),
      ).element,
    ),
  );
  more.addEventListener('change', say);
  return h(
    'form',
    { class: 'controls kitchen-controls', onsubmit: (event: Event) => event.preventDefault() },
    selectField(
      t('ask.vehicle'),
      'kitchens-vehicle',
      vehicles.map((vehicle) => [vehicle, t(`vehicle.${vehicle}`)]),
      wish.vehicle,
      (value) => change({ vehicle: vehicles.find((one) => one === value) ?? 'bicycle' }),
    ).element,
    numberField({
      label: t('ask.deliver'),
      testId: 'kitchens-minutes',
      value: wish.minutes,
      min: 1,
      max: 240,
      step: 1,
      take: (minutes) => minutes !== null && change({ minutes }),
    }),
    h(
      'label',
      { class: 'choice kitchen-capacity' },
      h('input', {
        type: 'checkbox',
        checked: wish.capacity,
        'data-testid': 'kitchens-capacity',
        onchange: (event: Event) =>
          change({ capacity: (event.target as HTMLInputElement).checked }),
      }),
      h('span', {}, t('ask.capacity')),
    ),
    more,
  );
}
