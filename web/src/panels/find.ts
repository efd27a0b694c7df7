import type { Nearest } from '../api/answers';
import { ProblemError } from '../api/http';
import { type LonLat, roundToMeter } from '../geo/lonlat';
import { wholeMinutes } from '../i18n/format';
import type { PageState } from '../state/fragment';
import { fill, h } from '../ui/dom';
import { icon } from '../ui/icon';
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
import { resultCard, singleCard } from './find-results';
import { needs, typesOfNeed } from './needs';
import { paceChoice } from './pace-choice';

const RESULTS = 6;
/** The promise of a 15-minute circle; what lies beyond is said to lie beyond. */
const NEAR_SECONDS = 15 * 60;

/** The first panel: which service is nearest on foot, for elders and their families. */
export class FindPanel implements Panel {
  readonly element: HTMLElement;
  readonly #title = h('h1');
  readonly #needs = h('div', { class: 'needs' });
  readonly #where = h('div', { class: 'where' });
  readonly #results = h('div', { class: 'results', 'data-testid': 'results' });
  readonly #latest = new Latest();
  #answer: Nearest | null = null;
  #visible = false;

  constructor(private readonly context: PanelContext) {
    const { t } = context.tr;
    this.#title.textContent = t('find.title');
    this.element = h(
      'div',
      { class: 'panel panel-find', 'data-testid': 'panel-find' },
      this.#title,
      h('h2', { class: 'ask' }, h('b', {}, '1'), t('find.need')),
      this.#needs,
      h('h2', { class: 'ask' }, h('b', {}, '2'), t('find.where')),
      this.#where,
      paceChoice(context, 'find-pace'),
      this.#results,
    );
  }

  show(): void {
    this.#visible = true;
    this.#renderNeeds();
    this.#renderWhere();
    const { origin } = this.context.store.state;
    this.context.onMap((map) => {
      map.setPicking(true);
      map.setOrigin(origin);
    });
    this.#showTypes();
    void this.#ask();
  }

  hide(): void {
    this.#visible = false;
    this.#latest.cancel();
    this.context.onMap((map) => {
      map.setPicking(false);
      map.setOrigin(null);
      map.setRoute(null);
      map.highlight(null);
      map.showTypes(null);
    });
  }

  stateChanged(state: PageState, previous: PageState): void {
    const moved = state.origin !== previous.origin;
    if (state.need !== previous.need) {
      this.#renderNeeds();
      this.#showTypes();
    }
    if (moved) {
      this.#renderWhere();
      this.context.onMap((map) => map.setOrigin(state.origin));
    }
    if (
      moved ||
      state.need !== previous.need ||
      state.profile !== previous.profile ||
      state.speedKmh !== previous.speedKmh
    ) {
      void this.#ask();
    } else if (state.facility !== previous.facility) {
      this.#renderResults();
    }
  }

  picked(place: LonLat): void {
    this.#from(place);
  }

  facilityChosen(id: string): void {
    this.context.store.update({ facility: id });
    scrollPanelTo(this.#results);
  }

  catalogChanged(): void {
    void this.#ask();
  }

  #from(place: LonLat): void {
    this.context.store.update({ origin: roundToMeter(place), facility: null });
  }

  #renderNeeds(): void {
    const { t } = this.context.tr;
    const { types } = this.context.catalog();
    const chosen = this.context.store.state.need;
    const known = needs.filter((need) => need.types.some((type) => types.has(type)));
    const covered = new Set(known.flatMap((need) => need.types));
    const others = [...types.values()].filter((type) => !covered.has(type.code));
    const choose = (code: string | null) =>
      this.context.store.update({ need: code, facility: null });
    fill(
      this.#needs,
      ...known.map((need) =>
        h(
          'button',
          {
            type: 'button',
            class: 'need',
            'aria-pressed': String(need.code === chosen),
            'data-testid': `type-${need.code}`,
            onclick: () => choose(need.code),
          },
          symbolImage(lookOf(this.context, need.code), 2),
          h('span', { class: 'need-name' }, t(need.label)),
          h('span', { class: 'need-hint' }, t(need.hint)),
        ),
      ),
      others.length > 0 &&
        h(
          'label',
          { class: 'more-types' },
          t('find.more'),
          h(
            'select',
            {
              'data-testid': 'type-more',
              onchange: (event: Event) => {
                const { value } = event.target as HTMLSelectElement;
                choose(value === '' ? null : value);
              },
            },
            h('option', { value: '' }, t('find.more.none')),
            ...others.map((type) =>
              h(
                'option',
                { value: type.code, selected: type.code === chosen },
                typeName(this.context, type.code),
              ),
            ),
          ),
        ),
    );
  }

  #renderWhere(): void {
    const { t } = this.context.tr;
    const { origin } = this.context.store.state;
    fill(
      this.#where,
      h(
        'button',
        {
          type: 'button',
          class: 'button primary',
          'data-testid': 'use-location',
          onclick: () => this.#locate(),
        },
        icon('locate'),
        t('find.locate'),
      ),
      h(
        'button',
        {
          type: 'button',
          class: 'button',
          'data-testid': 'use-center',
          onclick: () => this.context.onMap((map) => this.#from(map.center())),
        },
        icon('place'),
        t('find.center'),
      ),
      h('p', { class: 'hint' }, origin ? t('find.origin.set') : t('find.origin.hint')),
      h('p', { class: 'location-message', role: 'status', 'data-testid': 'location-message' }),
    );
  }

  #say(message: string): void {
    const place = this.#where.querySelector('.location-message');
    if (place) place.textContent = message;
  }

  #locate(): void {
    const { t } = this.context.tr;
    if (!window.isSecureContext) {
      this.#say(t('find.locate.insecure'));
      return;
    }
    if (!('geolocation' in navigator)) {
      this.#say(t('find.locate.unavailable'));
      return;
    }
    this.#say(t('find.locate.waiting'));
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        this.#say('');
        this.#from({ lon: coords.longitude, lat: coords.latitude });
      },
      (error) =>
        this.#say(
          t(
            error.code === error.PERMISSION_DENIED
              ? 'find.locate.denied'
              : 'find.locate.unavailable',
          ),
        ),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
    );
  }

  #showTypes(): void {
    const { need } = this.context.store.state;
    const types = need ? typesOfNeed(need) : null;
    this.context.onMap((map) => map.showTypes(types && new Set(types)));
    const listed = types ?? needs.map(({ code }) => code);
    const { t } = this.context.tr;
    this.context.setLegend([
      {
        kind: 'symbols',
        title: t('legend.facilities'),
        items: listed.map((code) => ({
          look: lookOf(this.context, code),
          label: typeName(this.context, code),
        })),
      },
    ]);
  }

  async #ask(): Promise<void> {
    const { need, origin } = this.context.store.state;
    this.#answer = null;
    if (!need || !origin) {
      this.#latest.cancel();
      this.context.setMethod(this.context.catalog().status.method === 'straight-line');
      this.#renderResults();
      return;
    }
    const signal = this.#latest.next();
    const { t } = this.context.tr;
    fill(this.#results, h('p', { class: 'waiting' }, t('find.searching')));
    try {
      const pace = paceOf(this.context.store.state);
      const types = typesOfNeed(need);
      const answer = await this.context.api.nearest(origin, types, RESULTS, pace, signal);
      if (signal.aborted || !this.#visible) return;
      this.#answer = answer;
      this.context.setMethod(answer.method === 'straight-line');
      this.#renderResults();
      this.context.announce(this.#summary(answer));
      scrollPanelTo(this.#results);
    } catch (error) {
      if (!isAbort(error) && !signal.aborted) this.#renderError(error);
    }
  }

  #backToQuestions(): void {
    this.element.closest('.panel-area')?.scrollTo(0, 0);
    this.#needs.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus();
  }

  #renderError(error: unknown): void {
    const { t } = this.context.tr;
    const again = h(
      'button',
      { type: 'button', class: 'button', onclick: () => void this.#ask() },
      t('again'),
    );
    const message = errorText(error, this.context.tr);
    // A problem of the question is not cured by asking again.
    const retry = error instanceof ProblemError && error.status < 500 ? null : again;
    fill(
      this.#results,
      h('div', { class: 'notice warn', role: 'alert' }, h('p', {}, message), retry),
    );
    this.context.onMap((map) => map.setRoute(null));
    this.#shrinkQuestions();
    scrollPanelTo(this.#results);
  }

  #summary(answer: Nearest): string {
    const { t } = this.context.tr;
    const { snapLimitMeters } = this.context.catalog().status;
    const [first] = answer.results;
    if (!first) {
      return answer.method === 'network' && answer.origin.snapMeters === null
        ? t('find.tooFar', { limit: snapLimitMeters })
        : t('find.none');
    }
    const near = answer.results.filter(({ seconds }) => seconds <= NEAR_SECONDS).length;
    return near > 0
      ? t('find.near', { count: near })
      : t('find.notNear', { minutes: wholeMinutes(first.seconds), name: first.facility.name });
  }

  /** With need and place chosen the questions shrink, so that the answer is seen. */
  #shrinkQuestions(): void {
    const { need, origin } = this.context.store.state;
    const answered = need !== null && origin !== null;
    this.#needs.classList.toggle('compact', answered);
    this.#title.classList.toggle('visually-hidden', answered);
    this.element.classList.toggle('compact-steps', answered);
  }

  #renderResults(): void {
    const { t } = this.context.tr;
    this.#shrinkQuestions();
    const { facility: chosenId, need, origin } = this.context.store.state;
    const results = this.#answer?.results ?? [];
    const listed = results.find((result) => result.facility.id === chosenId);
    const chosen = listed ?? (chosenId ? undefined : results[0]);
    const unlisted =
      chosenId && !listed ? this.context.catalog().facilities.get(chosenId) : undefined;
    const near = results.some(({ seconds }) => seconds <= NEAR_SECONDS);
    fill(
      this.#results,
      unlisted && singleCard(this.context, unlisted),
      !this.#answer &&
        !unlisted &&
        h(
          'p',
          { class: 'notice' },
          t(!need ? 'find.askNeed' : origin ? 'find.searching' : 'find.askWhere'),
        ),
      this.#answer &&
        h(
          'p',
          { class: near ? 'summary' : 'summary notice warn', 'data-testid': 'result-summary' },
          this.#summary(this.#answer),
        ),
      this.#answer &&
        h(
          'button',
          {
            type: 'button',
            class: 'link change',
            'data-testid': 'change-question',
            onclick: () => this.#backToQuestions(),
          },
          t('find.change'),
        ),
      results.length > 0 &&
        h(
          'ol',
          { class: 'result-list' },
          ...results.map((result, index) =>
            resultCard(this.context, {
              result,
              rank: index + 1,
              chosen: result === chosen,
              near: result.seconds <= NEAR_SECONDS,
              choose: () => this.context.store.update({ facility: result.facility.id }),
            }),
          ),
        ),
    );
    const straight = this.#answer?.method === 'straight-line';
    this.context.onMap((map) => {
      map.highlight(chosen?.facility.id ?? unlisted?.id ?? null);
      map.setRoute(chosen?.line ? { line: chosen.line, straight } : null);
    });
  }
}
