import type { Decoder } from '../../api/decode';
import type { HttpClient, Query } from '../../api/http';
import { type FromScenario, fromScenario } from '../projects/answers';
import {
  type Checked,
  type Comparison,
  comparison,
  type Drift,
  drift,
  review,
  type Scenario,
  scenario,
  scenarios,
  type Tried,
  tried,
} from './answers';
import type { Changes } from './changes';
import type { ScenarioDraft } from './workbench';

const nothing: Decoder<null> = () => null;
const segment = encodeURIComponent;

/** When and by whom the measures of a scenario are to be carried out. */
export interface LibraryEntry {
  readonly scenario: string;
  readonly year: number;
  readonly quarter: number | null;
  readonly responsibleUnit: string | null;
  readonly fundingSource: string | null;
  readonly status: string;
}

/** The questions about scenarios, below `api/v1/scenarios`. */
export class ScenarioApi {
  constructor(private readonly http: HttpClient) {}

  list(signal?: AbortSignal): Promise<Scenario[]> {
    return this.http.get('scenarios', {}, scenarios, signal);
  }

  one(scenarioId: string, signal?: AbortSignal): Promise<Scenario> {
    return this.http.get(`scenarios/${segment(scenarioId)}`, {}, scenario, signal);
  }

  /** @param query the question whose totals are kept with the scenario, to say later what moved */
  create(draft: ScenarioDraft, query: Query): Promise<Scenario> {
    return this.http.sendJson('POST', 'scenarios', draft, scenario, undefined, query);
  }

  /** @param version of the scenario that the changes go out from; another one is a conflict (409) */
  save(scenarioId: string, draft: ScenarioDraft, version: number, query: Query): Promise<Scenario> {
    const path = `scenarios/${segment(scenarioId)}`;
    return this.http.sendJson('PUT', path, { ...draft, version }, scenario, undefined, query);
  }

  copy(scenarioId: string, name: string): Promise<Scenario> {
    return this.http.sendJson('POST', `scenarios/${segment(scenarioId)}/copy`, { name }, scenario);
  }

  drop(scenarioId: string): Promise<null> {
    return this.http.remove(`scenarios/${segment(scenarioId)}`, nothing);
  }

  try(changes: Changes, query: Query, signal: AbortSignal): Promise<Tried> {
    const body = { changes, detail: 'areas' };
    return this.http.sendJson('POST', 'scenarios/try', body, tried, signal, query);
  }

  compare(ids: readonly string[], query: Query, signal: AbortSignal): Promise<Comparison> {
    return this.http.get('scenarios/compare', { scenario: ids, ...query }, comparison, signal);
  }

  review(scenarioId: string, signal?: AbortSignal): Promise<Checked[]> {
    return this.http.get(`scenarios/${segment(scenarioId)}/review`, {}, review, signal);
  }

  /** What it came to when it was saved, and comes to now. */
  drift(scenarioId: string, signal?: AbortSignal): Promise<Drift> {
    return this.http.get(`scenarios/${segment(scenarioId)}/drift`, {}, drift, signal);
  }

  /** Stores the scenario as it stands on the data of today. */
  rebase(scenarioId: string): Promise<Checked[]> {
    const path = `scenarios/${segment(scenarioId)}/rebase`;
    return this.http.sendJson('POST', path, {}, review, undefined, { apply: true });
  }

  /** @param query by which gain and loss of each change alone are judged */
  intoLibrary(entry: LibraryEntry, query: Query): Promise<FromScenario> {
    const path = 'projects/from-scenario';
    return this.http.sendJson('POST', path, entry, fromScenario, undefined, query);
  }
}
