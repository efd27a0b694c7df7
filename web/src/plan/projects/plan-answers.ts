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

const sums = { count: number, costYuan: number, unknownCosts: number, places: number };

const ofType = object({ type: nullable(text), ...sums });
const ofTown = object({ code: nullable(text), name: nullable(text), ...sums });

/** One column of a target table at the end of a year. */
const yearTarget = object({
  table: text,
  tableZh: text,
  tableEn: withDefault(text, ''),
  column: text,
  zh: text,
  en: withDefault(text, ''),
  unit: text,
  target: nullable(number),
  /** The year that set it, which may be an earlier one. */
  targetYear: nullable(number),
  achieved: nullable(number),
  /** With all that is not known counted in; null where nothing bounds it. */
  achievedAtMost: nullable(number),
  /** By projects of earlier years. */
  plannedBefore: nullable(number),
  planned: nullable(number),
  plannedAtMost: nullable(number),
  missing: nullable(number),
  unknown: listOf(text),
  unknownZh: listOf(text),
});
export type YearTarget = Decoded<typeof yearTarget>;

const planYear = object({
  year: number,
  ...sums,
  gainPeople: nullable(number),
  lostPeople: nullable(number),
  unknownGains: number,
  byType: listOf(ofType),
  byTown: listOf(ofTown),
  targets: listOf(yearTarget),
});
export type PlanYear = Decoded<typeof planYear>;

/** The library by year, against the targets; `method` says how it was counted. */
export const libraryPlan = object({
  ...runShape,
  method: withDefault(text, ''),
  methodZh: withDefault(text, ''),
  years: listOf(planYear),
});
export type LibraryPlan = Decoded<typeof libraryPlan>;
