import { type Child, fill, h } from '../ui/dom';

/** One column of a table over rows of one kind. */
export interface Column<R> {
  readonly key: string;
  readonly label: string;
  readonly cell: (row: R) => Child;
  /** By what the column sorts; null goes last either way. No sorting where it is missing. */
  readonly sort?: (row: R) => number | string | null;
  /** Words stand left and wrap. */
  readonly words?: boolean;
}

export interface TableOptions<R> {
  readonly testId: string;
  readonly caption: string;
  readonly columns: readonly Column<R>[];
  readonly key: (row: R) => string;
  /** Rows drawn at first; a county has hundreds of communities. */
  readonly page?: number;
  readonly allLabel: (count: number) => string;
  readonly sortedBy: (column: string, descending: boolean) => string;
  readonly announce: (message: string) => void;
  readonly onRow?: (element: HTMLElement, row: R) => void;
  readonly sideways?: boolean;
}

const PAGE = 30;

/**
 * A table with a caption and scoped headers. On narrow screens rows become cards; roles are said
 * explicitly, as some browsers forget them where the layout is no table.
 */
export class DataTable<R> {
  readonly element: HTMLElement;
  #rows: readonly R[] = [];
  #shown: number;
  #sort: { key: string; descending: boolean } | null = null;

  constructor(private readonly options: TableOptions<R>) {
    this.#shown = options.page ?? PAGE;
    this.element = h('div', { class: 'data-table' });
  }

  show(rows: readonly R[]): void {
    this.#rows = rows;
    this.#shown = this.options.page ?? PAGE;
    this.#render();
  }

  /** The row's element; rows that are not drawn yet are drawn for it. */
  row(key: string): HTMLElement | null {
    const at = this.#sorted().findIndex((row) => this.options.key(row) === key);
    if (at < 0) return null;
    if (at >= this.#shown) {
      this.#shown = Math.ceil((at + 1) / PAGE) * PAGE;
      this.#render();
    }
    return this.element.querySelector<HTMLElement>(`tr[data-key="${CSS.escape(key)}"]`);
  }

  #sorted(): readonly R[] {
    const sort = this.#sort;
    const by = sort && this.options.columns.find(({ key }) => key === sort.key)?.sort;
    return sort && by ? sortRows(this.#rows, by, sort.descending) : this.#rows;
  }

  #render(): void {
    const { columns, caption, testId, allLabel, sideways } = this.options;
    const sorted = this.#sorted();
    const drawn = sorted.slice(0, this.#shown);
    fill(
      this.element,
      h(
        'div',
        {
          class: sideways ? 'table-scroll' : 'table-scroll stacking',
          tabindex: 0,
          role: 'region',
          'aria-label': caption,
        },
        h(
          'table',
          { 'data-testid': testId, role: 'table' },
          h('caption', {}, caption),
          h(
            'thead',
            { role: 'rowgroup' },
            h('tr', { role: 'row' }, ...columns.map((column) => this.#head(column))),
          ),
          h('tbody', { role: 'rowgroup' }, ...drawn.map((row) => this.#row(row))),
        ),
      ),
      sorted.length > drawn.length &&
        h(
          'button',
          {
            type: 'button',
            class: 'button',
            'data-testid': `${testId}-all`,
            onclick: () => {
              this.#shown = sorted.length;
              this.#render();
            },
          },
          allLabel(sorted.length),
        ),
    );
  }

  #head({ key, label, sort, words }: Column<R>): HTMLElement {
    const common = { scope: 'col', role: 'columnheader', class: words ? 'words' : null };
    if (!sort) return h('th', common, label);
    const active = this.#sort?.key === key;
    const descending = active && this.#sort?.descending === true;
    const state = active ? (descending ? 'descending' : 'ascending') : 'none';
    return h(
      'th',
      { ...common, 'aria-sort': state },
      h(
        'button',
        {
          type: 'button',
          'data-sort': key,
          onclick: () => {
            this.#sort = { key, descending: active ? !descending : !words };
            this.#render();
            this.element.querySelector<HTMLElement>(`[data-sort="${key}"]`)?.focus();
            this.options.announce(this.options.sortedBy(label, this.#sort.descending));
          },
        },
        label,
        h(
          'span',
          { class: 'arrow', 'aria-hidden': 'true' },
          active ? (descending ? '▼' : '▲') : '↕',
        ),
      ),
    );
  }

  #row(row: R): HTMLElement {
    const element = h(
      'tr',
      { role: 'row', 'data-key': this.options.key(row) },
      ...this.options.columns.map(({ cell, label, words }, index) =>
        index === 0
          ? h('th', { scope: 'row', role: 'rowheader', class: 'words' }, cell(row))
          : h(
              'td',
              { role: 'cell', 'data-label': label, class: words ? 'words' : null },
              h('div', {}, cell(row)),
            ),
      ),
    );
    this.options.onRow?.(element, row);
    return element;
  }
}

/** A stable sort; rows without a value come last either way. */
export function sortRows<R>(
  rows: readonly R[],
  by: (row: R) => number | string | null,
  descending: boolean,
): R[] {
  const sign = descending ? -1 : 1;
  return [...rows].sort((one, other) => {
    const left = by(one);
    const right = by(other);
    if (left === null || right === null) return (left === null ? 1 : 0) - (right === null ? 1 : 0);
    if (typeof left === 'string' || typeof right === 'string') {
      return sign * String(left).localeCompare(String(right), 'zh-CN');
    }
    return sign * (left - right);
  });
}
