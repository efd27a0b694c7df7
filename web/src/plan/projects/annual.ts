import { DataTable } from '../../desk/data-table';
import { selectField } from '../../desk/fields';
import { sourceFold } from '../../desk/source';
import { fill, h } from '../../ui/dom';
import { label, typeName } from '../context';
import { exportButtons } from '../files';
import { moneyNumber, yuanText } from '../money';
import type { ProjectsContext } from './context';
import type { LibraryPlan, PlanYear, YearTarget } from './plan-answers';
import { reachWords } from './words';

/** The plan of one year: money by town and service, and what it does for the year's targets. */
export function annualPlan(
  context: ProjectsContext,
  plan: LibraryPlan,
  year: number,
  choose: (year: number) => void,
): HTMLElement {
  const { tr } = context;
  const { t, number } = tr;
  const chosen = plan.years.find((one) => one.year === year) ?? plan.years[0];
  if (!chosen) return h('div', {});
  const { count, costYuan, unknownCosts, places } = chosen;
  const query = { year: chosen.year };
  const reach = reachWords(
    { gained: chosen.gainPeople, lost: chosen.lostPeople, unknownReach: chosen.unknownGains },
    tr,
  );
  return h(
    'section',
    { class: 'part annual', 'data-testid': 'annual' },
    h('h2', {}, t('annual.title')),
    selectField(
      t('annual.year'),
      'annual-year',
      plan.years.map((one) => [String(one.year), t('projects.year', { year: one.year })] as const),
      String(chosen.year),
      (value) => choose(Number(value)),
    ).element,
    h(
      'p',
      { class: 'annual-summary', 'data-testid': 'annual-summary' },
      t(unknownCosts > 0 ? 'annual.summary.unknown' : 'annual.summary', {
        year: chosen.year,
        count,
        yuan: yuanText(costYuan, tr),
        unknown: unknownCosts,
        places: number(places),
      }),
    ),
    reach !== '' && h('p', { 'data-testid': 'annual-reach' }, reach),
    chosen.byTown.length > 0 && h('h3', {}, t('annual.towns')),
    chosen.byTown.length > 0 && townTable(context, chosen),
    chosen.byType.length > 0 && h('h3', {}, t('annual.types')),
    chosen.byType.length > 0 && typeTable(context, chosen),
    h('h3', {}, t('annual.targets')),
    targetsPart(context, chosen),
    exportButtons(context, 'projects/plan', query, t('annual.file', query), ['xlsx', 'pdf'], {
      title: t('annual.export'),
      testId: 'export-plan',
    }),
    h('p', { class: 'hint' }, label(context, { zh: plan.methodZh, en: plan.method })),
    sourceFold(context, plan),
  );
}

function townTable(context: ProjectsContext, { year, byTown }: PlanYear): HTMLElement {
  const { tr } = context;
  const { t, number } = tr;
  const table = new DataTable<PlanYear['byTown'][number]>({
    testId: 'annual-towns',
    caption: t('annual.towns.caption', { year }),
    columns: [
      {
        key: 'town',
        label: t('annual.town'),
        words: true,
        cell: ({ code, name }) => name ?? code ?? t('annual.town.none'),
      },
      {
        key: 'count',
        label: t('annual.count'),
        sort: ({ count }) => count,
        cell: ({ count }) => number(count),
      },
      {
        key: 'cost',
        label: t('annual.cost'),
        sort: ({ costYuan }) => costYuan,
        cell: (row) => costCell(context, row),
      },
      { key: 'places', label: t('annual.places'), cell: ({ places }) => number(places) },
    ],
    key: ({ code }) => code ?? '',
    ...common(context),
  });
  table.show(byTown);
  return table.element;
}

function typeTable(context: ProjectsContext, { year, byType }: PlanYear): HTMLElement {
  const { tr } = context;
  const { t, number } = tr;
  const table = new DataTable<PlanYear['byType'][number]>({
    testId: 'annual-types',
    caption: t('annual.types.caption', { year }),
    columns: [
      {
        key: 'type',
        label: t('annual.type'),
        words: true,
        cell: ({ type }) => (type === null ? t('annual.type.none') : typeName(context, type)),
      },
      { key: 'count', label: t('annual.count'), cell: ({ count }) => number(count) },
      { key: 'cost', label: t('annual.cost'), cell: (row) => costCell(context, row) },
      {
        key: 'places',
        label: t('annual.places'),
        cell: ({ places }) => number(places),
      },
    ],
    key: ({ type }) => type ?? '',
    ...common(context),
  });
  table.show(byType);
  return table.element;
}

/** The known costs, and how many are not known. */
function costCell(
  { tr }: ProjectsContext,
  { costYuan, unknownCosts }: { readonly costYuan: number; readonly unknownCosts: number },
): HTMLElement {
  return h(
    'span',
    {},
    moneyNumber(costYuan, tr),
    unknownCosts > 0 && h('small', {}, ` ${tr.t('annual.cost.unknown', { count: unknownCosts })}`),
  );
}

/** One table of targets at a time: a county keeps several, and they name the same things. */
function targetsPart(context: ProjectsContext, { year, targets }: PlanYear): HTMLElement {
  const { t } = context.tr;
  const codes = [...new Set(targets.map(({ table }) => table))];
  const [first] = codes;
  if (first === undefined) return h('p', { class: 'notice' }, t('annual.targets.none', { year }));
  const place = h('div', {});
  const show = (code: string) =>
    fill(
      place,
      targetsTable(
        context,
        year,
        targets.filter(({ table }) => table === code),
      ),
    );
  show(first);
  const nameOf = (code: string) => {
    const found = targets.find(({ table }) => table === code);
    return label(context, { zh: found?.tableZh ?? '', en: found?.tableEn ?? '' }, code);
  };
  return h(
    'div',
    { class: 'part' },
    codes.length > 1
      ? selectField(
          t('annual.table'),
          'annual-table',
          codes.map((code) => [code, nameOf(code)] as const),
          first,
          show,
        ).element
      : h('p', { class: 'hint' }, nameOf(first)),
    place,
  );
}

function targetsTable(
  context: ProjectsContext,
  year: number,
  targets: readonly YearTarget[],
): HTMLElement {
  const { t } = context.tr;
  const value = (amount: number | null, unit: string) => amountText(context, amount, unit);
  const table = new DataTable<YearTarget>({
    testId: 'annual-targets',
    caption: t('annual.targets.caption', { year }),
    columns: [
      {
        key: 'column',
        label: t('annual.column'),
        words: true,
        cell: (row) => label(context, row, row.column),
      },
      {
        key: 'target',
        label: t('annual.target', { year }),
        cell: ({ target, targetYear, unit }) => {
          if (target === null) return '–';
          const words = value(target, unit);
          return targetYear === null || targetYear === year
            ? words
            : t('annual.target.of', { target: words, year: targetYear });
        },
      },
      {
        key: 'achieved',
        label: t('annual.achieved'),
        cell: ({ achieved, achievedAtMost, unit }) =>
          range(context, achieved, achievedAtMost, unit),
      },
      {
        key: 'before',
        label: t('annual.before'),
        cell: ({ plannedBefore, unit }) => value(plannedBefore, unit),
      },
      {
        key: 'planned',
        label: t('annual.planned'),
        cell: ({ planned, plannedAtMost, unit }) => range(context, planned, plannedAtMost, unit),
      },
      {
        key: 'missing',
        label: t('annual.missing'),
        words: true,
        cell: (row) => missingCell(context, row),
      },
    ],
    key: ({ column }) => column,
    ...common(context),
  });
  table.show(targets);
  const negative = targets.some(({ planned, plannedBefore }) =>
    [planned, plannedBefore].some((amount) => amount !== null && amount < 0),
  );
  return h(
    'div',
    { class: 'part' },
    table.element,
    negative && h('p', { class: 'hint' }, t('annual.negative')),
  );
}

function amountText({ tr }: ProjectsContext, amount: number | null, unit: string): string {
  if (amount === null) return tr.t('unknown');
  const minus = amount < 0 ? '−' : '';
  return `${minus}${tr.number(Math.abs(amount), 1)}${unit === 'percent' ? '%' : ''}`;
}

/** What is certain, and what it may be where something is not known. */
function range(
  context: ProjectsContext,
  certain: number | null,
  most: number | null,
  unit: string,
): string {
  const words = amountText(context, certain, unit);
  if (certain === null || most === null || most <= certain) return words;
  return context.tr.t('annual.atMost', {
    certain: words,
    most: amountText(context, most, unit),
  });
}

/** What is still missing, or what has to be known to say it. */
function missingCell(context: ProjectsContext, row: YearTarget): HTMLElement | string {
  const { tr } = context;
  const { missing, target, unit, unknown, unknownZh } = row;
  if (target === null) return '–';
  if (missing === null) {
    const lacking = tr.lang === 'zh' ? unknownZh : unknown;
    if (lacking.length === 0) return tr.t('unknown');
    return h(
      'details',
      { class: 'fold' },
      h('summary', {}, tr.t('unknown')),
      h('ul', {}, ...lacking.map((one) => h('li', {}, h('small', {}, one)))),
    );
  }
  const enough = missing <= 0;
  return h(
    'span',
    { class: `outcome ${enough ? 'met' : 'missed'}` },
    h('span', { 'aria-hidden': 'true' }, enough ? '✓' : '▼'),
    enough ? tr.t('annual.reached') : amountText(context, missing, unit),
  );
}

function common({ tr, announce }: ProjectsContext) {
  return {
    page: 30,
    allLabel: (count: number) => tr.t('table.all', { count }),
    sortedBy: (column: string, descending: boolean) =>
      tr.t(descending ? 'table.sorted.down' : 'table.sorted.up', { column }),
    announce,
  };
}
