import { DataTable } from '../desk/data-table';
import { type Child, fill, h } from '../ui/dom';
import { type BoardContext, label } from './context';
import { progressDrawing } from './progress-drawing';
import type { ProgressRow } from './targets-answers';
import { missingFor, progressMatrix, progressWords } from './targets-words';

/** One line for each column of the table, over all areas. */
export function totalsProgress(context: BoardContext, totals: readonly ProgressRow[]): HTMLElement {
  const { tr } = context;
  const { t } = tr;
  const table = new DataTable<ProgressRow>({
    testId: 'totals-table',
    caption: t('targets.totals.caption'),
    columns: [
      {
        key: 'zh',
        label: t('targets.column'),
        words: true,
        cell: (row) => label(context, row, row.column),
      },
      { key: 'target', label: t('targets.target'), cell: (row) => targetCell(context, row) },
      {
        key: 'achieved',
        label: t('targets.achieved'),
        cell: (row) => achievedWords(context, row),
      },
      {
        key: 'state',
        label: t('targets.state'),
        words: true,
        cell: (row) => stateCell(context, row),
      },
      { key: 'drawing', label: t('targets.drawing'), cell: (row) => progressDrawing(row, tr) },
    ],
    key: ({ column }) => column,
    allLabel: (count) => t('table.all', { count }),
    sortedBy: (column) => column,
    announce: context.announce,
    page: 60,
  });
  table.show(totals);
  return table.element;
}

function amount({ tr }: BoardContext, value: number | null, unit: string): string {
  if (value === null) return tr.t('unknown');
  return `${tr.number(value, 1)}${unit === 'percent' ? '%' : ''}`;
}

/** What is achieved for certain, and what may be where something is not known. */
function achievedWords(context: BoardContext, row: ProgressRow): string {
  const { achieved, achievedAtMost, unit } = row;
  const certain = amount(context, achieved, unit);
  if (achieved === null || achievedAtMost === null || achievedAtMost <= achieved) return certain;
  return context.tr.t('targets.atMost', {
    certain,
    most: amount(context, achievedAtMost, unit),
  });
}

/** The number carried forward, and the year that set it. */
function targetCell(context: BoardContext, row: ProgressRow): Child {
  const { target, targetYear } = row;
  const { t } = context.tr;
  if (target === null) return '–';
  return h(
    'span',
    {},
    amount(context, target, row.unit),
    targetYear !== null && h('small', {}, ` ${t('targets.year', { year: targetYear })}`),
  );
}

const signs = {
  ahead: '▲',
  'on-track': '=',
  behind: '▼',
  'cannot-be-judged': '?',
  'no-target': '–',
} as const;

function stateCell({ tr }: BoardContext, row: ProgressRow): Child {
  const missing = missingFor(row, tr);
  return h(
    'span',
    {},
    h(
      'span',
      { class: `outcome ${row.state}` },
      h('span', { 'aria-hidden': 'true' }, signs[row.state]),
      progressWords(row, tr),
    ),
    missing !== null && h('small', {}, ` ${missing}`),
  );
}

/** Areas against columns, or one area in full. */
export function areaProgress(context: BoardContext, rows: readonly ProgressRow[]): HTMLElement {
  const { tr } = context;
  const { t } = tr;
  const { columns, areas } = progressMatrix(rows);
  if (areas.length === 0) return h('p', { class: 'notice' }, t('targets.noRows'));
  const place = h('div', {});
  const show = (only: string) => {
    const listed = only === '' ? areas : areas.filter(({ area }) => area === only);
    fill(place, matrix(context, columns, listed));
  };
  show('');
  return h(
    'div',
    { class: 'part' },
    h(
      'label',
      { class: 'field narrow-field' },
      h('span', {}, t('targets.area')),
      h(
        'select',
        {
          'data-testid': 'target-area',
          onchange: (event: Event) => show((event.target as HTMLSelectElement).value),
        },
        h('option', { value: '' }, t('targets.area.all')),
        ...areas.map(({ area, name }) => h('option', { value: area }, name)),
      ),
    ),
    place,
  );
}

function matrix(
  context: BoardContext,
  columns: ReturnType<typeof progressMatrix>['columns'],
  areas: ReturnType<typeof progressMatrix>['areas'],
): HTMLElement {
  const { t } = context.tr;
  const cell = (row: ProgressRow | undefined) => {
    if (!row) return '–';
    return h(
      'div',
      { class: 'progress-cell' },
      h(
        'span',
        {},
        t('targets.of', {
          achieved: achievedWords(context, row),
          target: row.target === null ? '–' : amount(context, row.target, row.unit),
        }),
      ),
      row.target !== null && progressDrawing(row, context.tr),
      stateCell(context, row),
    );
  };
  const table = new DataTable<(typeof areas)[number]>({
    testId: 'progress-table',
    caption: t('targets.byArea.caption'),
    sideways: true,
    columns: [
      { key: 'name', label: t('col.area'), words: true, cell: ({ name }) => name },
      ...columns.map((one) => ({
        key: one.column,
        label: label(context, one, one.column),
        cell: ({ cells }: (typeof areas)[number]) => cell(cells.get(one.column)),
      })),
    ],
    key: ({ area }) => area,
    allLabel: (count) => t('table.all', { count }),
    sortedBy: (column) => column,
    announce: context.announce,
    page: 60,
  });
  table.show(areas);
  return table.element;
}
