import { numberField, selectField } from '../../desk/fields';
import { h } from '../../ui/dom';
import { withOwn } from '../state';
import { balances, kinds } from './answers';
import { type TerritoriesContext, wishOf } from './context';

const PARTS = { min: 1, max: 500 };

/** What to draw; every field is written into the link at once, nothing is asked yet. */
export function territoryForm(context: TerritoriesContext, draw: () => void): HTMLElement {
  const { tr, store, catalog } = context;
  const { t } = tr;
  const wish = wishOf(context);
  const change = (values: Record<`territories.${string}`, string | number | null>) =>
    store.go(withOwn(store.state, values));
  const types = [...catalog.types.values()].map((type) => [type.code, tr.named(type)] as const);
  const centres = wish.kind === 'centres';
  return h(
    'form',
    {
      class: 'territory-form',
      'data-testid': 'territory-form',
      onsubmit: (event: Event) => {
        event.preventDefault();
        draw();
      },
    },
    h(
      'fieldset',
      { class: 'kind-choice' },
      h('legend', { class: 'field-name' }, t('kind.title')),
      ...kinds.map((kind) =>
        h(
          'label',
          { class: 'choice' },
          h('input', {
            type: 'radio',
            name: 'territory-kind',
            value: kind,
            checked: kind === wish.kind,
            'data-testid': `kind-${kind}`,
            onchange: () => change({ 'territories.kind': kind }),
          }),
          h('span', {}, t(`kind.${kind}`)),
        ),
      ),
    ),
    h(
      'div',
      { class: 'controls' },
      selectField(t('ask.type'), 'territory-type', types, store.state.type, (type) =>
        store.go({ type }),
      ).element,
      centres &&
        selectField(
          t('ask.centreType'),
          'territory-centre-type',
          types,
          wish.centreType,
          (centreType) => change({ 'territories.centreType': centreType }),
        ).element,
      numberField({
        label: t('ask.parts'),
        testId: 'territory-parts',
        value: wish.parts,
        ...PARTS,
        step: 1,
        optional: true,
        placeholder: t(centres ? 'ask.parts.all' : 'ask.parts.some'),
        take: (parts) => change({ 'territories.parts': parts }),
      }),
      centres &&
        numberField({
          label: t('ask.stationsPerCentre'),
          testId: 'territory-per-centre',
          value: wish.stationsPerCentre,
          ...PARTS,
          step: 1,
          optional: true,
          placeholder: '10',
          take: (perCentre) => change({ 'territories.perCentre': perCentre }),
        }),
      selectField(
        t('ask.balance'),
        'territory-balance',
        balances.map((balance) => [balance, t(`balance.${balance}`)]),
        wish.balance,
        (balance) => change({ 'territories.balance': balance }),
      ).element,
      selectField(
        t('ask.group'),
        'territory-group',
        catalog.status.groups.map((group) => [group.code, tr.named(group)]),
        store.state.group,
        (group) => store.go({ group }),
      ).element,
      numberField({
        label: t('ask.tolerance'),
        testId: 'territory-tolerance',
        value: wish.tolerancePercent,
        min: 0,
        max: 100,
        optional: true,
        placeholder: '15',
        take: (tolerance) => change({ 'territories.tolerance': tolerance }),
      }),
    ),
    !centres &&
      h(
        'label',
        { class: 'field' },
        h('span', {}, t('ask.operators')),
        h(
          'textarea',
          {
            rows: 4,
            'data-testid': 'territory-operators',
            onchange: (event: Event) =>
              change({
                'territories.operators': (event.target as HTMLTextAreaElement).value.trim() || null,
              }),
          },
          wish.operators.join('\n'),
        ),
      ),
    h(
      'button',
      { type: 'submit', class: 'button primary', 'data-testid': 'territory-draw' },
      t('draw'),
    ),
  );
}
