import { selectField, textField } from '../desk/fields';
import { fill, h } from '../ui/dom';
import type { RuleDraft } from './api';
import { failure, label, typeName } from './context';
import { chosenPlans } from './plan-bar';
import { saving } from './rule-editor';
import { parameterFields } from './rule-parameters';
import { comparisons, type Indicator } from './standards-answers';
import type { PartParts } from './verdict-tab';

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
          void open(parts, place);
        }
      },
    },
    h('summary', { 'data-testid': 'add-rule' }, t('rule.add')),
    place,
  );
}

async function open(parts: PartParts, place: HTMLElement): Promise<void> {
  try {
    fill(place, form(parts, await parts.context.api.indicators()));
  } catch (error) {
    fill(
      place,
      failure(parts.context, error, () => void open(parts, place)),
    );
  }
}

function form(parts: PartParts, indicators: readonly Indicator[]): HTMLElement {
  const { context } = parts;
  const { t } = context.tr;
  const message = h('div', {});
  const who = whoFields(parts);
  const what = whatFields(parts, indicators);
  const words = wordFields(parts);
  const draft = (): RuleDraft => ({ ...words.read(), ...who.read(), ...what.read() });
  return h(
    'form',
    {
      class: 'form',
      'data-testid': 'rule-form',
      onsubmit: (event: Event) => {
        event.preventDefault();
        void saving(parts, message, () => context.api.putRule(draft()));
      },
    },
    h('div', { class: 'fields' }, ...words.elements),
    h('div', { class: 'fields' }, ...who.elements),
    what.element,
    message,
    h(
      'button',
      { type: 'submit', class: 'button primary', 'data-testid': 'rule-save' },
      t('rule.addIt'),
    ),
  );
}

/** Plan, id, name and clause. */
function wordFields({ context, plans }: PartParts) {
  const { tr, store } = context;
  const { t } = tr;
  const id = textField(t('rule.id'), 'rule-id', {
    required: true,
    pattern: '[A-Za-z0-9_\\-]{1,64}',
  });
  const name = textField(t('rule.name'), 'rule-name', { required: true });
  const quote = textField(t('rule.quote'), 'rule-quote', { required: true });
  const sayWhyQuote = () =>
    quote.input.setCustomValidity(quote.input.value.trim() === '' ? t('rule.quote.needed') : '');
  quote.input.addEventListener('input', sayWhyQuote);
  sayWhyQuote();
  const plan = selectField(
    t('rule.plan'),
    'rule-plan',
    plans.map((one) => [one.code, label(context, one)]),
    chosenPlans(plans, store.state.plans)[0],
  );
  return {
    elements: [id.element, name.element, plan.element, quote.element],
    read: () => ({
      id: id.input.value.trim(),
      plan: plan.input.value,
      zh: name.input.value.trim(),
      en: name.input.value.trim(),
      quote: quote.input.value.trim(),
    }),
  };
}

/** Which areas and facilities the rule is about. */
function whoFields({ context }: PartParts) {
  const { t } = context.tr;
  const level = selectField(t('rule.level'), 'rule-level', [
    ['whole', t('rule.level.any')],
    ['county', t('level.county')],
    ['street', t('rule.level.street')],
    ['town', t('rule.level.town')],
    ['community', t('rule.level.community')],
    ['village', t('rule.level.village')],
    ['estate', t('rule.level.estate')],
    ['natural_village', t('rule.level.naturalVillage')],
  ]);
  const urban = selectField(t('rule.urban'), 'rule-urban', [
    ['', t('rule.urban.both')],
    ['true', t('urban')],
    ['false', t('rural')],
  ]);
  const zone = selectField(t('rule.zone'), 'rule-zone', [
    ['', t('rule.zone.any')],
    ['centre', t('rule.zone.centre')],
    ['outer', t('rule.zone.outer')],
  ]);
  // Most rules are about a type; a few ask of people or areas and name none.
  const type = selectField(t('ask.type'), 'rule-type', [
    ...[...context.catalog.types.keys()].map((code) => [code, typeName(context, code)] as const),
    ['', t('rule.type.none')],
  ]);
  const where = selectField(t('rule.where'), 'rule-where', [
    ['', t('rule.where.none')],
    ['meetsStandard', t('rule.where.meetsStandard')],
    ['sociallyRun', t('rule.where.sociallyRun')],
    ['demonstrationSite', t('rule.where.demonstrationSite')],
    ['regionalCentre', t('rule.where.regionalCentre')],
  ]);
  return {
    elements: [level.element, urban.element, zone.element, type.element, where.element],
    read: () => ({
      level: [level.input.value],
      urban: urban.input.value === '' ? null : urban.input.value === 'true',
      zone: zone.input.value === '' ? null : zone.input.value,
      types: type.input.value ? [type.input.value] : [],
      where: where.input.value === '' ? {} : { [where.input.value]: true },
    }),
  };
}

/** What is measured, and what it is held against. */
function whatFields({ context }: PartParts, indicators: readonly Indicator[]) {
  const { t } = context.tr;
  const needs = h('p', { class: 'hint' });
  const own = h('div', { class: 'fields' });
  let readOwn: () => Record<string, unknown> = () => ({});
  const measured = selectField(
    t('rule.indicator'),
    'rule-indicator',
    indicators.map((one) => [one.code, label(context, one, one.code)]),
  );
  const follow = () => {
    const indicator = indicators.find(({ code }) => code === measured.input.value);
    const facts = context.tr.lang === 'zh' ? indicator?.needsZh : indicator?.needs;
    needs.textContent =
      facts && facts.length > 0 ? t('rule.needs', { what: facts.join(t('list.separator')) }) : '';
    const fields = parameterFields(context, indicator?.parameters ?? []);
    fill(own, ...fields.elements);
    readOwn = fields.read;
  };
  measured.input.addEventListener('change', follow);
  follow();
  const comparison = selectField(
    t('rule.comparison'),
    'rule-comparison',
    comparisons.map((one) => [
      one,
      t(one === '>=' ? 'rule.min' : one === '<=' ? 'rule.max' : 'rule.report'),
    ]),
  );
  const threshold = textField(t('rule.threshold'), 'rule-threshold', {
    type: 'number',
    step: 'any',
    min: 0,
    required: true,
  });
  const unit = textField(t('rule.unit'), 'rule-unit', { required: true });
  const due = textField(t('rule.dueField'), 'rule-due', { type: 'number', min: 1949, max: 2100 });
  return {
    element: h(
      'div',
      { class: 'form' },
      measured.element,
      needs,
      own,
      h(
        'div',
        { class: 'fields' },
        comparison.element,
        threshold.element,
        unit.element,
        due.element,
      ),
    ),
    read: () => ({
      indicator: measured.input.value,
      parameters: readOwn(),
      comparison: comparison.input.value,
      threshold: threshold.input.valueAsNumber,
      unit: unit.input.value.trim(),
      unitZh: unit.input.value.trim(),
      due: due.input.value === '' ? null : due.input.valueAsNumber,
    }),
  };
}
