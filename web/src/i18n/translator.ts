import { en } from './en';
import { type Lang, makeTranslator, type TranslatorOf } from './language';
import { type MessageKey, zh } from './zh';

export { type Lang, languages, type Values } from './language';

/** The translator of the map page: planner, provider and administrator. */
export type Translator = TranslatorOf<MessageKey>;

const messages: Record<Lang, Readonly<Record<MessageKey, string>>> = { zh, en };

export function translatorFor(lang: Lang): Translator {
  return makeTranslator(lang, messages[lang]);
}
