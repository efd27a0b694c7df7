import type { Lang } from '../i18n/language';

export type TextSize = 'standard' | 'large';

const LANG_KEY = 'caremap.lang';
const SIZE_KEY = 'caremap.textSize';

/** Choices that belong to the device, not to a link. Browsers that forbid storage just forget them. */
export const preferences = {
  lang: (): Lang => (read(LANG_KEY) === 'en' ? 'en' : 'zh'),
  setLang: (lang: Lang) => write(LANG_KEY, lang),
  textSize: (): TextSize => (read(SIZE_KEY) === 'large' ? 'large' : 'standard'),
  setTextSize: (size: TextSize) => write(SIZE_KEY, size),
};

function read(key: string): string | null {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    window.localStorage.setItem(key, value);
  } catch {
    // Nothing is lost but the choice itself.
  }
}
