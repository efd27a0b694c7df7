import type { Hit } from '../api/find';
import type { LonLat } from '../geo/lonlat';
import { dialable } from '../i18n/format';
import { fill, h } from '../ui/dom';
import { icon } from '../ui/icon';
import type { FindContext } from './context';
import { facilityPage } from './links';
import { type LocationProblem, locate } from './locate';
import { MapSection } from './map-section';
import { SearchBox } from './search-box';

/** How a start was chosen, which names it; null where only the place is known. */
export type StartLabel =
  | { readonly kind: 'mine' }
  | { readonly kind: 'named'; name: string }
  | null;

export interface WhereEvents {
  startsAt(place: LonLat, label: StartLabel): void;
  /** A facility was looked up by name. */
  facilityFound(id: string): void;
}

const problemWords = {
  insecure: 'find.locate.insecure',
  denied: 'find.locate.denied',
  unavailable: 'find.locate.unavailable',
} as const;

/** The second question: where the walk begins. */
export class Where {
  readonly element: HTMLElement;
  readonly heading: HTMLElement;
  readonly #context: FindContext;
  readonly #events: WhereEvents;
  readonly #message = h('div', { role: 'status', 'data-testid': 'location-message' });
  readonly #saved = h('div', { class: 'saved' });
  readonly #map: MapSection;

  constructor(context: FindContext, events: WhereEvents) {
    this.#context = context;
    this.#events = events;
    const { t } = context.tr;
    this.heading = h('h2', { id: 'ask-where', tabindex: -1 }, t('find.where'));
    this.#map = new MapSection(context, 'pick', {
      picked: (place) => events.startsAt(place, null),
      chosen: () => {},
    });
    const search = new SearchBox(context, (hit) => this.#took(hit));
    const mapButton = h(
      'button',
      {
        type: 'button',
        class: 'button',
        'aria-expanded': 'false',
        'data-testid': 'pick-on-map',
        onclick: () => (this.#map.isOpen ? this.#map.close() : this.#map.open(mapButton, null)),
      },
      icon('map'),
      t('find.onMap'),
    );
    this.element = h(
      'section',
      { class: 'where', 'aria-labelledby': 'ask-where' },
      this.heading,
      h(
        'button',
        {
          type: 'button',
          class: 'button primary',
          'data-testid': 'use-location',
          onclick: () => void this.#locate(),
        },
        icon('locate'),
        t('find.locate'),
      ),
      this.#message,
      this.#saved,
      search.element,
      mapButton,
      this.#map.element,
    );
    this.renderSaved();
  }

  /** What was saved on purpose, each with a button that forgets it. */
  renderSaved(): void {
    const { tr, saved } = this.#context;
    const { t } = tr;
    const places = saved.places();
    const facilities = saved.facilities();
    fill(
      this.#saved,
      places.length > 0 && h('h3', {}, t('saved.title')),
      places.length > 0 &&
        h(
          'ul',
          {},
          ...places.map((place) =>
            h(
              'li',
              { class: 'kept' },
              h(
                'button',
                {
                  type: 'button',
                  class: 'button',
                  'data-testid': 'saved-place',
                  onclick: () => this.#events.startsAt(place, { kind: 'named', name: place.name }),
                },
                icon('provider'),
                t('saved.from', { name: place.name }),
              ),
              this.#removal(place.name, () => saved.removePlace(place.name)),
            ),
          ),
        ),
      facilities.length > 0 && h('h3', {}, t('saved.facilities')),
      facilities.length > 0 &&
        h(
          'ul',
          {},
          ...facilities.map((facility) => {
            const number = dialable(facility.phone ?? '');
            return h(
              'li',
              { class: 'kept', 'data-testid': 'saved-facility' },
              h('a', { class: 'link', href: facilityPage(facility) }, facility.name),
              number !== '' &&
                h(
                  'a',
                  { class: 'button', href: `tel:${number}` },
                  icon('phone'),
                  t('card.call', { phone: facility.phone ?? '' }),
                ),
              this.#removal(facility.name, () => saved.removeFacility(facility.id)),
            );
          }),
        ),
    );
  }

  #removal(name: string, remove: () => void): HTMLElement {
    const { t } = this.#context.tr;
    return h(
      'button',
      {
        type: 'button',
        class: 'link',
        'data-testid': 'saved-remove',
        onclick: () => {
          remove();
          this.renderSaved();
          this.heading.focus();
          this.#context.announce(t('saved.removed', { name }));
        },
      },
      t('saved.remove', { name }),
    );
  }

  #took(hit: Hit): void {
    if (hit.kind === 'facility' && hit.id !== null) this.#events.facilityFound(hit.id);
    else this.#events.startsAt({ lon: hit.lon, lat: hit.lat }, { kind: 'named', name: hit.name });
  }

  async #locate(): Promise<void> {
    const { t } = this.#context.tr;
    fill(this.#message, h('p', { class: 'notice' }, t('find.locate.waiting')));
    const found = await locate(locatorOf(window));
    if (typeof found === 'string') this.#sayProblem(found);
    else {
      fill(this.#message);
      this.#events.startsAt(found, { kind: 'mine' });
    }
  }

  #sayProblem(problem: LocationProblem): void {
    fill(
      this.#message,
      h('p', { class: 'notice warn' }, this.#context.tr.t(problemWords[problem])),
    );
  }
}

function locatorOf({ isSecureContext, navigator }: Window) {
  return { isSecureContext, geolocation: navigator.geolocation };
}
