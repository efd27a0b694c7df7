import { type Lang, makeTranslator, type TranslatorOf } from '../i18n/language';
import { frameEn } from '../i18n/plan/frame-en';
import { type FrameKey, frameZh } from '../i18n/plan/frame-zh';

/** The translator of the planning desk's frame and of words that several tabs use. */
export type PlanTranslator = TranslatorOf<FrameKey>;

export function planTranslator(lang: Lang): PlanTranslator {
  return makeTranslator(lang, lang === 'zh' ? frameZh : frameEn);
}

/**
 * The translator of one tab, over its own file of messages
 * (`i18n/plan/<tab>-zh.ts` and `-en.ts`, loaded with the tab), and the frame's words.
 */
export function tabTranslator<K extends string>(
  lang: Lang,
  zh: Readonly<Record<K, string>>,
  en: Readonly<Record<NoInfer<K>, string>>,
): TranslatorOf<K | FrameKey> {
  const messages: Readonly<Record<K | FrameKey, string>> =
    lang === 'zh' ? { ...frameZh, ...zh } : { ...frameEn, ...en };
  return makeTranslator(lang, messages);
}
