import type { CareMapApi } from './api/care-map-api';
import type { TileLayer } from './api/status';
import { surfaceMiddle } from './geo/geojson';
import { languages, translatorFor } from './i18n/translator';
import type { MapPort } from './map/port';
import { type Catalog, errorText, type Panel, type PanelContext } from './panels/context';
import type { PanelName } from './state/fragment';
import { preferences } from './state/preferences';
import type { Store } from './state/store';
import { fill, h } from './ui/dom';
import type { LegendPart } from './ui/legend';
import { Shell } from './ui/shell';

/** Panels come when they are wanted. */
const panelMakers: Record<PanelName, (context: PanelContext) => Promise<Panel>> = {
  plan: async (context) => new (await import('./panels/plan')).PlanPanel(context),
  provider: async (context) => new (await import('./panels/provider')).ProviderPanel(context),
  manage: async (context) => new (await import('./panels/manage')).ManagePanel(context),
};

/** Puts the page together and keeps panels, map and state in step. */
export class App {
  #lang = preferences.lang();
  #catalog: Catalog;
  #shell: Shell;
  #panel: Panel | null = null;
  #opening = 0;
  #map: Promise<MapPort>;
  #legend: readonly LegendPart[] = [];
  #straight = false;
  readonly #mapElement = h('div', { class: 'map', id: 'map', tabindex: 0, 'data-testid': 'map' });

  constructor(
    private readonly root: HTMLElement,
    private readonly api: CareMapApi,
    private readonly store: Store,
    catalog: Catalog,
    private readonly tileBase: string,
  ) {
    this.#catalog = catalog;
    this.#straight = catalog.status.method === 'straight-line';
    this.#shell = this.#makeShell();
    this.#map = this.#loadMap();
    store.subscribe((state, previous) => {
      if (state.panel !== previous.panel) void this.#open(state.panel);
      else this.#panel?.stateChanged?.(state, previous);
    });
    this.#applyTextSize();
    void this.#open(store.state.panel);
  }

  #makeShell(): Shell {
    const shell = new Shell({
      tr: translatorFor(this.#lang),
      catalog: this.#catalog,
      mapElement: this.#mapElement,
      panel: this.store.state.panel,
      textSize: preferences.textSize(),
      open: (panel) => this.store.update({ panel, facility: null }),
      switchLanguage: () => this.#switchLanguage(),
      switchTextSize: () => this.#switchTextSize(),
      mapResized: () => this.#onMap((map) => map.resized()),
    });
    shell.setMethod(this.#straight);
    shell.setLegend(this.#legend);
    fill(this.root, ...shell.elements);
    document.title = translatorFor(this.#lang).t('title');
    return shell;
  }

  async #loadMap(): Promise<MapPort> {
    const { createMap } = await import('./map/leaflet-map');
    const { status } = this.#catalog;
    const map = createMap({
      element: this.#mapElement,
      view: this.store.state.view,
      bounds: status.bounds,
      tileBase: this.tileBase,
      tileLayers: status.tileLayers as TileLayer[],
      events: {
        picked: (place) => this.#panel?.picked?.(place),
        facilityChosen: (id) => this.#panel?.facilityChosen?.(id),
        gapChosen: (rank) => this.#panel?.gapChosen?.(rank),
        moved: (view, bounds) => {
          this.store.update({ view });
          this.#panel?.mapMoved?.(bounds);
        },
      },
    });
    this.#fillMap(map);
    void this.#namePlaces();
    return map;
  }

  /** Names of streets and towns as places; a map without them is still a map. */
  async #namePlaces(): Promise<void> {
    const areas = await this.api.areas(['street', 'town']).catch(() => []);
    const names = areas.flatMap(({ name, shape }) => {
      const middle = shape && surfaceMiddle(shape);
      return middle ? [{ name, ...middle }] : [];
    });
    this.#onMap((map) => map.setPlaceNames(names));
  }

  #fillMap(map: MapPort): void {
    const { t } = translatorFor(this.#lang);
    map.setTexts({
      map: t('map.label'),
      zoomIn: t('map.zoomIn'),
      zoomOut: t('map.zoomOut'),
      streets: t('map.localStreets'),
      origin: t('map.origin'),
      cluster: (count) => t('map.cluster', { count }),
    });
    const facilities = [...this.#catalog.facilities.values()]
      .filter(({ status }) => status !== 'closed')
      .map(({ id, name, type, lon, lat, status }) => ({
        id,
        name,
        type,
        lon,
        lat,
        hollow: status !== 'operating',
      }));
    map.setFacilities(facilities, this.#catalog.types);
    map.setAttribution(this.#catalog.status.attribution);
  }

  #onMap(use: (map: MapPort) => void): void {
    this.#map.then(use, (error: unknown) => {
      this.#mapElement.textContent = errorText(error, translatorFor(this.#lang));
    });
  }

  #context(): PanelContext {
    return {
      api: this.api,
      store: this.store,
      tr: translatorFor(this.#lang),
      catalog: () => this.#catalog,
      onMap: (use) => this.#onMap(use),
      announce: (message) => this.#shell.announce(message),
      setLegend: (parts) => {
        this.#legend = parts;
        this.#shell.setLegend(parts);
      },
      setMethod: (straight) => {
        this.#straight = straight;
        this.#shell.setMethod(straight);
      },
      reload: () => this.#reload(),
    };
  }

  async #open(name: PanelName): Promise<void> {
    this.#opening += 1;
    const opening = this.#opening;
    this.#panel?.hide();
    this.#panel = null;
    this.#shell.setPanelName(name);
    const panel = await panelMakers[name](this.#context());
    // Somebody may have moved on while the panel was on its way.
    if (opening !== this.#opening) return;
    this.#panel = panel;
    this.#shell.setPanel(panel.element);
    panel.show();
  }

  async #reload(): Promise<void> {
    const before = this.#catalog.status;
    this.#catalog = await loadCatalog(this.api);
    const { status } = this.#catalog;
    this.#shell.setCatalog(this.#catalog);
    // Panels with an answer on the screen say so again by themselves, for their own answer.
    if (before.method !== status.method) {
      this.#straight = status.method === 'straight-line';
      this.#shell.setMethod(this.#straight);
    }
    const moved =
      before.sample !== status.sample || before.streets.importedAt !== status.streets.importedAt;
    this.#onMap((map) => {
      this.#fillMap(map);
      if (moved) map.redrawStreets(status.bounds);
    });
    void this.#namePlaces();
    this.#panel?.catalogChanged?.();
  }

  #switchLanguage(): void {
    this.#lang = languages.find((lang) => lang !== this.#lang) ?? 'zh';
    preferences.setLang(this.#lang);
    this.#shell = this.#makeShell();
    this.#onMap((map) => {
      this.#fillMap(map);
      map.resized();
    });
    void this.#open(this.store.state.panel);
  }

  #switchTextSize(): void {
    preferences.setTextSize(preferences.textSize() === 'large' ? 'standard' : 'large');
    this.#applyTextSize();
    this.#shell.setTextSize(preferences.textSize());
    this.#onMap((map) => map.resized());
  }

  #applyTextSize(): void {
    document.documentElement.dataset.textSize = preferences.textSize();
  }
}

/** What every panel needs before it can ask anything. */
export async function loadCatalog(api: CareMapApi): Promise<Catalog> {
  const [status, types, services, { facilities }] = await Promise.all([
    api.status(),
    api.facilityTypes(),
    api.serviceTypes(),
    api.allFacilities(),
  ]);
  return {
    status,
    types: new Map(types.map((type) => [type.code, type])),
    services,
    facilities: new Map(facilities.map((facility) => [facility.id, facility])),
  };
}
