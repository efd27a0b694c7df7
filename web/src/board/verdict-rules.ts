import { DataTable } from '../desk/data-table';
import { sourceFold } from '../desk/source';
import { fill, h } from '../ui/dom';
import { outcomeBadge, quote } from './clause';
import { type BoardContext, failure, isPast, label, waiting } from './context';
import { exportLinks } from './exports';
import { verdictsQuery } from './question';
import { ruleEditor } from './rule-editor';
import { ruleForm } from './rule-form';
import { type Outcome, outcomes, type RuleVerdict, type Subject } from './standards-answers';
import {
  demandWords,
  fractionWords,
  isOneByOne,
  missingWords,
  noteWords,
  outcomeWords,
  rangeWords,
  valueWords,
} from './standards-words';
import type { PartParts } from './verdict-tab';

/** Every rule of the plans: what is wanted, what is, by when, and what is missing to judge. */
export async function rulesPart(parts: PartParts): Promise<HTMLElement> {
  const { context, signal } = parts;
  const { api, store, tr } = context;
  const { t } = tr;
  const query = verdictsQuery(store.state);
  const answer = await api.verdicts({ ...query, subjects: false }, signal);
  const count = (outcome: Outcome) =>
    answer.rules.filter((rule) => rule.outcome === outcome).length;
  const summary = outcomes
    .filter((outcome) => count(outcome) > 0)
    .map((outcome) =>
      h('li', {}, outcomeBadge(context, outcome), h('b', {}, ` ${count(outcome)}`)),
    );
  // All subjects come in one answer, asked for once somebody unfolds a rule.
  let all: Promise<Map<string, readonly Subject[]>> | null = null;
  const subjects = async (id: string) => {
    all ??= api
      .verdicts(query, signal)
      .then(({ rules }) => new Map(rules.map((one) => [one.rule.id, one.subjects])));
    return (await all).get(id) ?? [];
  };
  context.announce(t('rules.count', { count: answer.rules.length }));
  return h(
    'div',
    { class: 'part' },
    asOfField(context),
    h('ul', { class: 'outcome-summary', 'data-testid': 'outcome-summary' }, ...summary),
    answer.rules.length === 0 && h('p', { class: 'notice' }, t('rules.empty')),
    h(
      'ol',
      { class: 'rules', 'data-testid': 'rules' },
      ...answer.rules.map((verdict) => ruleCard(parts, verdict, subjects)),
    ),
    context.session.session && ruleForm(parts),
    exportLinks(context, 'verdicts', query),
    sourceFold(context, answer),
  );
}

/** The day as of which is judged. */
export function asOfField({ store, tr }: BoardContext): HTMLElement {
  return h(
    'label',
    { class: 'field as-of' },
    h('span', {}, tr.t('asOf')),
    h('input', {
      type: 'date',
      value: store.state.asOf,
      'data-testid': 'as-of',
      onchange: (event: Event) =>
        store.go({ asOf: (event.target as HTMLInputElement).value || null }),
    }),
  );
}

function ruleCard(
  parts: PartParts,
  verdict: RuleVerdict,
  subjects: (id: string) => Promise<readonly Subject[]>,
): HTMLElement {
  const { context, plans } = parts;
  const { tr } = context;
  const { t } = tr;
  const { rule, outcome } = verdict;
  const missing = missingWords(verdict, tr);
  return h(
    'li',
    { class: 'rule', 'data-rule': rule.id },
    h('h3', {}, outcomeBadge(context, outcome), ` ${label(context, rule, rule.id)}`),
    h(
      'dl',
      { class: 'facts' },
      fact(t('rule.value'), nowWords(verdict, tr)),
      fact(t('rule.wanted'), demandWords(rule, tr)),
      rule.wanted !== null &&
        fact(
          t('rule.better'),
          `${valueWords(rule.wanted, rule, tr)}${verdict.wantedMet === null ? '' : ` · ${t(verdict.wantedMet ? 'yes' : 'no')}`}`,
        ),
      verdict.excepted > 0 &&
        fact(
          t('rule.excepted'),
          t('rule.excepted.count', {
            count: verdict.excepted,
            outcome: outcomeWords(verdict.outcomeWithExceptions ?? outcome, tr),
          }),
        ),
    ),
    outcome === 'cannot-be-judged' &&
      h('p', { class: 'notice' }, missing ?? outcomeWords(outcome, tr)),
    ...noteWords(verdict, tr).map((note) => h('p', { class: 'hint' }, note)),
    quote(context, rule, plans),
    rule.changed && h('p', { class: 'tag' }, t('rule.changed')),
    subjectsFold(context, rule.id, subjects),
    context.session.session && ruleEditor(parts, rule),
  );
}

/** What is: the value, or where subjects are judged one by one how many keep the rule. */
function nowWords(verdict: RuleVerdict, tr: BoardContext['tr']): string {
  const value = rangeWords(verdict, verdict.rule, tr);
  const fraction = fractionWords(verdict, tr);
  if (fraction === null) return value;
  return isOneByOne(verdict.rule)
    ? `${fraction}${tr.t('rule.worst', { value })}`
    : `${value} ${fraction}`;
}

function fact(term: string, value: string): HTMLElement {
  return h('div', {}, h('dt', {}, term), h('dd', {}, value));
}

/** Every area or facility the rule speaks about, fetched when somebody wants to see them. */
function subjectsFold(
  context: BoardContext,
  id: string,
  subjects: (id: string) => Promise<readonly Subject[]>,
): HTMLElement {
  const { t } = context.tr;
  const place = h('div', {});
  const load = async () => {
    fill(place, waiting(context));
    try {
      const list = await subjects(id);
      fill(
        place,
        list.length === 0
          ? h('p', { class: 'notice' }, t('subjects.none'))
          : subjectTable(context, list),
      );
    } catch (error) {
      if (!isPast(error, new AbortController().signal)) {
        fill(
          place,
          failure(context, error, () => void load()),
        );
      }
    }
  };
  return h(
    'details',
    {
      class: 'fold',
      ontoggle: (event: Event) => {
        if ((event.target as HTMLDetailsElement).open && place.childElementCount === 0) void load();
      },
    },
    h('summary', { 'data-testid': 'subjects' }, t('subjects.title')),
    place,
  );
}

function subjectTable(context: BoardContext, list: readonly Subject[]): HTMLElement {
  const { tr } = context;
  const { t } = tr;
  const table = new DataTable<Subject>({
    testId: 'subject-table',
    caption: t('subjects.caption'),
    columns: [
      {
        key: 'name',
        label: t('subjects.name'),
        words: true,
        sort: ({ name }) => name,
        cell: ({ name, code, facility, operator }) => name || code || facility || operator || '',
      },
      {
        key: 'outcome',
        label: t('subjects.outcome'),
        words: true,
        sort: ({ outcome }) => outcome,
        cell: ({ outcome }) => outcomeBadge(context, outcome),
      },
      {
        key: 'value',
        label: t('rule.value'),
        sort: ({ value }) => value,
        cell: (one) => rangeWords(one, { unit: '', unitZh: '' }, tr),
      },
      {
        key: 'note',
        label: t('subjects.note'),
        words: true,
        cell: (one) =>
          one.exception
            ? t('exception.line', {
                reason: one.exception.reason,
                approver: one.exception.approver,
                date: one.exception.approvedOn,
              })
            : missingWords(one, tr),
      },
    ],
    key: ({ code, facility, operator, name }) => code ?? facility ?? operator ?? name,
    allLabel: (count) => t('table.all', { count }),
    sortedBy: (column, descending) =>
      t(descending ? 'table.sorted.down' : 'table.sorted.up', { column }),
    announce: context.announce,
  });
  table.show(list);
  return table.element;
}
