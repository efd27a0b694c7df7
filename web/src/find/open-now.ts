import type { Hours } from '../api/find';

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;
/** An answer lists the openings of its own day and the seven that follow. */
const LISTED_DAYS = 7;

/** Whether a door is open at an instant; milliseconds since 1970, null where it is not known. */
export type Opening =
  | { readonly state: 'open'; readonly until: number | null }
  | { readonly state: 'closed'; readonly opens: number | null }
  | { readonly state: 'unknown' };

/**
 * Judged from the listed openings and not from the answer's own verdict, which was true only when
 * it was given: an answer stays on the screen, and without a network for days.
 *
 * @param answeredAt when the server gave the answer
 * @param now the device's clock
 */
export function openingAt(hours: Hours, answeredAt: number, now: number): Opening {
  const listedUntil = answeredAt + LISTED_DAYS * DAY_MILLISECONDS;
  if (hours.state === 'unknown' || now > listedUntil) return { state: 'unknown' };
  const openings = [...hours.open].sort(([one], [other]) => one - other);
  let until: number | null = null;
  for (const [from, to] of openings) {
    // Openings that touch are one: nobody has to leave at midnight.
    if (until === null ? from <= now && now < to : from <= until) until = Math.max(until ?? to, to);
  }
  if (until !== null) {
    // One that lasts as far as the list goes has no end that is known.
    return { state: 'open', until: until >= listedUntil ? null : until };
  }
  const next = openings.find(([from]) => from > now)?.[0];
  const later = hours.opens !== null && hours.opens > now ? hours.opens : null;
  return { state: 'closed', opens: next ?? later };
}

/** A calendar day in the county's time zone, as `2026-11-25`. */
export function dateIn(timeZone: string, instant: number): string {
  // The Swedish way of writing dates is that of ISO 8601.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(instant);
}

/** Whole days between two calendar days. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MILLISECONDS);
}
