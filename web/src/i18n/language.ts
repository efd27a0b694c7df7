export type Lang = 'zh' | 'en';
export const languages: readonly Lang[] = ['zh', 'en'];

/** Values put in place of `{name}`. */
export type Values = Readonly<Record<string, string | number>>;

/** Everything that depends on the chosen language; `K` are the keys of one page's messages. */
export interface TranslatorOf<K extends string> {
  readonly lang: Lang;
  readonly t: (key: K, values?: Values) => string;
  /** The name in the chosen language; the other one where it is empty. */
  readonly named: (item: { nameZh: string; nameEn: string }) => string;
  /** A number with the given number of decimals at most (0 by default). */
  readonly number: (value: number, decimals?: number) => string;
  /** A number with exactly this many decimals, for columns and comparisons. */
  readonly fixed: (value: number, decimals: number) => string;
}

/** A translator over the messages of one page, so that no page loads the texts of another. */
export function makeTranslator<K extends string>(
  lang: Lang,
  messages: Readonly<Record<K, string>>,
): TranslatorOf<K> {
  const locale = localeOf(lang);
  return {
    lang,
    t: (key, values = {}) =>
      messages[key].replace(/\{(\w+)\}/g, (whole, name: string) =>
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

/** The locale whose numbers, dates and clock times the page writes. */
export function localeOf(lang: Lang): string {
  return lang === 'zh' ? 'zh-CN' : 'en-GB';
}

/** What stands in `<html lang>`. */
export function htmlLang(lang: Lang): string {
  return lang === 'zh' ? 'zh-CN' : 'en';
}
