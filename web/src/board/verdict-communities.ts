import { DataTable } from '../desk/data-table';
import { selectField } from '../desk/fields';
import { sourceFold } from '../desk/source';
import { type Child, h } from '../ui/dom';
import { outcomeBadge, quote } from './clause';
import { type BoardContext, groupName, label, typeName } from './context';
import { exportLinks } from './exports';
import { chosenPlans } from './plan-bar';
import { communitiesQuery } from './question';
import type { Community, Rule, SpatialVerdict } from './standards-answers';
import { exceptionWords, missingWords, spatialWords } from './standards-words';
import type { PartParts } from './verdict-tab';

/** Communities with what they have beside who walks there in time, since the two disagree. */
export async function communitiesPart(parts: PartParts): Promise<HTMLElement> {
  const { context, plans, signal } = parts;
  const { api, store, tr } = context;
  const { t } = tr;
  const { state } = store;
  const query = communitiesQuery(state);
  const [answer, rules] = await Promise.all([
    api.communities(query, signal),
    api.rules({ plan: chosenPlans(plans, state.plans) }),
  ]);
  const disagreeing = answer.rows.filter(({ disagree }) => disagree);
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const table = new DataTable<Community>({
    testId: 'communities-table',
    caption: t('communities.caption'),
    columns: [
      {
        key: 'name',
        label: t('col.area'),
        words: true,
        sort: ({ name }) => name,
        cell: (row) => nameCell(context, row),
      },
      {
        key: 'missed',
        label: t('communities.institutional'),
        words: true,
        sort: ({ institutional }) => institutional.missed,
        cell: (row) => institutionalCell(parts, row, byId),
      },
      {
        key: 'spatial',
        label: t('communities.spatial'),
        words: true,
        sort: ({ spatial }) => spatial[0]?.share ?? null,
        cell: (row) => h('ul', {}, ...row.spatial.map((one) => spatialLine(context, one, byId))),
      },
      {
        key: 'disagree',
        label: t('communities.together'),
        words: true,
        sort: ({ disagree }) => (disagree ? 1 : 0),
        cell: ({ disagree }) =>
          disagree
            ? h('span', { class: 'tag warn' }, `≠ ${t('communities.disagree')}`)
            : t('communities.agree'),
      },
    ],
    key: ({ code }) => code,
    allLabel: (count) => t('table.all', { count }),
    sortedBy: (column, descending) =>
      t(descending ? 'table.sorted.down' : 'table.sorted.up', { column }),
    announce: context.announce,
  });
  const shown = state.disagree ? disagreeing : answer.rows;
  table.show(shown);
  const sentence = t('communities.count', {
    count: answer.rows.length,
    disagree: disagreeing.length,
  });
  context.announce(sentence);
  return h(
    'div',
    { class: 'part' },
    h('p', {}, t('communities.why', { group: groupName(context, state.group) })),
    selectField(
      t('ask.type'),
      'verdict-type',
      [
        ['', t('communities.allTypes')],
        ...[...context.catalog.types.keys()].map(
          (code) => [code, typeName(context, code)] as const,
        ),
      ],
      state.about,
      (about) => store.go({ about: about || null }),
    ).element,
    h(
      'label',
      { class: 'check' },
      h('input', {
        type: 'checkbox',
        checked: state.disagree,
        'data-testid': 'only-disagree',
        onchange: (event: Event) =>
          store.go({ disagree: (event.target as HTMLInputElement).checked }),
      }),
      h('span', {}, t('communities.only', { count: disagreeing.length })),
    ),
    h('p', { 'data-testid': 'communities-count' }, sentence),
    shown.length === 0
      ? h('p', { class: 'notice' }, t(state.disagree ? 'communities.allAgree' : 'gaps.empty'))
      : table.element,
    exportLinks(context, 'verdicts', query),
    sourceFold(context, answer),
  );
}

function nameCell({ store, tr }: BoardContext, row: Community): Child {
  return h(
    'div',
    { class: 'area-cell' },
    h(
      'button',
      {
        type: 'button',
        class: 'link',
        onclick: () => store.go({ tab: 'gaps', level: 'community', area: null, chosen: row.code }),
      },
      row.name,
      row.urban !== null && h('small', {}, tr.t(row.urban ? 'urban' : 'rural')),
    ),
  );
}

/** Missed rules by name; all of them, with their clauses, folded. */
function institutionalCell(
  { context, plans }: PartParts,
  { institutional }: Community,
  byId: ReadonlyMap<string, Rule>,
): Child {
  const { tr } = context;
  const { t } = tr;
  const { met, missed, cannotBeJudged: unknown, rules } = institutional;
  const list = h('ul', { class: 'rule-list' });
  const fillList = () => {
    if (list.childElementCount > 0) return;
    for (const one of rules) {
      const rule = byId.get(one.id);
      list.append(
        h(
          'li',
          {},
          outcomeBadge(context, one.outcome),
          ` ${label(context, one, one.id)}`,
          one.outcome === 'cannot-be-judged' && h('p', { class: 'hint' }, missingWords(one, tr)),
          one.exception && h('p', { class: 'hint' }, exceptionWords(one.exception, tr)),
          one.outcome === 'missed' && rule && quote(context, rule, plans),
        ),
      );
    }
  };
  return h(
    'div',
    {},
    h(
      'ul',
      { class: 'missed-names' },
      ...rules
        .filter(({ outcome }) => outcome === 'missed')
        .map((one) =>
          h('li', {}, outcomeBadge(context, 'missed'), ` ${label(context, one, one.id)}`),
        ),
    ),
    h(
      'details',
      { class: 'fold', ontoggle: fillList },
      h('summary', {}, h('span', {}, t('communities.counts', { met, missed, unknown }))),
      list,
    ),
  );
}

function spatialLine(
  context: BoardContext,
  spatial: SpatialVerdict,
  byId: ReadonlyMap<string, Rule>,
): HTMLElement {
  const rule = spatial.rule === null ? undefined : byId.get(spatial.rule);
  return h(
    'li',
    { title: rule?.quote ?? null },
    outcomeBadge(context, spatial.outcome),
    ' ',
    spatialWords(spatial, (code) => typeName(context, code), context.tr),
  );
}
