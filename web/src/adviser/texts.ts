import type { Lang } from '../i18n/translator';
import { adviserEn } from './adviser-en';
import { type AdviserKey, adviserZh } from './adviser-zh';

/** The texts of this page in one language. */
export interface Texts {
  readonly lang: Lang;
  /** A message with values put in place of `{name}`. */
  readonly t: (key: AdviserKey, values?: Readonly<Record<string, string | number>>) => string;
  /** One of two texts that data has in both languages. */
  readonly of: (zh: string, en: string) => string;
}

export function textsIn(lang: Lang): Texts {
  const messages: Readonly<Record<AdviserKey, string>> = lang === 'zh' ? adviserZh : adviserEn;
  return {
    lang,
    t: (key, values = {}) =>
      messages[key].replace(/\{(\w+)\}/g, (whole, name: string) =>
        name in values ? String(values[name]) : whole,
      ),
    of: (zh, en) => (lang === 'zh' ? zh || en : en || zh),
  };
}
