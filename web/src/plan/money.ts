import type { TranslatorOf } from '../i18n/language';
import type { FrameKey } from '../i18n/plan/frame-zh';

/** Yuan with thousands marks, as meetings read them: `600,000 元`. */
export function yuanText(yuan: number | null, { t, number }: TranslatorOf<FrameKey>): string {
  return yuan === null ? t('unknown') : t('yuan', { value: number(yuan) });
}
