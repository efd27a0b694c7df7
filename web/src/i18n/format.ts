import type { TranslatorOf } from './language';

type Distances = TranslatorOf<'distance.meters' | 'distance.kilometers'>;
type Unknowns = TranslatorOf<'unknown'>;

/** Walking time in whole minutes, rounded up: nobody is promised less than it takes. */
export function wholeMinutes(seconds: number): number {
  return Math.max(1, Math.ceil(seconds / 60 - 1e-9));
}

/** Metres to the nearest ten, kilometres with one decimal. */
export function distanceText(meters: number, { t, number }: Distances): string {
  if (meters < 995) return t('distance.meters', { value: number(Math.round(meters / 10) * 10) });
  return t('distance.kilometers', { value: number(meters / 1000, 1) });
}

/** Counts of people may be fractions; below ten one decimal is kept. Null is "unknown". */
export function peopleText(count: number | null, { t, number }: Unknowns): string {
  if (count === null) return t('unknown');
  return number(count, count > 0 && count < 10 ? 1 : 0);
}

/** A share in 0..1 as a percentage with one decimal; null (no demand) is a dash. */
export function shareText(share: number | null, { fixed }: TranslatorOf<never>): string {
  return share === null ? '–' : `${fixed(share * 100, 1)}%`;
}

const days = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;
type HoursKey =
  | `day.${(typeof days)[number]}`
  | `hours.${'always' | 'daily' | 'range' | 'publicHoliday' | 'schoolHoliday' | 'off'}`;

/**
 * Opening hours in the OSM syntax as words; what is not understood is left as it was, so nothing
 * is lost. (https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification)
 */
export function openingHoursText(hours: string, { t, lang }: TranslatorOf<HoursKey>): string {
  if (hours.trim() === '24/7') return t('hours.always');
  const name = (day: string) => t(`day.${day as (typeof days)[number]}`);
  return hours
    .split(';')
    .map((rule) => rule.trim())
    .filter((rule) => rule !== '')
    .map((rule) =>
      rule
        .replace(/\bMo-Su\b/g, t('hours.daily'))
        .replace(
          /\b(Mo|Tu|We|Th|Fr|Sa|Su)-(Mo|Tu|We|Th|Fr|Sa|Su)\b/g,
          (_, from: string, to: string) => t('hours.range', { from: name(from), to: name(to) }),
        )
        .replace(/\b(Mo|Tu|We|Th|Fr|Sa|Su)\b/g, (day) => name(day))
        .replace(/\bPH\b/g, t('hours.publicHoliday'))
        .replace(/\bSH\b/g, t('hours.schoolHoliday'))
        .replace(/\b(off|closed)\b/g, t('hours.off'))
        .replace(/(\d{1,2}:\d{2})-(\d{1,2}:\d{2})/g, '$1–$2')
        .replace(/\s*,\s*/g, lang === 'zh' ? '、' : ', '),
    )
    .join(lang === 'zh' ? '；' : '; ');
}

/** A telephone number among other words; the same rule as in the server's `Phones`. */
const NUMBER = /\+?[(（]?\d(?:[-–() （）]{0,2}\d){2,19}/;

/** The first number of a text as a telephone can dial it, for `tel:` links; empty where none is. */
export function dialable(phone: string): string {
  const number = NUMBER.exec(phone)?.[0] ?? phone;
  return number.replace(/[^\d+*#]/g, '');
}
