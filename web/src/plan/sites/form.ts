import { numberField, selectField } from '../../desk/fields';
import { fill, h } from '../../ui/dom';
import { fromField, toField } from '../money';
import { askedFields, paceFields, weightFields } from '../who-walks';
import { candidateFold } from './candidate-list';
import type { SitesContext } from './context';
import { grantFold } from './grant-editor';
import { changeWish, models, SECONDS_RANGE, wishOf } from './question';

/** What the form lets somebody do beside changing the link's state. */
export interface FormActions {
  readonly start: () => void;
  /** A sum of a grant was changed: prices are others now. */
  readonly grantsChanged: () => void;
}

/** The form of a selection; every field is written into the link at once, nothing is asked yet. */
export function sitesForm(context: SitesContext, actions: FormActions): HTMLElement {
  const { tr, store } = context;
  const { t } = tr;
  const said = h('span', {});
  const say = () => fill(said, moreWords(context));
  say();
  const more = h(
    'details',
    { class: 'fold more' },
    h('summary', { 'data-testid': 'sites-more' }, h('b', {}, t('more.title')), said),
    ...moreFields(context),
  );
  more.addEventListener('change', say);
  return h(
    'form',
    {
      class: 'sites-form',
      'data-testid': 'sites-form',
      onsubmit: (event: Event) => {
        event.preventDefault();
        actions.start();
      },
    },
    modelChoice(context),
    h('div', { class: 'controls' }, ...askedFields(context), ...limitFields(context)),
    h('div', { class: 'folds' }, more, candidateFold(context), grantFold(context, actions)),
    h(
      'button',
      { type: 'submit', class: 'button primary', 'data-testid': 'sites-start' },
      t(store.state.own['sites.run'] === undefined ? 'start' : 'again'),
    ),
  );
}

function modelChoice(context: SitesContext): HTMLElement {
  const { tr, store } = context;
  const { model: chosen } = wishOf(store.state);
  return h(
    'fieldset',
    { class: 'models' },
    h('legend', { class: 'field-name' }, tr.t('model.title')),
    ...models.map((model) =>
      h(
        'label',
        { class: 'choice model' },
        h('input', {
          type: 'radio',
          name: 'model',
          value: model,
          checked: model === chosen,
          'data-testid': `model-${model}`,
          onchange: () => changeWish(context, { model }),
        }),
        h('span', {}, tr.t(`model.${model}`)),
      ),
    ),
  );
}

/** What limits the choice: number and money, or the share that has to be covered. */
function limitFields(context: SitesContext): HTMLElement[] {
  const { tr, store } = context;
  const { t } = tr;
  const wish = wishOf(store.state);
  if (wish.model === 'lscp') {
    return [
      percentField(context, t('ask.cover'), 'sites-cover', wish.coverShare, false, (share) =>
        changeWish(context, { coverShare: share ?? 1 }),
      ),
      selectField(
        t('ask.minimise'),
        'sites-minimise',
        [
          ['sites', t('ask.minimise.sites')],
          ['yuan', t('ask.minimise.yuan')],
        ],
        wish.minimise,
        (value) => changeWish(context, { minimise: value === 'yuan' ? 'yuan' : 'sites' }),
      ).element,
    ];
  }
  const fields = [
    numberField({
      label: t('ask.count'),
      testId: 'sites-count',
      value: wish.sites,
      min: 1,
      max: 1000,
      step: 1,
      optional: true,
      placeholder: t('ask.count.any'),
      take: (sites) => changeWish(context, { sites }),
    }),
    numberField({
      label: t('ask.budget'),
      testId: 'sites-budget',
      value: toField(wish.budgetYuan, tr),
      min: 0,
      optional: true,
      placeholder: t('ask.budget.any'),
      take: (sum) => changeWish(context, { budgetYuan: fromField(sum, tr) }),
    }),
  ];
  if (wish.model === 'p-median') {
    fields.push(
      numberField({
        label: t('ask.farthest'),
        testId: 'sites-farthest',
        value: wish.maxMinutes,
        min: 1,
        max: 240,
        take: (minutes) => changeWish(context, { maxMinutes: minutes ?? 60 }),
      }),
    );
  }
  return fields;
}

function moreFields(context: SitesContext): HTMLElement[] {
  const { tr, store } = context;
  const { t } = tr;
  const wish = wishOf(store.state);
  const capacity = numberField({
    label: t('ask.capacity'),
    testId: 'sites-capacity',
    value: wish.siteCapacity,
    min: 0,
    optional: true,
    take: (siteCapacity) => changeWish(context, { siteCapacity }),
  });
  capacity.hidden = !wish.capacities;
  return [
    h(
      'div',
      { class: 'fields' },
      ...paceFields(context),
      percentField(context, t('ask.share'), 'sites-share', wish.minimumShare, true, (share) =>
        changeWish(context, { minimumShare: share }),
      ),
      numberField({
        label: t('ask.seconds'),
        testId: 'sites-seconds',
        value: wish.seconds,
        ...SECONDS_RANGE,
        step: 1,
        take: (seconds) => changeWish(context, { seconds: seconds ?? 20 }),
      }),
    ),
    h(
      'label',
      { class: 'check' },
      h('input', {
        type: 'checkbox',
        checked: wish.capacities,
        'data-testid': 'sites-capacities',
        onchange: (event: Event) => {
          const { checked } = event.target as HTMLInputElement;
          capacity.hidden = !checked;
          changeWish(context, { capacities: checked });
        },
      }),
      h('span', {}, t('ask.capacities')),
    ),
    capacity,
    weightFields(context, { title: t('weights.title'), why: t('weights.why') }),
  ];
}

/** A share that is spoken of in percent. */
function percentField(
  { tr }: SitesContext,
  label: string,
  testId: string,
  share: number | null,
  optional: boolean,
  take: (share: number | null) => void,
): HTMLElement {
  return numberField({
    label,
    testId,
    value: share === null ? null : Math.round(share * 1000) / 10,
    min: 0.1,
    max: 100,
    optional,
    placeholder: tr.t('ask.share.none'),
    take: (percent) => take(percent === null ? null : percent / 100),
  });
}

/** The folded part in words. */
function moreWords({ tr, store, catalog }: SitesContext): string {
  const { t } = tr;
  const { outerMinutes, profile: code, speedKmh, weights } = store.state;
  const wish = wishOf(store.state);
  const { profiles } = catalog.status;
  const profile = profiles.find((one) => one.code === code) ?? profiles[0];
  return [
    outerMinutes !== null && t('more.said.outer', { minutes: outerMinutes }),
    speedKmh === null
      ? profile && tr.named(profile)
      : t('ask.speed.value', { speed: tr.number(speedKmh, 2) }),
    Object.keys(weights).length > 0 && t('more.said.weights'),
    wish.minimumShare !== null &&
      t('more.said.share', { share: tr.number(wish.minimumShare * 100, 1) }),
    wish.capacities && t('more.said.capacities'),
  ]
    .filter(Boolean)
    .join(' · ');
}
