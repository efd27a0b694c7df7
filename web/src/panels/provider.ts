import type { Reach, ServiceBand } from '../api/answers';
import type { Facility } from '../api/facility';
import { surfaceBounds } from '../geo/geojson';
import type { PageState } from '../state/fragment';
import { fill, h } from '../ui/dom';
import { scrollPanelTo } from '../ui/scroll';
import { symbolImage } from '../ui/symbol';
import {
  errorText,
  isAbort,
  Latest,
  lookOf,
  type Panel,
  type PanelContext,
  paceOf,
  typeName,
} from './context';
import { facilityTags, standingLines } from './facility-facts';
import { facilitySearch } from './facility-search';
import { minutesField } from './plan-question';
import { reachReport } from './provider-reach';

/** From the inner to the outer band. */
const bandColors = ['#0b4f4a', '#1d857a', '#62b3a4'] as const;
const REST_MILLISECONDS = 250;

/** Inner bands at a third and two thirds of the outer one: 5, 10 and 15 minutes. */
export function bandMinutes(outer: number): number[] {
  const inner = [Math.round(outer / 3), Math.round((2 * outer) / 3), outer];
  return [...new Set(inner.filter((minutes) => minutes >= 1))];
}

/** The provider's panel: whom my facility reaches, and who else reaches them. */
export class ProviderPanel implements Panel {
  readonly element: HTMLElement;
  readonly #question = h('div', {});
  readonly #report = h('div', { 'aria-live': 'polite' });
  readonly #latest = new Latest();
  #rest: number | undefined;
  #visible = false;

  constructor(private readonly context: PanelContext) {
    const { t } = context.tr;
    this.element = h(
      'div',
      { class: 'panel panel-provider', 'data-testid': 'panel-provider' },
      h('h1', {}, t('provider.title')),
      facilitySearch(context, 'provider-search', ({ id }) => this.facilityChosen(id)),
      this.#question,
      this.#report,
    );
  }

  show(): void {
    this.#visible = true;
    void this.#ask(true);
  }

  hide(): void {
    this.#visible = false;
    window.clearTimeout(this.#rest);
    this.#latest.cancel();
    this.context.onMap((map) => {
      map.setBands([]);
      map.highlight(null);
      map.showTypes(null);
    });
  }

  stateChanged(state: PageState, previous: PageState): void {
    if (state.facility !== previous.facility) void this.#ask(true);
    else if (
      state.minutes !== previous.minutes ||
      state.profile !== previous.profile ||
      state.speedKmh !== previous.speedKmh
    ) {
      window.clearTimeout(this.#rest);
      this.#rest = window.setTimeout(() => void this.#ask(false), REST_MILLISECONDS);
    }
  }

  facilityChosen(id: string): void {
    this.context.store.update({ facility: id });
  }

  catalogChanged(): void {
    void this.#ask(false);
  }

  /** @param arrived whether another facility is looked at than before */
  async #ask(arrived: boolean): Promise<void> {
    const { facility: id, minutes, group } = this.context.store.state;
    const { t } = this.context.tr;
    const signal = this.#latest.next();
    if (!id) {
      fill(this.#question);
      fill(this.#report, h('p', { class: 'notice' }, t('provider.choose')));
      this.#legend([]);
      this.context.setMethod(this.context.catalog().status.method === 'straight-line');
      return;
    }
    try {
      const { api } = this.context;
      if (arrived) fill(this.#report, h('p', { class: 'waiting' }, t('provider.waiting')));
      const facility = await api.facility(id, signal);
      if (arrived) this.#renderQuestion(facility);
      const pace = paceOf(this.context.store.state);
      const [bands, reach] = await Promise.all([
        api.serviceBands(id, bandMinutes(minutes), pace, signal),
        api.reach(id, minutes, group, pace, signal),
      ]);
      if (!signal.aborted && this.#visible) this.#render(facility, bands, reach, arrived);
    } catch (error) {
      if (isAbort(error) || signal.aborted) return;
      this.context.onMap((map) => map.setBands([]));
      const message = errorText(error, this.context.tr);
      fill(this.#report, h('div', { class: 'notice warn', role: 'alert' }, message));
    }
  }

  #renderQuestion(facility: Facility): void {
    const known = standingLines(this.context.tr, facility);
    fill(
      this.#question,
      h(
        'div',
        { class: 'card chosen', 'data-testid': 'provider-facility' },
        h(
          'div',
          { class: 'card-body' },
          h('h2', { class: 'card-name' }, facility.name),
          h(
            'p',
            { class: 'card-sub' },
            symbolImage(lookOf(this.context, facility.type), 1.3),
            typeName(this.context, facility.type),
            facilityTags(this.context, facility),
          ),
          known.length > 0 &&
            h(
              'ul',
              { class: 'standing', 'data-testid': 'provider-standing' },
              ...known.map((line) => h('li', {}, line)),
            ),
        ),
      ),
      minutesField(this.context),
    );
    this.context.onMap((map) => {
      map.highlight(facility.id);
      map.showTypes(new Set([facility.type]));
    });
  }

  #render(facility: Facility, bands: ServiceBand[], reach: Reach, arrived: boolean): void {
    this.context.setMethod(reach.method === 'straight-line');
    const drawn = [...bands]
      .sort((one, other) => one.minutes - other.minutes)
      .map(({ minutes, shape }, index) => ({
        minutes,
        shape,
        color: bandColors[index] ?? bandColors[2],
      }));
    const outer = drawn.at(-1);
    const bounds = outer ? surfaceBounds(outer.shape) : null;
    this.context.onMap((map) => {
      map.setBands(drawn);
      if (bounds && arrived) map.fit(bounds);
      else if (arrived) map.goTo(facility, 15);
    });
    this.#legend(drawn, facility.type);
    fill(this.#report, reachReport(this.context, facility, reach));
    if (arrived) scrollPanelTo(this.#question);
  }

  #legend(bands: readonly { minutes: number; color: string }[], type?: string): void {
    const { t } = this.context.tr;
    const look = type && { look: lookOf(this.context, type), label: typeName(this.context, type) };
    this.context.setLegend([
      ...(look ? [{ kind: 'symbols' as const, title: t('legend.facilities'), items: [look] }] : []),
      ...(bands.length > 0
        ? [
            {
              kind: 'colors' as const,
              title: t('legend.bands'),
              items: bands.map(({ minutes, color }) => ({
                color,
                label: t('plan.within', { minutes }),
              })),
            },
          ]
        : []),
    ]);
  }
}
