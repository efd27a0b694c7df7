import type { TileLayer } from '../api/status';
import type { Line } from '../geo/geojson';
import { surfaceBounds, surfaceContains } from '../geo/geojson';
import { type Bounds, boundsOf, type LonLat } from '../geo/lonlat';
import type { Translator } from '../i18n/translator';
import type {
  MapLine,
  MapPin,
  MapPort,
  PinEvents,
  PinKind,
  RankedArea,
  ShadedSurface,
} from '../map/port';
import { type Catalog, errorText } from '../panels/context';
import { type Child, fill, h } from '../ui/dom';
import { type LegendPart, legendBlocks } from '../ui/legend';
import type { PlanStore } from './state';
import type { PlanTranslator } from './translator';

export type PlanPin = MapPin;
export type PlanLine = MapLine & { readonly line: Line | readonly [LonLat, LonLat] };

/** A surface that can be chosen by its code; `rank` writes a number on it where there is one. */
export interface PlanSurface extends ShadedSurface {
  readonly code: string;
  readonly rank?: number | null;
  /** Words written on it in place of a number. */
  readonly mark?: string | null;
}

export interface LegendPin {
  readonly kind: PinKind;
  readonly label: string;
  readonly color?: string | null;
}

/** The one map of the planning desk. All places are (lon, lat), WGS 84. */
export interface PlanMap {
  setPins(pins: readonly PlanPin[], events?: PinEvents): void;
  setLines(lines: readonly PlanLine[]): void;
  /** @param choose called with the code of a surface that somebody clicked or entered */
  setSurfaces(
    surfaces: readonly PlanSurface[],
    chosen?: string | null,
    choose?: (code: string) => void,
  ): void;
  /**
   * Draws facilities of these types quietly; null or none draws none.
   *
   * @param choose called with the id (not the external id) of one that somebody clicked
   */
  showFacilities(types: readonly string[] | null, choose?: (id: string) => void): void;
  /**
   * A crosshair and a line of words ask for a place, by click, touch or Enter, until null ends it.
   *
   * @param ended called where the visitor gives up (button or Escape), not for null
   * @param options what else may be done meanwhile
   */
  pickPlace(
    prompt: string | null,
    picked?: (place: LonLat) => void,
    ended?: () => void,
    options?: PickOptions,
  ): void;
  /** A few words about what was chosen on the map, below it; none takes them away. */
  setCaption(...content: Child[]): void;
  /** On screens that show one at a time, the list in place of the map. */
  showList(): void;
  /** Explains colours and pins below the map. */
  setLegend(parts: readonly LegendPart[], pins?: readonly LegendPin[]): void;
  fit(bounds: Bounds): void;
  /** Everything loaded. */
  fitAll(): void;
  fitPlaces(places: readonly LonLat[]): void;
  goTo(place: LonLat, zoom?: number): void;
  /** Moves the map to a pin and shows the map where the screen shows one at a time. */
  reveal(place: LonLat): void;
  /** Takes everything of a tab away. */
  clear(): void;
}

/** What can be done while a place is asked for. */
export interface PickOptions {
  /** Pins can still be dragged and chosen; otherwise a pin's place is an answer as any other. */
  readonly livePins?: boolean;
}

const CLOSE_ZOOM = 15;
/** A longer legend is folded at first: the map needs the room. */
const LEGEND_ENTRIES = 8;

/** How the page shows the map where there is room for the list or the map only. */
export interface MapShower {
  showMap(): void;
  showList(): void;
}

/** {@link PlanMap} on the map port, with a legend and the words that ask for a place. */
export class PlanMapView implements PlanMap {
  readonly element: HTMLElement;
  readonly #mapElement = h('div', { class: 'map', tabindex: 0, 'data-testid': 'map' });
  readonly #legendBody = h('div', { class: 'legend-body' });
  readonly #legend: HTMLDetailsElement;
  /** Somebody has folded or unfolded it: his wish holds from then on. */
  #legendTouched = false;
  readonly #caption = h('div', {
    class: 'map-caption',
    hidden: true,
    'data-testid': 'map-caption',
  });
  readonly #prompt = h('div', { class: 'pick-prompt', hidden: true, role: 'status' });
  #map: Promise<MapPort> | null = null;
  #surfaces: readonly RankedArea[] = [];
  #chooseSurface: ((code: string) => void) | null = null;
  #chooseFacility: ((id: string) => void) | null = null;
  #pick: { picked: (place: LonLat) => void; ended: () => void; livePins: boolean } | null = null;

  constructor(
    private readonly catalog: Catalog,
    private readonly store: PlanStore,
    private readonly tr: PlanTranslator,
    private readonly shared: Translator,
    private readonly announce: (message: string) => void,
    private readonly shower: MapShower,
  ) {
    const { t } = shared;
    this.#legend = h(
      'details',
      { class: 'desk-legend', open: wide(), hidden: true, 'data-testid': 'legend' },
      h(
        'summary',
        {
          onclick: () => {
            this.#legendTouched = true;
          },
        },
        t('legend.title'),
      ),
      this.#legendBody,
    );
    this.element = h(
      'div',
      { class: 'plan-map-side' },
      h(
        'section',
        { class: 'map-area', 'aria-label': t('map.area') },
        this.#mapElement,
        h('div', { class: 'crosshair', 'aria-hidden': 'true' }),
        h('p', { class: 'key-hint', 'aria-hidden': 'true' }, t('map.keys')),
        h(
          'button',
          {
            type: 'button',
            class: 'button map-all',
            'data-testid': 'map-all',
            onclick: () => this.fitAll(),
          },
          tr.t('map.all'),
        ),
        this.#prompt,
      ),
      this.#caption,
      this.#legend,
      h('p', { id: 'pin-keys', hidden: true }, tr.t('map.pin.keys')),
    );
    this.element.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.#pick) this.#giveUp();
    });
  }

  setPins(pins: readonly PlanPin[], events: PinEvents = {}): void {
    const names = new Map(pins.map(({ id, label }) => [id, label]));
    const chosen = (id: string) => {
      const pin = pins.find((one) => one.id === id);
      // Where a place is asked for, a pin that lies there is no other answer.
      if (this.#pick && !this.#pick.livePins && pin)
        this.#pick.picked({ lon: pin.lon, lat: pin.lat });
      else events.chosen?.(id);
    };
    const dragged = (id: string, place: LonLat, final: boolean) => {
      events.dragged?.(id, place, final);
      if (final) this.announce(this.tr.t('map.dropped', { name: names.get(id) ?? id }));
    };
    this.#onMap((map) => map.setPins(pins, { chosen, dragged }));
  }

  setLines(lines: readonly PlanLine[]): void {
    this.#onMap((map) => map.setLines(lines));
  }

  setSurfaces(
    surfaces: readonly PlanSurface[],
    chosen: string | null = null,
    choose?: (code: string) => void,
  ): void {
    // The same list again, with another choice, is not painted again.
    if (surfaces !== this.#given) {
      this.#given = surfaces;
      // A number beyond any list: written nowhere.
      this.#surfaces = surfaces.map(({ rank, ...surface }) => ({
        ...surface,
        rank: rank ?? Number.MAX_SAFE_INTEGER,
      }));
    }
    const drawn = this.#surfaces;
    this.#chooseSurface = choose ?? null;
    this.#onMap((map) => map.setRanking(drawn, chosen));
  }
  #given: readonly PlanSurface[] = [];

  showFacilities(types: readonly string[] | null, choose?: (id: string) => void): void {
    this.#chooseFacility = choose ?? null;
    this.#onMap((map) => map.showTypes(new Set(types ?? [])));
  }

  pickPlace(
    prompt: string | null,
    picked: (place: LonLat) => void = () => {},
    ended: () => void = () => {},
    { livePins = false }: PickOptions = {},
  ): void {
    const was = this.#pick !== null;
    this.#pick = prompt === null ? null : { picked, ended, livePins };
    this.#mapElement.classList.toggle('live-pins', prompt !== null && livePins);
    this.#prompt.hidden = prompt === null;
    this.#onMap((map) => map.setPicking(prompt !== null));
    if (prompt === null) {
      fill(this.#prompt);
      if (was) this.shower.showList();
      return;
    }
    fill(
      this.#prompt,
      h('span', {}, this.tr.t('map.pick.keys', { prompt })),
      h(
        'button',
        {
          type: 'button',
          class: 'button',
          'data-testid': 'pick-cancel',
          onclick: () => this.#giveUp(),
        },
        this.tr.t('map.cancel'),
      ),
    );
    this.shower.showMap();
    this.#mapElement.focus({ preventScroll: true });
  }

  setCaption(...content: Child[]): void {
    fill(this.#caption, ...content);
    this.#caption.hidden = content.length === 0;
    this.resized();
    // Below a map as high as the screen nobody would look for it.
    if (content.length > 0 && !wide()) this.#caption.scrollIntoView({ block: 'nearest' });
  }

  showList(): void {
    this.shower.showList();
  }

  setLegend(parts: readonly LegendPart[], pins: readonly LegendPin[] = []): void {
    this.#legend.hidden = parts.length + pins.length === 0;
    if (!this.#legendTouched) {
      this.#legend.open = wide() && entryCount(parts) + pins.length <= LEGEND_ENTRIES;
    }
    fill(
      this.#legendBody,
      ...legendBlocks(parts),
      pins.length > 0 &&
        h(
          'ul',
          { class: 'legend-pins' },
          ...pins.map(({ kind, label, color }) => {
            const head = h('span', { class: 'pin-head' });
            if (color) head.style.setProperty('--pin', color);
            return h(
              'li',
              { class: 'legend-row' },
              h('span', { class: `map-pin ${kind} still`, 'aria-hidden': 'true' }, head),
              label,
            );
          }),
        ),
    );
    this.resized();
  }

  fit(bounds: Bounds): void {
    // Phones show the list first: what has no size yet is fitted when it is seen.
    this.#unseen = this.#mapElement.clientWidth > 0 ? null : bounds;
    if (!this.#unseen) this.#onMap((map) => map.fit(bounds));
  }
  #unseen: Bounds | null = null;

  fitAll(): void {
    const corners = this.#surfaces.flatMap(({ shape }) => {
      const box = surfaceBounds(shape);
      return box
        ? [
            { lon: box[0], lat: box[1] },
            { lon: box[2], lat: box[3] },
          ]
        : [];
    });
    const bounds = boundsOf(corners);
    // Borders may lie at the very edge: nothing stands on them that would be cut off.
    if (bounds) this.fit(narrower(bounds));
    else if (this.catalog.status.bounds) this.fit(this.catalog.status.bounds);
  }

  fitPlaces(places: readonly LonLat[]): void {
    const bounds = boundsOf(places);
    if (bounds) this.fit(bounds);
  }

  goTo(place: LonLat, zoom = CLOSE_ZOOM): void {
    this.#unseen = null;
    this.#onMap((map) => map.goTo(place, Math.max(zoom, map.zoom())));
  }

  reveal(place: LonLat): void {
    this.shower.showMap();
    this.goTo(place);
  }

  clear(): void {
    this.setPins([]);
    this.setLines([]);
    this.setSurfaces([]);
    this.showFacilities(null);
    this.setLegend([]);
    this.setCaption();
    if (this.#pick) this.pickPlace(null);
  }

  resized(): void {
    if (this.#map) this.#onMap((map) => map.resized());
    if (this.#unseen && this.#mapElement.clientWidth > 0) this.fit(this.#unseen);
  }

  #giveUp(): void {
    const given = this.#pick;
    this.pickPlace(null);
    given?.ended();
  }

  #picked(place: LonLat): void {
    if (this.#pick) {
      this.#pick.picked(place);
      return;
    }
    const choose = this.#chooseSurface;
    if (!choose) return;
    const found = this.#surfaces.find(({ shape }) => surfaceContains(shape, place));
    if (found) choose(found.code);
    else this.announce(this.tr.t('map.nothing'));
  }

  #onMap(use: (map: MapPort) => void): void {
    this.#map ??= this.#make();
    this.#map.then(use, (error: unknown) => {
      this.#mapElement.textContent = errorText(error, this.shared);
    });
  }

  async #make(): Promise<MapPort> {
    const { createMap } = await import('../map/leaflet-map');
    const { status, facilities, types } = this.catalog;
    const { t } = this.shared;
    const map = createMap({
      element: this.#mapElement,
      view: this.store.state.view,
      bounds: status.bounds,
      tileBase: new URL('tiles/', document.baseURI).href,
      tileLayers: status.tileLayers as TileLayer[],
      events: {
        picked: (place) => this.#picked(place),
        facilityChosen: (id) => {
          const facility = facilities.get(id);
          if (!facility) return;
          if (this.#pick || !this.#chooseFacility) this.#picked(facility);
          else this.#chooseFacility(id);
        },
        gapChosen: () => {},
        moved: (view) => this.store.adjust({ view }),
      },
    });
    map.setTexts({
      map: t('map.label'),
      zoomIn: t('map.zoomIn'),
      zoomOut: t('map.zoomOut'),
      streets: t('map.localStreets'),
      origin: t('map.origin'),
      cluster: (count) => t('map.cluster', { count }),
    });
    map.setFacilities(
      [...facilities.values()]
        .filter(({ status: state }) => state !== 'closed')
        .map(({ id, name, type, lon, lat, status: state }) => ({
          id,
          name,
          type,
          lon,
          lat,
          hollow: state !== 'operating',
        })),
      types,
    );
    map.setAttribution(status.attribution);
    return map;
  }
}

/** How much a legend lists; a ramp is one line however many steps it has. */
function entryCount(parts: readonly LegendPart[]): number {
  return parts.reduce(
    (sum, part) =>
      sum + (part.kind === 'line' || (part.kind === 'colors' && part.ramp) ? 1 : part.items.length),
    0,
  );
}

/** A box without its outermost twentieth on each side. */
function narrower([west, south, east, north]: Bounds): Bounds {
  const x = (east - west) / 20;
  const y = (north - south) / 20;
  return [west + x, south + y, east - x, north - y];
}

function wide(): boolean {
  return window.matchMedia('(min-width: 60rem)').matches;
}
