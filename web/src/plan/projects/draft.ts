import type { LonLat } from '../../geo/lonlat';
import type { Project } from './answers';

/** What is sent of a project: everything that is written down, and the version it goes out from. */
export type ProjectDraft = Omit<
  Project,
  'id' | 'areaName' | 'townName' | 'history' | 'version' | 'areaCode'
> & { readonly areaCode: string | null; readonly version?: number };

/** A project to begin with. */
export function emptyProject(type: string, year: number): ProjectDraft {
  return {
    name: '',
    kind: 'add',
    type,
    lon: null,
    lat: null,
    areaCode: null,
    year,
    quarter: null,
    status: 'proposed',
    costYuan: null,
    fundingSource: null,
    responsibleUnit: null,
    capacity: null,
    scenario: null,
    change: null,
    candidate: null,
    facility: null,
    gainPeople: null,
    lostPeople: null,
    meetsStandard: null,
    sociallyRun: null,
    note: null,
  };
}

/** What is written down of a project, for the form. */
export function draftOf(project: Project): ProjectDraft {
  const { id, areaName, townName, history, ...draft } = project;
  return draft;
}

/** The place of a project; null where it has none. */
export function placeOf({ lon, lat }: Pick<Project, 'lon' | 'lat'>): LonLat | null {
  return lon === null || lat === null ? null : { lon, lat };
}
