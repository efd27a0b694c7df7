import type { Unit } from './answers';

/**
 * Colours that people with any kind of colour vision tell apart (after Okabe and Ito, 2008), light
 * enough for names to be read on them; numbers on the map say the same.
 */
export const PALETTE = [
  '#56b4e9',
  '#e69f00',
  '#009e73',
  '#f0e442',
  '#cc79a7',
  '#0072b2',
  '#d55e00',
  '#999999',
] as const;
/** Of communities that have no part. */
export const NO_PART = '#ffffff';

/**
 * A colour for each part: parts that touch get different ones, as far as there are enough
 * (the part with most neighbours chooses first).
 */
export function partColors(
  units: readonly Unit[],
  parts: number,
  partOf: (unit: Unit) => number | null,
): readonly string[] {
  const of = new Map(units.map((unit) => [unit.code, partOf(unit)]));
  const near = Array.from({ length: parts }, () => new Set<number>());
  for (const unit of units) {
    const own = partOf(unit);
    for (const code of unit.neighbours) {
      const other = of.get(code) ?? null;
      if (own !== null && other !== null && own >= 0 && other >= 0 && own !== other) {
        near[own]?.add(other);
      }
    }
  }
  const color: (number | null)[] = Array.from({ length: parts }, () => null);
  const used = PALETTE.map(() => 0);
  const order = near
    .map((set, index) => ({ index, degree: set.size }))
    .sort((one, other) => other.degree - one.degree || one.index - other.index);
  for (const { index } of order) {
    const taken = new Set([...(near[index] ?? [])].map((other) => color[other]));
    const free = PALETTE.map((_, slot) => slot).filter((slot) => !taken.has(slot));
    // Of those that are free, the one used least: neighbours of neighbours differ too.
    const slots = free.length > 0 ? free : PALETTE.map((_, slot) => slot);
    const chosen = slots.reduce((best, slot) =>
      (used[slot] ?? 0) < (used[best] ?? 0) ? slot : best,
    );
    color[index] = chosen;
    used[chosen] = (used[chosen] ?? 0) + 1;
  }
  return color.map((slot) => PALETTE[slot ?? 0] ?? PALETTE[0]);
}
