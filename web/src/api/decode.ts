/**
 * Small decoders for answers of the server. A decoder either returns the typed value or throws a
 * {@link DecodeError} that names the path, what was expected and what was found: an answer that has
 * changed its shape is reported, never half shown.
 */
export type Decoder<T> = (value: unknown, path: string) => T;

/** What a decoder yields. */
export type Decoded<D> = D extends Decoder<infer T> ? T : never;

/** An answer that does not have the agreed shape. */
export class DecodeError extends Error {
  constructor(
    readonly path: string,
    readonly expected: string,
    found: unknown,
  ) {
    super(`${path}: expected ${expected}, found ${describe(found)}`);
    this.name = 'DecodeError';
  }
}

function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

export const text: Decoder<string> = (value, path) => {
  if (typeof value !== 'string') throw new DecodeError(path, 'text', value);
  return value;
};

/** A finite number. */
export const number: Decoder<number> = (value, path) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new DecodeError(path, 'a finite number', value);
  }
  return value;
};

export const flag: Decoder<boolean> = (value, path) => {
  if (typeof value !== 'boolean') throw new DecodeError(path, 'true or false', value);
  return value;
};

/** Ids may be numbers or text in the answers; the page only ever compares and repeats them. */
export const id: Decoder<string> = (value, path) => {
  if (typeof value === 'string' && value !== '') return value;
  if (typeof value === 'number' && Number.isInteger(value)) return String(value);
  throw new DecodeError(path, 'an id', value);
};

/** Null where the field is null or missing. */
export function nullable<T>(decode: Decoder<T>): Decoder<T | null> {
  return (value, path) => (value === null || value === undefined ? null : decode(value, path));
}

/** The given value where the field is null or missing. */
export function withDefault<T>(decode: Decoder<T>, fallback: T): Decoder<T> {
  return (value, path) => (value === null || value === undefined ? fallback : decode(value, path));
}

export function oneOf<const T extends string>(...allowed: T[]): Decoder<T> {
  return (value, path) => {
    const found = allowed.find((candidate) => candidate === value);
    if (found === undefined) throw new DecodeError(path, `one of ${allowed.join(', ')}`, value);
    return found;
  };
}

export function listOf<T>(decode: Decoder<T>): Decoder<T[]> {
  return (value, path) => {
    if (!Array.isArray(value)) throw new DecodeError(path, 'a list', value);
    return value.map((item, index) => decode(item, `${path}[${index}]`));
  };
}

/** An object whose keys are data, such as counts by group. */
export function mapOf<T>(decode: Decoder<T>): Decoder<Record<string, T>> {
  return (value, path) => {
    const entries = Object.entries(fieldsOf(value, path));
    return Object.fromEntries(entries.map(([key, item]) => [key, decode(item, `${path}.${key}`)]));
  };
}

/** An object with the given fields; fields that are not named are ignored, so servers may add. */
export function object<S extends Record<string, Decoder<unknown>>>(
  shape: S,
): Decoder<{ [K in keyof S]: Decoded<S[K]> }> {
  return (value, path) => {
    const fields = fieldsOf(value, path);
    const decoded = Object.entries(shape).map(([key, decode]) => [
      key,
      decode(fields[key], `${path}.${key}`),
    ]);
    return Object.fromEntries(decoded) as { [K in keyof S]: Decoded<S[K]> };
  };
}

function fieldsOf(value: unknown, path: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new DecodeError(path, 'an object', value);
  }
  return value as Record<string, unknown>;
}
