import {
  type Decoded,
  type Decoder,
  listOf,
  nullable,
  number,
  object,
  oneOf,
  text,
  withDefault,
} from './decode';

/** The kinds of file that can be loaded through this page. */
export const importKinds = [
  'streets',
  'facilities',
  'demand',
  'areas',
  'elevation',
  'candidates',
] as const;
export type ImportKind = (typeof importKinds)[number];

/** A value as the user's file has it; numbers and nothing are allowed, and shown as text. */
const cell: Decoder<string> = (value, path) =>
  value === null || value === undefined
    ? ''
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : text(value, path);

const rowError = object({
  row: nullable(number),
  field: cell,
  value: cell,
  message: text,
});
export type RowError = Decoded<typeof rowError>;

/** A part of the streets that is not connected with the rest. */
const island = object({ lon: number, lat: number, lengthMeters: number });
export type Island = Decoded<typeof island>;

/** The report of an import, final or under way. */
export const importReport = object({
  status: oneOf('running', 'imported', 'rejected', 'dry-run', 'failed'),
  read: withDefault(number, 0),
  created: withDefault(number, 0),
  updated: withDefault(number, 0),
  unchanged: withDefault(number, 0),
  skipped: withDefault(number, 0),
  errors: withDefault(listOf(rowError), []),
  /** Of streets: the largest islands, how many there are in all, and their length. */
  islands: withDefault(listOf(island), []),
  islandCount: withDefault(number, 0),
  islandMeters: withDefault(number, 0),
  progress: nullable(number),
});
export type ImportReport = Decoded<typeof importReport>;
