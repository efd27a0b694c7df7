import type { Line, Surface } from '../geo/geojson';
import type { Bounds, LonLat } from '../geo/lonlat';
import type { MapView } from '../state/fragment';

/** A facility as the map draws it. */
export interface MapFacility extends LonLat {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  /** Planned, or being built: drawn hollow. */
  readonly hollow: boolean;
}

/** A name written on the map where it is zoomed out. */
export interface PlaceName extends LonLat {
  readonly name: string;
}

/** A polygon with the colour that the legend explains. */
export interface ShadedSurface {
  readonly shape: Surface;
  readonly color: string;
  readonly label: string;
}

/** An area of a ranking, with its place in it. */
export interface RankedArea extends ShadedSurface {
  readonly code: string;
  /** Null where the area has no place in the ranking: it is marked with a question mark. */
  readonly rank: number | null;
  /** Words written on the area in place of its number, such as "+120". */
  readonly mark?: string | null;
}

export interface MapGap {
  readonly rank: number;
  readonly shape: Surface;
  readonly label: string;
  /** Gaps that are not listed are drawn only where the map is close enough to tell them apart. */
  readonly listed: boolean;
}

export interface MapBand {
  readonly minutes: number;
  readonly shape: Surface;
  readonly color: string;
}

export const pinKinds = [
  'existing',
  'site',
  'candidate',
  'closed',
  'barrier',
  'kitchen',
  'point',
  'project',
] as const;
export type PinKind = (typeof pinKinds)[number];

/**
 * A place that a plan is about. Pins that can be dragged, are numbered or chosen, and sites,
 * kitchens, projects and closed ones, are buttons; the others are drawn as dots on one canvas, for
 * there may be thousands, and a list beside the map does for the keyboard what a click does here.
 */
export interface MapPin extends LonLat {
  readonly id: string;
  /** What it is, in words: the name of the button and the words beside the pointer. */
  readonly label: string;
  readonly kind: PinKind;
  /** Written on the pin. */
  readonly number?: number | null;
  /** A short text below a button pin, such as "+120". */
  readonly note?: string | null;
  readonly draggable?: boolean;
  readonly chosen?: boolean;
  /** A dot although its kind is a button's: one of hundreds that would cover each other. */
  readonly quiet?: boolean;
  /** Colour of a dot that stands for something, such as the way it is served. */
  readonly color?: string | null;
}

export interface PinEvents {
  chosen?(id: string): void;
  /**
   * A pin is on its way, by pointer or arrow keys; `final` where it was dropped. Escape brings it
   * back to where it was, which is a drop there.
   */
  dragged?(id: string, place: LonLat, final: boolean): void;
}

/** A line of a plan: a footbridge, a delivery, the way from a place to its kitchen. */
export interface MapLine {
  readonly id: string;
  readonly line: Line | readonly [LonLat, LonLat];
  readonly color: string;
  readonly dashed?: boolean;
  /** Pixels; 5 by default. */
  readonly width?: number;
  readonly label?: string | null;
}

/** Colour and character of every facility type. */
export type Looks = ReadonlyMap<string, { code: string; color: string; symbol: string }>;

export interface MapEvents {
  /** Somebody chose a place by click, touch or keyboard. */
  picked(place: LonLat): void;
  facilityChosen(id: string): void;
  gapChosen(rank: number): void;
  moved(view: MapView, bounds: Bounds): void;
}

/** Texts of the map in the chosen language. */
export interface MapTexts {
  readonly map: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly streets: string;
  readonly origin: string;
  readonly cluster: (count: number) => string;
}

/**
 * What panels can ask of the map. The only implementation stands on Leaflet; nothing outside
 * `map/` knows that. All places are (lon, lat).
 */
export interface MapPort {
  setTexts(texts: MapTexts): void;
  /**
   * @param grouped whether many at one spot become one symbol with their count; true by default
   */
  setFacilities(facilities: readonly MapFacility[], looks: Looks, grouped?: boolean): void;
  /** Null shows all types. */
  showTypes(types: ReadonlySet<string> | null): void;
  highlight(id: string | null): void;
  /** @param awayFrom what the words beside the place are not to cover */
  setOrigin(place: LonLat | null, awayFrom?: LonLat | null): void;
  setRoute(route: { line: Line; straight: boolean } | null): void;
  setBands(bands: readonly MapBand[]): void;
  setGaps(gaps: readonly MapGap[], chosenRank: number | null): void;
  setShading(surfaces: readonly ShadedSurface[]): void;
  /**
   * Areas of a ranking in place of the shading: the first few carry their number, one is outlined.
   *
   * @param chosen code of the outlined area; null or unknown outlines none
   */
  setRanking(areas: readonly RankedArea[], chosen: string | null): void;
  setDraft(place: LonLat | null): void;
  /** Pins of the same id stay the same: one that is being dragged stays in the hand. */
  setPins(pins: readonly MapPin[], events: PinEvents): void;
  setLines(lines: readonly MapLine[]): void;
  setPlaceNames(names: readonly PlaceName[]): void;
  /** A crosshair shows what Enter will choose. */
  setPicking(picking: boolean): void;
  /** Streets have changed: draw them anew and go where the data are now. */
  redrawStreets(bounds: Bounds | null): void;
  /** Whom to credit for what is drawn. */
  setAttribution(attribution: readonly string[]): void;
  fit(bounds: Bounds): void;
  goTo(place: LonLat, zoom: number): void;
  center(): LonLat;
  bounds(): Bounds;
  zoom(): number;
  resized(): void;
}
