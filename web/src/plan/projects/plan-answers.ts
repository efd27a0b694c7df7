import {
  type Decoded,
  listOf,
  nullable,
  number,
  object,
  text,
  withDefault,
} from '../../api/decode';
import { runShape } from '../../desk/run';

const sums = { count: number, costYuan: number };

const ofType = object({ type: nullable(text), ...sums, capacity: nullable(number) });
const ofTown = object({ code: nullable(text), name: nullable(text), ...sums });

/** One column of a target table in one year. */
const yearTarget = object({
  table: text,
  tableZh: withDefault(text, ''),
  tableEn: withDefault(text, ''),
  column: text,
  zh: withDefault(text, ''),
  en: withDefault(text, ''),
  unit: withDefault(text, 'count'),
  target: nullable(number),
  achieved: nullable(number),
  planned: nullable(number),
  missing: nullable(number),
});
export type YearTarget = Decoded<typeof yearTarget>;

const planYear = object({
  year: number,
  ...sums,
  capacity: nullable(number),
  byType: withDefault(listOf(ofType), []),
  byTown: withDefault(listOf(ofTown), []),
  targets: withDefault(listOf(yearTarget), []),
});
export type PlanYear = Decoded<typeof planYear>;

/** The library by year, against the targets. */
export const libraryPlan = object({ ...runShape, years: listOf(planYear) });
export type LibraryPlan = Decoded<typeof libraryPlan>;
