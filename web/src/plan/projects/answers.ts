import {
  type Decoded,
  type Decoder,
  flag,
  id,
  listOf,
  nullable,
  number,
  object,
  oneOf,
  text,
  withDefault,
} from '../../api/decode';

/** From an idea to a place that is open, in order; a cancelled project is none of them. */
export const statuses = [
  'proposed',
  'approved',
  'funded',
  'building',
  'accepted',
  'operating',
  'cancelled',
] as const;
export const kinds = [
  'add',
  'move',
  'resize',
  'footbridge',
  'close',
  'close-street',
  'other',
] as const;
export type ProjectStatus = (typeof statuses)[number];
export type ProjectKind = (typeof kinds)[number];

/** A value of a history entry, whatever it was, as text. */
const anyText: Decoder<string | null> = nullable((value, path) =>
  typeof value === 'number' || typeof value === 'boolean' ? String(value) : text(value, path),
);

const step = object({ at: text, field: text, from: anyText, to: anyText });
export type HistoryStep = Decoded<typeof step>;

/** One measure of the three-year library. */
export const project = object({
  id,
  name: text,
  kind: oneOf(...kinds),
  type: nullable(text),
  lon: nullable(number),
  lat: nullable(number),
  areaCode: nullable(text),
  areaName: nullable(text),
  townName: nullable(text),
  year: number,
  quarter: nullable(number),
  status: oneOf(...statuses),
  costYuan: nullable(number),
  fundingSource: nullable(text),
  responsibleUnit: nullable(text),
  capacity: nullable(number),
  scenario: nullable(id),
  /** Which change of that scenario it carries out. */
  change: nullable(text),
  candidate: nullable(text),
  facility: nullable(text),
  /** By itself; null where nobody knows. */
  gainPeople: nullable(number),
  lostPeople: nullable(number),
  meetsStandard: nullable(flag),
  sociallyRun: nullable(flag),
  note: nullable(text),
  version: number,
  history: withDefault(listOf(step), []),
});
export type Project = Decoded<typeof project>;

/** The library; sums are made of it here, for the years that are shown. */
export const projectList = object({ projects: listOf(project) });
export type ProjectList = Decoded<typeof projectList>;

/** What became of a scenario's changes: those that were projects already are left as they are. */
export const fromScenario = object({ created: listOf(project), existing: listOf(project) });
export type FromScenario = Decoded<typeof fromScenario>;
