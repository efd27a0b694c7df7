import type { AreaTally, Coverage } from '../api/answers';
import { peopleText, shareText } from '../i18n/format';
import type { MessageKey } from '../i18n/zh';
import { type Level, levels } from '../state/fragment';
import { fill, h } from '../ui/dom';
import { downloadCsv } from '../ui/download';
import { icon } from '../ui/icon';
import { groupName, type PanelContext, typeName } from './context';

type NumberColumn = 'demand' | 'covered' | 'uncovered' | 'coveredShare';
type Column = 'name' | NumberColumn;

const columns: readonly { key: Column; label: MessageKey }[] = [
  { key: 'name', label: 'table.area' },
  { key: 'coveredShare', label: 'table.share' },
  { key: 'uncovered', label: 'table.uncovered' },
  { key: 'demand', label: 'table.demand' },
];

const levelNames: Record<Level, MessageKey> = {
  county: 'level.county',
  town: 'level.town',
  community: 'level.community',
};

/** Rows drawn at once; a county may have hundreds of communities. */
const PAGE = 30;

/** Coverage by area, sortable; a row shows its area on the map. */
export class CoverageTable {
  readonly element = h('section', { class: 'table-section' });
  #coverage: Coverage | null = null;
  #sort: { column: Column; descending: boolean } = { column: 'uncovered', descending: true };
  #rows = PAGE;

  constructor(
    private readonly context: PanelContext,
    private readonly zoomTo: (code: string) => void,
  ) {}

  show(coverage: Coverage): void {
    this.#coverage = coverage;
    this.#rows = PAGE;
    this.#render();
  }

  #render(): void {
    const { t } = this.context.tr;
    const { store } = this.context;
    const coverage = this.#coverage;
    if (!coverage) return;
    const sorted = sortAreas(coverage.areas, this.#sort.column, this.#sort.descending);
    const shown = sorted.slice(0, this.#rows);
    fill(
      this.element,
      h('h2', {}, t('table.title')),
      h(
        'div',
        { class: 'table-tools' },
        h(
          'label',
          { class: 'field' },
          h('span', {}, t('table.level')),
          h(
            'select',
            {
              'data-testid': 'plan-level',
              onchange: (event: Event) => {
                const { value } = event.target as HTMLSelectElement;
                store.update({ level: levels.find((level) => level === value) ?? null });
              },
            },
            h('option', { value: '' }, t('level.direct')),
            ...levels.map((level) =>
              h(
                'option',
                { value: level, selected: level === store.state.level },
                t(levelNames[level]),
              ),
            ),
          ),
        ),
        h(
          'button',
          {
            type: 'button',
            class: 'button',
            'data-testid': 'export-csv',
            onclick: () => this.#export(coverage, sorted),
          },
          icon('download'),
          t('table.export'),
        ),
      ),
      sorted.length === 0
        ? h('p', { class: 'notice' }, t('table.empty'))
        : h(
            'div',
            { class: 'table-scroll', tabindex: 0, role: 'region', 'aria-label': t('table.title') },
            h(
              'table',
              { 'data-testid': 'area-table' },
              h(
                'thead',
                {},
                h('tr', {}, ...columns.map(({ key, label }) => this.#head(key, label))),
              ),
              h('tbody', {}, ...shown.map((area) => this.#row(area))),
            ),
          ),
      sorted.length > shown.length &&
        h(
          'button',
          {
            type: 'button',
            class: 'button',
            onclick: () => {
              this.#rows = sorted.length;
              this.#render();
            },
          },
          t('table.all', { count: sorted.length }),
        ),
    );
  }

  #head(column: Column, label: MessageKey): HTMLElement {
    const active = this.#sort.column === column;
    const direction = this.#sort.descending ? 'descending' : 'ascending';
    return h(
      'th',
      { scope: 'col', 'aria-sort': active ? direction : 'none' },
      h(
        'button',
        {
          type: 'button',
          onclick: () => {
            const descending = active ? !this.#sort.descending : column !== 'name';
            this.#sort = { column, descending };
            this.#render();
          },
        },
        this.context.tr.t(label),
        h('span', { 'aria-hidden': 'true' }, active ? (this.#sort.descending ? ' ▼' : ' ▲') : ''),
      ),
    );
  }

  #row(area: AreaTally): HTMLElement {
    const { tr } = this.context;
    const name = area.name ?? tr.t('table.noArea');
    const { code } = area;
    return h(
      'tr',
      {},
      h(
        'th',
        { scope: 'row' },
        code ? h('button', { type: 'button', onclick: () => this.zoomTo(code) }, name) : name,
      ),
      h('td', {}, shareText(area.coveredShare, tr)),
      h('td', {}, peopleText(area.uncovered, tr)),
      h('td', {}, peopleText(area.demand, tr)),
    );
  }

  #export(coverage: Coverage, areas: readonly AreaTally[]): void {
    const { t } = this.context.tr;
    const header = [
      t('table.code'),
      t('table.area'),
      t('table.demand'),
      t('plan.covered'),
      t('table.uncovered'),
      t('plan.unreachable'),
      t('plan.unknownPoints'),
      t('table.share'),
    ];
    const line = (code: string, name: string, tally: Omit<AreaTally, 'code' | 'name'>) => [
      code,
      name,
      round(tally.demand),
      round(tally.covered),
      round(tally.uncovered),
      round(tally.unreachable),
      tally.unknownPoints,
      tally.coveredShare === null ? '' : round(tally.coveredShare),
    ];
    const title = [
      coverage.types.map((type) => typeName(this.context, type)).join('+'),
      t('plan.within', { minutes: coverage.minutes }),
      groupName(this.context, coverage.group),
      t(coverage.method === 'network' ? 'plan.byWalking' : 'plan.byStraight'),
    ].join(' ');
    downloadCsv(`${t('table.file')} ${title}.csv`, [
      header,
      ...areas.map((area) => line(area.code ?? '', area.name ?? t('table.noArea'), area)),
      line('', t('table.total'), coverage.total),
    ]);
  }
}

/** Sums of fractions end in noise; four decimals are finer than any count. */
function round(value: number): number {
  return Number(value.toFixed(4));
}

/** Areas in order of a column; areas without demand come last either way. */
export function sortAreas(
  areas: readonly AreaTally[],
  column: Column,
  descending: boolean,
): AreaTally[] {
  const sign = descending ? -1 : 1;
  return [...areas].sort((one, other) => {
    if (column === 'name') return sign * (one.name ?? '').localeCompare(other.name ?? '', 'zh-CN');
    const left = one[column];
    const right = other[column];
    if (left === null || right === null) return (left === null ? 1 : 0) - (right === null ? 1 : 0);
    return sign * (left - right);
  });
}
