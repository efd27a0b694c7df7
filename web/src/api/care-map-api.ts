import type { Bounds, LonLat } from '../geo/lonlat';
import {
  type Accessibility,
  type Area,
  type Assignment,
  accessibility,
  areas,
  assignment,
  type Coverage,
  coverage,
  type Gap,
  type GridCell,
  gaps,
  grid,
  type Nearest,
  nearest,
  type Reach,
  reach,
  type ServiceBand,
  serviceBands,
} from './answers';
import { type Decoded, listOf, object, text, withDefault } from './decode';
import {
  type Facility,
  type FacilityDraft,
  type FacilityList,
  facility,
  facilityList,
} from './facility';
import { type Credentials, HttpClient } from './http';
import {
  type CodeName,
  codeName,
  type FacilityType,
  facilityType,
  type Status,
  status,
} from './status';

const session = object({ user: text, roles: withDefault(listOf(text), []) });
export type Session = Decoded<typeof session>;

/** How fast somebody walks: a profile, or a flat speed that overrides the profile's. */
export interface Pace {
  readonly profile: string | null;
  readonly speedKmh: number | null;
}

/** What a planner asks about: facilities of these types, within minutes, for one group. */
export interface PlanQuestion {
  readonly types: readonly string[];
  readonly minutes: number;
  readonly group: string;
  readonly pace: Pace;
}

/** More than any bureau is expected to have; the server's own upper limit. */
const ALL_FACILITIES = 10_000;

/** The questions of this page, one method each, below `api/v1/`. */
export class CareMapApi {
  readonly http: HttpClient;

  constructor(base: string, send?: typeof fetch) {
    this.http = new HttpClient(base, send);
  }

  status(): Promise<Status> {
    return this.http.get('status', {}, status);
  }

  facilityTypes(): Promise<FacilityType[]> {
    return this.http.get('facility-types', {}, listOf(facilityType));
  }

  serviceTypes(): Promise<CodeName[]> {
    return this.http.get('service-types', {}, listOf(codeName));
  }

  allFacilities(): Promise<FacilityList> {
    return this.http.get('facilities', { limit: ALL_FACILITIES }, facilityList);
  }

  searchFacilities(q: string, limit: number, signal: AbortSignal): Promise<FacilityList> {
    return this.http.get('facilities', { q, limit }, facilityList, signal);
  }

  facility(id: string, signal?: AbortSignal): Promise<Facility> {
    return this.http.get(`facilities/${encodeURIComponent(id)}`, {}, facility, signal);
  }

  nearest(
    origin: LonLat,
    types: readonly string[],
    limit: number,
    pace: Pace,
    signal: AbortSignal,
  ): Promise<Nearest> {
    const query = { lon: origin.lon, lat: origin.lat, type: types, limit, ...pace };
    return this.http.get('nearest', query, nearest, signal);
  }

  coverage(
    question: PlanQuestion,
    level: string | null,
    straightLine: boolean,
    signal: AbortSignal,
  ): Promise<Coverage> {
    const { types, minutes, group, pace } = question;
    const query = { type: types, minutes, group, ...pace, level };
    const judged = straightLine ? { ...query, straightLine } : query;
    return this.http.get('coverage', judged, coverage, signal);
  }

  gaps(question: PlanQuestion, signal: AbortSignal): Promise<Gap[]> {
    const { types, minutes, group, pace } = question;
    return this.http.get('gaps', { type: types, minutes, group, ...pace }, gaps, signal);
  }

  assignment(
    question: PlanQuestion,
    level: string | null,
    signal: AbortSignal,
  ): Promise<Assignment> {
    const { types, minutes, group, pace } = question;
    const query = { type: types, minutes, group, ...pace, level };
    return this.http.get('assignment', query, assignment, signal);
  }

  accessibility(
    question: PlanQuestion,
    level: string | null,
    signal: AbortSignal,
  ): Promise<Accessibility> {
    const { types, minutes, group, pace } = question;
    const query = { type: types, minutes, group, ...pace, level };
    return this.http.get('accessibility', query, accessibility, signal);
  }

  /** Nested bands, one for each number of minutes. */
  serviceBands(
    id: string,
    minutes: readonly number[],
    pace: Pace,
    signal: AbortSignal,
  ): Promise<ServiceBand[]> {
    const path = `facilities/${encodeURIComponent(id)}/service-area`;
    return this.http.get(path, { minutes, ...pace }, serviceBands, signal);
  }

  /** @param group whose places are counted */
  reach(
    id: string,
    minutes: number,
    group: string,
    pace: Pace,
    signal: AbortSignal,
  ): Promise<Reach> {
    const path = `facilities/${encodeURIComponent(id)}/reach`;
    return this.http.get(path, { minutes, group, ...pace }, reach, signal);
  }

  /** Areas of these levels; of all levels where none is given. */
  areas(levels: readonly string[] = []): Promise<Area[]> {
    return this.http.get('areas', { level: levels }, areas);
  }

  demandGrid(
    group: string,
    cellMeters: number,
    bbox: Bounds,
    signal: AbortSignal,
  ): Promise<GridCell[]> {
    const box = bbox.map((degrees) => degrees.toFixed(5)).join(',');
    return this.http.get('demand/grid', { group, cellMeters, bbox: box }, grid, signal);
  }

  /** Tries the credentials and keeps them, in memory, only where the server accepts them. */
  async logIn(credentials: Credentials): Promise<Session> {
    const accepted = await this.http.tryCredentials(credentials, 'session', session);
    this.http.useCredentials(credentials);
    return accepted;
  }

  /** Whether the login still holds; throws a 401 problem where it does not. */
  session(): Promise<Session> {
    return this.http.get('session', {}, session);
  }

  logOut(): void {
    this.http.useCredentials(null);
  }

  addFacility(draft: FacilityDraft): Promise<Facility> {
    return this.http.sendJson('POST', 'facilities', draft, facility);
  }

  correctFacility(id: string, draft: FacilityDraft): Promise<Facility> {
    return this.http.sendJson('PUT', `facilities/${encodeURIComponent(id)}`, draft, facility);
  }

  closeFacility(id: string, version: number | null): Promise<Facility> {
    const path = `facilities/${encodeURIComponent(id)}/close`;
    return this.http.sendJson('POST', path, version === null ? {} : { version }, facility);
  }
}
