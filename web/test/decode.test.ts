import { describe, expect, it } from 'vitest';
import {
  DecodeError,
  id,
  listOf,
  mapOf,
  nullable,
  number,
  object,
  oneOf,
  text,
  withDefault,
} from '../src/api/decode';

describe('decoders', () => {
  it('name the path, what was expected and what was found', () => {
    const shape = object({ areas: listOf(object({ name: text })) });
    const broken = { areas: [{ name: 'a' }, { name: 7 }] };
    expect(() => shape(broken, 'coverage')).toThrow(
      'coverage.areas[1].name: expected text, found 7',
    );
    expect(() => shape({}, 'coverage')).toThrow(DecodeError);
  });

  it('refuse numbers that are none', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, '1', null, undefined]) {
      expect(() => number(value, 'x')).toThrow(DecodeError);
    }
  });

  it('keep unknown apart from zero', () => {
    const counts = mapOf(nullable(number));
    expect(counts({ age60: 0, dementia: null }, 'reached')).toEqual({ age60: 0, dementia: null });
  });

  it('read a missing field as null or as its default', () => {
    const shape = object({ phone: nullable(text), status: withDefault(text, 'operating') });
    expect(shape({}, 'facility')).toEqual({ phone: null, status: 'operating' });
  });

  it('accept ids as number or text, and nothing else', () => {
    expect(id(12, 'id')).toBe('12');
    expect(id('CS2003001', 'id')).toBe('CS2003001');
    for (const value of ['', 1.5, null, {}]) expect(() => id(value, 'id')).toThrow(DecodeError);
  });

  it('list the allowed words', () => {
    expect(() => oneOf('network', 'straight-line')('bus', 'method')).toThrow(
      'method: expected one of network, straight-line, found "bus"',
    );
  });

  it('do not take arrays for objects', () => {
    expect(() => object({})([], 'x')).toThrow(DecodeError);
  });
});
