import type { HistoryHost } from '../state/history';
import { toNumber } from '../state/places';

/** Hears every change, and whether it was made on the page or by going back. */
export type DeskListener<S> = (state: S, previous: S, byVisitor: boolean) => void;

/** How a desk writes its state into the fragment. */
export interface Fragments<S> {
  readonly parse: (fragment: string) => S;
  readonly format: (state: S) => string;
}

/** The one holder of a desk's state; every step is written into the fragment. */
export class DeskStore<S extends object> {
  #state: S;
  #listener: DeskListener<S> = () => {};

  constructor(
    private readonly host: HistoryHost,
    private readonly fragments: Fragments<S>,
  ) {
    this.#state = fragments.parse(host.read());
    host.onChange(() => this.#become(fragments.parse(host.read()), false));
  }

  get state(): S {
    return this.#state;
  }

  /** A step that the back button undoes; the same again is none. */
  go(patch: Partial<S>): void {
    const { format } = this.fragments;
    const next = { ...this.#state, ...patch };
    const fragment = format(next);
    if (fragment === format(this.#state)) return;
    this.host.push(fragment);
    this.#become(next, true);
  }

  /** A change that is no step of its own, such as a moved map. */
  adjust(patch: Partial<S>): void {
    const next = { ...this.#state, ...patch };
    this.host.replace(this.fragments.format(next));
    this.#become(next, true);
  }

  onChange(listener: DeskListener<S>): void {
    this.#listener = listener;
  }

  #become(next: S, byVisitor: boolean): void {
    const previous = this.#state;
    this.#state = next;
    this.#listener(next, previous, byVisitor);
  }
}

export const MINUTES_RANGE = { min: 1, max: 120 } as const;
const WEIGHT_MAX = 1000;
const CODE = /^[\p{L}\p{N}_.-]{1,100}$/u;

/** A code as fragments may carry it; null where it is none. */
export function codeOf(value: string | null | undefined): string | null {
  return value && CODE.test(value) ? value : null;
}

/** `age80:2,disabled:3`; groups with no weight, or one out of range, are left out. */
export function parseWeights(value: string | null): Record<string, number> {
  const weights: Record<string, number> = {};
  for (const part of (value ?? '').split(',')) {
    const [group, weight] = part.split(':');
    const number = toNumber(weight ?? '');
    if (codeOf(group) && group && number > 0 && number <= WEIGHT_MAX) weights[group] = number;
  }
  return weights;
}

export function formatWeights(weights: Readonly<Record<string, number>>): string {
  return Object.entries(weights)
    .map(([group, weight]) => `${group}:${weight}`)
    .join(',');
}

export function within(value: string | null, min: number, max: number): number | null {
  const parsed = toNumber(value ?? '');
  return parsed >= min && parsed <= max ? parsed : null;
}

/** Minutes of a question, or null. */
export function wholeWithin(value: string | null): number | null {
  const parsed = within(value, MINUTES_RANGE.min, MINUTES_RANGE.max);
  return parsed !== null && Number.isInteger(parsed) ? parsed : null;
}

/** One of the members, or null. */
export function memberOf<T extends string>(members: readonly T[], value: string | null): T | null {
  return members.find((member) => member === value) ?? null;
}

/** A fragment without its `#`; parts without a value are left out. */
export function fragmentOf(parts: readonly (readonly [string, string | null])[]): string {
  return parts
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}=${encode(value ?? '')}`)
    .join('&');
}

/** Commas and colons stay readable: they are legal in a fragment. */
const encode = (value: string) =>
  encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%3A', ':');
