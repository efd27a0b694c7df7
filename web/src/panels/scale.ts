/** One class of a colour scale: values from `from` (inclusive) up to the next class. */
export interface ScaleClass {
  readonly from: number;
  readonly color: string;
}

/** Light to dark in lightness too, so that it reads without colour (ColorBrewer YlOrBr). */
const warm = ['#fff3c4', '#fdd982', '#f5ad4b', '#dd7a25', '#9c4310'] as const;
/** Counts of people (ColorBrewer BuPu, darkened at the top). */
const cool = ['#e8eef6', '#bfd3e6', '#92b4d6', '#7d7fbd', '#5c3a8c'] as const;

/** Five fixed classes of a share in 0..1. */
export const shareScale: readonly ScaleClass[] = warm.map((color, index) => ({
  from: index / 5,
  color,
}));

/** Five classes of a count, cut at round numbers so that a legend can be read. */
export function countScale(counts: readonly number[], palette: 'warm' | 'cool'): ScaleClass[] {
  const sorted = counts.filter((count) => count > 0).sort((one, other) => one - other);
  const colors = palette === 'warm' ? warm : cool;
  const cuts = [0, 0.2, 0.4, 0.6, 0.8].map((quantile) =>
    roundDown(sorted[Math.floor(quantile * sorted.length)] ?? 0),
  );
  cuts[0] = 0;
  return cuts
    .map((from, index) => ({ from, color: colors[index] ?? warm[0] }))
    .filter(({ from }, index) => index === 0 || from > (cuts[index - 1] ?? 0));
}

/** The colour of the class a value falls into. */
export function colorOf(scale: readonly ScaleClass[], value: number): string {
  let color = scale[0]?.color ?? warm[0];
  for (const step of scale) if (value >= step.from) color = step.color;
  return color;
}

/** Down to one or two leading digits: 1,234 becomes 1,200. */
function roundDown(value: number): number {
  if (value < 1) return 0;
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1);
  return Math.floor(value / unit) * unit;
}
