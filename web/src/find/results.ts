import type { FindAnswer, FindResult } from '../api/find';
import { dialable, wholeMinutes } from '../i18n/format';
import { fill, h } from '../ui/dom';
import { icon } from '../ui/icon';
import type { Answered } from './api';
import { listedCard } from './card';
import type { CompareSet } from './compare-set';
import { errorWords, type FindContext, nameOf } from './context';
import { helpLines } from './help-lines';
import { MapSection } from './map-section';
import { type Asked, askedBy, isMeal } from './needs';
import { openingAt } from './open-now';
import { whenWords } from './opening-words';

/** How far the page is with the answer to the present question. */
export interface Progress {
  readonly answered: Answered<FindAnswer> | null;
  /** The attempt under way: 1 at first, more while the network makes trouble, 0 for none. */
  readonly attempt: number;
  readonly error: unknown;
}

export interface ResultsEvents {
  again(): void;
}

interface Ranked {
  readonly result: FindResult;
  readonly rank: number;
}

/** Needs that a card for the wall or the purse always names, after the one that was asked for. */
const CARD_NEEDS: readonly string[] = ['eat', 'day', 'doctor', 'help'];
const CARD_ROOM = 4;

/** The answer: a ranked list, and the same on a map when it is wanted. */
export class Results {
  readonly element: HTMLElement;
  /** Says the answer in a sentence; gets the focus when a question has been asked. */
  readonly heading = h('h2', { id: 'answer', tabindex: -1, 'data-testid': 'result-summary' });
  readonly #context: FindContext;
  readonly #compare: CompareSet;
  readonly #events: ResultsEvents;
  readonly #notes = h('div', { class: 'notes' });
  readonly #tools = h('div', { class: 'tools' });
  readonly #list = h('ol', { class: 'result-list' });
  readonly #end = h('div', { class: 'end' });
  readonly #map: MapSection;
  readonly #mapButton: HTMLButtonElement;
  #progress: Progress = { answered: null, attempt: 0, error: null };
  #folded = false;

  constructor(context: FindContext, compare: CompareSet, events: ResultsEvents) {
    this.#context = context;
    this.#compare = compare;
    this.#events = events;
    const { t } = context.tr;
    this.#map = new MapSection(context, 'results', {
      picked: () => {},
      chosen: (id) => this.#unfold(id),
    });
    this.#mapButton = h(
      'button',
      {
        type: 'button',
        class: 'button small',
        'aria-expanded': 'false',
        'data-testid': 'map-toggle',
        onclick: () => this.#toggleMap(),
      },
      icon('map'),
      t('map.show'),
    );
    this.#list.setAttribute('aria-label', t('answer.list'));
    this.element = h(
      'section',
      { class: 'results', 'aria-labelledby': 'answer', 'data-testid': 'results' },
      this.heading,
      this.#notes,
      this.#tools,
      this.#map.element,
      this.#list,
      compare.element,
      this.#end,
    );
    this.#renderTools();
  }

  /** Another question: nothing of the last one stays open. */
  begin(): void {
    this.#folded = false;
    this.#map.close();
  }

  show(progress: Progress): void {
    this.#progress = progress;
    this.#render();
  }

  /** The same answer, with other cards unfolded, other filters, or at a later time. */
  refresh(): void {
    this.#renderTools();
    this.#renderList();
  }

  /** The answer in a sentence, as the heading says it and screen readers hear it. */
  summary(): string {
    const { t } = this.#context.tr;
    const { answered, attempt, error } = this.#progress;
    if (!answered) {
      if (error !== null) return errorWords(error, this.#context.tr);
      return attempt > 1 ? t('ask.retrying', { attempt }) : t('ask.searching');
    }
    const { origin, results, within, minutes: limit } = answered.answer;
    const [first] = results;
    if (!first) {
      if (origin.tooFarFromStreets) return t('answer.tooFar', { limit: origin.snapLimitMeters });
      return t(this.#isPublished() ? 'answer.none' : 'answer.nonePublished');
    }
    return within > 0
      ? t('answer.near', { minutes: limit, count: within })
      : t('answer.notNear', {
          limit,
          name: nameOf(this.#context, first.facility),
          minutes: wholeMinutes(first.seconds),
        });
  }

  #asked(): Asked | null {
    const { need } = this.#context.store.state;
    return need === null ? null : askedBy(need, this.#context.welcome);
  }

  /** Whether anything that answers the question is known at all. */
  #isPublished(): boolean {
    const asked = this.#asked();
    return asked?.kind !== 'need' || asked.need.facilities > 0;
  }

  #render(): void {
    const { answered, attempt } = this.#progress;
    this.heading.textContent = this.summary();
    this.element.setAttribute('aria-busy', String(answered === null && attempt > 0));
    fill(this.#notes, ...this.#notesNow());
    this.#tools.hidden = (answered?.answer.results.length ?? 0) === 0;
    this.#renderTools();
    this.#renderList();
    this.#renderEnd();
  }

  /** Whatever has to be known before the list is believed. */
  #notesNow(): (HTMLElement | null)[] {
    const { tr, welcome, now } = this.#context;
    const { t } = tr;
    const { answered, attempt, error } = this.#progress;
    const again = h(
      'button',
      { type: 'button', class: 'button', 'data-testid': 'again', onclick: this.#events.again },
      t('again'),
    );
    const notes: (HTMLElement | null)[] = [];
    if (error !== null) {
      notes.push(
        answered === null
          ? again
          : h('div', { class: 'notice warn' }, h('p', {}, errorWords(error, tr)), again),
      );
    }
    if (answered === null) return error === null ? notes : [...notes, this.#help()];
    const { answer, keptAt } = answered;
    if (keptAt !== null) {
      const time = whenWords(keptAt, now(), welcome.timeZone, tr);
      notes.push(
        h(
          'div',
          { class: 'notice warn', 'data-testid': 'kept-answer' },
          h('p', {}, t('ask.kept', { time })),
          attempt > 0 ? h('p', {}, t('ask.retrying', { attempt })) : again,
        ),
      );
    }
    if (answer.method === 'straight-line') {
      const factor = tr.number(welcome.detourFactor, 2);
      notes.push(
        h(
          'p',
          { class: 'notice', 'data-testid': 'method-badge' },
          t('method.straight', { factor }),
        ),
      );
    }
    if (answer.within === 0) notes.push(this.#delivery(answer), this.#help());
    return notes;
  }

  /** Who comes to the door; said plainly for meals where nobody does. */
  #delivery({ delivery }: FindAnswer): HTMLElement | null {
    const { t } = this.#context.tr;
    const asked = this.#asked();
    if (delivery.length === 0) {
      return asked !== null && isMeal(asked)
        ? h('p', { class: 'notice', 'data-testid': 'no-delivery' }, t('delivery.none'))
        : null;
    }
    return h(
      'div',
      { class: 'card', 'data-testid': 'delivery' },
      h('h3', {}, t('delivery.title')),
      h(
        'ul',
        { class: 'deliverers' },
        ...delivery.map(({ facility }) => {
          const number = dialable(facility.phone ?? '');
          return h(
            'li',
            {},
            h('p', {}, nameOf(this.#context, facility)),
            number === ''
              ? h('p', { class: 'hint' }, t('card.noPhone'))
              : h(
                  'a',
                  { class: 'button', href: `tel:${number}` },
                  icon('phone'),
                  t('card.call', { phone: facility.phone ?? '' }),
                ),
          );
        }),
      ),
    );
  }

  #help(): HTMLElement | null {
    const lines = helpLines(this.#context, false);
    return lines.length === 0
      ? null
      : h('div', { class: 'card help' }, h('p', {}, this.#context.tr.t('answer.help')), ...lines);
  }

  #ranked(): Ranked[] {
    const { answered } = this.#progress;
    if (!answered) return [];
    const { openNow, stepFree } = this.#context.store.state;
    const answeredAt = answered.answer.at;
    return answered.answer.results
      .map((result, index) => ({ result, rank: index + 1 }))
      .filter(
        ({ result }) =>
          (!openNow || openingAt(result.hours, answeredAt, this.#context.now()).state === 'open') &&
          (!stepFree || result.facility.stepFree === true),
      );
  }

  #chosen(ranked: readonly Ranked[]): string | null {
    const { facility } = this.#context.store.state;
    if (facility !== null) {
      return ranked.find(({ result }) => isNamed(result, facility))?.result.facility.id ?? null;
    }
    return this.#folded ? null : (ranked[0]?.result.facility.id ?? null);
  }

  #renderList(): void {
    const { answered } = this.#progress;
    const focused = this.#focusedFacility();
    const ranked = this.#ranked();
    const chosen = this.#chosen(ranked);
    fill(
      this.#list,
      ...ranked.map(({ result, rank }) => {
        const { id } = result.facility;
        return listedCard(this.#context, this.#compare, {
          content: {
            facility: result.facility,
            hours: result.hours,
            answeredAt: answered?.answer.at ?? 0,
            result,
          },
          rank,
          unfolded: id === chosen,
          toggle: () => this.#toggle(id, chosen),
        });
      }),
    );
    this.#list.hidden = ranked.length === 0;
    if (focused !== null) this.#head(focused)?.focus({ preventScroll: true });
    if (answered) this.#updateMap(ranked, chosen, answered.answer);
  }

  #toggle(id: string, chosen: string | null): void {
    const before = this.#head(id)?.getBoundingClientRect().top ?? 0;
    this.#folded = id === chosen;
    this.#context.store.adjust({ facility: id === chosen ? null : id });
    // Another card may have folded above: what the finger is on stays under the finger.
    const after = this.#head(id)?.getBoundingClientRect().top ?? before;
    window.scrollBy({ top: after - before, behavior: 'instant' });
  }

  /** From the map: the card is unfolded and shown. */
  #unfold(id: string): void {
    this.#folded = false;
    this.#context.store.adjust({ facility: id });
    this.#head(id)?.focus();
  }

  #head(id: string): HTMLElement | null {
    return this.#list.querySelector(`[data-facility="${CSS.escape(id)}"] .card-head`);
  }

  #focusedFacility(): string | null {
    const { activeElement } = document;
    if (!activeElement?.classList.contains('card-head')) return null;
    return activeElement.closest<HTMLElement>('[data-facility]')?.dataset.facility ?? null;
  }

  #renderTools(): void {
    const { tr, store } = this.#context;
    const { t } = tr;
    const total = this.#progress.answered?.answer.results.length ?? 0;
    const shown = this.#ranked().length;
    const filtered = store.state.openNow || store.state.stepFree;
    const focused = (document.activeElement as HTMLElement | null)?.dataset.testid;
    const filter = (code: 'openNow' | 'stepFree', label: string) =>
      h(
        'button',
        {
          type: 'button',
          class: 'button small',
          'aria-pressed': String(store.state[code]),
          'data-testid': `filter-${code}`,
          onclick: () => store.adjust({ [code]: !store.state[code] }),
        },
        label,
      );
    fill(
      this.#tools,
      h(
        'div',
        { class: 'actions three', role: 'group', 'aria-label': t('filter.label') },
        filter('openNow', t('filter.open')),
        filter('stepFree', t('filter.stepFree')),
        this.#mapButton,
      ),
      h(
        'p',
        { role: 'status', class: 'hint', 'data-testid': 'filter-message' },
        filtered &&
          total > 0 &&
          t(shown > 0 ? 'answer.filtered' : 'answer.filteredOut', { shown, count: total }),
      ),
    );
    if (focused?.startsWith('filter-') || focused === 'map-toggle') {
      this.#tools.querySelector<HTMLElement>(`[data-testid="${focused}"]`)?.focus();
    }
  }

  /** What can be done with the whole answer. */
  #renderEnd(): void {
    const { answered } = this.#progress;
    fill(
      this.#end,
      answered !== null && !answered.answer.origin.tooFarFromStreets && this.#print(),
    );
  }

  /** A form, so that the place goes in the body and stands in no address. */
  #print(): HTMLElement {
    const { tr, store } = this.#context;
    const { origin, profile } = store.state;
    const asked = this.#asked();
    const needs = asked?.kind === 'need' ? [asked.need.code, ...CARD_NEEDS] : CARD_NEEDS;
    const fields: [string, string | null][] = [
      ['lon', origin && String(origin.lon)],
      ['lat', origin && String(origin.lat)],
      ...[...new Set(needs)].slice(0, CARD_ROOM).map((code): [string, string] => ['need', code]),
      ['profile', profile],
      ['lang', tr.lang],
    ];
    return h(
      'form',
      {
        method: 'post',
        action: './card',
        target: '_blank',
        rel: 'noopener',
        class: 'card print',
        'data-testid': 'print-form',
      },
      h('p', {}, tr.t('print.hint')),
      ...fields
        .filter(([, value]) => value !== null)
        .map(([name, value]) => h('input', { type: 'hidden', name, value })),
      h(
        'button',
        { type: 'submit', class: 'button', 'data-testid': 'print-card' },
        icon('print'),
        tr.t('print.button'),
      ),
    );
  }

  #toggleMap(): void {
    if (this.#map.isOpen) {
      this.#map.close();
      return;
    }
    const { answered } = this.#progress;
    const { origin } = this.#context.store.state;
    if (!answered || !origin) return;
    const ranked = this.#ranked();
    this.#map.open(this.#mapButton, {
      origin,
      results: ranked,
      chosen: this.#chosen(ranked),
      straight: answered.answer.method === 'straight-line',
    });
  }

  #updateMap(results: readonly Ranked[], chosen: string | null, answer: FindAnswer): void {
    const { origin } = this.#context.store.state;
    const straight = answer.method === 'straight-line';
    if (origin) this.#map.update({ origin, results, chosen, straight });
  }
}

/** Links may name a facility by either of its ids. */
export function isNamed({ facility }: FindResult, id: string): boolean {
  return facility.id === id || facility.externalId === id;
}
