import { peopleText, shareText } from '../i18n/format';
import { formatPlace } from '../state/places';
import { fill, h } from '../ui/dom';
import { icon } from '../ui/icon';
import { type BoardContext, groupName, typeWord } from './context';
import { type Board, type BoardRow, reasons } from './gap-answers';
import type { GapMap } from './gap-map';
import { whySentences } from './gap-sentences';
import { spreadDrawing, spreadWords } from './gap-spread';
import { showStandards } from './gap-standards';

/** The card of one area: how many, why, by which standard, for whom, and where to look. */
export class GapDetail {
  readonly element = h('section', { class: 'detail', hidden: true, tabindex: -1 });
  #asked = new AbortController();

  constructor(
    private readonly context: BoardContext,
    private readonly map: GapMap,
    private readonly close: () => void,
  ) {}

  hide(): void {
    this.#asked.abort();
    this.element.hidden = true;
    fill(this.element);
  }

  show(board: Board, row: BoardRow): void {
    this.#asked.abort();
    this.#asked = new AbortController();
    const { tr } = this.context;
    const { t } = tr;
    const names = {
      type: typeWord(this.context, board.types[0] ?? ''),
      group: groupName(this.context, board.group),
      minutes: board.minutes,
    };
    const standards = h('div', { 'aria-live': 'polite', 'data-testid': 'detail-standards' });
    const links = h('div', { class: 'exports' });
    this.element.hidden = false;
    this.element.dataset.code = row.code;
    this.element.dataset.testid = 'detail';
    this.element.setAttribute('aria-label', row.name);
    fill(
      this.element,
      h(
        'div',
        { class: 'detail-head' },
        h(
          'h2',
          {},
          row.parentName && h('small', {}, `${row.parentName} › `),
          row.name,
          row.rank !== null && h('span', { class: 'tag' }, t('detail.rank', { rank: row.rank })),
        ),
        h(
          'button',
          { type: 'button', class: 'button', 'data-testid': 'detail-close', onclick: this.close },
          t('detail.close'),
        ),
      ),
      h(
        'div',
        { class: 'why', 'data-testid': 'why' },
        ...whySentences(row, names, tr).map((sentence) => h('p', {}, sentence)),
      ),
      this.#byReason(row),
      row.spread.length > 0 &&
        h(
          'div',
          { class: 'spread-block' },
          h('h3', {}, t('spread.title')),
          h(
            'div',
            { class: 'spread-line' },
            spreadDrawing(row.spread, board.speedKmh, tr),
            h('p', {}, spreadWords(row.spread, tr)),
          ),
        ),
      standards,
      this.#groups(row),
      links,
    );
    if (row.level === 'community' || row.level === 'village') {
      void showStandards(this.context, standards, row, this.#asked.signal);
    }
    void this.#showLinks(links, row, this.#asked.signal);
  }

  /** People by reason, where more than one reason is at work. */
  #byReason(row: BoardRow): HTMLElement | null {
    const { tr } = this.context;
    const { t } = tr;
    const known = reasons.filter((reason) => (row.reasons[reason] ?? 0) > 0);
    if (known.length < 2) return null;
    const words = {
      'no-facility': t('reason.noFacility'),
      'too-far': t('reason.far'),
      barrier: t('reason.barrier'),
      'over-capacity': t('reason.full'),
    } as const;
    return h(
      'ul',
      { class: 'by-reason' },
      ...known.map((reason) =>
        h(
          'li',
          {},
          h('span', {}, words[reason]),
          h('b', {}, t('people', { count: peopleText(row.reasons[reason] ?? 0, tr) })),
        ),
      ),
    );
  }

  #groups(row: BoardRow): HTMLElement | null {
    const { tr, store } = this.context;
    const { t } = tr;
    const groups = Object.entries(row.groups);
    if (groups.length === 0) return null;
    const cell = (value: number | null) => h('td', {}, peopleText(value, tr));
    return h(
      'details',
      { class: 'groups', 'data-testid': 'detail-groups' },
      h('summary', {}, t('detail.groups')),
      h(
        'div',
        { class: 'table-scroll', tabindex: 0, role: 'region', 'aria-label': t('detail.groups') },
        h(
          'table',
          {},
          h(
            'caption',
            {},
            t('detail.groups.caption', {
              name: row.name,
              minutes: row.minutes ?? store.state.minutes,
            }),
          ),
          h(
            'thead',
            {},
            h(
              'tr',
              {},
              ...[t('ask.group'), t('col.demand'), t('col.left'), t('col.share')].map((label) =>
                h('th', { scope: 'col' }, label),
              ),
            ),
          ),
          h(
            'tbody',
            {},
            ...groups.map(([code, { demand, uncovered }]) =>
              h(
                'tr',
                {},
                h('th', { scope: 'row' }, groupName(this.context, code)),
                cell(demand),
                cell(uncovered),
                h(
                  'td',
                  {},
                  shareText(demand && uncovered !== null ? uncovered / demand : null, tr),
                ),
              ),
            ),
          ),
        ),
      ),
    );
  }

  async #showLinks(place: HTMLElement, row: BoardRow, signal: AbortSignal): Promise<void> {
    const { store, tr } = this.context;
    const middle = await this.map.placeOf(row.code).catch(() => null);
    if (signal.aborted) return;
    const address = mapAddress(
      store.state,
      row.minutes ?? store.state.minutes,
      middle && formatPlace(middle),
    );
    fill(
      place,
      h(
        'a',
        { class: 'button', href: address, 'data-testid': 'detail-map' },
        icon('map'),
        tr.t('detail.map'),
      ),
    );
  }
}

/** The same question at the same place on the planner's map page. */
export function mapAddress(
  state: { type: string; group: string; profile: string | null; speedKmh: number | null },
  minutes: number,
  place: string | null,
): string {
  const parts = [
    'panel=plan',
    `types=${encodeURIComponent(state.type)}`,
    `minutes=${minutes}`,
    `group=${encodeURIComponent(state.group)}`,
    'level=community',
  ];
  if (state.profile) parts.push(`profile=${encodeURIComponent(state.profile)}`);
  if (state.speedKmh !== null) parts.push(`speed=${state.speedKmh}`);
  if (place) parts.push(`view=${place},14`);
  return `./map.html#${parts.join('&')}`;
}
