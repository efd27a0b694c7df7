import { textField } from '../desk/fields';
import { keepFocus } from '../desk/focus';
import { signIn } from '../desk/sign-in';
import { inputName, inputsList } from '../desk/source';
import type { BoardKey } from '../i18n/board-zh';
import { localeOf } from '../i18n/language';
import { fill, h } from '../ui/dom';
import {
  type BoardContext,
  type BoardTab,
  endRefusedSession,
  failure,
  isPast,
  typeName,
  waiting,
} from './context';
import { asQuestion, boardQuery } from './question';
import { saving } from './rule-editor';
import type { PublishedRun, Repetition } from './targets-answers';

/** Published figures: what went in, and whether they come out again the same. */
export class LedgerTab implements BoardTab {
  readonly element: HTMLElement;
  readonly #body = h('div', { class: 'part' });
  readonly #admin = h('div', { class: 'part' });
  #asked = new AbortController();

  constructor(private readonly context: BoardContext) {
    const { t } = context.tr;
    this.element = h(
      'div',
      { class: 'wide-tab', 'data-testid': 'tab-ledger' },
      h('h1', {}, t('ledger.title')),
      h('p', {}, t('ledger.why')),
      this.#body,
      this.#admin,
    );
  }

  show(): void {
    void this.#ask();
  }

  hide(): void {
    this.#asked.abort();
  }

  stateChanged(): void {}

  sessionChanged(): void {
    void this.#ask();
  }

  async #ask(): Promise<void> {
    this.#asked.abort();
    this.#asked = new AbortController();
    const { signal } = this.#asked;
    const { context } = this;
    const changed = () => void this.#ask();
    const giveBack = keepFocus(this.#admin);
    fill(
      this.#admin,
      signIn(context, context.tr.t('admin.why')),
      context.session.session && publishForm(context, changed),
    );
    giveBack();
    fill(this.#body, waiting(context));
    try {
      const runs = await context.api.runs();
      if (signal.aborted) return;
      fill(
        this.#body,
        runs.length === 0
          ? h('p', { class: 'notice' }, context.tr.t('ledger.empty'))
          : h(
              'ol',
              { class: 'runs', 'data-testid': 'runs' },
              ...runs.map((run) => runCard(context, run)),
            ),
      );
    } catch (error) {
      if (!isPast(error, signal)) fill(this.#body, failure(context, error, changed));
    }
  }
}

const kinds: Readonly<Record<string, BoardKey>> = {
  board: 'tab.gaps',
  verdicts: 'tab.verdicts',
  targets: 'tab.targets',
  supply: 'tab.supply',
};

function runCard(context: BoardContext, run: PublishedRun): HTMLElement {
  const { tr } = context;
  const { t } = tr;
  const kind = kinds[run.kind];
  const outcome = h('div', { 'aria-live': 'polite', 'data-testid': 'repeat-outcome' });
  const repeat = async () => {
    fill(outcome, waiting(context));
    try {
      fill(outcome, repetitionView(context, await context.api.repeat(run.id)));
    } catch (error) {
      fill(
        outcome,
        failure(context, error, () => void repeat()),
      );
      endRefusedSession(context, error);
    }
  };
  return h(
    'li',
    { class: 'rule', 'data-run': run.id },
    h('h2', {}, run.title || (kind ? t(kind) : run.kind)),
    h(
      'p',
      {},
      [
        kind ? t(kind) : run.kind,
        run.publishedAt && when(run.publishedAt, tr.lang),
        t('source.run', { run: run.id }),
      ]
        .filter(Boolean)
        .join(' · '),
    ),
    run.inputs &&
      h(
        'details',
        { class: 'source' },
        h('summary', {}, t('source.title')),
        inputsList(tr, run.inputs),
      ),
    context.session.session &&
      h(
        'button',
        { type: 'button', class: 'button', 'data-testid': 'repeat', onclick: () => void repeat() },
        t('ledger.repeat'),
      ),
    outcome,
  );
}

function when(iso: string, lang: 'zh' | 'en'): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime())
    ? iso
    : date.toLocaleString(localeOf(lang), { dateStyle: 'medium', timeStyle: 'short' });
}

function repetitionView({ tr }: BoardContext, repetition: Repetition): HTMLElement {
  const { t, number } = tr;
  const { same, differences, changedInputs } = repetition;
  const figure = (value: number | null) => (value === null ? t('unknown') : number(value, 6));
  return h(
    'div',
    { class: same ? 'notice good' : 'notice warn' },
    h(
      'p',
      {},
      same
        ? t('ledger.same', { count: repetition.figures })
        : t('ledger.different', { count: differences.length }),
    ),
    changedInputs.length > 0 &&
      h(
        'p',
        {},
        t('ledger.changed', {
          what: changedInputs.map(({ input }) => inputName(input, t)).join(t('list.separator')),
        }),
      ),
    repetition.now &&
      changedInputs.length > 0 &&
      h(
        'p',
        {},
        repetition.now.same
          ? t('ledger.now.same')
          : t('ledger.now.different', { count: repetition.now.differing }),
      ),
    differences.length > 0 &&
      h(
        'ul',
        {},
        ...differences
          .slice(0, 20)
          .map(({ key, published, again }) =>
            h(
              'li',
              {},
              t('ledger.difference', { key, before: figure(published), after: figure(again) }),
            ),
          ),
      ),
  );
}

/** Publishes the gap board as it is asked for in the link. */
function publishForm(context: BoardContext, changed: () => void): HTMLElement {
  const { api, store, tr } = context;
  const { t } = tr;
  const { state } = store;
  const message = h('div', {});
  const question = asQuestion(boardQuery(state));
  const title = textField(t('ledger.name'), 'publish-title', {
    required: true,
    maxlength: 200,
    value: t('ledger.name.initial', {
      type: typeName(context, state.type),
      minutes: state.minutes,
    }),
  });
  return h(
    'form',
    {
      class: 'form',
      'data-testid': 'publish-form',
      onsubmit: (event: Event) => {
        event.preventDefault();
        void saving({ context, changed }, message, () =>
          api.publish('board', question, title.input.value.trim()),
        );
      },
    },
    h('h2', {}, t('ledger.publish')),
    h('p', { class: 'hint' }, t('ledger.publish.why')),
    title.element,
    message,
    h(
      'button',
      { type: 'submit', class: 'button primary', 'data-testid': 'publish' },
      t('ledger.publishIt'),
    ),
  );
}
