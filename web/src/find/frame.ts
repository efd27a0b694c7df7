import { htmlLang, languages } from '../i18n/language';
import type { TextSize } from '../state/preferences';
import { h } from '../ui/dom';
import type { FindContext } from './context';
import { deviceControls } from './device-controls';
import { helpLines } from './help-lines';

export interface FrameOptions {
  readonly context: FindContext;
  readonly textSize: TextSize;
  readonly switchLanguage: () => void;
  readonly switchTextSize: () => void;
}

/** The bar on top: the name, and the switches for language and size of type. */
export function bar({ context, textSize, switchLanguage, switchTextSize }: FrameOptions) {
  const { tr } = context;
  const other = languages.find((lang) => lang !== tr.lang) ?? 'en';
  return h(
    'header',
    { class: 'bar' },
    h('a', { class: 'brand', href: './' }, tr.t('brand')),
    h(
      'div',
      { class: 'switches' },
      h(
        'button',
        {
          type: 'button',
          class: 'tool',
          'aria-pressed': String(textSize === 'large'),
          'data-testid': 'text-size',
          onclick: switchTextSize,
        },
        tr.t('text.large'),
      ),
      h(
        'button',
        {
          type: 'button',
          class: 'tool',
          lang: htmlLang(other),
          'data-testid': 'lang-switch',
          onclick: switchLanguage,
        },
        other === 'zh' ? '中文' : 'English',
      ),
    ),
  );
}

/** The hotline and the emergency number: on every page of elders at the same place. */
export function hotline(context: FindContext): HTMLElement {
  return h(
    'aside',
    { class: 'hotline', 'aria-label': context.tr.t('hotline.title'), 'data-testid': 'hotline' },
    ...helpLines(context, true),
  );
}

/**
 * The way to the other pages, and whom to thank for the data.
 *
 * @param forgotten called when the device has forgotten what it kept
 */
export function foot(context: FindContext, forgotten: () => void): HTMLElement {
  const { tr, welcome } = context;
  const { t } = tr;
  const links = [
    ['./adviser.html', t('nav.adviser'), 'nav-adviser'],
    ['./communities', t('nav.communities'), 'nav-communities'],
    ['./map.html', t('nav.map'), 'nav-map'],
  ] as const;
  return h(
    'footer',
    { class: 'foot' },
    h(
      'nav',
      { 'aria-label': t('nav.pages') },
      ...links.map(([href, label, testId]) => h('a', { href, 'data-testid': testId }, label)),
    ),
    h('p', {}, t('foot.privacy')),
    deviceControls(context, context.device, forgotten),
    ...welcome.attribution.map((line) => h('p', { class: 'credit' }, line)),
  );
}
