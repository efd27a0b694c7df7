import { fill, h } from '../ui/dom';
import type { RuleDraft } from './api';
import { endRefusedSession, failure, typeName } from './context';
import { selectField, textField } from './fields';
import { chosenPlans } from './plan-bar';
import { comparisons, type Rule } from './standards-answers';
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
  const due = textField(t('rule.dueField'), `due-${rule.id}`, { value: rule.due, maxlength: 20 });
  const message = h('div', {});
  const { changed: _, builtIn: __, ...kept } = rule.whole;
  const save = () =>
    saving(parts, message, () =>
      context.api.putRule({
        ...kept,
        id: rule.id,
        threshold: threshold.input.value === '' ? null : threshold.input.valueAsNumber,
        due: due.input.value.trim() || null,
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

/** A rule of one's own, by form: who, what is measured, how much, by when, and the clause. */
export function ruleForm(parts: PartParts): HTMLElement {
  const place = h('div', {});
  const { t } = parts.context.tr;
  return h(
    'details',
    {
      class: 'fold edit',
      ontoggle: (event: Event) => {
        if ((event.target as HTMLDetailsElement).open && place.childElementCount === 0) {
          void fillForm(parts, place);
        }
      },
    },
    h('summary', { 'data-testid': 'add-rule' }, t('rule.add')),
    place,
  );
}

async function fillForm(parts: PartParts, place: HTMLElement): Promise<void> {
  const { context, plans } = parts;
  const { tr, catalog, store } = context;
  const { t } = tr;
  const message = h('div', {});
  let indicators: readonly { code: string; zh: string; en: string; unit: string }[];
  try {
    indicators = await context.api.indicators();
  } catch (error) {
    fill(
      place,
      failure(context, error, () => void fillForm(parts, place)),
    );
    return;
  }
  const id = textField(t('rule.id'), 'rule-id', {
    required: true,
    pattern: '[A-Za-z0-9_\\-]{1,64}',
  });
  const zh = textField(t('rule.name'), 'rule-name', { required: true });
  const quote = textField(t('rule.quote'), 'rule-quote', {});
  const unit = textField(t('rule.unit'), 'rule-unit', { value: indicators[0]?.unit ?? '' });
  const threshold = textField(t('rule.threshold'), 'rule-threshold', {
    type: 'number',
    step: 'any',
    required: true,
  });
  const due = textField(t('rule.dueField'), 'rule-due', {});
  const plan = selectField(
    t('rule.plan'),
    'rule-plan',
    plans.map((one) => [one.code, tr.named({ nameZh: one.zh, nameEn: one.en })]),
    chosenPlans(plans, store.state.plans)[0],
  );
  const measured = selectField(
    t('rule.indicator'),
    'rule-indicator',
    indicators.map((one) => [one.code, tr.named({ nameZh: one.zh, nameEn: one.en }) || one.code]),
  );
  measured.input.addEventListener('change', () => {
    unit.input.value = indicators.find(({ code }) => code === measured.input.value)?.unit ?? '';
  });
  const level = selectField(t('rule.level'), 'rule-level', [
    ['whole', t('rule.level.any')],
    ['county', t('level.county')],
    ['street', t('rule.level.street')],
    ['town', t('rule.level.town')],
    ['community', t('rule.level.community')],
    ['village', t('rule.level.village')],
  ]);
  const urban = selectField(t('rule.urban'), 'rule-urban', [
    ['', t('rule.urban.both')],
    ['true', t('urban')],
    ['false', t('rural')],
  ]);
  const type = selectField(t('ask.type'), 'rule-type', [
    ['', t('rule.type.any')],
    ...[...catalog.types.keys()].map((code) => [code, typeName(context, code)] as const),
  ]);
  const comparison = selectField(
    t('rule.comparison'),
    'rule-comparison',
    comparisons.map((one) => [
      one,
      t(one === '>=' ? 'rule.min' : one === '<=' ? 'rule.max' : 'rule.report'),
    ]),
  );
  const draft = (): RuleDraft => ({
    id: id.input.value.trim(),
    plan: plan.input.value,
    quote: quote.input.value.trim(),
    level: [level.input.value],
    urban: urban.input.value === '' ? null : urban.input.value === 'true',
    types: type.input.value ? [type.input.value] : [],
    indicator: measured.input.value,
    comparison: comparisons.find((one) => one === comparison.input.value) ?? '>=',
    threshold: threshold.input.valueAsNumber,
    unit: unit.input.value.trim(),
    unitZh: unit.input.value.trim(),
    due: due.input.value.trim() || null,
    zh: zh.input.value.trim(),
    en: zh.input.value.trim(),
  });
  fill(
    place,
    h(
      'form',
      {
        class: 'form',
        'data-testid': 'rule-form',
        onsubmit: (event: Event) => {
          event.preventDefault();
          void saving(parts, message, () => context.api.putRule(draft()));
        },
      },
      h(
        'div',
        { class: 'fields' },
        ...[id, zh, plan, measured, level, urban, type, comparison, threshold, unit, due].map(
          ({ element }) => element,
        ),
      ),
      quote.element,
      message,
      h(
        'button',
        { type: 'submit', class: 'button primary', 'data-testid': 'rule-save' },
        t('rule.addIt'),
      ),
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
