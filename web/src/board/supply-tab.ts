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
import { DataTable } from './data-table';
import { selectField } from './fields';
import type { Need, Supply, SupplyRow } from './gap-answers';
import { levelBar } from './level-bar';
import { supplyQuery } from './question';
import { sourceFold } from './source';
import { type BoardState, lacks } from './state';
import { cellOf, lacking, type NeedTotal, needKey, needTotals } from './supply-sums';

/** Where the content is missing, and where the place: services against the groups that need them. */
export class SupplyTab implements BoardTab {
  readonly element: HTMLElement;
  readonly #levels = h('div', {});
  readonly #body = h('div', { class: 'part', 'aria-live': 'polite' });
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
    else if (state.lack !== previous.lack) this.#render();
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
    fill(this.#body, waiting(context));
    try {
      this.#supply = await context.api.supply(supplyQuery(context.store.state), signal);
      if (!signal.aborted) this.#render();
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
    const { lack, minutes } = store.state;
    if (supply.needs.length === 0) {
      fill(this.#body, h('p', { class: 'notice' }, t('supply.empty')));
      return;
    }
    fill(
      this.#body,
      h('h2', {}, t('supply.needs', { minutes })),
      needsTable(context, needTotals(supply)),
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
    const { context } = this;
    const { tr, store } = context;
    const { t } = tr;
    const { lack } = store.state;
    const counts = rows.flatMap((row) =>
      needs.map((need) => lacking(cellOf(row, need), lack) ?? 0),
    );
    const scale = countScale(counts, 'warm');
    const cell = (row: SupplyRow, need: Need): Child => {
      const people = lacking(cellOf(row, need), lack);
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
        ...needs.map((need) => ({
          key: needKey(need),
          label: needName(context, need),
          sort: (row: SupplyRow) => lacking(cellOf(row, need), lack),
          cell: (row: SupplyRow) => cell(row, need),
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

function needName(context: BoardContext, { group, service }: Need): string {
  return context.tr.t('supply.need', {
    group: groupName(context, group),
    service: serviceName(context, service),
  });
}

/** Each need with the clause that names it, and its people over everything. */
function needsTable(context: BoardContext, totals: readonly NeedTotal[]): HTMLElement {
  const { tr } = context;
  const { t } = tr;
  const people = (count: number) => peopleText(count, tr);
  const table = new DataTable<NeedTotal>({
    testId: 'needs-table',
    caption: t('supply.needs.caption'),
    columns: [
      {
        key: 'need',
        label: t('supply.what'),
        words: true,
        cell: ({ need }) => needName(context, need),
      },
      {
        key: 'people',
        label: t('supply.people'),
        sort: (one) => one.people,
        cell: (one) => people(one.people),
      },
      {
        key: 'served',
        label: t('supply.served'),
        sort: (one) => one.served,
        cell: (one) => people(one.served),
      },
      {
        key: 'content',
        label: t('lack.content'),
        sort: (one) => one.contentMissing,
        cell: (one) => h('b', {}, people(one.contentMissing)),
      },
      {
        key: 'place',
        label: t('lack.place'),
        sort: (one) => one.placeMissing,
        cell: (one) => h('b', {}, people(one.placeMissing)),
      },
      { key: 'bar', label: t('supply.bar'), cell: (one) => needBar(one, context) },
      {
        key: 'quote',
        label: t('supply.quote'),
        words: true,
        cell: ({ need }) =>
          need.quote ? h('q', { lang: tr.lang === 'zh' ? null : 'zh-CN' }, need.quote) : '',
      },
    ],
    key: ({ need }) => needKey(need),
    allLabel: (count) => t('table.all', { count }),
    sortedBy: (column, descending) =>
      t(descending ? 'table.sorted.down' : 'table.sorted.up', { column }),
    announce: context.announce,
    page: 60,
  });
  table.show(totals);
  return table.element;
}

function needBar(one: NeedTotal, { tr }: BoardContext): HTMLElement {
  const part = (kind: string, count: number) => {
    const element = h('span', { class: kind });
    element.style.width = `${one.people > 0 ? (100 * count) / one.people : 0}%`;
    return element;
  };
  const label = tr.t('supply.bar.words', {
    served: peopleText(one.served, tr),
    content: peopleText(one.contentMissing, tr),
    place: peopleText(one.placeMissing, tr),
  });
  return h(
    'div',
    { class: 'bar need-bar', role: 'img', 'aria-label': label },
    part('covered', one.served),
    part('uncovered', one.contentMissing),
    part('unreachable', one.placeMissing),
  );
}
