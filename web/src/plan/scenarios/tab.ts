import './scenarios.css';
import { keepFocus } from '../../desk/focus';
import { scenariosEn } from '../../i18n/plan/scenarios-en';
import { scenariosZh } from '../../i18n/plan/scenarios-zh';
import { fill, h } from '../../ui/dom';
import {
  endRefusedSession,
  failure,
  isPast,
  type PlanContext,
  type PlanTab,
  waiting,
} from '../context';
import { ownOf, type PlanState, type PlanStore, withOwn } from '../state';
import { tabTranslator } from '../translator';
import { ScenarioApi } from './api';
import { CompareView } from './compare';
import type { ScenariosContext } from './context';
import { Editor } from './editor';
import { Head } from './head';
import { COMPARED_MAX, freeName, scenarioList } from './list';
import { asksTheSame } from './question';
import { reviewPart } from './review';
import { Workbench } from './workbench';

/** What stands for a scenario that has never been saved. */
const NEW = 'new';

/** Work in hand outlives the tab: another language, another tab, and back. */
const benches = new WeakMap<PlanStore, Workbench>();

interface View {
  hide(): void;
  /** The question is another. */
  asked(): void;
  viewChanged?(): void;
}

/** Scenarios: the list, one under the hand, or several side by side. */
export default class ScenariosTab implements PlanTab {
  readonly element: HTMLElement;
  readonly #context: ScenariosContext;
  readonly #body = h('div', { class: 'part' });
  #view: View | null = null;
  #asked = new AbortController();

  constructor(context: PlanContext) {
    const tr = tabTranslator(context.tr.lang, scenariosZh, scenariosEn);
    this.#context = { ...context, tr, scenarios: new ScenarioApi(context.api.http) };
    this.element = h(
      'div',
      { class: 'part scenarios-tab', 'data-testid': 'tab-scenarios' },
      h('h1', {}, tr.t('scenarios.title')),
      this.#body,
    );
  }

  show(): void {
    void this.#open();
  }

  hide(): void {
    this.#asked.abort();
    this.#view?.hide();
    this.#view = null;
  }

  stateChanged(state: PlanState, previous: PlanState): void {
    const shown = ['scenarios.id', 'scenarios.compare'] as const;
    if (shown.some((name) => ownOf(state, name) !== ownOf(previous, name))) void this.#open();
    else if (!asksTheSame(state, previous)) this.#view?.asked();
    else if (state.view?.zoom !== previous.view?.zoom) this.#view?.viewChanged?.();
  }

  async #open(again = false): Promise<void> {
    this.hide();
    this.#asked = new AbortController();
    const { signal } = this.#asked;
    const { store, map } = this.#context;
    const id = ownOf(store.state, 'scenarios.id');
    const compared = (ownOf(store.state, 'scenarios.compare') ?? '').split(',').filter(Boolean);
    const giveBack = keepFocus(this.element);
    map.clear();
    fill(this.#body, waiting(this.#context));
    try {
      if (id !== null) await this.#edit(id, again, signal);
      else if (compared.length > 0) this.#compare(compared.slice(0, COMPARED_MAX));
      else await this.#list(signal);
      giveBack();
    } catch (error) {
      if (isPast(error, signal)) return;
      fill(
        this.#body,
        failure(this.#context, error, () => void this.#open()),
        h(
          'button',
          { type: 'button', class: 'link', onclick: () => this.#leave() },
          this.#context.tr.t('scenarios.back'),
        ),
      );
      endRefusedSession(this.#context, error);
    }
  }

  async #list(signal: AbortSignal): Promise<void> {
    const { store, scenarios, tr, map } = this.#context;
    const list = await scenarios.list(signal);
    if (signal.aborted) return;
    map.showFacilities([store.state.type]);
    fill(
      this.#body,
      h('p', { class: 'hint' }, tr.t('scenarios.why')),
      this.#unfinished(),
      scenarioList(this.#context, list, {
        open: (id) => this.#go({ 'scenarios.id': id }),
        create: () => {
          const wanted = tr.t('scenarios.new.name', { number: list.length + 1 });
          const name = freeName(
            wanted,
            list.map((one) => one.name),
          );
          benches.set(store, new Workbench(null, { name, note: '', changes: [] }));
          this.#go({ 'scenarios.id': NEW });
        },
        compare: (ids) => this.#go({ 'scenarios.compare': ids.join(',') }),
        changed: () => void this.#open(),
      }),
    );
  }

  /** Somebody went back from work that is not saved. */
  #unfinished(): HTMLElement | null {
    const { store, tr } = this.#context;
    const bench = benches.get(store);
    if (!bench?.unsaved) return null;
    return h(
      'div',
      { class: 'notice warn', 'data-testid': 'unfinished' },
      h('p', {}, tr.t('scenarios.unfinished', { name: bench.name })),
      h(
        'button',
        {
          type: 'button',
          class: 'button',
          'data-testid': 'resume',
          onclick: () => this.#go({ 'scenarios.id': bench.saved?.id ?? NEW }),
        },
        tr.t('edit.discard.no'),
      ),
    );
  }

  async #edit(id: string, again: boolean, signal: AbortSignal): Promise<void> {
    const { store, scenarios, tr } = this.#context;
    const kept = benches.get(store);
    const sameOne = (kept?.saved?.id ?? NEW) === id;
    let bench: Workbench;
    if (kept && sameOne && !again) bench = kept;
    else if (id === NEW) {
      const name = tr.t('scenarios.new.name', { number: 1 });
      bench = new Workbench(null, { name, note: '', changes: [] });
    } else bench = Workbench.of(await scenarios.one(id, signal));
    if (signal.aborted) return;
    benches.set(store, bench);
    const editor: Editor = new Editor(this.#context, bench, () => head.show());
    const head: Head = new Head(this.#context, bench, {
      leave: () => {
        benches.delete(store);
        this.#leave();
      },
      saved: ({ id: saved }) => {
        if (saved === ownOf(store.state, 'scenarios.id')) editor.saved();
        else store.go(withOwn(store.state, { 'scenarios.id': saved }));
      },
      reload: () => void this.#open(true),
    });
    fill(
      this.#body,
      head.element,
      bench.saved?.stale &&
        reviewPart(this.#context, bench, () => {
          void this.#open(true);
        }),
      editor.element,
    );
    this.#view = editor;
    editor.show();
  }

  #compare(ids: readonly string[]): void {
    const view = new CompareView(this.#context, ids, () => this.#leave());
    fill(this.#body, view.element);
    this.#view = view;
    view.show();
  }

  #leave(): void {
    this.#go({});
  }

  #go(own: { 'scenarios.id'?: string; 'scenarios.compare'?: string }): void {
    const { store } = this.#context;
    const cleared = { 'scenarios.id': null, 'scenarios.compare': null };
    store.go(withOwn(store.state, { ...cleared, ...own }));
    this.element.querySelector<HTMLElement>('h1')?.scrollIntoView({ block: 'nearest' });
  }
}
