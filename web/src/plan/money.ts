import type { TranslatorOf } from '../i18n/language';
import type { FrameKey } from '../i18n/plan/frame-zh';

type Words = TranslatorOf<FrameKey>;

/** 10,000 yuan, in which sums are spoken of in Chinese. */
const WAN = 10_000;
/** Below this nobody speaks of tens of thousands. */
const SMALL_YUAN = 1_000;

/** Yuan in one unit of the tables and fields: 10,000 in Chinese, 1 in English. */
export function moneyUnit({ lang }: Pick<Words, 'lang'>): number {
  return lang === 'zh' ? WAN : 1;
}

/** A sum as meetings say it: `60 万元`, with the exact yuan where two decimals do not say it. */
export function yuanText(yuan: number | null, tr: Words): string {
  const { t, number } = tr;
  if (yuan === null) return t('unknown');
  if (moneyUnit(tr) === 1 || (yuan !== 0 && Math.abs(yuan) < SMALL_YUAN)) {
    return t('yuan', { value: number(yuan) });
  }
  const words = t('yuan.wan', { value: number(yuan / WAN, 2) });
  const hundredths = (yuan / WAN) * 100;
  const exact = Math.abs(hundredths - Math.round(hundredths)) < 1e-6;
  return exact ? words : t('yuan.exact', { words, value: number(yuan) });
}

/** A sum in the unit that {@link moneyUnit} names, without the unit. */
export function moneyNumber(yuan: number, tr: Words): string {
  return tr.number(yuan / moneyUnit(tr), 2);
}

/** Yuan as a field shows them, and back; to a fen. */
export function toField(yuan: number | null, tr: Pick<Words, 'lang'>): number | null {
  return yuan === null ? null : Math.round((yuan / moneyUnit(tr)) * 1e6) / 1e6;
}

export function fromField(value: number | null, tr: Pick<Words, 'lang'>): number | null {
  return value === null ? null : Math.round(value * moneyUnit(tr) * 100) / 100;
}
