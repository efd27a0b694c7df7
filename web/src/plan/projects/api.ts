import type { Decoder } from '../../api/decode';
import type { HttpClient } from '../../api/http';
import { type Project, type ProjectList, project, projectList } from './answers';
import type { ProjectDraft } from './draft';
import { type LibraryPlan, libraryPlan } from './plan-answers';

const nothing: Decoder<null> = () => null;
const segment = encodeURIComponent;

/** The questions about the project library, below `api/v1/projects`. */
export class ProjectApi {
  constructor(private readonly http: HttpClient) {}

  list(signal?: AbortSignal): Promise<ProjectList> {
    return this.http.get('projects', {}, projectList, signal);
  }

  add(draft: ProjectDraft): Promise<Project> {
    return this.http.sendJson('POST', 'projects', draft, project);
  }

  save(id: string, draft: ProjectDraft): Promise<Project> {
    return this.http.sendJson('PUT', `projects/${segment(id)}`, draft, project);
  }

  /** @param version that was looked at; another one is a conflict (409) */
  drop(id: string, version: number): Promise<null> {
    return this.http.remove(`projects/${segment(id)}?version=${version}`, nothing);
  }

  /** The library by year against the yearly targets. */
  plan(from: number, years: number, signal?: AbortSignal): Promise<LibraryPlan> {
    return this.http.get('projects/plan', { from, years }, libraryPlan, signal);
  }
}
