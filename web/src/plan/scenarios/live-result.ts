import { DataTable } from '../../desk/data-table';
import { sourceFold } from '../../desk/source';
import { peopleText, shareText } from '../../i18n/format';
import { fill, h } from '../../ui/dom';
import { endRefusedSession, failure, groupName } from '../context';
import { yuanText } from '../money';
import type { AreaChange, GroupChange, Tried } from './answers';
import { type Changes, moneyOf } from './changes';
import type { ScenariosContext } from './context';
import { gainOf, headline, signed } from './difference';

/** Farther from a street than this is worth a look. */
const FAR_METERS = 100;

/** What the changes do: the three figures that everybody looks at, then who and where. */
export class LiveResult {
  readonly element: HTMLElement;
  /** Groups and areas, below the list of changes. */
  readonly details = h('div', { class: 'part' });
  /** Stays in sight while the list below is long. */
  readonly figures: HTMLElement;
  readonly #figures = h('div', { class: 'live-figures', 'data-testid': 'live' });
  readonly #money = h('p', { 'data-testid': 'live-money' });
  readonly #warnings = h('div', { class: 'part', 'data-testid': 'snap-warnings' });
  readonly #trouble = h('div', {});

  constructor(private readonly context: ScenariosContext) {
    const { t } = context.tr;
    this.figures = h(
      'section',
      { class: 'live-result', 'aria-label': t('live.title') },
      this.#figures,
    );
    this.element = h(
      'div',
      { class: 'part live-more' },
      this.#money,
      this.#warnings,
      this.#trouble,
    );
  }

  /** Money is known before any answer. */
  money(changes: Changes): void {
    const { tr } = this.context;
    const { t } = tr;
    const { yuan, unknown } = moneyOf(changes);
    const values = { yuan: yuanText(yuan, tr), count: unknown };
    this.#money.textContent = t(unknown > 0 ? 'live.money.unknown' : 'live.money', values);
  }

  /** An answer is on its way: the figures are those of a moment ago. */
  busy(busy: boolean): void {
    this.figures.setAttribute('aria-busy', String(busy));
  }

  /** @param nameOf what an added or moved place is called */
  show(answer: Tried, nameOf: (key: string) => string): void {
    const { tr } = this.context;
    const { t } = tr;
    const { gained, lost, share } = headline(answer, tr);
    const figure = (words: string, className: string, what: string) =>
      h('p', { class: className }, h('b', {}, words), h('span', {}, what));
    fill(
      this.#figures,
      figure(gained, gained.startsWith('±') ? 'none' : 'gained', t('live.gained.words')),
      figure(lost, lost.startsWith('±') ? 'none' : 'lost', t('live.lost.words')),
      figure(share, 'share', t('live.share.words')),
    );
    fill(this.#warnings, ...this.#snapWarnings(answer, nameOf));
    fill(this.#trouble);
  }

  /** Everything below the headline; not drawn again at every step of a drag. */
  showDetails(answer: Tried): void {
    const { context } = this;
    const { t } = context.tr;
    const unknown = answer.after.unknownPoints;
    fill(
      this.details,
      h('h3', {}, t('live.groups')),
      this.#groups(answer),
      h('h3', {}, t('live.areas', { count: answer.areas.length })),
      answer.areas.length > 0
        ? this.#areas(answer)
        : h('p', { class: 'hint' }, t('live.areas.none')),
      unknown > 0 && h('p', { class: 'hint' }, t('live.unknown', { count: unknown })),
      sourceFold(context, answer),
    );
  }

  failed(error: unknown, again: () => void): void {
    fill(this.#trouble, failure(this.context, error, again));
    endRefusedSession(this.context, error);
  }

  #snapWarnings({ snapped }: Tried, nameOf: (key: string) => string): HTMLElement[] {
    const { t, number } = this.context.tr;
    return snapped.flatMap(({ key, onStreet, snapMeters, island }) => {
      const name = nameOf(key);
      const words =
        !onStreet || snapMeters === null
          ? t('snap.none', { name })
          : island
            ? t('snap.island', { name })
            : snapMeters > FAR_METERS
              ? t('snap.far', { name, meters: number(Math.round(snapMeters)) })
              : null;
      return words === null ? [] : [h('p', { class: 'notice warn' }, words)];
    });
  }

  #groups({ groups }: Tried): HTMLElement {
    const { context } = this;
    const { t } = context.tr;
    type Row = readonly [string, GroupChange];
    const table = new DataTable<Row>({
      testId: 'live-groups',
      caption: t('live.groups.caption'),
      columns: [
        {
          key: 'group',
          label: t('live.group'),
          words: true,
          cell: ([code]) => groupName(context, code),
        },
        ...this.#beforeAfter<Row>(([, change]) => change),
      ],
      key: ([code]) => code,
      ...this.#common(),
    });
    table.show(Object.entries(groups));
    return table.element;
  }

  #areas({ areas }: Tried): HTMLElement {
    const { t } = this.context.tr;
    const table = new DataTable<AreaChange>({
      testId: 'live-areas',
      caption: t('live.areas.caption'),
      columns: [
        {
          key: 'area',
          label: t('live.area'),
          words: true,
          sort: ({ name }) => name,
          cell: ({ code, name }) => name ?? code,
        },
        ...this.#beforeAfter<AreaChange>((change) => change),
      ],
      key: ({ code }) => code,
      ...this.#common(),
    });
    table.show([...areas].sort((one, other) => Math.abs(gainOf(other)) - Math.abs(gainOf(one))));
    return table.element;
  }

  #beforeAfter<R>(of: (row: R) => GroupChange) {
    const { tr } = this.context;
    const { t } = tr;
    return [
      {
        key: 'before',
        label: t('live.before'),
        sort: (row: R) => of(row).before.covered,
        cell: (row: R) => peopleText(of(row).before.covered, tr),
      },
      {
        key: 'after',
        label: t('live.after'),
        sort: (row: R) => of(row).after.covered,
        cell: (row: R) => peopleText(of(row).after.covered, tr),
      },
      {
        key: 'difference',
        label: t('live.difference'),
        sort: (row: R) => gainOf(of(row)),
        cell: (row: R) => differenceCell(gainOf(of(row)), signed(gainOf(of(row)), tr)),
      },
      {
        key: 'share',
        label: t('live.share.column'),
        sort: (row: R) => of(row).after.coveredShare,
        cell: (row: R) => shareText(of(row).after.coveredShare, tr),
      },
    ];
  }

  #common() {
    const { announce, tr } = this.context;
    return {
      page: 12,
      allLabel: (count: number) => tr.t('table.all', { count }),
      sortedBy: (column: string, descending: boolean) =>
        tr.t(descending ? 'table.sorted.down' : 'table.sorted.up', { column }),
      announce,
    };
  }
}

/** More or fewer: by sign and weight, and by colour. */
export function differenceCell(value: number, words: string): HTMLElement {
  const kind = words.startsWith('±') ? 'same' : value > 0 ? 'more' : 'fewer';
  return h('span', { class: `difference ${kind}` }, words);
}
