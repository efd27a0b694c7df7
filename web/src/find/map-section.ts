import type { FindResult } from '../api/find';
import type { LonLat } from '../geo/lonlat';
import { fill, h } from '../ui/dom';
import { icon } from '../ui/icon';
import type { FindContext } from './context';
import type { FindMap } from './map-view';

/** What the list shows, for the map to show the same. */
export interface MapContent {
  readonly origin: LonLat;
  readonly results: readonly { result: FindResult; rank: number }[];
  readonly chosen: string | null;
  readonly straight: boolean;
}

export interface MapSectionEvents {
  /** A place was chosen as a start. */
  picked(place: LonLat): void;
  /** A facility of the list was chosen. */
  chosen(id: string): void;
}

/** A map between the text, opened by a button and closed by one; its program comes when it opens. */
export class MapSection {
  readonly element: HTMLElement;
  readonly #context: FindContext;
  readonly #events: MapSectionEvents;
  readonly #heading: HTMLElement;
  readonly #mapElement: HTMLElement;
  readonly #useCenter: HTMLButtonElement;
  readonly #message = h('p', { class: 'hint', role: 'status' });
  #map: Promise<FindMap> | null = null;
  #opener: HTMLElement | null = null;
  #content: MapContent | null = null;

  /** @param name tells apart the two maps of the page: one to pick a start, one for results */
  constructor(context: FindContext, name: 'pick' | 'results', events: MapSectionEvents) {
    this.#context = context;
    this.#events = events;
    const { t } = context.tr;
    this.#heading = h('h3', { tabindex: -1 });
    this.#mapElement = h('div', { class: 'map', tabindex: 0, 'data-testid': `map-${name}` });
    this.#useCenter = h(
      'button',
      {
        type: 'button',
        class: 'button',
        hidden: name !== 'pick',
        'data-testid': name === 'pick' ? 'use-center' : null,
        onclick: () => void this.#map?.then((map) => this.#picked(map.center())),
      },
      icon('place'),
      t('map.useCenter'),
    );
    this.element = h(
      'section',
      { class: 'map-section', 'aria-label': t('map.title'), hidden: true },
      this.#heading,
      this.#message,
      h(
        'div',
        { class: 'map-area' },
        this.#mapElement,
        h('div', { class: 'crosshair', 'aria-hidden': 'true' }),
        h('p', { class: 'key-hint', 'aria-hidden': 'true' }, t('map.keys')),
      ),
      h(
        'div',
        { class: 'actions' },
        this.#useCenter,
        h(
          'button',
          {
            type: 'button',
            class: 'button',
            'data-testid': `map-${name}-close`,
            onclick: () => this.close(),
          },
          t('map.hide'),
        ),
      ),
    );
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  /**
   * @param opener gets the focus back when the map is closed
   * @param content what the list shows; null where a start is to be chosen
   */
  open(opener: HTMLElement, content: MapContent | null): void {
    const { t } = this.#context.tr;
    this.#opener = opener;
    this.#content = content;
    this.element.hidden = false;
    opener.setAttribute('aria-expanded', 'true');
    this.#heading.textContent = t(content === null ? 'map.pick' : 'map.title');
    this.#message.textContent = t('map.loading');
    this.#map ??= this.#load();
    void this.#map.then(
      (map) => {
        this.#message.textContent = '';
        map.resized();
        this.#fill(map);
      },
      () => {
        // Asked again the next time it is opened.
        this.#map = null;
        fill(this.#message, t('map.failed'));
      },
    );
    this.#heading.focus();
  }

  /** The list has changed. */
  update(content: MapContent): void {
    this.#content = content;
    if (this.isOpen)
      void this.#map?.then(
        (map) => this.#fill(map),
        () => {},
      );
  }

  close(): void {
    if (!this.isOpen) return;
    this.element.hidden = true;
    this.#opener?.setAttribute('aria-expanded', 'false');
    this.#opener?.focus();
  }

  #picked(place: LonLat): void {
    if (this.#content !== null) return;
    this.close();
    this.#events.picked(place);
  }

  async #load(): Promise<FindMap> {
    const { FindMap } = await import('./map-view');
    return new FindMap(this.#context, this.#mapElement, this.#context.store.state.view, {
      picked: (place) => this.#picked(place),
      chosen: (id) => this.#events.chosen(id),
    });
  }

  #fill(map: FindMap): void {
    if (this.#content === null) map.pick();
    else {
      const { origin, results, chosen, straight } = this.#content;
      map.showResults(this.#context, origin, results, chosen, straight);
    }
  }
}
