import { textField } from '../desk/fields';
import { fill, h } from '../ui/dom';
import { endRefusedSession, failure } from './context';
import type { Rule } from './standards-answers';
import type { PartParts } from './verdict-tab';

/** The administrator changes a threshold, or takes the change back. */
export function ruleEditor(parts: PartParts, rule: Rule): HTMLElement {
  const { context } = parts;
  const { t } = context.tr;
  const threshold = textField(t('rule.threshold'), `threshold-${rule.id}`, {
    type: 'number',
    step: 'any',
    value: rule.threshold,
    required: rule.comparison !== '~',
  });
  const due = textField(t('rule.dueField'), `due-${rule.id}`, {
    type: 'number',
    min: 1949,
    max: 2100,
    value: rule.due,
  });
  const message = h('div', {});
  const save = () =>
    saving(parts, message, () =>
      context.api.putRule({
        id: rule.id,
        threshold: threshold.input.value === '' ? null : threshold.input.valueAsNumber,
        due: due.input.value === '' ? null : due.input.valueAsNumber,
      }),
    );
  return h(
    'details',
    { class: 'fold edit' },
    h('summary', { 'data-testid': 'edit-rule' }, t('rule.edit')),
    h(
      'form',
      {
        class: 'form',
        onsubmit: (event: Event) => {
          event.preventDefault();
          void save();
        },
      },
      h('div', { class: 'fields' }, threshold.element, due.element),
      h(
        'div',
        { class: 'form-actions' },
        h('button', { type: 'submit', class: 'button', 'data-testid': 'save-rule' }, t('save')),
        (rule.changed || !rule.builtIn) &&
          h(
            'button',
            {
              type: 'button',
              class: 'button danger',
              onclick: () => void saving(parts, message, () => context.api.dropRule(rule.id)),
            },
            t(rule.builtIn ? 'rule.reset' : 'rule.remove'),
          ),
      ),
      message,
    ),
  );
}

/** Sends a change; what the server refuses is said where the change was made. */
export async function saving(
  { context, changed }: Pick<PartParts, 'context' | 'changed'>,
  message: HTMLElement,
  send: () => Promise<unknown>,
): Promise<void> {
  fill(message);
  try {
    await send();
    context.announce(context.tr.t('saved'));
    changed();
  } catch (error) {
    fill(
      message,
      failure(context, error, () => void saving({ context, changed }, message, send)),
    );
    endRefusedSession(context, error);
  }
}
