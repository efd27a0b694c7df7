import { ProblemError } from '../../api/http';
import { peopleText } from '../../i18n/format';
import { sitesEn } from '../../i18n/plan/sites-en';
import { sitesZh } from '../../i18n/plan/sites-zh';
import { fill, h } from '../../ui/dom';
import { endRefusedSession, failure, isPast, type PlanContext, type PlanTab } from '../context';
import { ownOf, type PlanState, withOwn } from '../state';
import { tabTranslator } from '../translator';
import { candidates, facts, grants, type Run, run as runDecoder } from './answers';
import { markOf } from './asked';
import { candidateId, candidateWords, givenList, showUses } from './candidate-list';
import type { SitesContext } from './context';
import { sitesForm } from './form';
import { requestOf } from './question';
import { ResultView } from './result';
import { siteFacts, useRow } from './site-cards';
import './sites.css';
import { SitesMap } from './sites-map';
import { qualityWords, siteName, whyLines } from './words';

/** How often a running selection is asked how far it is. */
const POLL_MILLISECONDS = 700;
/** More candidates than any bureau has; the server's own upper limit. */
const ALL_CANDIDATES = 10_000;

/** Site selection: what is wanted, the answer, and the reasons. */
export default class SitesTab implements PlanTab {
  readonly element: HTMLElement;
  readonly #context: SitesContext;
  readonly #form = h('div', {});
  readonly #card = h('section', {
    class: 'candidate-card',
    tabindex: -1,
    hidden: true,
    'data-testid': 'candidate-card',
  });
  readonly #result: ResultView;
  readonly #map: SitesMap;
  readonly #ground: {
    candidates: SitesContext['ground']['candidates'];
    grants: SitesContext['ground']['grants'];
    readonly names: Map<string, string>;
  } = {
    candidates: [],
    grants: [],
    names: new Map(),
  };
  #run: Run | null = null;
  /** What things cost has been changed since the answer. */
  #pricesChanged = false;
  /** Somebody pressed the button and waits for this answer. */
  #pressed = false;
  #asking = new AbortController();
  #explaining = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(context: PlanContext) {
    const tr = tabTranslator(context.tr.lang, sitesZh, sitesEn);
    this.#context = { ...context, tr, ground: this.#ground };
    this.#result = new ResultView(this.#context, {
      cancel: () => void this.#cancel(),
      restart: () => {
        this.#drawForm();
        void this.#start();
      },
      stale: () => this.#stale(),
    });
    this.#map = new SitesMap(
      this.#context,
      (id) => this.#choose(id),
      () => this.#stale(),
    );
    this.element = h(
      'div',
      { class: 'part', 'data-testid': 'tab-sites' },
      h('h1', {}, tr.t('heading')),
      h('p', { class: 'hint' }, tr.t('lead')),
      this.#form,
      this.#card,
      this.#result.element,
    );
  }

  show(): void {
    this.#drawForm();
    this.#map.show(null, false);
    void this.#loadGround();
    const id = ownOf(this.#context.store.state, 'sites.run');
    if (id !== null) void this.#follow(id);
  }

  hide(): void {
    this.#asking.abort();
    this.#explaining.abort();
    clearTimeout(this.#timer);
  }

  stateChanged(state: PlanState, previous: PlanState, byVisitor: boolean): void {
    const model = ownOf(state, 'sites.model') !== ownOf(previous, 'sites.model');
    // Going back changes the form behind its back; another aim has other fields.
    if (!byVisitor || model) this.#drawForm();
    if (state.type !== previous.type || state.own !== previous.own) {
      this.#map.show(this.#run, false);
      const said = this.#form.querySelector('[data-testid=candidates-said]');
      if (said) said.textContent = candidateWords(this.#context);
      showUses(this.element, this.#context);
      const given = this.#form.querySelector('[data-testid=candidates-given]');
      if (given) fill(given as HTMLElement, ...givenList(this.#context));
    } else if (sitesAsked(state) !== sitesAsked(previous)) this.#map.show(this.#run, false);
    this.#result.checkStale();
    const id = ownOf(state, 'sites.run');
    if (byVisitor || id === (this.#run?.id ?? null)) return;
    // Back to before any selection, or to another one: its own answer, or none.
    this.#renew();
    this.#run = null;
    this.#closeCard();
    this.#result.clear();
    this.#map.show(null, false);
    if (id !== null) void this.#follow(id);
  }

  #drawForm(): void {
    const active = document.activeElement;
    const name =
      active instanceof HTMLElement && this.#form.contains(active)
        ? active.dataset.testid
        : undefined;
    const open = [...this.#form.querySelectorAll('details[open] > summary')].map(
      (summary) => (summary as HTMLElement).dataset.testid,
    );
    fill(
      this.#form,
      sitesForm(this.#context, {
        start: () => void this.#start(),
        grantsChanged: () => {
          this.#pricesChanged = true;
          void this.#loadGrants();
        },
      }),
    );
    for (const fold of open) {
      this.#form
        .querySelector(`summary[data-testid="${fold}"]`)
        ?.parentElement?.setAttribute('open', '');
    }
    if (name) this.#form.querySelector<HTMLElement>(`[data-testid="${name}"]`)?.focus();
  }

  async #loadGround(): Promise<void> {
    const { api } = this.#context;
    try {
      const [found] = await Promise.all([
        api.get('candidates', { limit: ALL_CANDIDATES }, candidates),
        this.#loadGrants(),
      ]);
      this.#ground.candidates = found;
      this.#drawForm();
      this.#map.show(this.#run, false);
    } catch (error) {
      this.#fail(error, () => void this.#loadGround());
    }
  }

  async #loadGrants(): Promise<void> {
    this.#ground.grants = await this.#context.api.get('siting/grants', {}, grants);
    this.#result.redraw();
  }

  /** Whether the form asks something else than the answer is about. */
  #stale(): boolean {
    const { state } = this.#context.store;
    const mark = ownOf(state, 'sites.asked');
    return this.#run !== null && ((mark !== null && mark !== markOf(state)) || this.#pricesChanged);
  }

  async #start(): Promise<void> {
    const { api, store, announce, tr } = this.#context;
    const { signal } = this.#renew();
    this.#run = null;
    this.#pricesChanged = false;
    this.#result.say(h('p', { class: 'notice waiting', role: 'status' }, tr.t('waiting')));
    this.#closeCard();
    announce(tr.t('run.started'));
    try {
      const request = requestOf(store.state);
      const mark = markOf(store.state);
      const run = await api.post('siting/runs', request, runDecoder, signal);
      if (signal.aborted) return;
      store.adjust(withOwn(store.state, { 'sites.run': run.id, 'sites.asked': mark }));
      this.#pressed = true;
      this.#take(run, true);
    } catch (error) {
      if (!isPast(error, signal)) this.#fail(error, () => void this.#start());
    }
  }

  async #follow(id: string): Promise<void> {
    const { api, tr, store } = this.#context;
    const { signal } = this.#renew();
    try {
      const run = await api.get(`siting/runs/${encodeURIComponent(id)}`, {}, runDecoder, signal);
      if (!signal.aborted) this.#take(run, this.#run === null);
    } catch (error) {
      if (isPast(error, signal)) return;
      if (error instanceof ProblemError && error.status === 404) {
        store.adjust(withOwn(store.state, { 'sites.run': null, 'sites.asked': null }));
        this.#result.say(h('p', { class: 'notice' }, tr.t('gone')));
        return;
      }
      this.#fail(error, () => void this.#follow(id));
    }
  }

  async #cancel(): Promise<void> {
    const id = this.#run?.id;
    if (id === undefined) return;
    try {
      await this.#context.api.delete(`siting/runs/${encodeURIComponent(id)}`);
      await this.#follow(id);
    } catch (error) {
      this.#fail(error, () => void this.#follow(id));
    }
  }

  #renew(): AbortController {
    this.#asking.abort();
    clearTimeout(this.#timer);
    this.#asking = new AbortController();
    return this.#asking;
  }

  #take(run: Run, first: boolean): void {
    const { announce, tr } = this.#context;
    const had = this.#run;
    this.#run = run;
    for (const one of [...run.sites, ...run.rejected]) {
      this.#ground.names.set(one.id, siteName(one, tr));
    }
    this.#result.show(run);
    const start = this.#form.querySelector('[data-testid=sites-start]');
    if (start) start.textContent = tr.t('again');
    const answered = run.sites.length > 0;
    this.#map.show(run, answered && (first || had?.sites.length === 0));
    if (run.status === 'running') {
      if (answered && !had?.sites.length) announce(tr.t('run.first'));
      this.#timer = setTimeout(() => void this.#follow(run.id), POLL_MILLISECONDS);
    } else if (run.status === 'finished' && (had === null || had.status === 'running')) {
      announce(tr.t('run.done', { count: run.sites.length, quality: qualityWords(run, tr) }));
      // Whoever pressed the button finds the answer there, and not the form again.
      if (this.#pressed) {
        this.#pressed = false;
        this.#result.element
          .querySelector<HTMLElement>('[data-testid=sites-answer]')
          ?.focus({ preventScroll: true });
        this.#result.element.scrollIntoView({ block: 'start' });
      }
    }
  }

  #fail(error: unknown, again: () => void): void {
    this.#result.say(failure(this.#context, error, again));
    endRefusedSession(this.#context, error);
  }

  /** A pin was chosen: a site's card in the list, or the card of a candidate. */
  #choose(id: string): void {
    const site = this.#run?.sites.find((one) => one.id === id);
    this.#map.choosing(id, this.#run);
    this.#caption(id);
    if (site) {
      this.#toCard(id);
      return;
    }
    void this.#explain(id);
  }

  /** What was chosen on the map, below it: on a phone the list is not in sight. */
  #caption(id: string): void {
    const { tr, map } = this.#context;
    const site = this.#run?.sites.find((one) => one.id === id);
    const candidate = this.#ground.candidates.find((one) => candidateId(one) === id);
    const rejected = this.#run?.rejected.find((one) => one.id === id);
    const words = site
      ? tr.t('site.pin', {
          rank: site.rank,
          name: siteName(site, tr),
          people: peopleText(site.gain, tr),
        })
      : tr.t('candidate.pin', {
          name: candidate?.name ?? (rejected ? siteName(rejected, tr) : tr.t('corner.name')),
        });
    map.setCaption(
      h('span', {}, words),
      h(
        'button',
        {
          type: 'button',
          class: 'button',
          'data-testid': 'caption-why',
          onclick: () => {
            map.showList();
            this.#toCard(id);
          },
        },
        tr.t('why.title'),
      ),
    );
  }

  #toCard(id: string): void {
    const find = () =>
      this.#result.element.querySelector<HTMLElement>(`.site-list [data-site="${CSS.escape(id)}"]`);
    let card = find();
    if (!card && this.#run?.sites.some((one) => one.id === id)) {
      // It is one of those that are not listed yet.
      this.#result.element.querySelector<HTMLElement>('[data-testid=site-list-all]')?.click();
      card = find();
    }
    card ??= this.#card;
    card.querySelector('details')?.setAttribute('open', '');
    card.scrollIntoView({ block: 'nearest' });
    card.focus({ preventScroll: true });
  }

  async #explain(id: string): Promise<void> {
    const { tr, api } = this.#context;
    this.#explaining.abort();
    this.#explaining = new AbortController();
    const { signal } = this.#explaining;
    const known = this.#ground.candidates.find((one) => candidateId(one) === id);
    const name = known?.name ?? this.#ground.names.get(id) ?? tr.t('corner.name');
    const body = h('div', { class: 'part' });
    const head = [
      h('h2', {}, tr.t('explain.title')),
      body,
      h(
        'button',
        {
          type: 'button',
          class: 'button',
          'data-testid': 'candidate-close',
          onclick: () => this.#closeCard(),
        },
        tr.t('explain.close'),
      ),
    ];
    fill(this.#card, ...head);
    this.#card.hidden = false;
    this.#card.scrollIntoView({ block: 'nearest' });
    this.#card.focus({ preventScroll: true });
    const run = this.#run;
    if (!run || run.status === 'running' || run.status === 'infeasible') {
      fill(
        body,
        h('b', {}, name),
        known && h('p', {}, [known.address, known.owner].filter(Boolean).join(' · ')),
        useRow(this.#context, id, name),
      );
      return;
    }
    fill(body, h('p', { class: 'waiting' }, tr.t('explain.waiting')));
    try {
      const path = `siting/runs/${encodeURIComponent(run.id)}/explain`;
      const found = await api.get(path, { candidate: id }, facts, signal);
      if (signal.aborted) return;
      fill(
        body,
        ...siteFacts(this.#context, found),
        h(
          'ul',
          { class: 'why-list', 'data-testid': 'candidate-why' },
          ...whyLines(found, this.#context).map((line) => h('li', {}, line)),
        ),
      );
      this.#ground.names.set(id, siteName(found, tr));
    } catch (error) {
      if (isPast(error, signal)) return;
      fill(
        body,
        failure(this.#context, error, () => void this.#explain(id)),
      );
      endRefusedSession(this.#context, error);
    }
  }

  #closeCard(): void {
    this.#explaining.abort();
    this.#context.map.setCaption();
    if (this.#card.hidden) return;
    const focused = this.#card.contains(document.activeElement);
    this.#card.hidden = true;
    fill(this.#card);
    this.#map.choosing(null, this.#run);
    if (focused) this.#form.querySelector<HTMLElement>('[data-testid=sites-start]')?.focus();
  }
}

/** Which question the answer in a link belongs to, and what the form asks. */
function sitesAsked(state: PlanState): string {
  return `${ownOf(state, 'sites.asked')} ${markOf(state)}`;
}
