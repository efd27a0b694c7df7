import {
  type Decoded,
  type Decoder,
  flag,
  listOf,
  nullable,
  number,
  object,
  oneOf,
  text,
  withDefault,
} from '../api/decode';
import { runShape } from '../desk/run';

/** A plan (a document of a bureau) whose rules can be adopted. */
export const plan = object({
  code: text,
  zh: text,
  en: withDefault(text, ''),
  year: nullable(number),
  seedFile: nullable(text),
  adopted: flag,
  builtIn: withDefault(flag, false),
  rules: withDefault(number, 0),
});
export type Plan = Decoded<typeof plan>;

export const comparisons = ['>=', '<=', '~'] as const;

/** One text or several. */
const oneOrMore: Decoder<string[]> = (value, path) =>
  value === null || value === undefined
    ? []
    : typeof value === 'string'
      ? [value]
      : listOf(text)(value, path);

/** A rule of a plan, with the clause it stands for. */
export const rule = object({
  id: text,
  plan: text,
  quote: withDefault(text, ''),
  seedFile: nullable(text),
  level: oneOrMore,
  urban: nullable(flag),
  zone: nullable(text),
  area: nullable(text),
  types: withDefault(listOf(text), []),
  indicator: text,
  comparison: oneOf(...comparisons),
  threshold: nullable(number),
  wanted: nullable(number),
  unit: withDefault(text, ''),
  unitZh: withDefault(text, ''),
  due: nullable((value: unknown, path: string) =>
    typeof value === 'number' ? String(value) : text(value, path),
  ),
  changed: withDefault(flag, false),
  builtIn: withDefault(flag, true),
  zh: withDefault(text, ''),
  en: withDefault(text, ''),
});
export type Rule = Decoded<typeof rule>;

export const outcomes = [
  'met',
  'missed',
  'not-yet',
  'reported',
  'cannot-be-judged',
  'not-applicable',
] as const;
export const outcome = oneOf(...outcomes);
export type Outcome = Decoded<typeof outcome>;

const texts = withDefault(listOf(text), []);

/** Who let a rule pass, why and when. */
export const exception = object({
  id: (value: unknown, path: string) =>
    typeof value === 'number' ? String(value) : text(value, path),
  rule: text,
  area: nullable(text),
  facility: nullable(text),
  kind: oneOf('shared', 'several', 'waived'),
  servedBy: nullable(text),
  required: nullable(number),
  reason: text,
  approver: text,
  approvedOn: text,
});
export type Exception = Decoded<typeof exception>;

/** A value that is not known exactly lies between these; null where nothing bounds it. */
const range = { low: nullable(number), high: nullable(number) };

const subject = object({
  code: nullable(text),
  facility: nullable(text),
  operator: nullable(text),
  name: withDefault(text, ''),
  outcome,
  value: nullable(number),
  ...range,
  missing: texts,
  missingZh: texts,
  exception: nullable(exception),
});
export type Subject = Decoded<typeof subject>;

export const ruleVerdict = object({
  rule,
  outcome,
  /** Where approved exceptions count; the plain outcome is never hidden. */
  outcomeWithExceptions: nullable(outcome),
  value: nullable(number),
  ...range,
  numerator: nullable(number),
  denominator: nullable(number),
  unit: withDefault(text, ''),
  threshold: nullable(number),
  wantedMet: nullable(flag),
  excepted: withDefault(number, 0),
  missing: texts,
  missingZh: texts,
  notes: texts,
  notesZh: texts,
  subjects: withDefault(listOf(subject), []),
});
export type RuleVerdict = Decoded<typeof ruleVerdict>;

export const verdicts = object({
  ...runShape,
  asOf: nullable(text),
  plans: texts,
  rules: listOf(ruleVerdict),
});
export type Verdicts = Decoded<typeof verdicts>;

const communityRule = object({
  id: text,
  zh: withDefault(text, ''),
  en: withDefault(text, ''),
  outcome,
  missing: texts,
  missingZh: texts,
  exception: nullable(exception),
});
export type CommunityRule = Decoded<typeof communityRule>;

const spatialVerdict = object({
  rule: nullable(text),
  types: texts,
  minutes: number,
  /** Whether a rule names the minutes, or the question. */
  minutesFrom: withDefault(text, 'parameter'),
  /** Of the people who have to arrive, 0 to 1. */
  shareRequired: withDefault(number, 1),
  group: text,
  demand: nullable(number),
  covered: nullable(number),
  share: nullable(number),
  outcome,
});
export type SpatialVerdict = Decoded<typeof spatialVerdict>;

/** Both verdicts on one community. */
const community = object({
  code: text,
  name: text,
  level: text,
  parent: nullable(text),
  urban: nullable(flag),
  institutional: object({
    met: number,
    missed: number,
    cannotBeJudged: number,
    rules: withDefault(listOf(communityRule), []),
  }),
  spatial: withDefault(listOf(spatialVerdict), []),
  disagree: flag,
});
export type Community = Decoded<typeof community>;

export const communities = object({ ...runShape, rows: listOf(community) });
export type Communities = Decoded<typeof communities>;

const compareRow = object({
  indicator: text,
  level: oneOrMore,
  urban: nullable(flag),
  zone: nullable(text),
  types: texts,
  a: nullable(ruleVerdict),
  b: nullable(ruleVerdict),
  contradict: flag,
});
export type CompareRow = Decoded<typeof compareRow>;

export const comparison = object({ rows: listOf(compareRow) });
export type PlanComparison = Decoded<typeof comparison>;

const parameter = object({
  name: text,
  kind: oneOf('NUMBER', 'FLAG', 'CHOICE', 'GROUP', 'TYPES'),
  low: withDefault(number, 0),
  high: withDefault(number, 0),
  choices: texts,
  zh: withDefault(text, ''),
  en: withDefault(text, ''),
});
export type Parameter = Decoded<typeof parameter>;

/** What can be measured, which facts it takes, and what a rule may set of it. */
export const indicator = object({
  code: text,
  zh: withDefault(text, ''),
  en: withDefault(text, ''),
  needs: texts,
  needsZh: texts,
  parameters: withDefault(listOf(parameter), []),
});
export type Indicator = Decoded<typeof indicator>;
