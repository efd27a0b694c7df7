import type { Coverage, Tally } from '../api/answers';
import { peopleText, shareText } from '../i18n/format';
import { h } from '../ui/dom';
import { groupName, type PanelContext } from './context';

/** The total by walking, beside what straight lines would have promised. */
export function coverageTotals(
  context: PanelContext,
  walked: Coverage,
  straight: Coverage,
): HTMLElement {
  const { t } = context.tr;
  const group = groupName(context, walked.group);
  const flat = walked.method === 'straight-line';
  return h(
    'section',
    { 'aria-label': t('plan.result') },
    h(
      'p',
      { class: 'headline' },
      h(
        'span',
        { class: 'share', 'data-testid': 'coverage-share' },
        shareText(walked.total.coveredShare, context.tr),
      ),
      h('span', {}, t('plan.headline', { group, minutes: walked.minutes })),
    ),
    bar(walked.total, t(flat ? 'plan.byStraight' : 'plan.byWalking')),
    numbers(context, walked.total),
    !flat && comparison(context, walked.total, straight.total),
  );
}

function bar(total: Tally, label: string): HTMLElement {
  const covered = h('span', { class: 'covered' });
  const reachable = h('span', { class: 'uncovered' });
  const unreachable = h('span', { class: 'unreachable' });
  const share = (count: number) => `${total.demand > 0 ? (100 * count) / total.demand : 0}%`;
  covered.style.width = share(total.covered);
  reachable.style.width = share(total.uncovered - total.unreachable);
  unreachable.style.width = share(total.unreachable);
  return h(
    'div',
    { class: 'bar', role: 'img', 'aria-label': label },
    covered,
    reachable,
    unreachable,
  );
}

function numbers(context: PanelContext, total: Tally): HTMLElement {
  const { t, number } = context.tr;
  const item = (kind: string, label: string, value: string) =>
    h('div', { class: `number ${kind}` }, h('dt', {}, label), h('dd', {}, value));
  const people = (count: number) => peopleText(count, context.tr);
  return h(
    'dl',
    { class: 'numbers' },
    item('covered', t('plan.covered'), people(total.covered)),
    item('uncovered', t('plan.uncovered'), people(total.uncovered)),
    item('unreachable', t('plan.unreachable'), people(total.unreachable)),
    item('unknown', t('plan.unknownPoints'), number(total.unknownPoints)),
  );
}

function comparison(context: PanelContext, walked: Tally, straight: Tally): HTMLElement {
  const { t, number } = context.tr;
  const points = ((straight.coveredShare ?? 0) - (walked.coveredShare ?? 0)) * 100;
  const people = straight.covered - walked.covered;
  const verdict =
    Math.abs(points) < 0.05
      ? t('plan.compare.same')
      : t(points > 0 ? 'plan.compare.over' : 'plan.compare.under', {
          points: number(Math.abs(points), 1),
          people: peopleText(Math.abs(people), context.tr),
        });
  const row = (label: string, total: Tally, kind: string) => {
    const filled = h('span', { class: kind });
    filled.style.width = `${(total.coveredShare ?? 0) * 100}%`;
    return h(
      'div',
      { class: 'compare-row' },
      h('span', {}, label),
      h('span', { class: 'bar thin', 'aria-hidden': 'true' }, filled),
      h('b', { 'data-testid': `share-${kind}` }, shareText(total.coveredShare, context.tr)),
    );
  };
  return h(
    'div',
    { class: 'compare', 'data-testid': 'coverage-compare' },
    row(t('plan.byWalking'), walked, 'covered'),
    row(t('plan.byStraight'), straight, 'straight'),
    h('p', {}, verdict),
  );
}
