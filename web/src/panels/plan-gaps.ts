import type { Gap } from '../api/answers';
import { surfaceBounds } from '../geo/geojson';
import { peopleText, wholeMinutes } from '../i18n/format';
import { fill, h } from '../ui/dom';
import type { PanelContext } from './context';

/** Gaps listed at first; the rest on demand. */
const PAGE = 8;

/** The list of gaps, in step with the polygons on the map. */
export class GapList {
  readonly element = h('section', { class: 'gaps' });
  #gaps: readonly Gap[] = [];
  #chosen: number | null = null;
  #listed = PAGE;

  constructor(private readonly context: PanelContext) {}

  show(gaps: readonly Gap[]): void {
    this.#gaps = gaps;
    this.#chosen = null;
    this.#listed = PAGE;
    this.#render();
  }

  /** @param go whether the map goes there: not when it was chosen on the map itself */
  choose(rank: number, go: boolean): void {
    this.#chosen = this.#chosen === rank && !go ? null : rank;
    this.#listed = Math.max(this.#listed, rank);
    this.#render();
    const gap = this.#gaps.find((candidate) => candidate.rank === rank);
    const bounds = gap && surfaceBounds(gap.shape);
    if (go && bounds) this.context.onMap((map) => map.fit(bounds));
    const item = this.element.querySelector(`[data-rank="${rank}"]`);
    if (go) item?.querySelector('button')?.focus({ preventScroll: true });
    else item?.scrollIntoView({ block: 'nearest' });
  }

  #time({ nearestSeconds }: Gap): string {
    const { t } = this.context.tr;
    return nearestSeconds === null
      ? t('gaps.unreachable')
      : t('gaps.nearest', { minutes: wholeMinutes(nearestSeconds) });
  }

  #render(): void {
    const { t } = this.context.tr;
    const people = (gap: Gap) => peopleText(gap.demand, this.context.tr);
    fill(
      this.element,
      h('h2', {}, t('gaps.title')),
      this.#gaps.length === 0 && h('p', { class: 'notice good' }, t('gaps.none')),
      h(
        'ol',
        { class: 'gap-list' },
        ...this.#gaps.slice(0, this.#listed).map((gap) =>
          h(
            'li',
            { 'data-testid': 'gap-item', 'data-rank': gap.rank },
            h(
              'button',
              {
                type: 'button',
                'aria-pressed': String(gap.rank === this.#chosen),
                onclick: () => this.choose(gap.rank, true),
              },
              h('span', { class: 'rank' }, gap.rank),
              h('span', { class: 'gap-name' }, gap.name, h('small', {}, this.#time(gap))),
              h('b', {}, t('gaps.people', { count: people(gap) })),
            ),
          ),
        ),
      ),
      this.#gaps.length > this.#listed &&
        h(
          'button',
          {
            type: 'button',
            class: 'button',
            onclick: () => {
              this.#listed = this.#gaps.length;
              this.#render();
            },
          },
          t('gaps.all', { count: this.#gaps.length }),
        ),
    );
    const drawn = this.#gaps.map((gap, index) => ({
      listed: index < this.#listed,
      rank: gap.rank,
      shape: gap.shape,
      label: `${gap.rank}. ${gap.name}: ${t('gaps.people', { count: people(gap) })}, ${this.#time(gap)}`,
    }));
    this.context.onMap((map) => map.setGaps(drawn, this.#chosen));
  }
}
