import { CareMapApi } from '../api/care-map-api';
import { type Decoder, listOf } from '../api/decode';
import type { Query } from '../api/http';
import { type Board, board, type Supply, supply } from './gap-answers';
import {
  type Communities,
  communities,
  comparison,
  type Exception,
  exception,
  type Indicator,
  indicator,
  type Plan,
  type PlanComparison,
  plan,
  type Rule,
  rule,
  type Verdicts,
  verdicts,
} from './standards-answers';
import {
  type Contradiction,
  contradiction,
  type Progress,
  type PublishedRun,
  progress,
  publishedRun,
  type Repetition,
  type RunDetail,
  repetition,
  runDetail,
  type TargetTable,
  targetTable,
} from './targets-answers';

const nothing: Decoder<null> = () => null;
const segment = encodeURIComponent;

/** A rule as the server reads it. */
export type RuleDraft = Readonly<Record<string, unknown>> & { readonly id: string };
export type ExceptionDraft = Omit<Exception, 'id'>;

/** The questions of the desk, below `api/v1/`. */
export class BoardApi extends CareMapApi {
  board(query: Query, signal: AbortSignal): Promise<Board> {
    return this.http.get('board', query, board, signal);
  }

  supply(query: Query, signal: AbortSignal): Promise<Supply> {
    return this.http.get('supply', query, supply, signal);
  }

  plans(): Promise<Plan[]> {
    return this.http.get('standards/plans', {}, listOf(plan));
  }

  rules(query: Query = {}): Promise<Rule[]> {
    return this.http.get('standards/rules', query, listOf(rule));
  }

  indicators(): Promise<Indicator[]> {
    return this.http.get('standards/indicators', {}, listOf(indicator));
  }

  verdicts(query: Query, signal: AbortSignal): Promise<Verdicts> {
    return this.http.get('standards/verdicts', query, verdicts, signal);
  }

  communities(query: Query, signal: AbortSignal): Promise<Communities> {
    return this.http.get('standards/communities', query, communities, signal);
  }

  compare(one: string, other: string, signal: AbortSignal): Promise<PlanComparison> {
    return this.http.get('standards/compare', { plan: [one, other] }, comparison, signal);
  }

  exceptions(): Promise<Exception[]> {
    return this.http.get('standards/exceptions', {}, listOf(exception));
  }

  adopt(code: string, adopted: boolean): Promise<null> {
    return this.http.sendJson('PUT', `standards/plans/${segment(code)}/adopted`, adopted, nothing);
  }

  putRule(draft: RuleDraft): Promise<null> {
    return this.http.sendJson('PUT', `standards/rules/${segment(draft.id)}`, draft, nothing);
  }

  dropRule(id: string): Promise<null> {
    return this.http.remove(`standards/rules/${segment(id)}`, nothing);
  }

  addException(draft: ExceptionDraft): Promise<null> {
    return this.http.sendJson('POST', 'standards/exceptions', draft, nothing);
  }

  dropException(id: string): Promise<null> {
    return this.http.remove(`standards/exceptions/${segment(id)}`, nothing);
  }

  tables(): Promise<TargetTable[]> {
    return this.http.get('targets', {}, listOf(targetTable));
  }

  check(table: string): Promise<Contradiction[]> {
    return this.http.get(`targets/${segment(table)}/check`, {}, listOf(contradiction));
  }

  progress(table: string, query: Query, signal: AbortSignal): Promise<Progress> {
    return this.http.get(`targets/${segment(table)}/progress`, query, progress, signal);
  }

  uploadTable(code: string, name: string, file: File): Promise<null> {
    const form = new FormData();
    form.set('code', code);
    form.set('name', name);
    form.set('file', file);
    return this.http.sendForm('targets', form, nothing);
  }

  dropTable(code: string): Promise<null> {
    return this.http.remove(`targets/${segment(code)}`, nothing);
  }

  runs(): Promise<PublishedRun[]> {
    return this.http.get('runs', {}, listOf(publishedRun));
  }

  run(id: string): Promise<RunDetail> {
    return this.http.get(`runs/${segment(id)}`, {}, runDetail);
  }

  publish(kind: string, question: Record<string, string>, title: string): Promise<null> {
    return this.http.sendJson('POST', 'runs', { kind, question, title }, nothing);
  }

  repeat(id: string): Promise<Repetition> {
    return this.http.sendJson('POST', `runs/${segment(id)}/repeat`, {}, repetition);
  }
}
