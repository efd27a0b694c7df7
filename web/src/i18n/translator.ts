import { en } from './en';
import { type MessageKey, zh } from './zh';

export type Lang = 'zh' | 'en';
export const languages: readonly Lang[] = ['zh', 'en'];

/** Values put in place of `{name}`. */
export type Values = Readonly<Record<string, string | number>>;

/** Everything that depends on the chosen language. */
export interface Translator {
  readonly lang: Lang;
  readonly t: (key: MessageKey, values?: Values) => string;
  /** The name in the chosen language; the other one where it is empty. */
  readonly named: (item: { nameZh: string; nameEn: string }) => string;
  /** A number with the given number of decimals at most (0 by default). */
  readonly number: (value: number, decimals?: number) => string;
  /** A number with exactly this many decimals, for columns and comparisons. */
  readonly fixed: (value: number, decimals: number) => string;
}

const messages: Record<Lang, Readonly<Record<MessageKey, string>>> = { zh, en };

export function translatorFor(lang: Lang): Translator {
  const locale = lang === 'zh' ? 'zh-CN' : 'en-GB';
  return {
    lang,
    t: (key, values = {}) =>
      messages[lang][key].replace(/\{(\w+)\}/g, (whole, name: string) =>
        name in values ? String(values[name]) : whole,
      ),
    named: ({ nameZh, nameEn }) => (lang === 'zh' ? nameZh || nameEn : nameEn || nameZh),
    number: (value, decimals = 0) =>
      value.toLocaleString(locale, { maximumFractionDigits: decimals }),
    fixed: (value, decimals) =>
      value.toLocaleString(locale, {
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
      }),
  };
}
