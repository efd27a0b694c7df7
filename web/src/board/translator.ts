import { boardEn } from '../i18n/board-en';
import { type BoardKey, boardZh } from '../i18n/board-zh';
import { type Lang, makeTranslator, type TranslatorOf } from '../i18n/language';

/** The translator of the planner's desk. */
export type BoardTranslator = TranslatorOf<BoardKey>;

const messages: Record<Lang, Readonly<Record<BoardKey, string>>> = { zh: boardZh, en: boardEn };

export function boardTranslator(lang: Lang): BoardTranslator {
  return makeTranslator(lang, messages[lang]);
}
