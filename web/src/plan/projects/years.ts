/** Years a project can be planned for. */
export const YEARS_RANGE = { min: 2000, max: 2100 } as const;

/** A library holds three years. */
export const LIBRARY_YEARS = 3;

/** Projects are planned for the year to come. */
export function initialYear(today = new Date()): number {
  return today.getFullYear() + 1;
}

/** The years of a library from the first one on. */
export function libraryYears(from: number, count = LIBRARY_YEARS): number[] {
  return Array.from({ length: count }, (_, index) => from + index);
}

/** A year of a link; the next one where it makes no sense. */
export function yearOf(value: string | null, today = new Date()): number {
  const year = Number(value);
  const { min, max } = YEARS_RANGE;
  return value !== null && Number.isInteger(year) && year >= min && year <= max
    ? year
    : initialYear(today);
}
