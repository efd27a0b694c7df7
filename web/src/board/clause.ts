import { h } from '../ui/dom';
import { type BoardContext, label } from './context';
import type { Outcome, Plan, Rule } from './standards-answers';
import { demandWords, outcomeSign, outcomeWords } from './standards-words';

/** A rule by its name, what it wants, and the words of the document it stands in. */
export function clauseQuote(
  context: BoardContext,
  rule: Rule,
  plans: readonly Plan[],
): HTMLElement {
  return h(
    'div',
    { class: 'clause', 'data-rule': rule.id },
    h('b', {}, label(context, rule, rule.id)),
    h('p', {}, demandWords(rule, context.tr)),
    quote(context, rule, plans),
  );
}

/** The clause as printed, and where it is printed. */
export function quote(
  context: BoardContext,
  rule: Rule,
  plans: readonly Plan[],
): HTMLElement | null {
  if (rule.quote === '') return null;
  const { t, lang } = context.tr;
  const plan = plans.find(({ code }) => code === rule.plan);
  return h(
    'blockquote',
    {},
    h('p', { lang: lang === 'zh' ? null : 'zh-CN' }, t('clause.quote', { quote: rule.quote })),
    h('footer', {}, t('clause.from', { plan: plan ? label(context, plan) : rule.plan })),
  );
}

/** An outcome as a sign and a word. */
export function outcomeBadge({ tr }: BoardContext, outcome: Outcome): HTMLElement {
  return h(
    'span',
    { class: `outcome ${outcome}` },
    h('span', { 'aria-hidden': 'true' }, outcomeSign(outcome)),
    outcomeWords(outcome, tr),
  );
}
