import type { Accessibility, Assignment, PlacesTally } from '../api/answers';
import type { PlanQuestion } from '../api/care-map-api';
import { peopleText, shareText } from '../i18n/format';
import { fill, h } from '../ui/dom';
import { errorText, groupName, isAbort, Latest, type PanelContext } from './context';
import { placesBar, placesNumbers } from './places';

/** Rows drawn at once; a county may have hundreds of communities. */
const PAGE = 30;

/** One line of the table: an area with its places. */
export interface PlacesRow {
  readonly name: string | null;
  readonly tally: PlacesTally;
  readonly placesPer1000: number | null;
}

/**
 * Who walks there in time and has a place, too. Asked after the coverage, which never waits for it:
 * giving people to places takes longer than counting them.
 */
export class PlanPlaces {
  readonly element = h('section', { class: 'places', 'data-testid': 'plan-places' });
  readonly #latest = new Latest();
  #rows = PAGE;
  #open = false;

  constructor(private readonly context: PanelContext) {}

  cancel(): void {
    this.#latest.cancel();
  }

  async ask(question: PlanQuestion, level: string | null): Promise<void> {
    const signal = this.#latest.next();
    this.element.setAttribute('aria-busy', 'true');
    try {
      const { api } = this.context;
      const [assignment, accessibility] = await Promise.all([
        api.assignment(question, level, signal),
        api.accessibility(question, level, signal),
      ]);
      if (signal.aborted) return;
      this.#rows = PAGE;
      this.#render(assignment, accessibility);
    } catch (error) {
      if (isAbort(error) || signal.aborted) return;
      const message = errorText(error, this.context.tr);
      fill(this.element, h('div', { class: 'notice warn', role: 'alert' }, message));
    } finally {
      if (!signal.aborted) this.element.removeAttribute('aria-busy');
    }
  }

  #render(assignment: Assignment, accessibility: Accessibility): void {
    const { tr } = this.context;
    const { t } = tr;
    const silent = accessibility.unknownCapacity;
    const { total } = assignment;
    fill(
      this.element,
      h('h2', {}, t('places.title')),
      ...(silent === accessibility.facilities
        ? [h('p', { class: 'notice' }, t('places.noneKnown'))]
        : [
            h(
              'p',
              { class: 'headline' },
              h(
                'span',
                { class: 'share', 'data-testid': 'places-share' },
                shareText(total.servedShare, tr),
              ),
              h(
                'span',
                {},
                t('places.headline', {
                  group: groupName(this.context, assignment.group),
                  minutes: assignment.minutes,
                }),
              ),
            ),
            placesBar(total, t('places.title')),
            placesNumbers(total, tr),
            h(
              'p',
              { class: 'hint' },
              t('places.per1000', { places: perThousand(accessibility.total.placesPer1000, tr) }),
              silent > 0 && ` ${t('places.silent', { count: silent })}`,
            ),
            this.#table(assignment, accessibility),
          ]),
    );
  }

  #table(assignment: Assignment, accessibility: Accessibility): HTMLElement | null {
    const { tr } = this.context;
    const { t } = tr;
    const rows = placesRows(assignment, accessibility);
    if (rows.length === 0) return null;
    const shown = rows.slice(0, this.#rows);
    const heads = [t('table.area'), t('places.share'), t('places.full'), t('places.each1000')];
    return h(
      'details',
      {
        class: 'conditions',
        open: this.#open,
        ontoggle: (event: Event) => {
          this.#open = (event.target as HTMLDetailsElement).open;
        },
      },
      h('summary', { 'data-testid': 'places-areas' }, h('span', {}, t('places.byArea'))),
      h(
        'div',
        { class: 'table-scroll', tabindex: 0, role: 'region', 'aria-label': t('places.byArea') },
        h(
          'table',
          { 'data-testid': 'places-table' },
          h('thead', {}, h('tr', {}, ...heads.map((label) => h('th', { scope: 'col' }, label)))),
          h(
            'tbody',
            {},
            ...shown.map(({ name, tally, placesPer1000 }) =>
              h(
                'tr',
                {},
                h('th', { scope: 'row' }, name ?? t('table.noArea')),
                h('td', {}, shareText(tally.servedShare, tr)),
                h('td', {}, peopleText(tally.overCapacity, tr)),
                h('td', {}, perThousand(placesPer1000, tr)),
              ),
            ),
          ),
        ),
      ),
      rows.length > shown.length &&
        h(
          'button',
          {
            type: 'button',
            class: 'button',
            onclick: () => {
              this.#rows = rows.length;
              this.#render(assignment, accessibility);
            },
          },
          t('table.all', { count: rows.length }),
        ),
    );
  }
}

/** Places for 1,000 people with one decimal; a dash where there are no people. */
function perThousand(
  places: number | null,
  { number }: { number: (value: number, decimals?: number) => string },
): string {
  return places === null ? '–' : number(places, 1);
}

/** Areas with people, those with most people over capacity first. */
export function placesRows(assignment: Assignment, accessibility: Accessibility): PlacesRow[] {
  const places = new Map(accessibility.areas.map((area) => [area.code, area.placesPer1000]));
  return assignment.areas
    .filter(({ demand }) => demand > 0)
    .map((area) => ({
      name: area.name ?? area.code,
      tally: area,
      placesPer1000: places.get(area.code) ?? null,
    }))
    .sort(
      (one, other) =>
        other.tally.overCapacity - one.tally.overCapacity ||
        (one.tally.servedShare ?? 0) - (other.tally.servedShare ?? 0),
    );
}
