import { htmlLang, languages } from '../i18n/language';
import type { TextSize } from '../state/preferences';
import { fill, h } from '../ui/dom';
import { type IconName, icon } from '../ui/icon';
import { logo } from '../ui/logo';
import type { DeskContext } from './context';

/** The two desks; each has a page of its own, with links to the other. */
export type Desk = 'board' | 'sites';

/** What the frame shows, and what it lets somebody do. */
export interface FrameOptions<T extends string> {
  readonly desk: Desk;
  readonly tabsLabel: string;
  readonly tabs: readonly { readonly name: T; readonly label: string }[];
  readonly open: (tab: T) => void;
  readonly switchLanguage: () => void;
  readonly switchTextSize: () => void;
  readonly textSize: () => TextSize;
}

/** Header with the ways to the other pages, notices, the tabs, and the place of the tab. */
export class Frame<T extends string> {
  readonly elements: readonly HTMLElement[];
  readonly #place = h('div', { class: 'desk-place' });
  readonly #main = h('main', { class: 'desk-main', id: 'content', tabindex: -1 });
  readonly #live = h('p', { class: 'visually-hidden', role: 'status' });
  readonly #tabs: HTMLElement;
  readonly #textSize: HTMLButtonElement;

  constructor(
    private readonly context: DeskContext,
    private readonly options: FrameOptions<T>,
  ) {
    const { t } = context.shared;
    this.#tabs = h('ul', { class: 'desk-tabs' }, ...options.tabs.map((tab) => this.#tab(tab)));
    this.#textSize = h('button', {
      type: 'button',
      class: 'tool',
      'data-testid': 'text-size',
      onclick: () => {
        options.switchTextSize();
        this.showTextSize();
      },
    });
    this.#main.append(
      h('div', { role: 'navigation', 'aria-label': options.tabsLabel }, this.#tabs),
      this.#place,
    );
    this.elements = [
      h(
        'a',
        { class: 'skip', href: '#content', onclick: (event: Event) => this.#skip(event) },
        t('nav.skip'),
      ),
      this.#header(),
      this.#notices(),
      this.#main,
      this.#live,
    ];
    this.showTextSize();
  }

  setTab(name: T, element: HTMLElement): void {
    for (const link of this.#tabs.querySelectorAll<HTMLElement>('a')) {
      if (link.dataset.tab === name) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
    this.#main.dataset.tab = name;
    fill(this.#place, element);
    this.#place.scrollTo(0, 0);
  }

  announce(message: string): void {
    this.#live.textContent = message;
  }

  showTextSize(): void {
    const { t } = this.context.shared;
    fill(this.#textSize, icon('text'), h('span', {}, t('text.large')));
    this.#textSize.setAttribute('aria-pressed', String(this.options.textSize() === 'large'));
  }

  #tab({ name, label }: FrameOptions<T>['tabs'][number]): HTMLElement {
    return h(
      'li',
      {},
      h(
        'a',
        {
          href: `#tab=${name}`,
          'data-tab': name,
          'data-testid': `tab-link-${name}`,
          onclick: (event: Event) => {
            event.preventDefault();
            this.options.open(name);
          },
        },
        label,
      ),
    );
  }

  #header(): HTMLElement {
    const { t, lang } = this.context.shared;
    const other = languages.find((one) => one !== lang) ?? 'en';
    const link = (href: string, name: IconName, label: string, testId: string, desk?: Desk) =>
      h(
        'a',
        {
          href,
          'data-testid': testId,
          'aria-current': desk === this.options.desk ? 'page' : null,
        },
        icon(name),
        h('span', {}, label),
      );
    return h(
      'header',
      {},
      h(
        'div',
        { class: 'brand' },
        logo(),
        h('span', {}, t('brand'), h('small', {}, t('brand.sub'))),
      ),
      h(
        'nav',
        { 'aria-label': t('nav.label') },
        link('./', 'find', t('nav.find'), 'nav-find'),
        link('./map.html#panel=plan', 'plan', t('nav.plan'), 'nav-plan'),
        link('./map.html#panel=provider', 'provider', t('nav.provider'), 'nav-provider'),
        link('./map.html#panel=manage', 'manage', t('nav.manage'), 'nav-manage'),
        link('./board.html', 'board', t('nav.board'), 'nav-board', 'board'),
        link('./plan.html', 'sites', t('nav.sites'), 'nav-sites', 'sites'),
      ),
      h(
        'div',
        { class: 'tools' },
        this.#textSize,
        h(
          'button',
          {
            type: 'button',
            class: 'tool',
            lang: htmlLang(other),
            'data-testid': 'lang-switch',
            onclick: this.options.switchLanguage,
          },
          other === 'zh' ? '中文' : 'English',
        ),
      ),
    );
  }

  #notices(): HTMLElement {
    const { t, number } = this.context.shared;
    const { sample, method, detourFactor, streets } = this.context.catalog.status;
    const factor = number(detourFactor, 2);
    return h(
      'aside',
      { class: 'notices', 'aria-label': t('nav.notices') },
      sample &&
        h('p', { class: 'sample-banner', 'data-testid': 'sample-banner' }, t('sample.banner')),
      method === 'straight-line' &&
        h(
          'p',
          { class: 'method-badge' },
          t(streets.loaded ? 'method.straight' : 'method.noStreets', { factor }),
        ),
    );
  }

  /** The skip link must not write its own fragment over the page's state. */
  #skip(event: Event): void {
    event.preventDefault();
    this.#main.focus();
  }
}
