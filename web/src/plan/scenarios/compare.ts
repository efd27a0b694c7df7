import type { Area } from '../../api/answers';
import { DataTable } from '../../desk/data-table';
import { selectField } from '../../desk/fields';
import { keepFocus } from '../../desk/focus';
import { sourceFold } from '../../desk/source';
import { type Child, fill, h } from '../../ui/dom';
import { endRefusedSession, failure, groupName, isPast, waiting } from '../context';
import { exportButtons } from '../files';
import { ownOf, withOwn } from '../state';
import type { Comparison } from './answers';
import { areaRows, type CompareRow, groupRows, totalRows } from './compare-rows';
import type { ScenariosContext } from './context';
import { changeLegend } from './difference';
import { surfacesOf } from './drawing';
import { differenceCell } from './live-result';
import { walkQuery } from './question';
import { questionBar } from './question-bar';

/** Scenarios side by side with today: coverage, people, money, by group and by area. */
export class CompareView {
  readonly element: HTMLElement;
  readonly #question = h('div', {});
  readonly #body = h('div', { class: 'part' });
  #asked = new AbortController();
  #comparison: Comparison | null = null;
  #onlyDifferent = true;
  /** Which scenario's differences are on the map. */
  #mapped = 1;
  #fitted = false;
  #shapes: ReadonlyMap<string, Area> = new Map();

  constructor(
    private readonly context: ScenariosContext,
    private readonly ids: readonly string[],
    leave: () => void,
  ) {
    const { t } = context.tr;
    this.element = h(
      'div',
      { class: 'part', 'data-testid': 'comparison' },
      h(
        'button',
        { type: 'button', class: 'link', 'data-testid': 'compare-back', onclick: leave },
        t('compare.back'),
      ),
      h('h2', { tabindex: -1 }, t('compare.title')),
      this.#question,
      this.#body,
    );
  }

  show(): void {
    void this.context.api.areas().then(
      (areas) => {
        this.#shapes = new Map(areas.map((area) => [area.code, area]));
        this.#draw();
      },
      // Without areas nothing is coloured; the tables say it all.
      () => {},
    );
    void this.#ask();
  }

  hide(): void {
    this.#asked.abort();
  }

  asked(): void {
    void this.#ask();
  }

  async #ask(): Promise<void> {
    this.#asked.abort();
    this.#asked = new AbortController();
    const { signal } = this.#asked;
    const { context, ids } = this;
    fill(this.#question, questionBar(context));
    if (!this.#comparison) fill(this.#body, waiting(context));
    this.element.setAttribute('aria-busy', 'true');
    try {
      const query = { ...walkQuery(context.store.state), level: levelOf(context) };
      this.#comparison = await context.scenarios.compare(ids, query, signal);
      if (signal.aborted) return;
      this.#render();
      context.announce(context.tr.t('compare.announce', { count: ids.length }));
    } catch (error) {
      if (isPast(error, signal)) return;
      fill(
        this.#body,
        failure(context, error, () => void this.#ask()),
      );
      endRefusedSession(context, error);
    } finally {
      if (!signal.aborted) this.element.removeAttribute('aria-busy');
    }
  }

  #render(): void {
    const comparison = this.#comparison;
    if (!comparison) return;
    const { context } = this;
    const { tr, catalog, store } = context;
    const { t } = tr;
    const { columns } = comparison;
    const names = columns.map(({ id, name }) => (id === 'base' ? t('compare.base') : name));
    const groups = catalog.status.groups.map(({ code }) => ({
      code,
      name: groupName(context, code),
    }));
    const level = levelOf(context);
    const areas = areaRows(columns, this.#onlyDifferent, tr);
    const query = { scenario: this.ids, ...walkQuery(store.state), level };
    const giveBack = keepFocus(this.element);
    fill(
      this.#body,
      this.#table('compare-totals', t('compare.caption'), names, totalRows(columns, tr)),
      ...columns.flatMap(({ name, withoutEffect }) =>
        withoutEffect.length > 0
          ? [
              h(
                'p',
                { class: 'notice warn' },
                t('compare.withoutEffect', { name, count: withoutEffect.length }),
              ),
            ]
          : [],
      ),
      h('h3', {}, t('compare.groups')),
      this.#table('compare-groups', t('compare.groups'), names, groupRows(columns, groups, tr)),
      h('h3', {}, t('compare.areas')),
      this.#areaControls(level),
      columns.length > 2 && this.#mapChoice(names),
      areas.length > 0
        ? this.#table('compare-areas', t('compare.areas'), names, areas)
        : h('p', { class: 'notice', 'data-testid': 'compare-same' }, t('compare.noDifference')),
      exportButtons(context, 'scenarios/compare', query, t('compare.file'), ['xlsx', 'csv']),
      sourceFold(context, comparison),
    );
    giveBack();
    this.#draw();
  }

  /** What one scenario changes, area by area, on the map. */
  #draw(): void {
    const columns = this.#comparison?.columns ?? [];
    const [base] = columns;
    const shown = columns[this.#mapped] ?? columns[1];
    if (!base || !shown) return;
    const { map, tr } = this.context;
    const today = new Map(base.areas.map((area) => [area.code, area]));
    const changed = shown.areas.flatMap((after) => {
      const before = today.get(after.code);
      return before ? [{ code: after.code, name: after.name, before, after }] : [];
    });
    map.setSurfaces(surfacesOf(changed, this.#shapes, tr));
    if (!this.#fitted && this.#shapes.size > 0) {
      this.#fitted = true;
      map.fitAll();
    }
    const items = changeLegend(changed, tr);
    map.setLegend(
      items.length > 0 ? [{ kind: 'colors', title: tr.t('legend.change'), items, ramp: true }] : [],
    );
  }

  #mapChoice(names: readonly string[]): HTMLElement {
    return selectField(
      this.context.tr.t('compare.onMap'),
      'compare-on-map',
      names.slice(1).map((name, index) => [String(index + 1), name] as const),
      String(this.#mapped),
      (value) => {
        this.#mapped = Number(value);
        this.#draw();
      },
    ).element;
  }

  #areaControls(level: 'town' | 'community'): HTMLElement {
    const { tr, store } = this.context;
    const { t } = tr;
    return h(
      'div',
      { class: 'level-buttons', role: 'group', 'aria-label': t('compare.level') },
      ...(['town', 'community'] as const).map((one) =>
        h(
          'button',
          {
            type: 'button',
            class: 'button',
            'aria-pressed': String(one === level),
            'data-testid': `compare-level-${one}`,
            onclick: () => {
              store.go(withOwn(store.state, { 'scenarios.level': one === 'town' ? null : one }));
              void this.#ask();
            },
          },
          t(`compare.level.${one}`),
        ),
      ),
      h(
        'label',
        { class: 'check' },
        h('input', {
          type: 'checkbox',
          checked: this.#onlyDifferent,
          'data-testid': 'compare-only',
          onchange: (event: Event) => {
            this.#onlyDifferent = (event.target as HTMLInputElement).checked;
            this.#render();
          },
        }),
        h('span', {}, t('compare.onlyDifferent')),
      ),
    );
  }

  #table(
    testId: string,
    caption: string,
    names: readonly string[],
    rows: readonly CompareRow[],
  ): HTMLElement {
    const { announce, tr } = this.context;
    const { t } = tr;
    const table = new DataTable<CompareRow>({
      testId,
      caption,
      columns: [
        { key: 'what', label: t('compare.what'), words: true, cell: ({ label }) => label },
        ...names.map((name, index) => ({
          key: `column-${index}`,
          label: name,
          cell: (row: CompareRow) => valueCell(row, index),
        })),
      ],
      key: ({ key }) => key,
      allLabel: (count) => t('table.all', { count }),
      sortedBy: (column) => column,
      announce,
    });
    table.show(rows);
    return table.element;
  }
}

export function levelOf({ store }: Pick<ScenariosContext, 'store'>): 'town' | 'community' {
  return ownOf(store.state, 'scenarios.level') === 'community' ? 'community' : 'town';
}

/** The value, and below it what is different from today. */
function valueCell({ values, text, difference, better, remark }: CompareRow, index: number): Child {
  const value = values[index] ?? null;
  const base = values[0] ?? null;
  const words = index > 0 && value !== null && base !== null ? difference(value - base) : '';
  const said = remark?.(index);
  return h(
    'span',
    { class: 'compare-cell' },
    h('span', {}, text(value)),
    words !== '' &&
      value !== null &&
      base !== null &&
      (better === 0
        ? h('span', { class: 'difference same' }, words)
        : differenceCell((value - base) * better, words)),
    said && h('small', {}, said),
  );
}
