import { DataTable } from '../desk/data-table';
import { keepFocus } from '../desk/focus';
import { sourceFold } from '../desk/source';
import { fill, h } from '../ui/dom';
import {
  type BoardContext,
  type BoardTab,
  failure,
  groupName,
  isPast,
  typeName,
  waiting,
} from './context';
import { exportLinks, wholeReportLink } from './exports';
import type { Board, BoardRow } from './gap-answers';
import { gapColumns } from './gap-columns';
import { gapControls } from './gap-controls';
import { GapDetail } from './gap-detail';
import { GapMap } from './gap-map';
import { gapTotals } from './gap-totals';
import { levelBar } from './level-bar';
import { boardQuery } from './question';
import type { BoardState } from './state';

/** The gap board: areas ranked by people left out, as a table and as a map in step with it. */
export class GapTab implements BoardTab {
  readonly element: HTMLElement;
  readonly #controls = h('div', {});
  readonly #levels = h('div', {});
  readonly #result = h('div', {
    class: 'result',
    'aria-live': 'polite',
    'data-testid': 'board-result',
  });
  readonly #below = h('div', { class: 'part below' });
  readonly #map: GapMap;
  readonly #detail: GapDetail;
  readonly #table: DataTable<BoardRow>;
  #board: Board | null = null;
  #asked = new AbortController();
  #goneTo: string | null | undefined;
  #seen = false;

  constructor(private readonly context: BoardContext) {
    const { t } = context.tr;
    this.#map = new GapMap(context, (code) => this.#choose(code, 'map'));
    this.#detail = new GapDetail(context, this.#map, () => this.#close());
    this.#table = new DataTable<BoardRow>({
      testId: 'board-table',
      caption: t('gaps.caption'),
      columns: gapColumns(
        context,
        (code) => this.#choose(code, 'table'),
        () => this.#board?.speedKmh ?? 0,
      ),
      key: ({ code }) => code,
      allLabel: (count) => t('table.all', { count }),
      sortedBy: (column, descending) =>
        t(descending ? 'table.sorted.down' : 'table.sorted.up', { column }),
      announce: context.announce,
      onRow: (element, row) => this.#inStep(element, row),
    });
    this.element = h(
      'div',
      { class: 'gap-tab', 'data-testid': 'tab-gaps' },
      h(
        'div',
        { class: 'gap-list-side' },
        h('h1', {}, t('gaps.title')),
        this.#controls,
        this.#levels,
        this.#result,
        this.#table.element,
        this.#below,
      ),
      h(
        'div',
        { class: 'gap-map-side' },
        this.#map.element,
        this.#map.legend,
        this.#detail.element,
      ),
    );
  }

  show(): void {
    fill(this.#controls, gapControls(this.context));
    this.#goneTo = undefined;
    void this.#ask();
  }

  hide(): void {
    this.#asked.abort();
    this.#detail.hide();
  }

  stateChanged(state: BoardState, previous: BoardState, byVisitor: boolean): void {
    const asked: (keyof BoardState)[] = [
      'type',
      'minutes',
      'outerMinutes',
      'group',
      'weights',
      'profile',
      'speedKmh',
      'level',
      'area',
    ];
    if (asked.some((key) => state[key] !== previous[key])) {
      // Going back changes the question behind the form's back.
      if (!byVisitor) fill(this.#controls, gapControls(this.context));
      void this.#ask();
      return;
    }
    if (state.shading !== previous.shading) this.#draw(false);
    if (state.chosen !== previous.chosen) this.#showChosen(true);
  }

  /** Pointing at a row, or coming to it by keyboard, shows its area. */
  #inStep(element: HTMLElement, { code }: BoardRow): void {
    const show = () => this.#map.highlight(code, false);
    const back = () => this.#map.highlight(this.context.store.state.chosen, false);
    element.addEventListener('mouseenter', show);
    element.addEventListener('mouseleave', back);
    element.addEventListener('focusin', show);
    element.addEventListener('focusout', back);
    element.classList.toggle('chosen', code === this.context.store.state.chosen);
  }

  #choose(code: string, from: 'table' | 'map'): void {
    this.context.store.go({ chosen: code });
    if (from === 'map') this.#table.row(code)?.scrollIntoView({ block: 'center' });
    this.#detail.element.scrollIntoView({ block: 'nearest' });
    if (from === 'table') this.#detail.element.focus({ preventScroll: true });
  }

  #close(): void {
    const { chosen } = this.context.store.state;
    this.context.store.go({ chosen: null });
    const row = chosen === null ? null : this.#table.row(chosen);
    row?.querySelector<HTMLElement>('[data-testid=board-choose]')?.focus();
  }

  async #ask(): Promise<void> {
    this.#asked.abort();
    this.#asked = new AbortController();
    const { signal } = this.#asked;
    const { context } = this;
    const { state } = context.store;
    const giveBack = keepFocus(this.element);
    fill(
      this.#levels,
      levelBar(context, (code) => this.#map.name(code)),
    );
    giveBack();
    if (!this.#board) fill(this.#result, waiting(context));
    this.element.setAttribute('aria-busy', 'true');
    try {
      const board = await context.api.board(boardQuery(state), signal);
      if (signal.aborted) return;
      this.#board = board;
      this.#render(board);
      giveBack();
      // Whoever went down or up by a button that is gone begins at the new list's heading.
      if (document.activeElement === document.body && this.#seen) {
        this.#levels.querySelector<HTMLElement>('.crumbs')?.focus({ preventScroll: true });
      }
      this.#seen = true;
    } catch (error) {
      if (isPast(error, signal)) return;
      fill(
        this.#result,
        failure(context, error, () => void this.#ask()),
      );
    } finally {
      if (!signal.aborted) this.element.removeAttribute('aria-busy');
    }
  }

  #render(board: Board): void {
    const { context } = this;
    const { tr, store } = context;
    const { t } = tr;
    fill(this.#result, gapTotals(context, board));
    this.#table.show(board.rows);
    fill(
      this.#below,
      board.rows.length === 0 && h('p', { class: 'notice' }, t('gaps.empty')),
      exportLinks(context, 'board', boardQuery(store.state)),
      h('div', { class: 'exports' }, wholeReportLink(context, boardQuery(store.state))),
      sourceFold(context, board),
    );
    // A link that says where to look is followed; the map's own moves say so from then on.
    const first = this.#goneTo === undefined;
    this.#draw(first ? store.state.view === null : this.#goneTo !== board.area);
    this.#goneTo = board.area;
    this.#showChosen(false);
    context.announce(
      t('gaps.announce', {
        count: board.rows.length,
        type: typeName(context, board.types[0] ?? ''),
        group: groupName(context, board.group),
      }),
    );
  }

  #draw(moved: boolean): void {
    const board = this.#board;
    if (!board) return;
    const { store, announce, shared } = this.context;
    this.#map.show(board, store.state.chosen, moved).catch(() => {
      announce(shared.t('error.unreachable'));
    });
  }

  #showChosen(go: boolean): void {
    const { chosen } = this.context.store.state;
    for (const row of this.#table.element.querySelectorAll('tr.chosen'))
      row.classList.remove('chosen');
    const found = this.#board?.rows.find(({ code }) => code === chosen);
    this.#map.legend.open = !found;
    if (!found || !this.#board) this.#detail.hide();
    else {
      this.#detail.show(this.#board, found);
      this.#table.row(found.code)?.classList.add('chosen');
    }
    if (go) this.#map.highlight(chosen, true);
    this.#map.resized();
  }
}
