import { Frame } from '../desk/frame';
import { htmlLang, type Lang, languages } from '../i18n/language';
import { translatorFor } from '../i18n/translator';
import type { Catalog } from '../panels/context';
import { preferences } from '../state/preferences';
import { fill } from '../ui/dom';
import type { BoardApi } from './api';
import { type BoardContext, type BoardTab, SessionHolder } from './context';
import { GapTab } from './gap-tab';
import { LedgerTab } from './ledger-tab';
import { type BoardStore, type Tab, tabs } from './state';
import { SupplyTab } from './supply-tab';
import { TargetsTab } from './targets-tab';
import { boardTranslator } from './translator';
import { VerdictTab } from './verdict-tab';

const makers: Record<Tab, new (context: BoardContext) => BoardTab> = {
  gaps: GapTab,
  verdicts: VerdictTab,
  targets: TargetsTab,
  supply: SupplyTab,
  ledger: LedgerTab,
};

/** Puts the desk together and keeps its tab and the address in step. */
export class BoardPage {
  readonly #session = new SessionHolder();
  #lang: Lang = preferences.lang();
  #frame!: Frame<Tab>;
  #context!: BoardContext;
  #tab: BoardTab | null = null;

  constructor(
    private readonly root: HTMLElement,
    private readonly api: BoardApi,
    private readonly store: BoardStore,
    private readonly catalog: Catalog,
  ) {
    store.onChange((state, previous, byVisitor) => {
      if (state.tab !== previous.tab) this.#open();
      else this.#tab?.stateChanged(state, previous, byVisitor);
    });
    this.#session.onChange(() => {
      this.#tab?.sessionChanged?.();
      // The form that had the focus is gone.
      const next = '[data-testid=logout], [data-testid=sign-in]';
      this.root.querySelector<HTMLElement>(next)?.focus({ preventScroll: true });
    });
    this.#build();
  }

  #build(): void {
    this.#context = {
      api: this.api,
      store: this.store,
      tr: boardTranslator(this.#lang),
      shared: translatorFor(this.#lang),
      catalog: this.catalog,
      session: this.#session,
      announce: (message) => this.#frame.announce(message),
    };
    const { t } = this.#context.tr;
    this.#frame = new Frame(this.#context, {
      desk: 'board',
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
      },
      textSize: () => preferences.textSize(),
    });
    document.documentElement.lang = htmlLang(this.#lang);
    document.documentElement.dataset.textSize = preferences.textSize();
    document.title = this.#context.tr.t('title');
    fill(this.root, ...this.#frame.elements);
    this.#open();
  }

  #open(): void {
    this.#tab?.hide();
    const { tab } = this.store.state;
    this.#tab = new makers[tab](this.#context);
    this.#frame.setTab(tab, this.#tab.element);
    this.#tab.show();
  }
}
