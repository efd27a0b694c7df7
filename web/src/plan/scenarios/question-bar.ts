import { selectField, textField } from '../../desk/fields';
import { MINUTES_RANGE, wholeWithin } from '../../desk/store';
import { h } from '../../ui/dom';
import { typeName } from '../context';
import type { ScenariosContext } from './context';

/** What is asked of every scenario: which service, how many minutes, for whom. */
export function questionBar(context: ScenariosContext): HTMLElement {
  const { catalog, store, tr } = context;
  const { t } = tr;
  const { type, minutes, group } = store.state;
  const minutesField = textField(t('ask.minutes'), 'scenario-minutes', {
    type: 'number',
    ...MINUTES_RANGE,
    step: 1,
    value: minutes,
  });
  minutesField.input.addEventListener('change', () => {
    const typed = wholeWithin(minutesField.input.value);
    if (typed === null) minutesField.input.value = String(store.state.minutes);
    else store.go({ minutes: typed });
  });
  return h(
    'div',
    { class: 'controls' },
    selectField(
      t('ask.type'),
      'scenario-type',
      [...catalog.types.keys()].map((code) => [code, typeName(context, code)]),
      type,
      (code) => store.go({ type: code }),
    ).element,
    minutesField.element,
    selectField(
      t('ask.group'),
      'scenario-group',
      catalog.status.groups.map((one) => [one.code, tr.named(one)]),
      group,
      (code) => store.go({ group: code }),
    ).element,
  );
}
