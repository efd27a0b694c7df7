import type { CareMapApi, Pace } from '../api/care-map-api';
import { DecodeError } from '../api/decode';
import type { Facility } from '../api/facility';
import { ProblemError, UnreachableError } from '../api/http';
import type { CodeName, FacilityType, Status } from '../api/status';
import type { Bounds, LonLat } from '../geo/lonlat';
import type { Translator } from '../i18n/translator';
import type { MapPort } from '../map/port';
import type { PageState } from '../state/fragment';
import type { Store } from '../state/store';
import type { LegendPart } from '../ui/legend';

/** What the server told at the start; replaced as a whole when data have changed. */
export interface Catalog {
  readonly status: Status;
  readonly types: ReadonlyMap<string, FacilityType>;
  readonly services: readonly CodeName[];
  readonly facilities: ReadonlyMap<string, Facility>;
}

/** What every panel works with. */
export interface PanelContext {
  readonly api: CareMapApi;
  readonly store: Store;
  readonly tr: Translator;
  readonly catalog: () => Catalog;
  /** Runs as soon as the map is there; in the order of the calls. */
  readonly onMap: (use: (map: MapPort) => void) => void;
  /** Read out by screen readers. */
  readonly announce: (message: string) => void;
  readonly setLegend: (parts: readonly LegendPart[]) => void;
  /** Says above the map that answers are straight-line ones. */
  readonly setMethod: (straightLine: boolean) => void;
  /** Fetches the catalog again after data have changed. */
  readonly reload: () => Promise<void>;
}

/** One of the page's panels; made anew when the language changes. */
export interface Panel {
  readonly element: HTMLElement;
  /** The panel comes into view: put everything on the map. */
  show(): void;
  /** The panel goes: take everything off the map, stop what is under way. */
  hide(): void;
  stateChanged?(state: PageState, previous: PageState): void;
  picked?(place: LonLat): void;
  facilityChosen?(id: string): void;
  gapChosen?(rank: number): void;
  mapMoved?(bounds: Bounds): void;
  /** Facilities or streets have changed. */
  catalogChanged?(): void;
}

export function typeName(context: PanelContext, code: string): string {
  const type = context.catalog().types.get(code);
  return type ? context.tr.named(type) : code;
}

export function groupName(context: PanelContext, code: string): string {
  const group = context.catalog().status.groups.find((candidate) => candidate.code === code);
  return group ? context.tr.named(group) : code;
}

/** The look of a type's symbol, also for types the list does not know. */
export function lookOf(context: PanelContext, code: string) {
  return context.catalog().types.get(code) ?? { code, color: '#3d5a6c', symbol: '·' };
}

/** The pace of the page: the chosen profile, and a flat speed where a planner gave one. */
export function paceOf({ profile, speedKmh }: PageState): Pace {
  return { profile, speedKmh };
}

/** Words for something that went wrong; the server's own where it gave some. */
export function errorText(error: unknown, { t }: Translator): string {
  if (error instanceof ProblemError) {
    if (error.status === 401) return t('error.login');
    return error.detail || t('error.server', { status: error.status });
  }
  if (error instanceof UnreachableError) return t('error.unreachable');
  if (error instanceof DecodeError) return t('error.answer', { message: error.message });
  return t('error.unexpected', { message: error instanceof Error ? error.message : String(error) });
}

export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

/** Keeps only the newest of several questions: a new one cancels the one before. */
export class Latest {
  #controller: AbortController | null = null;

  next(): AbortSignal {
    this.cancel();
    this.#controller = new AbortController();
    return this.#controller.signal;
  }

  cancel(): void {
    this.#controller?.abort();
    this.#controller = null;
  }
}
