import { findEn } from '../i18n/find-en';
import { type FindKey, findZh } from '../i18n/find-zh';
import { type Lang, makeTranslator, type TranslatorOf } from '../i18n/language';

/** The translator of the find page. */
export type FindTranslator = TranslatorOf<FindKey>;

const messages: Record<Lang, Readonly<Record<FindKey, string>>> = { zh: findZh, en: findEn };

export function findTranslator(lang: Lang): FindTranslator {
  return makeTranslator(lang, messages[lang]);
}
