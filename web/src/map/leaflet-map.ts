import type { LayerGroup, Map as LeafletMap, LeafletMouseEvent, Renderer } from 'leaflet';
import type { TileLayer } from '../api/status';
import { lineBounds } from '../geo/geojson';
import type { Bounds, LonLat } from '../geo/lonlat';
import type { MapView } from '../state/fragment';
import { h } from '../ui/dom';
import { localStreetsLayer } from './base-layer';
import { FacilityLayer } from './facility-layer';
import { L } from './leaflet';
import { PinLayer } from './pin-layer';
import type {
  Looks,
  MapBand,
  MapEvents,
  MapFacility,
  MapGap,
  MapLine,
  MapPin,
  MapPort,
  MapTexts,
  PinEvents,
  PlaceName,
  RankedArea,
  ShadedSurface,
} from './port';
import {
  bandLayers,
  decoration,
  gapLayers,
  lineLayers,
  rankingLayers,
  routeLayers,
  shadingLayers,
} from './shapes';
import { fromLatLng, toLatLng } from './swap';

export interface MapOptions {
  readonly element: HTMLElement;
  readonly view: MapView | null;
  /** Shown where no view is given. */
  readonly bounds: Bounds | null;
  readonly tileBase: string;
  /** Layers of other servers, by configuration only; never chosen by itself. */
  readonly tileLayers: readonly TileLayer[];
  readonly events: MapEvents;
}

/** Where nothing is loaded there is still a map to look at. */
const FALLBACK_BOUNDS: Bounds = [120.9, 31.7, 121.5, 32.1];
/** Below, names would cover each other; above, streets have names. */
const NAMES_ZOOM = { from: 10, to: 14 } as const;
/** An overview may be this much larger than its window. */
const OVERVIEW_CUT = 1.3;
/** From here on gaps are far enough apart to be drawn all. */
const ALL_GAPS_ZOOM = 13;
const MIN_ZOOM = 7;
const MAX_ZOOM = 19;

/** Panes from below to above, with their stacking order; Leaflet's tiles are at 200. */
const panes = {
  names: 425,
  shading: 310,
  bands: 330,
  'gaps-more': 345,
  gaps: 350,
  route: 420,
  'gaps-numbers': 440,
  facilities: 450,
  dots: 460,
  pins: 610,
  places: 620,
};

type GroupName =
  | 'names'
  | 'shading'
  | 'ranking'
  | 'bands'
  | 'gaps'
  | 'route'
  | 'lines'
  | 'origin'
  | 'draft';

/** Makes the map inside an element; the only way into Leaflet. */
export function createMap(options: MapOptions): MapPort {
  return new LeafletCareMap(options);
}

class LeafletCareMap implements MapPort {
  readonly #map: LeafletMap;
  readonly #events: MapEvents;
  readonly #facilities = new FacilityLayer();
  readonly #pins: PinLayer;
  readonly #renderers: Record<'shading' | 'bands' | 'gaps' | 'gaps-more', Renderer>;
  readonly #groups: Record<GroupName, LayerGroup>;
  readonly #tip = h('div', { class: 'map-tip pointer-tip', 'aria-hidden': 'true', hidden: true });
  #texts: MapTexts | null = null;
  readonly #credit = h('div', { class: 'map-credit' });
  #attribution: readonly string[] = [];
  #layerCredit = '';
  #redraw = () => {};
  #ranked: readonly RankedArea[] | null = null;

  constructor({ element, view, bounds, tileBase, tileLayers, events }: MapOptions) {
    this.#events = events;
    this.#map = L.map(element, {
      attributionControl: false,
      zoomControl: false,
      minZoom: MIN_ZOOM,
      maxZoom: MAX_ZOOM,
      keyboardPanDelta: 60,
      worldCopyJump: true,
      ...(reducedMotion() ? { zoomAnimation: false, fadeAnimation: false, inertia: false } : {}),
    });
    if (reducedMotion()) stopGliding(this.#map);
    for (const [name, order] of Object.entries(panes)) {
      this.#map.createPane(name).style.zIndex = String(order);
    }
    this.#renderers = {
      shading: L.canvas({ pane: 'shading', padding: 0.3 }),
      bands: L.canvas({ pane: 'bands', padding: 0.3 }),
      gaps: L.canvas({ pane: 'gaps', padding: 0.3 }),
      'gaps-more': L.canvas({ pane: 'gaps-more', padding: 0.3 }),
    };
    this.#pins = new PinLayer(this.#map, reducedMotion);
    const group = () => L.layerGroup().addTo(this.#map);
    this.#groups = {
      names: group(),
      shading: group(),
      ranking: group(),
      bands: group(),
      gaps: group(),
      route: group(),
      lines: group(),
      origin: group(),
      draft: group(),
    };
    if (view) this.#map.setView(toLatLng(view), view.zoom, { animate: false });
    else this.#overview(bounds ?? FALLBACK_BOUNDS);

    this.#addLayers(tileBase, tileLayers);
    this.#facilities.addTo(this.#map);
    element.append(this.#tip);
    this.#map.on('click', (event) => this.#clicked(event));
    this.#map.on('mousemove', (event) => this.#hovered(event));
    this.#map.on('mouseout movestart', () => this.#hideTip());
    this.#map.on('zoomend', () => this.#declutter());
    this.#map.on('moveend', () =>
      events.moved({ ...this.center(), zoom: this.zoom() }, this.bounds()),
    );
    element.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && event.target === element) events.picked(this.center());
    });
  }

  #addLayers(tileBase: string, tileLayers: readonly TileLayer[]) {
    const local = L.layerGroup([localStreetsLayer(tileBase)]).addTo(this.#map);
    this.#redraw = () => {
      local.clearLayers();
      local.addLayer(localStreetsLayer(tileBase, true));
    };
    const Credit = L.Control.extend({ onAdd: () => this.#credit });
    // From below to above.
    new Credit({ position: 'bottomright' }).addTo(this.#map);
    L.control.scale({ imperial: false, position: 'bottomright', maxWidth: 120 }).addTo(this.#map);
    L.control.zoom({ position: 'bottomright' }).addTo(this.#map);
    if (tileLayers.length === 0) return;
    // Names are put in as text by hand: Leaflet's own control would read them as HTML.
    const choices = [{ name: '', layer: local as L.Layer, credit: '' }].concat(
      tileLayers.map(({ name, url, attribution: by }) => ({
        name,
        layer: L.tileLayer(url, { maxZoom: MAX_ZOOM }),
        credit: by,
      })),
    );
    const select = h(
      'select',
      {
        class: 'map-layers',
        onchange: () => {
          choices.forEach(({ layer }, index) => {
            if (index === select.selectedIndex) layer.addTo(this.#map);
            else layer.remove();
          });
          this.#layerCredit = choices[select.selectedIndex]?.credit ?? '';
          this.#showCredit();
        },
      },
      ...choices.map(({ name }) => h('option', {}, name)),
    );
    L.DomEvent.disableClickPropagation(select);
    const Layers = L.Control.extend({ onAdd: () => select });
    new Layers({ position: 'topright' }).addTo(this.#map);
  }

  setTexts(texts: MapTexts): void {
    this.#texts = texts;
    const container = this.#map.getContainer();
    container.setAttribute('aria-label', texts.map);
    container.setAttribute('role', 'application');
    const name = (selector: string, label: string) => {
      const found = container.querySelector(selector);
      found?.setAttribute('aria-label', label);
      found?.setAttribute('title', label);
    };
    name('.leaflet-control-zoom-in', texts.zoomIn);
    name('.leaflet-control-zoom-out', texts.zoomOut);
    name('.map-layers', texts.streets);
    const first = container.querySelector('.map-layers option');
    if (first) first.textContent = texts.streets;
  }

  setFacilities(facilities: readonly MapFacility[], looks: Looks, grouped = true): void {
    this.#facilities.setFacilities(facilities, looks, grouped);
  }

  showTypes(types: ReadonlySet<string> | null): void {
    this.#facilities.showTypes(types);
  }

  highlight(id: string | null): void {
    this.#facilities.highlight(id);
  }

  setOrigin(place: LonLat | null, awayFrom: LonLat | null = null): void {
    const below = place !== null && awayFrom !== null && awayFrom.lat > place.lat;
    const look = below ? 'origin-pin below' : 'origin-pin';
    const label = h('span', { class: look }, h('span', {}, this.#texts?.origin ?? ''));
    this.#replace('origin', place ? [decoration(place, label, 'places')] : []);
  }

  setDraft(place: LonLat | null): void {
    const pin = h('span', { class: 'draft-pin' });
    this.#replace('draft', place ? [decoration(place, pin, 'places')] : []);
  }

  setPins(pins: readonly MapPin[], events: PinEvents): void {
    this.#pins.set(pins, events);
  }

  setLines(lines: readonly MapLine[]): void {
    this.#replace('lines', lineLayers(lines));
  }

  setRoute(route: Parameters<MapPort['setRoute']>[0]): void {
    this.#replace('route', route ? routeLayers(route.line, route.straight) : []);
    const bounds = route && lineBounds(route.line);
    if (bounds) this.#fit(bounds, { above: 56, below: 44, beside: 36 });
  }

  setBands(bands: readonly MapBand[]): void {
    this.#replace('bands', bandLayers(bands, this.#renderers.bands));
  }

  setGaps(gaps: readonly MapGap[], chosenRank: number | null): void {
    const choose = (rank: number) => this.#events.gapChosen(rank);
    const listed = gaps.filter((gap) => gap.listed || gap.rank === chosenRank);
    const others = gaps.filter((gap) => !listed.includes(gap));
    this.#replace('gaps', [
      ...gapLayers(others, null, 'gaps-more', this.#renderers['gaps-more'], choose),
      ...gapLayers(listed, chosenRank, 'gaps', this.#renderers.gaps, choose),
    ]);
  }

  setShading(surfaces: readonly ShadedSurface[]): void {
    this.#replace('shading', shadingLayers(surfaces, this.#renderers.shading));
  }

  /** Colours are painted anew only where they have changed: choosing another area is quick. */
  setRanking(areas: readonly RankedArea[], chosen: string | null): void {
    if (areas !== this.#ranked) this.setShading(areas);
    this.#ranked = areas;
    this.#replace('ranking', rankingLayers(areas, chosen, this.#renderers.bands));
  }

  /** Names of towns; the style sheet hides them where streets have names of their own. */
  setPlaceNames(names: readonly PlaceName[]): void {
    const label = (name: string) => h('span', { class: 'place-name', 'aria-hidden': 'true' }, name);
    this.#replace(
      'names',
      names.map((place) => decoration(place, label(place.name), 'names')),
    );
    this.#declutter();
  }

  /** What would only be clutter at this zoom is hidden. */
  #declutter(): void {
    const zoom = this.zoom();
    const from = this.#map.getSize().x < 600 ? NAMES_ZOOM.from + 1 : NAMES_ZOOM.from;
    const hidden = zoom < from || zoom > NAMES_ZOOM.to;
    this.#map.getPane('names')?.toggleAttribute('hidden', hidden);
    this.#map.getPane('gaps-more')?.toggleAttribute('hidden', zoom < ALL_GAPS_ZOOM);
  }

  redrawStreets(bounds: Bounds | null): void {
    this.#redraw();
    if (bounds) this.#overview(bounds);
  }

  setAttribution(attribution: readonly string[]): void {
    this.#attribution = attribution;
    this.#showCredit();
  }

  #showCredit(): void {
    const credits = new Set([this.#layerCredit, ...this.#attribution, 'Leaflet']);
    this.#credit.textContent = [...credits].filter(Boolean).join(' · ');
  }

  setPicking(picking: boolean): void {
    this.#map.getContainer().classList.toggle('picking', picking);
  }

  /** Everything at once; where one step closer cuts off only a little, one step closer. */
  #overview(bounds: Bounds): void {
    this.fit(bounds);
    const zoom = this.zoom() + 1;
    const [west, south, east, north] = bounds;
    const low = this.#map.project(toLatLng({ lon: west, lat: south }), zoom);
    const high = this.#map.project(toLatLng({ lon: east, lat: north }), zoom);
    const size = this.#map.getSize();
    const fits = (needed: number, given: number) => needed <= given * OVERVIEW_CUT;
    if (fits(high.x - low.x, size.x) && fits(low.y - high.y, size.y)) {
      this.#map.setZoom(zoom, { animate: false });
    }
  }

  fit(bounds: Bounds): void {
    const { x, y } = this.#map.getSize();
    const room = Math.min(x, y) < 400 ? 14 : 40;
    this.#fit(bounds, { above: room, below: room, beside: room });
  }

  /** @param room pixels kept free around, for markers and their labels */
  #fit(
    [west, south, east, north]: Bounds,
    room: { above: number; below: number; beside: number },
  ): void {
    const corners = L.latLngBounds(
      toLatLng({ lon: west, lat: south }),
      toLatLng({ lon: east, lat: north }),
    );
    this.#map.fitBounds(corners, {
      paddingTopLeft: [room.beside, room.above],
      paddingBottomRight: [room.beside, room.below],
      maxZoom: 17,
      animate: !reducedMotion(),
    });
  }

  goTo(place: LonLat, zoom: number): void {
    this.#map.setView(toLatLng(place), zoom, { animate: !reducedMotion() });
  }

  center(): LonLat {
    return fromLatLng(this.#map.getCenter());
  }

  bounds(): Bounds {
    const bounds = this.#map.getBounds();
    return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
  }

  zoom(): number {
    return this.#map.getZoom();
  }

  resized(): void {
    this.#map.invalidateSize({ animate: false });
  }

  #replace(group: GroupName, layers: readonly L.Layer[]): void {
    this.#groups[group].clearLayers();
    for (const layer of layers) this.#groups[group].addLayer(layer);
  }

  #clicked(event: LeafletMouseEvent): void {
    const found = this.#facilities.at(event);
    const [only] = found;
    if (found.length === 1 && only) {
      this.#events.facilityChosen(only.id);
    } else if (found.length > 1 && this.zoom() < MAX_ZOOM) {
      const around = L.latLngBounds(found.map(toLatLng));
      const zoom = Math.min(this.#map.getBoundsZoom(around.pad(0.2)), MAX_ZOOM);
      this.#map.setView(around.getCenter(), Math.max(zoom, this.zoom() + 1));
    } else {
      this.#events.picked(fromLatLng(event.latlng));
    }
  }

  #hovered(event: LeafletMouseEvent): void {
    const found = this.#facilities.at(event);
    const [first] = found;
    this.#map.getContainer().classList.toggle('over-facility', found.length > 0);
    if (!first) {
      this.#hideTip();
      return;
    }
    this.#tip.textContent =
      found.length === 1 ? first.name : (this.#texts?.cluster(found.length) ?? '');
    this.#tip.hidden = false;
    this.#tip.style.left = `${event.containerPoint.x + 14}px`;
    this.#tip.style.top = `${event.containerPoint.y + 14}px`;
  }

  #hideTip(): void {
    this.#tip.hidden = true;
  }
}

/** Leaflet has no option for it: a pan by key or by call goes there at once. */
function stopGliding(map: L.Map): void {
  const panBy = map.panBy.bind(map);
  map.panBy = (offset, options) => panBy(offset, { ...options, animate: false });
}

function reducedMotion(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}
