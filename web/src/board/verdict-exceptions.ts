import type { Area } from '../api/answers';
import { DataTable } from '../desk/data-table';
import { selectField, textField } from '../desk/fields';
import { h } from '../ui/dom';
import type { ExceptionDraft } from './api';
import { label } from './context';
import { saving } from './rule-editor';
import type { Exception, Rule } from './standards-answers';
import type { PartParts } from './verdict-tab';

const kinds = ['shared', 'several', 'waived'] as const;

/** Who is let off which rule, why, by whom and since when. */
export async function exceptionsPart(parts: PartParts): Promise<HTMLElement> {
  const { context } = parts;
  const { api, tr } = context;
  const { t } = tr;
  const [exceptions, rules, areas] = await Promise.all([
    api.exceptions(),
    api.rules(),
    api.areas(),
  ]);
  const facilities = [...context.catalog.facilities.values()];
  const who = ({ area, facility }: Exception) =>
    area === null
      ? (facilities.find(({ externalId }) => externalId === facility)?.name ?? facility ?? '')
      : (areas.find(({ code }) => code === area)?.name ?? area);
  const ruleName = (id: string) => {
    const rule = rules.find((candidate) => candidate.id === id);
    return rule ? label(context, rule, id) : id;
  };
  const message = h('div', {});
  const admin = context.session.session !== null;
  const table = new DataTable<Exception>({
    testId: 'exceptions-table',
    caption: t('exceptions.caption'),
    columns: [
      {
        key: 'who',
        label: t('exceptions.who'),
        words: true,
        sort: who,
        cell: who,
      },
      { key: 'rule', label: t('exceptions.rule'), words: true, cell: ({ rule }) => ruleName(rule) },
      {
        key: 'kind',
        label: t('exceptions.kind'),
        words: true,
        cell: (one) => kindWords(one, parts),
      },
      { key: 'reason', label: t('exceptions.reason'), words: true, cell: ({ reason }) => reason },
      {
        key: 'approver',
        label: t('exceptions.approver'),
        words: true,
        cell: ({ approver }) => approver,
      },
      {
        key: 'date',
        label: t('exceptions.date'),
        sort: ({ approvedOn }) => approvedOn,
        cell: ({ approvedOn }) => approvedOn,
      },
      ...(admin
        ? [
            {
              key: 'remove',
              label: t('exceptions.remove'),
              cell: ({ id }: Exception) =>
                h(
                  'button',
                  {
                    type: 'button',
                    class: 'link',
                    onclick: () => void saving(parts, message, () => api.dropException(id)),
                  },
                  t('exceptions.remove'),
                ),
            },
          ]
        : []),
    ],
    key: ({ id }) => id,
    allLabel: (count) => t('table.all', { count }),
    sortedBy: (column, descending) =>
      t(descending ? 'table.sorted.down' : 'table.sorted.up', { column }),
    announce: context.announce,
  });
  table.show(exceptions);
  return h(
    'div',
    { class: 'part' },
    h('p', {}, t('exceptions.why')),
    exceptions.length === 0 ? h('p', { class: 'notice' }, t('exceptions.none')) : table.element,
    message,
    admin ? exceptionForm(parts, rules, areas) : h('p', { class: 'hint' }, t('exceptions.signIn')),
  );
}

function kindWords({ kind, servedBy, required }: Exception, { context }: PartParts): string {
  const { t } = context.tr;
  if (kind === 'shared') return t('exceptions.shared', { by: servedBy ?? '' });
  if (kind === 'several') return t('exceptions.several', { count: required ?? '' });
  return t('exceptions.waived');
}

function exceptionForm(
  parts: PartParts,
  rules: readonly Rule[],
  areas: readonly Area[],
): HTMLElement {
  const { context } = parts;
  const { t } = context.tr;
  const message = h('div', {});
  const rule = selectField(
    t('exceptions.rule'),
    'exception-rule',
    rules.map((one) => [one.id, label(context, one, one.id)]),
  );
  const kind = selectField(t('exceptions.kind'), 'exception-kind', [
    ['shared', t('exceptions.kind.shared')],
    ['several', t('exceptions.kind.several')],
    ['waived', t('exceptions.waived')],
  ]);
  const area = textField(t('exceptions.area'), 'exception-area', { list: 'exception-areas' });
  const facility = textField(t('exceptions.facility'), 'exception-facility', {
    list: 'exception-facilities',
  });
  const servedBy = textField(t('exceptions.servedBy'), 'exception-served-by', {
    list: 'exception-facilities',
  });
  const required = textField(t('exceptions.required'), 'exception-required', {
    type: 'number',
    min: 1,
    step: 1,
  });
  const reason = textField(t('exceptions.reason'), 'exception-reason', { required: true });
  const approver = textField(t('exceptions.approver'), 'exception-approver', { required: true });
  const date = textField(t('exceptions.date'), 'exception-date', { type: 'date', required: true });
  const draft = (): ExceptionDraft => ({
    rule: rule.input.value,
    area: area.input.value.trim() || null,
    facility: facility.input.value.trim() || null,
    kind: kinds.find((one) => one === kind.input.value) ?? 'waived',
    servedBy: servedBy.input.value.trim() || null,
    required: required.input.value === '' ? null : required.input.valueAsNumber,
    reason: reason.input.value.trim(),
    approver: approver.input.value.trim(),
    approvedOn: date.input.value,
  });
  return h(
    'details',
    { class: 'fold edit' },
    h('summary', { 'data-testid': 'add-exception' }, t('exceptions.add')),
    h(
      'form',
      {
        class: 'form',
        'data-testid': 'exception-form',
        onsubmit: (event: Event) => {
          event.preventDefault();
          void saving(parts, message, () => context.api.addException(draft()));
        },
      },
      h(
        'div',
        { class: 'fields' },
        ...[rule, kind, area, facility, servedBy, required, reason, approver, date].map(
          ({ element }) => element,
        ),
      ),
      suggestions(
        'exception-areas',
        areas.map(({ code, name }) => [code, name]),
      ),
      suggestions(
        'exception-facilities',
        [...context.catalog.facilities.values()].map(({ externalId, name }) => [
          externalId ?? '',
          name,
        ]),
      ),
      message,
      h('button', { type: 'submit', class: 'button primary' }, t('exceptions.addIt')),
    ),
  );
}

/** Codes with their names, so that nobody has to know codes by heart. */
function suggestions(id: string, items: readonly (readonly [string, string])[]): HTMLElement {
  return h(
    'datalist',
    { id },
    ...items
      .filter(([value]) => value !== '')
      .map(([value, name]) => h('option', { value, label: name })),
  );
}
