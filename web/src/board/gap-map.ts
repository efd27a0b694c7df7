import type { Area } from '../api/answers';
import type { TileLayer } from '../api/status';
import { surfaceBounds, surfaceContains, surfaceMiddle } from '../geo/geojson';
import { type Bounds, boundsOf, type LonLat } from '../geo/lonlat';
import { peopleText, shareText } from '../i18n/format';
import type { MapPort, RankedArea } from '../map/port';
import { errorText } from '../panels/context';
import { fill, h } from '../ui/dom';
import { legendBlocks } from '../ui/legend';
import { type BoardContext, typeWord } from './context';
import type { Board } from './gap-answers';
import { boardColor, boardLegend, boardScale, shadedValue } from './gap-scale';
import { leftShare, shortReason } from './gap-sentences';

/** The map beside the table: the same rows, coloured; a click or Enter chooses an area. */
export class GapMap {
  readonly element: HTMLElement;
  readonly legend: HTMLDetailsElement;
  readonly #mapElement = h('div', { class: 'map', tabindex: 0, 'data-testid': 'map' });
  readonly #legendBody = h('div', { class: 'legend-body' });
  #map: Promise<MapPort> | null = null;
  #areas: Promise<ReadonlyMap<string, Area>> | null = null;
  #ranked: readonly RankedArea[] = [];

  constructor(
    private readonly context: BoardContext,
    private readonly choose: (code: string) => void,
  ) {
    const { t } = context.shared;
    this.element = h(
      'section',
      { class: 'map-area', 'aria-label': t('map.area') },
      this.#mapElement,
      h('div', { class: 'crosshair', 'aria-hidden': 'true' }),
      h('p', { class: 'key-hint', 'aria-hidden': 'true' }, t('map.keys')),
    );
    // Below the map: above it, it would hide what it explains.
    this.legend = h(
      'details',
      { class: 'desk-legend', open: true, 'data-testid': 'legend' },
      h('summary', {}, t('legend.title')),
      this.#legendBody,
    );
  }

  /** Draws the rows; goes to the area that is looked into where it is another than before. */
  async show(board: Board, chosen: string | null, moved: boolean): Promise<void> {
    const { context } = this;
    const { tr, store } = context;
    const { shading } = store.state;
    const scale = boardScale(board.rows, shading);
    const title = tr.t(shading === 'share' ? 'map.share' : 'map.people', {
      type: typeWord(context, board.types[0] ?? ''),
    });
    const type = board.types[0] ?? '';
    const look = context.catalog.types.get(type);
    const near = chosen !== null || board.area !== null;
    const symbols =
      look && near
        ? [
            {
              kind: 'symbols',
              title: '',
              items: [{ look, label: typeWord(context, type) }],
            } as const,
          ]
        : [];
    fill(
      this.#legendBody,
      ...legendBlocks([boardLegend(board.rows, scale, shading, title, tr), ...symbols]),
    );
    const areas = await this.#areasByCode();
    this.#ranked = board.rows.flatMap((row) => {
      const shape = areas.get(row.code)?.shape;
      if (!shape) return [];
      const color = boardColor(shadedValue(row, shading), scale);
      const label = tr.t('map.row', {
        name: row.name,
        people: peopleText(row.rank === null ? null : row.uncovered, tr),
        share: shareText(leftShare(row), tr),
        reason: shortReason(row, tr),
      });
      return [{ code: row.code, rank: row.rank, shape, color, label }];
    });
    this.#onMap((map) => {
      // From afar their symbols would hide the areas, and their counts look like ranks.
      map.showTypes(new Set(near ? board.types : []));
      map.setRanking(this.#ranked, chosen);
    });
    if (moved) this.#goTo(chosen ?? board.area);
  }

  /** Outlines an area; without moving the map unless asked to. */
  highlight(code: string | null, go: boolean): void {
    const { type, area } = this.context.store.state;
    this.#onMap((map) => {
      map.setRanking(this.#ranked, code);
      if (go) map.showTypes(new Set(code !== null || area !== null ? [type] : []));
    });
    if (go && code) this.#goTo(code);
  }

  resized(): void {
    this.#onMap((map) => map.resized());
  }

  /** A view of the map page at an area. */
  async placeOf(code: string): Promise<LonLat | null> {
    const shape = (await this.#areasByCode()).get(code)?.shape;
    return shape ? surfaceMiddle(shape) : null;
  }

  async name(code: string): Promise<{ name: string; parent: string | null } | null> {
    return (await this.#areasByCode()).get(code) ?? null;
  }

  #goTo(code: string | null): void {
    void this.#areasByCode().then((areas) => {
      const shape = code ? areas.get(code)?.shape : null;
      const bounds = shape ? surfaceBounds(shape) : code ? null : this.#everything();
      if (bounds) this.#onMap((map) => map.fit(bounds));
    });
  }

  /** Around all rows: the loaded map may reach farther than the areas. */
  #everything(): Bounds | null {
    const corners = this.#ranked.flatMap(({ shape }) => {
      const box = surfaceBounds(shape);
      return box
        ? [
            { lon: box[0], lat: box[1] },
            { lon: box[2], lat: box[3] },
          ]
        : [];
    });
    return boundsOf(corners) ?? this.context.catalog.status.bounds;
  }

  #picked(place: LonLat): void {
    const found = this.#ranked.find(({ shape }) => surfaceContains(shape, place));
    if (found) this.choose(found.code);
    else this.context.announce(this.context.tr.t('map.nothing'));
  }

  #areasByCode(): Promise<ReadonlyMap<string, Area>> {
    this.#areas ??= this.context.api.areas().then(
      (areas) => new Map(areas.map((area) => [area.code, area])),
      (error: unknown) => {
        this.#areas = null;
        throw error;
      },
    );
    return this.#areas;
  }

  #onMap(use: (map: MapPort) => void): void {
    this.#map ??= this.#make();
    this.#map.then(use, (error: unknown) => {
      this.#mapElement.textContent = errorText(error, this.context.shared);
    });
  }

  async #make(): Promise<MapPort> {
    const { createMap } = await import('../map/leaflet-map');
    const { catalog, store, shared } = this.context;
    const { t } = shared;
    const { status, facilities, types } = catalog;
    const map = createMap({
      element: this.#mapElement,
      view: store.state.view,
      bounds: status.bounds,
      tileBase: new URL('tiles/', document.baseURI).href,
      tileLayers: status.tileLayers as TileLayer[],
      events: {
        picked: (place) => this.#picked(place),
        facilityChosen: (id) => {
          const facility = facilities.get(id);
          if (facility) this.#picked(facility);
        },
        gapChosen: () => {},
        moved: (view) => store.adjust({ view }),
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
    const drawn = [...facilities.values()]
      .filter(({ status: state }) => state !== 'closed')
      .map(({ id, name, type, lon, lat, status: state }) => ({
        id,
        name,
        type,
        lon,
        lat,
        hollow: state !== 'operating',
      }));
    map.setFacilities(drawn, types);
    map.setAttribution(status.attribution);
    return map;
  }
}
