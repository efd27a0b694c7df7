import { SessionHolder } from '../desk/context';
import { Frame } from '../desk/frame';
import { signIn } from '../desk/sign-in';
import { htmlLang, type Lang, languages } from '../i18n/language';
import { translatorFor } from '../i18n/translator';
import { type Catalog, errorText } from '../panels/context';
import { loginForm } from '../panels/login-form';
import { preferences } from '../state/preferences';
import { fill, h } from '../ui/dom';
import { icon } from '../ui/icon';
import type { PlanApi } from './api';
import type { PlanContext, PlanTab, PlanTabMaker } from './context';
import { PlanMapView } from './plan-map';
import { type PlanStore, type Tab, tabs } from './state';
import { planTranslator } from './translator';

/** Tabs are loaded when they are first opened. */
const makers: Record<Tab, () => Promise<{ default: PlanTabMaker }>> = {
  sites: () => import('./sites/tab'),
  scenarios: () => import('./scenarios/tab'),
  projects: () => import('./projects/tab'),
  territories: () => import('./territories/tab'),
  kitchens: () => import('./kitchens/tab'),
};

/** Puts the planning desk together: frame, one map for all tabs, and the tab beside it. */
export class PlanPage {
  readonly #session = new SessionHolder();
  #lang: Lang = preferences.lang();
  #frame!: Frame<Tab>;
  #context!: PlanContext;
  #map!: PlanMapView;
  #place!: HTMLElement;
  #layout!: HTMLElement;
  #tab: PlanTab | null = null;
  #opening = 0;
  #shown: 'list' | 'map' = 'list';

  constructor(
    private readonly root: HTMLElement,
    private readonly api: PlanApi,
    private readonly store: PlanStore,
    private readonly catalog: Catalog,
  ) {
    store.onChange((state, previous, byVisitor) => {
      if (state.tab !== previous.tab) void this.#open();
      else this.#tab?.stateChanged(state, previous, byVisitor);
    });
    this.#session.onChange(() => {
      void this.#open().then(() => {
        // The form that had the focus is gone.
        const next = '[data-testid=logout], [data-testid=login-user]';
        this.root.querySelector<HTMLElement>(next)?.focus({ preventScroll: true });
      });
    });
    this.#build();
  }

  #build(): void {
    this.#tab?.hide();
    this.#tab = null;
    const tr = planTranslator(this.#lang);
    const shared = translatorFor(this.#lang);
    const announce = (message: string) => this.#frame.announce(message);
    this.#map = new PlanMapView(this.catalog, this.store, tr, shared, announce, {
      showMap: () => this.#show('map'),
      showList: () => this.#show('list'),
    });
    this.#context = {
      api: this.api,
      store: this.store,
      tr,
      shared,
      catalog: this.catalog,
      session: this.#session,
      map: this.#map,
      announce,
    };
    const { t } = tr;
    this.#frame = new Frame(this.#context, {
      desk: 'sites',
      tabsLabel: t('tabs.label'),
      tabs: tabs.map((name) => ({ name, label: t(`tab.${name}`) })),
      open: (tab) => this.store.go({ tab }),
      switchLanguage: () => {
        this.#lang = languages.find((lang) => lang !== this.#lang) ?? 'zh';
        preferences.setLang(this.#lang);
        this.#build();
      },
      switchTextSize: () => {
        preferences.setTextSize(preferences.textSize() === 'large' ? 'standard' : 'large');
        document.documentElement.dataset.textSize = preferences.textSize();
        this.#map.resized();
      },
      textSize: () => preferences.textSize(),
    });
    document.documentElement.lang = htmlLang(this.#lang);
    document.documentElement.dataset.textSize = preferences.textSize();
    document.title = t('title');
    this.#place = h('div', { class: 'plan-tab-side' });
    this.#layout = h(
      'div',
      { class: 'plan-layout', 'data-shown': 'list' },
      h(
        'div',
        { class: 'plan-switch', role: 'group', 'aria-label': t('show.label') },
        this.#switch('list', 'plan', t('show.list')),
        this.#switch('map', 'map', t('show.map')),
      ),
      this.#place,
      this.#map.element,
    );
    this.#show(this.#shown);
    fill(this.root, ...this.#frame.elements);
    void this.#open();
  }

  #switch(shown: 'list' | 'map', name: 'plan' | 'map', label: string): HTMLElement {
    return h(
      'button',
      {
        type: 'button',
        class: 'button',
        'data-shows': shown,
        'data-testid': `show-${shown}`,
        onclick: () => this.#show(shown),
      },
      icon(name),
      label,
    );
  }

  /** On phones the list or the map; where both have room, both stay. */
  #show(shown: 'list' | 'map'): void {
    this.#shown = shown;
    this.#layout.dataset.shown = shown;
    for (const button of this.#layout.querySelectorAll<HTMLElement>('[data-shows]')) {
      button.setAttribute('aria-pressed', String(button.dataset.shows === shown));
    }
    this.#map.resized();
  }

  async #open(): Promise<void> {
    this.#opening += 1;
    const opening = this.#opening;
    this.#tab?.hide();
    this.#tab = null;
    this.#map.clear();
    const { tab } = this.store.state;
    this.#frame.setTab(tab, this.#layout);
    if (!this.#session.session) {
      fill(this.#place, this.#signIn());
      this.#map.showFacilities([this.store.state.type]);
      return;
    }
    let maker: PlanTabMaker;
    try {
      maker = (await makers[tab]()).default;
    } catch (error) {
      if (opening === this.#opening) {
        fill(
          this.#place,
          h('p', { class: 'notice warn', role: 'alert' }, errorText(error, this.#context.shared)),
        );
      }
      return;
    }
    // Somebody may have moved on while the tab was on its way.
    if (opening !== this.#opening) return;
    this.#tab = new maker(this.#context);
    fill(this.#place, this.#tab.element, signIn(this.#context, this.#context.tr.t('sign.why')));
    this.#place.scrollTo(0, 0);
    this.#tab.show();
  }

  #signIn(): HTMLElement {
    const { tr, shared, session } = this.#context;
    return h(
      'section',
      { class: 'part plan-sign-in', 'data-testid': 'sign-in-first' },
      h('h1', {}, tr.t('sign.title')),
      loginForm(this.api, shared, tr.t('sign.why'), (opened) => session.set(opened)),
    );
  }
}
