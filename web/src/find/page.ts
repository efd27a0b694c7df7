import type { Facility } from '../api/facility';
import type { FindAnswer, Welcome } from '../api/find';
import { type LonLat, roundToMeter } from '../geo/lonlat';
import { htmlLang, languages } from '../i18n/language';
import type { DeviceStore } from '../offline/store';
import { formatPlace } from '../state/places';
import { preferences } from '../state/preferences';
import { fill, h } from '../ui/dom';
import type { Answered, FindApi } from './api';
import { AskedSummary } from './asked-summary';
import { singleCard } from './card';
import { CompareSet } from './compare-set';
import { errorWords, type FindContext, nameOf } from './context';
import { bar, foot, hotline } from './frame';
import type { Handover } from './handover-port';
import { NeedButtons } from './need-buttons';
import { askedBy } from './needs';
import { whenWords } from './opening-words';
import { paceChoice } from './pace';
import { isNamed, type Progress, Results } from './results';
import type { SavedThings } from './saved';
import { type FindState, type FindStore, mapPageAddress } from './state';
import { findTranslator } from './translator';
import { type StartLabel, Where } from './where';

export interface PageParts {
  readonly api: FindApi;
  readonly store: FindStore;
  readonly saved: SavedThings;
  readonly device: DeviceStore;
  readonly handover: Handover | null;
  readonly now: () => number;
  /** Whether a page was asked for that cannot be shown without the network. */
  readonly notKept: boolean;
}

const NOTHING: Progress = { answered: null, attempt: 0, error: null };

/**
 * The find page: two questions, then the answer. With both answered the questions make room for
 * the results; the back button brings them again.
 */
export class FindPage {
  readonly #root: HTMLElement;
  readonly #parts: PageParts;
  readonly #live = h('p', { class: 'visually-hidden', role: 'status' });
  readonly #compare = new CompareSet();
  #welcome: Answered<Welcome>;
  #lang = preferences.lang();
  #label: { readonly of: string; readonly label: StartLabel } | null = null;
  #progress: Progress = NOTHING;
  #asking = new AbortController();
  #saysNotKept: boolean;
  #single: { readonly id: string; readonly facility: Answered<Facility> | null } | null = null;
  #singleAsking = new AbortController();
  // Made anew with the language.
  #context!: FindContext;
  #needs!: NeedButtons;
  #where!: Where;
  #asked!: AskedSummary;
  #results!: Results;
  #askPart!: HTMLElement;
  #answerPart!: HTMLElement;
  #singlePart!: HTMLElement;
  #main!: HTMLElement;
  #notKept: HTMLElement | null = null;

  constructor(root: HTMLElement, parts: PageParts, welcome: Answered<Welcome>) {
    this.#root = root;
    this.#parts = parts;
    this.#saysNotKept = parts.notKept;
    this.#welcome = welcome;
    this.#build();
    parts.store.onChange((state, previous, byVisitor) => this.#changed(state, previous, byVisitor));
    window.addEventListener('online', () => this.#backOnline());
    document.addEventListener('visibilitychange', () => {
      // What was open when the phone was put away may be closed now.
      if (!document.hidden) this.#results.refresh();
    });
    this.#arrange();
    void this.#ask();
    void this.#lookUp(false);
  }

  /** A newer welcome has come while the page was showing an old one. */
  renew(welcome: Answered<Welcome>): void {
    this.#welcome = welcome;
    this.#build();
    this.#arrange();
    void this.#ask();
  }

  #build(): void {
    const tr = findTranslator(this.#lang);
    const { t } = tr;
    this.#context = {
      ...this.#parts,
      tr,
      welcome: this.#welcome.answer,
      announce: (message) => {
        this.#live.textContent = message;
      },
    };
    const context = this.#context;
    document.documentElement.lang = htmlLang(this.#lang);
    document.documentElement.dataset.textSize = preferences.textSize();
    document.title = t('title');
    this.#needs = new NeedButtons(context);
    this.#where = new Where(context, {
      startsAt: (place, label) => this.#startAt(place, label),
      facilityFound: (id) => this.#parts.store.go({ facility: id }),
    });
    this.#asked = new AskedSummary(context);
    this.#results = new Results(context, this.#compare, { again: () => void this.#ask() });
    this.#compare.render(context);
    this.#singlePart = h('section', { class: 'single', hidden: true });
    this.#askPart = h(
      'div',
      { class: 'questions' },
      h('h1', {}, t('find.title')),
      this.#needs.element,
      this.#where.element,
      paceChoice(context, 'pace'),
    );
    this.#answerPart = h(
      'div',
      { class: 'answers' },
      this.#asked.element,
      this.#results.element,
      this.#asked.keepButton,
    );
    this.#main = h(
      'main',
      { id: 'content', class: 'page find', tabindex: -1 },
      this.#singlePart,
      this.#askPart,
      this.#answerPart,
    );
    fill(
      this.#root,
      h(
        'a',
        { class: 'skip', href: '#content', onclick: (event: Event) => this.#skip(event) },
        t('nav.skip'),
      ),
      bar({
        context,
        textSize: preferences.textSize(),
        switchLanguage: () => this.#switchLanguage(),
        switchTextSize: () => this.#switchTextSize(),
      }),
      this.#notices(),
      this.#main,
      hotline(context),
      foot(context, () => this.#where.renderSaved()),
      this.#live,
    );
    this.#results.show(this.#progress);
    this.#renderSingle();
  }

  #notices(): HTMLElement | null {
    const { tr, welcome, now } = this.#context;
    const { keptAt } = this.#welcome;
    this.#notKept = this.#saysNotKept
      ? h(
          'p',
          { class: 'notice warn', role: 'alert', 'data-testid': 'not-kept' },
          tr.t('ask.notKept'),
        )
      : null;
    if (!welcome.sample && keptAt === null && this.#notKept === null) return null;
    return h(
      'aside',
      { class: 'notices', 'aria-label': tr.t('nav.notices') },
      this.#notKept,
      welcome.sample &&
        h('p', { class: 'notice sample', 'data-testid': 'sample-banner' }, tr.t('sample.banner')),
      keptAt !== null &&
        h(
          'p',
          { class: 'notice warn' },
          tr.t('ask.kept', { time: whenWords(keptAt, now(), welcome.timeZone, tr) }),
        ),
    );
  }

  #startAt(place: LonLat, label: StartLabel): void {
    const origin = roundToMeter(place);
    this.#label = { of: formatPlace(origin), label };
    this.#parts.store.go({ origin, facility: null });
  }

  #labelNow(): StartLabel {
    const { origin } = this.#parts.store.state;
    return origin !== null && this.#label?.of === formatPlace(origin) ? this.#label.label : null;
  }

  #changed(state: FindState, previous: FindState, byVisitor: boolean): void {
    const elsewhere = mapPageAddress(window.location.hash);
    if (elsewhere !== null) {
      window.location.replace(elsewhere);
      return;
    }
    const asksAnew =
      state.need !== previous.need ||
      placeOf(state) !== placeOf(previous) ||
      state.profile !== previous.profile ||
      state.speedKmh !== previous.speedKmh;
    const turned = isAnswering(state) !== isAnswering(previous);
    this.#arrange();
    if (asksAnew) {
      this.#results.begin();
      void this.#ask();
    } else this.#results.refresh();
    if (state.facility !== previous.facility) void this.#lookUp(byVisitor);
    if (turned) this.#turnTo(state);
    else if (asksAnew && !isAnswering(state) && byVisitor) this.#sayNext(state);
  }

  /** Shows the questions or the answer, whichever the state is about. */
  #arrange(): void {
    const { state } = this.#parts.store;
    const answering = isAnswering(state);
    this.#askPart.hidden = answering;
    this.#answerPart.hidden = !answering;
    this.#needs.update();
    this.#where.renderSaved();
    this.#asked.update(this.#labelNow(), this.#progress.answered?.answer ?? null);
  }

  /** As with a page that is turned: begin at its top, and read from its heading. */
  #turnTo(state: FindState): void {
    window.scrollTo({ top: 0, behavior: 'instant' });
    const heading = isAnswering(state)
      ? this.#results.heading
      : state.need === null
        ? this.#needs.heading
        : this.#where.heading;
    heading.focus({ preventScroll: isAnswering(state) });
  }

  /** One of two questions is answered: say which is left. */
  #sayNext(state: FindState): void {
    const { tr } = this.#context;
    if (state.origin !== null) {
      this.#context.announce(tr.t('find.askNeedToo'));
      this.#needs.heading.focus();
    } else if (state.need !== null) this.#context.announce(tr.t('find.where'));
  }

  async #ask(): Promise<void> {
    this.#asking.abort();
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    const { need, origin, profile, speedKmh } = this.#parts.store.state;
    if (need === null || origin === null) {
      this.#show(NOTHING);
      return;
    }
    this.#show({ answered: null, attempt: 1, error: null });
    const asked = askedBy(need, this.#welcome.answer);
    const question = {
      origin,
      need: asked.kind === 'need' ? asked.need.code : null,
      type: asked.kind === 'type' ? asked.type : null,
      profile,
      speedKmh,
    };
    const trouble = {
      retrying: (attempt: number) => {
        this.#show({ ...this.#progress, attempt });
        this.#context.announce(this.#context.tr.t('ask.retrying', { attempt }));
      },
      kept: (answered: Answered<FindAnswer>) => this.#show({ ...this.#progress, answered }),
    };
    try {
      const answered = await this.#parts.api.find(question, trouble, signal);
      if (signal.aborted) return;
      this.#show({ answered, attempt: 0, error: null });
      void this.#lookUp(false);
    } catch (error) {
      if (signal.aborted) return;
      this.#show({ answered: null, attempt: 0, error });
    }
    this.#context.announce(this.#results.summary());
  }

  #show(progress: Progress): void {
    this.#progress = progress;
    this.#results.show(progress);
    this.#asked.update(this.#labelNow(), progress.answered?.answer ?? null);
  }

  /** The network is back: whatever is old or missing is asked for again. */
  #backOnline(): void {
    this.#saysNotKept = false;
    this.#notKept?.remove();
    const { error, answered } = this.#progress;
    if (error !== null || (answered !== null && answered.keptAt !== null)) void this.#ask();
  }

  /**
   * Fetches the facility of the fragment by itself where no list shows it.
   *
   * @param byVisitor whether to read from its heading when it is there
   */
  async #lookUp(byVisitor: boolean): Promise<void> {
    const { facility: id } = this.#parts.store.state;
    const listed = this.#progress.answered?.answer.results ?? [];
    const waiting = isAnswering(this.#parts.store.state) && this.#progress.answered === null;
    if (id === null || waiting || listed.some((result) => isNamed(result, id))) {
      this.#singleAsking.abort();
      this.#single = null;
      this.#renderSingle();
      return;
    }
    if (this.#single?.id === id) return;
    this.#singleAsking.abort();
    this.#singleAsking = new AbortController();
    const { signal } = this.#singleAsking;
    this.#single = { id, facility: null };
    const { announce, tr } = this.#context;
    announce(tr.t('ask.searching'));
    const come = (facility: Answered<Facility>) => {
      if (signal.aborted) return;
      this.#single = { id, facility };
      this.#renderSingle();
      if (!byVisitor) return;
      window.scrollTo({ top: 0, behavior: 'instant' });
      this.#singlePart.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
    };
    try {
      const trouble = {
        retrying: (attempt: number) => announce(tr.t('ask.retrying', { attempt })),
        kept: come,
      };
      come(await this.#parts.api.facility(id, trouble, signal));
    } catch (error) {
      if (signal.aborted) return;
      const again = () => {
        this.#single = null;
        void this.#lookUp(true);
      };
      fill(
        this.#singlePart,
        h(
          'div',
          { class: 'notice warn', role: 'alert' },
          h('p', {}, errorWords(error, tr)),
          h('button', { type: 'button', class: 'button', onclick: again }, tr.t('again')),
        ),
      );
      this.#singlePart.hidden = false;
    }
  }

  #renderSingle(): void {
    const answered = this.#single?.facility ?? null;
    this.#singlePart.hidden = answered === null;
    fill(this.#singlePart);
    if (answered === null) return;
    const { tr, now } = this.#context;
    const heading = h('h2', { tabindex: -1 }, nameOf(this.#context, answered.answer));
    const content = {
      facility: answered.answer,
      hours: null,
      answeredAt: answered.keptAt ?? now(),
      result: null,
    };
    fill(
      this.#singlePart,
      h(
        'button',
        {
          type: 'button',
          class: 'button',
          'data-testid': 'facility-back',
          onclick: () => {
            this.#parts.store.go({ facility: null });
            this.#turnTo(this.#parts.store.state);
          },
        },
        tr.t('card.backToList'),
      ),
      singleCard(this.#context, this.#compare, content, heading),
    );
  }

  /** The skip link must not write its own fragment over the page's state. */
  #skip(event: Event): void {
    event.preventDefault();
    this.#main.focus();
  }

  #switchLanguage(): void {
    this.#lang = languages.find((lang) => lang !== this.#lang) ?? 'zh';
    preferences.setLang(this.#lang);
    this.#build();
    this.#arrange();
    this.#root.querySelector<HTMLElement>('[data-testid="lang-switch"]')?.focus();
  }

  #switchTextSize(): void {
    const size = preferences.textSize() === 'large' ? 'standard' : 'large';
    preferences.setTextSize(size);
    document.documentElement.dataset.textSize = size;
    this.#root
      .querySelector('[data-testid="text-size"]')
      ?.setAttribute('aria-pressed', String(size === 'large'));
  }
}

function isAnswering({ need, origin }: FindState): boolean {
  return need !== null && origin !== null;
}

function placeOf({ origin }: FindState): string | null {
  return origin && formatPlace(origin);
}
