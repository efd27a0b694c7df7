import { numberField, selectField } from '../desk/fields';
import { MINUTES_RANGE } from '../desk/store';
import { SPEED_RANGE_KMH } from '../state/places';
import { h } from '../ui/dom';
import type { PlanContext } from './context';
import type { PlanState } from './state';

/** The type, the minutes and the group of a plan's question; every change is a step. */
export function askedFields(context: PlanContext): HTMLElement[] {
  const { tr, catalog, store } = context;
  const { state } = store;
  return [
    selectField(
      tr.t('ask.type'),
      'plan-type',
      [...catalog.types.values()].map((type) => [type.code, tr.named(type)]),
      state.type,
      (type) => store.go({ type }),
    ).element,
    ...walkedFields(context),
  ];
}

/** The same without the type. */
export function walkedFields({ tr, catalog, store }: PlanContext): HTMLElement[] {
  const { state } = store;
  return [
    numberField({
      label: tr.t('ask.minutes'),
      testId: 'plan-minutes',
      value: state.minutes,
      ...MINUTES_RANGE,
      step: 1,
      take: (minutes) => store.go({ minutes: minutes ?? state.minutes }),
    }),
    selectField(
      tr.t('ask.group'),
      'plan-group',
      catalog.status.groups.map((group) => [group.code, tr.named(group)]),
      state.group,
      (group) => store.go({ group }),
    ).element,
  ];
}

/** Minutes of the outer zone, pace and speed. */
export function paceFields({ tr, shared, catalog, store }: PlanContext): HTMLElement[] {
  const { state } = store;
  return [
    numberField({
      label: tr.t('ask.outer'),
      testId: 'plan-outer',
      value: state.outerMinutes,
      ...MINUTES_RANGE,
      step: 1,
      optional: true,
      take: (outerMinutes) => store.go({ outerMinutes }),
    }),
    selectField(
      shared.t('pace.title'),
      'plan-profile',
      catalog.status.profiles.map((profile) => [profile.code, tr.named(profile)]),
      state.profile ?? catalog.status.profiles[0]?.code ?? '',
      (profile) => store.go({ profile }),
    ).element,
    numberField({
      label: tr.t('ask.speed'),
      testId: 'plan-speed',
      value: state.speedKmh,
      ...SPEED_RANGE_KMH,
      optional: true,
      placeholder: tr.t('ask.speed.none'),
      take: (speedKmh) => store.go({ speedKmh }),
    }),
  ];
}

/** How often a person of each group counts; nothing is once. */
export function weightFields(
  { tr, catalog, store }: PlanContext,
  words: { readonly title: string; readonly why: string },
): HTMLElement {
  const take = (code: string, weight: number | null) => {
    const { [code]: _, ...others } = store.state.weights;
    store.go({ weights: weight !== null && weight > 1 ? { ...others, [code]: weight } : others });
  };
  return h(
    'fieldset',
    { class: 'weights' },
    h('legend', {}, words.title),
    h('p', { class: 'hint' }, words.why),
    h(
      'div',
      { class: 'weight-fields' },
      ...catalog.status.groups
        .filter(({ code }) => code !== 'households')
        .map((group) =>
          numberField({
            label: tr.named(group),
            testId: `plan-weight-${group.code}`,
            value: store.state.weights[group.code] ?? null,
            min: 1,
            max: 1000,
            optional: true,
            placeholder: '1',
            take: (weight) => take(group.code, weight),
          }),
        ),
    ),
  );
}

/** Parameters of {@link PlanState} that every question with walking has, as the API names them. */
export function walkQuery(state: PlanState) {
  return {
    type: state.type,
    minutes: state.minutes,
    zoneMinutes: state.outerMinutes === null ? null : `outer:${state.outerMinutes}`,
    group: state.group,
    profile: state.profile,
    speedKmh: state.speedKmh,
  };
}

/** True where two states ask about the same walking. */
export function sameWalk(one: PlanState, other: PlanState): boolean {
  return JSON.stringify(walkQuery(one)) === JSON.stringify(walkQuery(other));
}
