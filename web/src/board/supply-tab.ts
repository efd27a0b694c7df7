import { DataTable } from '../desk/data-table';
import { selectField } from '../desk/fields';
import { keepFocus } from '../desk/focus';
import { sourceFold } from '../desk/source';
import { peopleText } from '../i18n/format';
import { colorOf, countScale } from '../panels/scale';
import { type Child, fill, h } from '../ui/dom';
import {
  type BoardContext,
  type BoardTab,
  failure,
  groupName,
  isPast,
  serviceName,
  waiting,
} from './context';
import type { Supply, SupplyCell, SupplyRow } from './gap-answers';
import { levelBar } from './level-bar';
import { supplyQuery } from './question';
import { type BoardState, lacks } from './state';
import { clauseList, supplyBar } from './supply-parts';
import { cellOf, lacking, type Pair, pairKey, pairsOf, totalOf } from './supply-sums';

/** Where the content is missing, and where the place: services against the groups that need them. */
export class SupplyTab implements BoardTab {
  readonly element: HTMLElement;
  readonly #levels = h('div', {});
  readonly #body = h('div', { class: 'part' });
  #asked = new AbortController();
  #supply: Supply | null = null;

  constructor(private readonly context: BoardContext) {
    const { t } = context.tr;
    this.element = h(
      'div',
      { class: 'wide-tab', 'data-testid': 'tab-supply' },
      h('h1', {}, t('supply.title')),
      h('p', {}, t('supply.why')),
      this.#levels,
      this.#body,
    );
  }

  show(): void {
    void this.#ask();
  }

  hide(): void {
    this.#asked.abort();
  }

  stateChanged(state: BoardState, previous: BoardState): void {
    const asked: (keyof BoardState)[] = [
      'minutes',
      'outerMinutes',
      'level',
      'area',
      'profile',
      'speedKmh',
    ];
    if (asked.some((key) => state[key] !== previous[key])) void this.#ask();
    else if (state.lack !== previous.lack) {
      const giveBack = keepFocus(this.element);
      this.#render();
      giveBack();
    }
  }

  async #ask(): Promise<void> {
    this.#asked.abort();
    this.#asked = new AbortController();
    const { signal } = this.#asked;
    const { context } = this;
    const nameOf = async (code: string) => {
      const areas = await context.api.areas();
      return areas.find((area) => area.code === code) ?? null;
    };
    fill(this.#levels, levelBar(context, nameOf));
    const giveBack = keepFocus(this.element);
    if (this.#body.childElementCount === 0) fill(this.#body, waiting(context));
    try {
      this.#supply = await context.api.supply(supplyQuery(context.store.state), signal);
      if (signal.aborted) return;
      this.#render();
      giveBack();
      context.announce(context.tr.t('supply.announce', { count: this.#supply.rows.length }));
    } catch (error) {
      if (!isPast(error, signal)) {
        fill(
          this.#body,
          failure(context, error, () => void this.#ask()),
        );
      }
    }
  }

  #render(): void {
    const supply = this.#supply;
    if (!supply) return;
    const { context } = this;
    const { tr, store } = context;
    const { t } = tr;
    const { lack } = store.state;
    if (supply.needs.length === 0) {
      fill(this.#body, h('p', { class: 'notice' }, t('supply.empty')));
      return;
    }
    fill(
      this.#body,
      h('h2', {}, t('supply.needs', { minutes: supply.minutes })),
      needsTable(context, supply),
      h('h2', {}, t('supply.byArea')),
      selectField(
        t('supply.lack'),
        'supply-lack',
        lacks.map((one) => [one, t(`lack.${one}`)]),
        lack,
        (value) => store.go({ lack: lacks.find((one) => one === value) ?? 'content' }),
      ).element,
      this.#matrix(supply),
      sourceFold(context, supply),
    );
  }

  #matrix({ needs, rows }: Supply): HTMLElement {
    const pairs = pairsOf(needs);
    const { context } = this;
    const { tr, store } = context;
    const { t } = tr;
    const { lack } = store.state;
    const counts = rows.flatMap((row) =>
      pairs.map((pair) => lacking(cellOf(row, pair), lack) ?? 0),
    );
    const scale = countScale(counts, 'warm');
    const cell = (row: SupplyRow, pair: Pair): Child => {
      const people = lacking(cellOf(row, pair), lack);
      const text = h('span', { class: 'heat' }, peopleText(people, tr));
      if (people !== null && people > 0) {
        // The number says it; the stripe only helps the eye over many cells.
        text.style.borderInlineStartColor = colorOf(scale, people);
      }
      return text;
    };
    const table = new DataTable<SupplyRow>({
      testId: 'supply-table',
      caption: t('supply.caption', { lack: t(`lack.${lack}`) }),
      sideways: true,
      columns: [
        {
          key: 'name',
          label: t('col.area'),
          words: true,
          sort: ({ name }) => name,
          cell: ({ name }) => name,
        },
        ...pairs.map((pair) => ({
          key: pairKey(pair),
          label: pairName(context, pair),
          sort: (row: SupplyRow) => lacking(cellOf(row, pair), lack),
          cell: (row: SupplyRow) => cell(row, pair),
        })),
      ],
      key: ({ code }) => code,
      allLabel: (count) => t('table.all', { count }),
      sortedBy: (column, descending) =>
        t(descending ? 'table.sorted.down' : 'table.sorted.up', { column }),
      announce: context.announce,
    });
    table.show(rows);
    return table.element;
  }
}

function pairName(context: BoardContext, { group, service }: Pair): string {
  return context.tr.t('supply.need', {
    group: groupName(context, group),
    service: serviceName(context, service),
  });
}

/** Each need with the clause that names it, and its people over everything. */
function needsTable(context: BoardContext, supply: Supply): HTMLElement {
  const { tr } = context;
  const { t } = tr;
  const amount = (value: (cell: SupplyCell) => number | null) => ({
    sort: (pair: Pair) => {
      const total = totalOf(supply, pair);
      return total && value(total);
    },
    cell: (pair: Pair) => {
      const total = totalOf(supply, pair);
      return peopleText(total && value(total), tr);
    },
  });
  const table = new DataTable<Pair>({
    testId: 'needs-table',
    caption: t('supply.needs.caption'),
    columns: [
      {
        key: 'need',
        label: t('supply.what'),
        words: true,
        cell: (pair) => pairName(context, pair),
      },
      { key: 'people', label: t('supply.people'), ...amount(({ people }) => people) },
      { key: 'served', label: t('supply.served'), ...amount(({ served }) => served) },
      { key: 'content', label: t('lack.content'), ...amount((one) => one.contentMissing) },
      { key: 'unclear', label: t('supply.unclear'), ...amount((one) => one.contentUnknown) },
      { key: 'place', label: t('lack.place'), ...amount((one) => one.placeMissing) },
      {
        key: 'bar',
        label: t('supply.bar'),
        cell: (pair) => supplyBar(totalOf(supply, pair), context),
      },
      {
        key: 'quote',
        label: t('supply.quote'),
        words: true,
        cell: ({ clauses }) => clauseList(clauses, context),
      },
    ],
    key: pairKey,
    allLabel: (count) => t('table.all', { count }),
    sortedBy: (column, descending) =>
      t(descending ? 'table.sorted.down' : 'table.sorted.up', { column }),
    announce: context.announce,
    page: 60,
  });
  table.show(pairsOf(supply.needs));
  return table.element;
}
