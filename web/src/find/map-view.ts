import '../styles/map.css';
import type { FindResult } from '../api/find';
import { lineBounds } from '../geo/geojson';
import { type Bounds, boundsOf, type LonLat } from '../geo/lonlat';
import { createMap } from '../map/leaflet-map';
import type { MapPort } from '../map/port';
import type { MapView } from '../state/places';
import { type FindContext, typeOf } from './context';

/** Numbers as one character each, as a symbol has room for one. */
const NUMBERS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '⑩'] as const;
const ROOM_DEGREES = 0.002;

export interface FindMapEvents {
  picked(place: LonLat): void;
  chosen(id: string): void;
}

/** The map of the find page; comes over the network only when somebody wants to see it. */
export class FindMap {
  readonly #map: MapPort;

  constructor(
    context: FindContext,
    element: HTMLElement,
    view: MapView | null,
    events: FindMapEvents,
  ) {
    const { t } = context.tr;
    this.#map = createMap({
      element,
      view,
      bounds: context.welcome.bounds,
      tileBase: new URL('tiles/', document.baseURI).href,
      tileLayers: [],
      events: {
        picked: (place) => events.picked(place),
        facilityChosen: (id) => events.chosen(id),
        gapChosen: () => {},
        moved: () => {},
      },
    });
    this.#map.setTexts({
      map: t('map.label'),
      zoomIn: t('map.zoomIn'),
      zoomOut: t('map.zoomOut'),
      streets: t('map.localStreets'),
      origin: t('map.origin'),
      cluster: (count) => t('map.cluster', { count }),
    });
    this.#map.setAttribution(context.welcome.attribution);
  }

  center(): LonLat {
    return this.#map.center();
  }

  /** Every place of the map can be chosen as a start. */
  pick(): void {
    this.#map.setPicking(true);
    this.#map.setFacilities([], new Map());
    this.#map.setRoute(null);
    this.#map.setOrigin(null);
  }

  /**
   * Shows what the list says: the same facilities with the same numbers, and the way to the chosen
   * one.
   */
  showResults(
    context: FindContext,
    origin: LonLat,
    results: readonly { result: FindResult; rank: number }[],
    chosen: string | null,
    straight: boolean,
  ): void {
    this.#map.setPicking(false);
    const looks = new Map<string, { code: string; color: string; symbol: string }>();
    const facilities = results.map(({ result, rank }) => {
      const { id, name, type, lon, lat } = result.facility;
      const key = `${type}#${rank}`;
      looks.set(key, { ...typeOf(context, type), symbol: NUMBERS[rank - 1] ?? '·' });
      return { id, name, type: key, lon, lat, hollow: false };
    });
    // Each by itself: the count of a group could be taken for a number of the list.
    this.#map.setFacilities(facilities, looks, false);
    const walked = results.find(({ result }) => result.facility.id === chosen)?.result;
    this.#map.setOrigin(origin, walked?.facility);
    this.#map.highlight(walked?.facility.id ?? null);
    this.#map.setRoute(walked?.line ? { line: walked.line, straight } : null);
    const bounds = walked?.line
      ? lineBounds(walked.line)
      : boundsOf([origin, ...results.map(({ result }) => result.facility)]);
    if (bounds) this.#map.fit(withRoom(bounds));
  }

  resized(): void {
    this.#map.resized();
  }
}

/** A walk of a few metres is not shown so near that nothing around it can be recognised. */
function withRoom([west, south, east, north]: Bounds): Bounds {
  const room = Math.max(0, ROOM_DEGREES - Math.max(east - west, north - south)) / 2;
  return [west - room, south - room, east + room, north + room];
}
