import { languages, type Translator } from '../i18n/translator';
import type { MessageKey } from '../i18n/zh';
import type { Catalog } from '../panels/context';
import { type PanelName, panels } from '../state/fragment';
import type { TextSize } from '../state/preferences';
import { fill, h } from './dom';
import { type IconName, icon } from './icon';
import { type LegendPart, legendBlocks } from './legend';
import { logo } from './logo';

const panelTitles: Record<PanelName, MessageKey> = {
  plan: 'nav.plan',
  provider: 'nav.provider',
  manage: 'nav.manage',
};

export interface ShellOptions {
  readonly tr: Translator;
  readonly catalog: Catalog;
  readonly mapElement: HTMLElement;
  readonly panel: PanelName;
  readonly textSize: TextSize;
  readonly open: (panel: PanelName) => void;
  readonly switchLanguage: () => void;
  readonly switchTextSize: () => void;
  readonly mapResized: () => void;
}

const LEGEND_ROWS = 6;

/** The frame around panel and map: header, navigation, notices, legend. */
export class Shell {
  readonly elements: readonly HTMLElement[];
  readonly #options: ShellOptions;
  readonly #panelPlace = h('div', { class: 'panel-place' });
  readonly #notices: HTMLElement;
  readonly #legend: HTMLDetailsElement;
  readonly #legendBody = h('div', { class: 'legend-body' });
  readonly #live = h('p', { class: 'visually-hidden', role: 'status' });
  readonly #nav: HTMLElement;
  readonly #textSize: HTMLButtonElement;
  readonly #layout: HTMLElement;
  readonly #mapToggle: HTMLButtonElement;
  #catalog: Catalog;
  #straight = false;
  #legendTouched = false;

  constructor(options: ShellOptions) {
    this.#options = options;
    this.#catalog = options.catalog;
    const { t, lang } = options.tr;
    const other = languages.find((one) => one !== lang) ?? 'en';
    document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
    this.#notices = h('aside', { class: 'notices', 'aria-label': t('nav.notices') });
    this.#nav = h(
      'nav',
      { 'aria-label': t('nav.label') },
      h('a', { href: './', 'data-testid': 'nav-find' }, icon('find'), h('span', {}, t('nav.find'))),
      ...panels.map((name) => this.#navButton(name, name)),
      h(
        'a',
        { href: './board.html', 'data-testid': 'nav-board' },
        icon('board'),
        h('span', {}, t('nav.board')),
      ),
      h(
        'a',
        { href: './plan.html', 'data-testid': 'nav-sites' },
        icon('sites'),
        h('span', {}, t('nav.sites')),
      ),
    );
    this.#textSize = h('button', {
      type: 'button',
      class: 'tool',
      'data-testid': 'text-size',
      onclick: options.switchTextSize,
    });
    this.#mapToggle = h('button', {
      type: 'button',
      class: 'map-toggle',
      'data-testid': 'map-toggle',
      onclick: () => this.#toggleMap(),
    });
    this.#legend = h(
      'details',
      { class: 'legend', 'data-testid': 'legend' },
      h('summary', {}, t('legend.title')),
      this.#legendBody,
    );
    this.#legend.querySelector('summary')?.addEventListener('click', () => {
      this.#legendTouched = true;
    });
    this.#layout = h(
      'main',
      { class: 'layout', id: 'content' },
      h('section', { class: 'panel-area', 'aria-label': t('nav.panel') }, this.#panelPlace),
      h(
        'section',
        { class: 'map-area', 'aria-label': t('map.area') },
        options.mapElement,
        h('div', { class: 'crosshair', 'aria-hidden': 'true' }),
        h('p', { class: 'key-hint', 'aria-hidden': 'true' }, t('map.keys')),
        this.#legend,
        this.#mapToggle,
      ),
    );
    this.elements = [
      h(
        'a',
        { class: 'skip', href: '#content', onclick: (event: Event) => this.#skip(event) },
        t('nav.skip'),
      ),
      h(
        'header',
        {},
        h(
          'div',
          { class: 'brand' },
          logo(),
          h('span', {}, t('brand'), h('small', {}, t('brand.sub'))),
        ),
        this.#nav,
        h(
          'div',
          { class: 'tools' },
          this.#textSize,
          h(
            'button',
            {
              type: 'button',
              class: 'tool',
              lang: other === 'zh' ? 'zh-CN' : 'en',
              'data-testid': 'lang-switch',
              onclick: options.switchLanguage,
            },
            other === 'zh' ? '中文' : 'English',
          ),
        ),
      ),
      this.#notices,
      this.#layout,
      this.#live,
    ];
    this.setTextSize(options.textSize);
    this.setPanelName(options.panel);
    this.#renderNotices();
    this.#nameMapToggle();
  }

  setPanelName(name: PanelName): void {
    for (const button of this.#nav.querySelectorAll<HTMLElement>('button')) {
      if (button.dataset.panel === name) button.setAttribute('aria-current', 'page');
      else button.removeAttribute('aria-current');
    }
    this.#layout.dataset.panel = name;
  }

  setPanel(element: HTMLElement): void {
    fill(this.#panelPlace, element);
    this.#panelPlace.parentElement?.scrollTo(0, 0);
    if (this.#layout.dataset.map === 'large') this.#toggleMap();
  }

  setCatalog(catalog: Catalog): void {
    this.#catalog = catalog;
    this.#renderNotices();
  }

  setMethod(straight: boolean): void {
    this.#straight = straight;
    this.#renderNotices();
  }

  setLegend(parts: readonly LegendPart[]): void {
    this.#legend.hidden = parts.length === 0;
    fill(this.#legendBody, ...legendBlocks(parts));
    if (this.#legendTouched) return;
    // A long legend would hide the map that it explains.
    const rows = parts.reduce(
      (sum, part) => sum + (part.kind === 'symbols' ? part.items.length : 1),
      0,
    );
    this.#legend.open = rows <= LEGEND_ROWS && window.matchMedia('(min-width: 60rem)').matches;
  }

  setTextSize(size: TextSize): void {
    const { t } = this.#options.tr;
    fill(this.#textSize, icon('text'), h('span', {}, t('text.large')));
    this.#textSize.setAttribute('aria-pressed', String(size === 'large'));
  }

  announce(message: string): void {
    this.#live.textContent = message;
  }

  #navButton(name: PanelName, iconName: IconName): HTMLElement {
    const { tr, open } = this.#options;
    return h(
      'button',
      {
        type: 'button',
        'data-panel': name,
        'data-testid': `nav-${name}`,
        onclick: () => open(name),
      },
      icon(iconName),
      h('span', {}, tr.t(panelTitles[name])),
    );
  }

  #renderNotices(): void {
    const { t, number } = this.#options.tr;
    const { sample, detourFactor, streets } = this.#catalog.status;
    fill(
      this.#notices,
      sample &&
        h('p', { class: 'sample-banner', 'data-testid': 'sample-banner' }, t('sample.banner')),
      this.#straight &&
        h(
          'p',
          { class: 'method-badge', 'data-testid': 'method-badge' },
          t(streets.loaded ? 'method.straight' : 'method.noStreets', {
            factor: number(detourFactor, 2),
          }),
        ),
    );
  }

  /** The skip link must not write its own fragment over the page's state. */
  #skip(event: Event): void {
    event.preventDefault();
    const first = this.#panelPlace.querySelector<HTMLElement>('summary, button, input, select, a');
    first?.focus();
  }

  #toggleMap(): void {
    this.#layout.dataset.map = this.#layout.dataset.map === 'large' ? 'small' : 'large';
    this.#nameMapToggle();
    this.#options.mapResized();
  }

  #nameMapToggle(): void {
    const { t } = this.#options.tr;
    const large = this.#layout.dataset.map === 'large';
    fill(this.#mapToggle, icon('map'), t(large ? 'map.smaller' : 'map.larger'));
    this.#mapToggle.setAttribute('aria-pressed', String(large));
  }
}
