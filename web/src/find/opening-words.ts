import type { Hours } from '../api/find';
import { localeOf } from '../i18n/language';
import { dateIn, daysBetween, type Opening, openingAt } from './open-now';
import type { FindTranslator } from './translator';

export interface OpeningWords {
  readonly state: Opening['state'];
  readonly text: string;
  /** Advice about a holiday, or a weekend day that is worked; null on other days. */
  readonly advice: string | null;
}

/**
 * Open now or when next, in words.
 *
 * @param answeredAt when the server gave the hours
 * @param now the device's clock
 */
export function openingWords(
  hours: Hours,
  answeredAt: number,
  now: number,
  timeZone: string,
  tr: FindTranslator,
): OpeningWords {
  const opening = openingAt(hours, answeredAt, now);
  const { t } = tr;
  const when = (instant: number) => whenWords(instant, now, timeZone, tr);
  switch (opening.state) {
    case 'open':
      return {
        state: 'open',
        text:
          opening.until === null ? t('open.now') : t('open.until', { time: when(opening.until) }),
        advice: advice(hours, now, null, timeZone, tr),
      };
    case 'closed':
      return {
        state: 'closed',
        text:
          opening.opens === null
            ? t('open.closed')
            : t('open.opens', { time: when(opening.opens) }),
        advice: advice(hours, now, opening.opens, timeZone, tr),
      };
    case 'unknown':
      return {
        state: 'unknown',
        text: t('open.unknown'),
        advice: advice(hours, now, null, timeZone, tr),
      };
  }
}

function advice(
  hours: Hours,
  now: number,
  opens: number | null,
  timeZone: string,
  { t, lang }: FindTranslator,
): string | null {
  const dayOf = (instant: number) => {
    const date = dateIn(timeZone, instant);
    return hours.days.find((day) => day.date === date);
  };
  const today = dayOf(now);
  if (today?.holiday) return t('open.holiday', { name: today.holiday[lang] });
  const then = opens === null ? undefined : dayOf(opens);
  if (then?.holiday) return t('open.holidayThen', { name: then.holiday[lang] });
  return today?.workday ? t('open.workday') : null;
}

/** An instant as people say it: the time alone today, with its day on other days. */
export function whenWords(
  instant: number,
  now: number,
  timeZone: string,
  { t, lang }: FindTranslator,
): string {
  const write = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(localeOf(lang), { timeZone, ...options }).format(instant);
  const time = write({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const days = daysBetween(dateIn(timeZone, now), dateIn(timeZone, instant));
  if (days === 0) return time;
  if (days === 1) return t('when.tomorrow', { time });
  const day = write({ weekday: 'short', month: 'long', day: 'numeric' });
  return t('when.later', { day, time });
}
