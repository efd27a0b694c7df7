import { DataTable } from '../desk/data-table';
import { selectField } from '../desk/fields';
import { type Child, fill, h } from '../ui/dom';
import { outcomeBadge, quote } from './clause';
import { failure, isPast, label, typeName, waiting } from './context';
import { chosenPlans } from './plan-bar';
import type { CompareRow, RuleVerdict } from './standards-answers';
import { demandWords, rangeWords } from './standards-words';
import type { PartParts } from './verdict-tab';

/** Two plans beside each other; where one asks for more than the other, it is said. */
export async function comparePart(parts: PartParts): Promise<HTMLElement> {
  const { context, plans } = parts;
  const { t } = context.tr;
  const [first] = chosenPlans(plans, context.store.state.plans);
  const second = plans.find(({ code }) => code !== first)?.code;
  if (!first || !second) return h('p', { class: 'notice' }, t('compare.needTwo'));
  const options = plans.map((plan) => [plan.code, label(context, plan)] as const);
  const place = h('div', { class: 'part' });
  const one = selectField(t('compare.one'), 'compare-a', options, first, () => void ask());
  const other = selectField(t('compare.other'), 'compare-b', options, second, () => void ask());
  const ask = async () => {
    fill(place, waiting(context));
    try {
      const { rows } = await context.api.compare(one.input.value, other.input.value, parts.signal);
      fill(place, ...compared(parts, rows, one.input.value, other.input.value));
    } catch (error) {
      if (!isPast(error, parts.signal))
        fill(
          place,
          failure(context, error, () => void ask()),
        );
    }
  };
  void ask();
  return h(
    'div',
    { class: 'part' },
    h('div', { class: 'fields narrow' }, one.element, other.element),
    place,
  );
}

function compared(
  parts: PartParts,
  rows: readonly CompareRow[],
  one: string,
  other: string,
): Child[] {
  const { context, plans } = parts;
  const { tr } = context;
  const { t } = tr;
  const planName = (code: string) => {
    const plan = plans.find((candidate) => candidate.code === code);
    return plan ? label(context, plan) : code;
  };
  const contradictions = rows.filter(({ contradict }) => contradict).length;
  const side = (verdict: RuleVerdict | null): Child =>
    verdict === null
      ? t('compare.nothing')
      : h(
          'div',
          {},
          h('p', {}, demandWords(verdict.rule, tr)),
          h(
            'p',
            {},
            outcomeBadge(context, verdict.outcome),
            ' ',
            rangeWords(verdict, verdict.rule, tr),
          ),
          quote(context, verdict.rule, plans),
        );
  const table = new DataTable<CompareRow>({
    testId: 'compare-table',
    caption: t('compare.caption', { one: planName(one), other: planName(other) }),
    columns: [
      {
        key: 'what',
        label: t('compare.what'),
        words: true,
        cell: (row) => {
          const rule = row.a?.rule ?? row.b?.rule;
          const name = rule ? label(context, rule, row.indicator) : row.indicator;
          return name || row.types.map((type) => typeName(context, type)).join(t('list.separator'));
        },
      },
      { key: 'a', label: planName(one), words: true, cell: ({ a }) => side(a) },
      { key: 'b', label: planName(other), words: true, cell: ({ b }) => side(b) },
      {
        key: 'contradict',
        label: t('compare.verdict'),
        words: true,
        sort: ({ contradict }) => (contradict ? 1 : 0),
        cell: ({ contradict, a, b }) =>
          contradict
            ? h('span', { class: 'tag warn' }, `≠ ${t('compare.contradict')}`)
            : t(a && b ? 'compare.agree' : 'compare.onlyOne'),
      },
    ],
    key: (row) => `${row.a?.rule.id ?? ''}|${row.b?.rule.id ?? ''}`,
    allLabel: (count) => t('table.all', { count }),
    sortedBy: (column, descending) =>
      t(descending ? 'table.sorted.down' : 'table.sorted.up', { column }),
    announce: context.announce,
    page: 60,
  });
  table.show(rows);
  // Read out by the status line: a live table would be read out whole.
  const sentence = t('compare.count', { count: rows.length, contradictions });
  context.announce(sentence);
  return [h('p', { 'data-testid': 'compare-count' }, sentence), table.element];
}
