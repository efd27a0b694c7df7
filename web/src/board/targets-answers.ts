import {
  type Decoded,
  flag,
  listOf,
  mapOf,
  nullable,
  number,
  object,
  oneOf,
  text,
  withDefault,
} from '../api/decode';
import { runInputs, runShape } from '../desk/run';

/** A table of yearly targets. */
export const targetTable = object({
  code: text,
  zh: text,
  year: nullable(number),
  en: withDefault(text, ''),
  kind: text,
  rows: number,
  contradictions: number,
  builtIn: withDefault(flag, false),
});
export type TargetTable = Decoded<typeof targetTable>;

const cell = nullable((value: unknown, path: string) =>
  typeof value === 'number' ? String(value) : text(value, path),
);

/** Where a table speaks against itself. */
export const contradiction = object({
  kind: text,
  area: nullable(text),
  row: nullable(number),
  column: nullable(text),
  year: nullable(number),
  found: cell,
  expected: cell,
  message: text,
  messageZh: withDefault(text, ''),
});
export type Contradiction = Decoded<typeof contradiction>;

const progressRow = object({
  area: withDefault(text, ''),
  name: withDefault(text, ''),
  column: text,
  zh: text,
  en: withDefault(text, ''),
  indicator: nullable(text),
  unit: withDefault(text, 'count'),
  year: nullable(number),
  target: nullable(number),
  targetYear: nullable(number),
  achieved: nullable(number),
  /** With all that is not known counted in; null where nothing bounds it. */
  achievedAtMost: nullable(number),
  expectedByNow: nullable(number),
  state: oneOf('ahead', 'on-track', 'behind', 'cannot-be-judged', 'no-target'),
  missing: withDefault(listOf(text), []),
  missingZh: withDefault(listOf(text), []),
});
export type ProgressRow = Decoded<typeof progressRow>;
export type ProgressState = ProgressRow['state'];

export const progress = object({
  ...runShape,
  asOf: text,
  method: withDefault(text, ''),
  methodZh: withDefault(text, ''),
  /** Names of the table that no loaded area has. */
  unmatched: withDefault(listOf(text), []),
  rows: listOf(progressRow),
  totals: listOf(progressRow),
});
export type Progress = Decoded<typeof progress>;

/** A published run: its figures are kept with what they were computed from. */
export const publishedRun = object({
  id: text,
  kind: text,
  title: withDefault(text, ''),
  publishedAt: nullable(text),
  inputs: nullable(runInputs),
});
export type PublishedRun = Decoded<typeof publishedRun>;

const figures = withDefault(listOf(object({ key: text, value: nullable(number) })), []);
export const runDetail = object({ id: text, figures });
export type RunDetail = Decoded<typeof runDetail>;

const difference = object({ key: text, published: nullable(number), again: nullable(number) });
const changedInput = object({ input: text, published: nullable(text), now: nullable(text) });

/** The same question asked again of the kept data. */
export const repetition = object({
  same: (value: unknown) => value === true,
  differences: withDefault(listOf(difference), []),
  figures: withDefault(number, 0),
  changedInputs: withDefault(listOf(changedInput), []),
  /** What the same question gives today; null where the server does not say. */
  now: withDefault(nullable(object({ same: flag, differing: number })), null),
});
export type Repetition = Decoded<typeof repetition>;

export const counts = mapOf(number);
