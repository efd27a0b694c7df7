import { MINUTES_RANGE, type PageState, SPEED_RANGE_KMH } from '../state/fragment';
import { fill, h } from '../ui/dom';
import { symbolImage } from '../ui/symbol';
import { groupName, lookOf, type PanelContext, typeName } from './context';

/** The planner's form: types, minutes, group and pace; every change goes into the page state. */
export function planQuestion(context: PanelContext): HTMLElement {
  const { t } = context.tr;
  const { store } = context;
  const { state } = store;
  const { types } = context.catalog();
  const chosenTypes = h('span', { class: 'chosen-types' });
  const nameChosen = () =>
    fill(
      chosenTypes,
      ...store.state.types.map((code) =>
        h('span', {}, symbolImage(lookOf(context, code), 1.3), typeName(context, code)),
      ),
      store.state.types.length === 0 && t('plan.noType'),
    );
  nameChosen();
  return h(
    'form',
    { class: 'question', onsubmit: (event: Event) => event.preventDefault() },
    h(
      'details',
      { class: 'types', open: state.types.length === 0 },
      h(
        'summary',
        { 'data-testid': 'plan-types' },
        h('span', { class: 'field-name' }, t('plan.types')),
        chosenTypes,
      ),
      h(
        'div',
        { class: 'chips', role: 'group', 'aria-label': t('plan.types') },
        ...[...types.keys()].map((code) =>
          h(
            'label',
            { class: 'chip' },
            h('input', {
              type: 'checkbox',
              value: code,
              checked: state.types.includes(code),
              'data-testid': `plan-type-${code}`,
              onchange: (event: Event) => toggle((event.target as HTMLInputElement).checked, code),
            }),
            h('span', {}, symbolImage(lookOf(context, code), 1.3), typeName(context, code)),
          ),
        ),
      ),
    ),
    minutesField(context),
    conditions(context),
  );

  function toggle(chosen: boolean, code: string): void {
    const others = store.state.types.filter((type) => type !== code);
    store.update({ types: chosen ? [...others, code] : others });
    nameChosen();
  }
}

/** Group and pace; folded where the screen is small, with what is chosen in the fold. */
function conditions(context: PanelContext): HTMLElement {
  const { t, named, number } = context.tr;
  const { store } = context;
  const { state } = store;
  const { status } = context.catalog();
  const chosen = h('span', {});
  const nameChosen = () => {
    const { profile: code, speedKmh } = store.state;
    const profile = status.profiles.find((one) => one.code === code) ?? status.profiles[0];
    const speed = speedKmh ?? profile?.speedKmh;
    chosen.textContent = [
      groupName(context, store.state.group),
      speedKmh === null && profile ? named(profile) : null,
      speed === undefined ? null : t('pace.speed', { speed: number(speed, 1) }),
    ]
      .filter(Boolean)
      .join(' · ');
  };
  const update = (patch: Partial<PageState>) => {
    store.update(patch);
    nameChosen();
  };
  nameChosen();
  return h(
    'details',
    { class: 'conditions' },
    h(
      'summary',
      { 'data-testid': 'plan-conditions' },
      h('span', { class: 'field-name' }, t('plan.conditions')),
      chosen,
    ),
    h(
      'div',
      { class: 'fields' },
      h(
        'label',
        { class: 'field' },
        h('span', {}, t('plan.group')),
        h(
          'select',
          {
            'data-testid': 'plan-group',
            onchange: (event: Event) =>
              update({ group: (event.target as HTMLSelectElement).value }),
          },
          ...status.groups.map((group) =>
            h('option', { value: group.code, selected: group.code === state.group }, named(group)),
          ),
        ),
      ),
      h(
        'label',
        { class: 'field' },
        h('span', {}, t('pace.title')),
        h(
          'select',
          {
            'data-testid': 'plan-profile',
            onchange: (event: Event) =>
              update({ profile: (event.target as HTMLSelectElement).value }),
          },
          ...status.profiles.map((profile) =>
            h(
              'option',
              { value: profile.code, selected: profile.code === state.profile },
              `${named(profile)} · ${t('pace.speed', { speed: number(profile.speedKmh, 1) })}`,
            ),
          ),
        ),
      ),
      h(
        'label',
        { class: 'field' },
        h('span', {}, t('plan.speed')),
        h('input', {
          type: 'number',
          inputmode: 'decimal',
          min: SPEED_RANGE_KMH.min,
          max: SPEED_RANGE_KMH.max,
          step: 'any',
          value: state.speedKmh,
          placeholder: t('plan.speed.none'),
          'data-testid': 'plan-speed',
          onchange: (event: Event) => {
            const field = event.target as HTMLInputElement;
            const valid = field.value !== '' && field.reportValidity();
            if (valid || field.value === '') {
              update({ speedKmh: valid ? field.valueAsNumber : null });
            }
          },
        }),
      ),
    ),
  );
}

/** A slider and a number that say the same. */
export function minutesField(context: PanelContext): HTMLElement {
  const { t } = context.tr;
  const { min, max } = MINUTES_RANGE;
  const initial = context.store.state.minutes;
  const take = (field: HTMLInputElement, other: HTMLInputElement) => {
    const minutes = Math.round(field.valueAsNumber);
    if (!(minutes >= min && minutes <= max)) return;
    other.value = String(minutes);
    context.store.update({ minutes });
  };
  const label = t('plan.minutes');
  const common = { min, max, step: 1, value: initial, 'aria-label': label };
  const slider: HTMLInputElement = h('input', {
    ...common,
    type: 'range',
    oninput: () => take(slider, exact),
  });
  const exact: HTMLInputElement = h('input', {
    ...common,
    type: 'number',
    'data-testid': 'plan-minutes',
    onchange: () => take(exact, slider),
  });
  return h(
    'div',
    { class: 'minutes-field' },
    h('span', { class: 'field-name' }, label),
    h('div', {}, slider, exact, h('span', {}, t('minutes'))),
  );
}
