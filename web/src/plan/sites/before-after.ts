import { DataTable } from '../../desk/data-table';
import { peopleText, shareText } from '../../i18n/format';
import { h, svg } from '../../ui/dom';
import { groupName } from '../context';
import type { Standing } from './answers';
import type { SitesContext, SitesTranslator } from './context';

/** One line of a comparison. */
export interface Pair {
  readonly key: string;
  readonly name: string;
  readonly demand: number;
  readonly before: number;
  readonly after: number;
  readonly shareBefore: number | null;
  readonly shareAfter: number | null;
}

/** Towns before and after, those that gain most first. */
export function townPairs(before: Standing, after: Standing): Pair[] {
  const later = new Map(after.towns.map((town) => [town.code, town]));
  return before.towns
    .flatMap((town) => {
      const then = later.get(town.code);
      return then
        ? [
            {
              key: town.code,
              name: town.name ?? town.code,
              demand: town.demand,
              before: town.covered,
              after: then.covered,
              shareBefore: town.coveredShare,
              shareAfter: then.coveredShare,
            },
          ]
        : [];
    })
    .sort((one, other) => other.after - other.before - (one.after - one.before));
}

/** Groups before and after, in the order of the server. */
export function groupPairs(before: Standing, after: Standing, name: (code: string) => string) {
  return Object.entries(before.groups).flatMap(([code, then]): Pair[] => {
    const later = after.groups[code];
    return later
      ? [
          {
            key: code,
            name: name(code),
            demand: then.demand,
            before: then.covered,
            after: later.covered,
            shareBefore: then.coveredShare,
            shareAfter: later.coveredShare,
          },
        ]
      : [];
  });
}

/** The two tables with small bars. */
export function beforeAfter(context: SitesContext, before: Standing, after: Standing): HTMLElement {
  const { tr } = context;
  const table = (testId: string, caption: string, first: string, rows: readonly Pair[]) => {
    const made = new DataTable<Pair>({
      testId,
      caption,
      columns: [
        {
          key: 'name',
          label: first,
          cell: ({ name }) => name,
          sort: ({ name }) => name,
          words: true,
        },
        {
          key: 'before',
          label: tr.t('col.before'),
          cell: ({ shareBefore }) => shareText(shareBefore, tr),
          sort: ({ shareBefore }) => shareBefore,
        },
        {
          key: 'after',
          label: tr.t('col.after'),
          cell: ({ shareAfter }) => shareText(shareAfter, tr),
          sort: ({ shareAfter }) => shareAfter,
        },
        {
          key: 'more',
          label: tr.t('col.more'),
          cell: (row) => peopleText(row.after - row.before, tr),
          sort: (row) => row.after - row.before,
        },
        { key: 'bar', label: tr.t('col.bar'), cell: (row) => pairBar(row, tr) },
      ],
      key: ({ key }) => key,
      page: 20,
      allLabel: (count) => tr.t('table.all', { count }),
      sortedBy: (column, descending) =>
        tr.t(descending ? 'table.sorted.down' : 'table.sorted.up', { column }),
      announce: context.announce,
    });
    made.show(rows);
    return made.element;
  };
  const groups = groupPairs(before, after, (code) => groupName(context, code));
  return h(
    'section',
    { class: 'part', 'data-testid': 'sites-compare' },
    h('h2', {}, tr.t('compare.title')),
    before.meanMinutes !== null &&
      after.meanMinutes !== null &&
      h(
        'p',
        {},
        tr.t('mean.minutes', {
          before: tr.number(before.meanMinutes, 1),
          after: tr.number(after.meanMinutes, 1),
        }),
      ),
    groups.length > 0 && table('sites-groups', tr.t('compare.groups'), tr.t('col.group'), groups),
    table('sites-towns', tr.t('compare.towns'), tr.t('col.town'), townPairs(before, after)),
  );
}

const WIDTH = 120;
const HEIGHT = 16;

/** What was (dark) and what comes on top (red); the figures beside it say the same. */
function pairBar({ name, shareBefore, shareAfter }: Pair, tr: SitesTranslator): SVGElement {
  const was = (shareBefore ?? 0) * WIDTH;
  const is = (shareAfter ?? 0) * WIDTH;
  return svg(
    'svg',
    {
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      width: WIDTH,
      height: HEIGHT,
      class: 'pair-bar',
      role: 'img',
      'aria-label': tr.t('bar.words', {
        name,
        before: shareText(shareBefore, tr),
        after: shareText(shareAfter, tr),
      }),
    },
    svg('rect', { x: 0, y: 0, width: WIDTH, height: HEIGHT, rx: 3, class: 'ground' }),
    svg('rect', { x: 0, y: 0, width: Math.max(was, is), height: HEIGHT, rx: 3, class: 'after' }),
    svg('rect', { x: 0, y: 0, width: Math.min(was, is), height: HEIGHT, rx: 3, class: 'before' }),
  );
}
