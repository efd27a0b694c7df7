import { DataTable } from '../../desk/data-table';
import { selectField } from '../../desk/fields';
import { sourceFold } from '../../desk/source';
import { fill, h } from '../../ui/dom';
import { label, typeName } from '../context';
import { downloads } from '../downloads';
import type { ProjectsContext } from './context';
import type { LibraryPlan, PlanYear, YearTarget } from './plan-answers';

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
  const { count, costYuan, capacity } = chosen;
  const query = { year: chosen.year };
  const file = { path: 'projects/plan', name: t('annual.file', query), query };
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
      t('annual.summary', {
        year: chosen.year,
        count,
        yuan: number(costYuan),
        places: number(capacity ?? 0),
      }),
    ),
    chosen.byTown.length > 0 && h('h3', {}, t('annual.towns')),
    chosen.byTown.length > 0 && townTable(context, chosen),
    chosen.byType.length > 0 && h('h3', {}, t('annual.types')),
    chosen.byType.length > 0 && typeTable(context, chosen),
    h('h3', {}, t('annual.targets')),
    targetsPart(context, chosen),
    downloads(
      context,
      [
        { ...file, format: 'xlsx' },
        { ...file, format: 'pdf' },
      ],
      t('annual.export'),
    ),
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
        cell: ({ costYuan }) => number(costYuan),
      },
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
      { key: 'cost', label: t('annual.cost'), cell: ({ costYuan }) => number(costYuan) },
      {
        key: 'places',
        label: t('annual.places'),
        cell: ({ capacity }) => (capacity === null ? t('unknown') : number(capacity)),
      },
    ],
    key: ({ type }) => type ?? '',
    ...common(context),
  });
  table.show(byType);
  return table.element;
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
  const { t, number } = context.tr;
  const value = (amount: number | null, unit: string) =>
    amount === null ? t('unknown') : `${number(amount, 1)}${unit === 'percent' ? '%' : ''}`;
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
        cell: ({ target, unit }) => (target === null ? '–' : value(target, unit)),
      },
      {
        key: 'achieved',
        label: t('annual.achieved'),
        cell: ({ achieved, unit }) => value(achieved, unit),
      },
      {
        key: 'planned',
        label: t('annual.planned'),
        cell: ({ planned, unit }) => value(planned, unit),
      },
      {
        key: 'missing',
        label: t('annual.missing'),
        cell: (row) => missingCell(context, row, value),
      },
    ],
    key: ({ column }) => column,
    ...common(context),
  });
  table.show(targets);
  return table.element;
}

function missingCell(
  { tr }: ProjectsContext,
  { missing, target, unit }: YearTarget,
  value: (amount: number | null, unit: string) => string,
): HTMLElement | string {
  if (target === null) return '–';
  if (missing === null) return tr.t('unknown');
  const enough = missing <= 0;
  return h(
    'span',
    { class: `outcome ${enough ? 'met' : 'missed'}` },
    h('span', { 'aria-hidden': 'true' }, enough ? '✓' : '▼'),
    enough ? tr.t('annual.reached') : value(missing, unit),
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
