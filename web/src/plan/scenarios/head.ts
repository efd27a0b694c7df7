import { ProblemError } from '../../api/http';
import { textField } from '../../desk/fields';
import { fill, h } from '../../ui/dom';
import { endRefusedSession, failure } from '../context';
import type { Scenario } from './answers';
import type { ScenariosContext } from './context';
import { walkQuery } from './question';
import type { Workbench } from './workbench';

const CONFLICT = 409;

export interface HeadActions {
  /** Back to the list. */
  leave(): void;
  saved(scenario: Scenario): void;
  /** Opens what the server has. */
  reload(): void;
}

/** Name, note and saving; says what is not saved, and what to do where somebody else was faster. */
export class Head {
  readonly element: HTMLElement;
  readonly #state = h('p', { class: 'save-state', role: 'status', 'data-testid': 'save-state' });
  readonly #message = h('div', {});
  readonly #save: HTMLButtonElement;

  constructor(
    private readonly context: ScenariosContext,
    private readonly bench: Workbench,
    private readonly actions: HeadActions,
  ) {
    const { t } = context.tr;
    const name = textField(t('edit.name'), 'scenario-name', {
      type: 'text',
      maxlength: 100,
      required: true,
      value: bench.name,
    });
    const note = textField(t('edit.note'), 'scenario-note', {
      type: 'text',
      maxlength: 1000,
      value: bench.note,
    });
    name.input.addEventListener('input', () => {
      bench.name = name.input.value;
      this.show();
    });
    note.input.addEventListener('input', () => {
      bench.note = note.input.value;
      this.show();
    });
    this.#save = h(
      'button',
      { type: 'submit', class: 'button primary', 'data-testid': 'save-scenario' },
      t(bench.saved ? 'edit.save' : 'edit.saveNew'),
    );
    this.element = h(
      'form',
      {
        class: 'scenario-head',
        onsubmit: (event: Event) => {
          event.preventDefault();
          void this.#send(false);
        },
      },
      h(
        'button',
        {
          type: 'button',
          class: 'link',
          'data-testid': 'back-to-list',
          onclick: () => this.#leave(),
        },
        t('scenarios.back'),
      ),
      h('div', { class: 'fields' }, name.element, note.element),
      h(
        'div',
        { class: 'save-line' },
        this.#save,
        bench.saved &&
          h(
            'button',
            {
              type: 'button',
              class: 'button',
              'data-testid': 'save-copy',
              onclick: () => void this.#send(true),
            },
            t('edit.saveCopy'),
          ),
        this.#state,
      ),
      this.#message,
    );
    this.show();
  }

  show(): void {
    const { t } = this.context.tr;
    const { unsaved, saved } = this.bench;
    const words = unsaved ? t('edit.unsaved') : saved ? t('edit.allSaved') : '';
    if (this.#state.textContent !== words) this.#state.textContent = words;
    this.#state.classList.toggle('unsaved', unsaved);
  }

  #leave(): void {
    if (!this.bench.unsaved) {
      this.actions.leave();
      return;
    }
    const { t } = this.context.tr;
    const stay = h(
      'button',
      {
        type: 'button',
        class: 'button',
        'data-testid': 'discard-no',
        onclick: () => {
          fill(this.#message);
          this.element.querySelector<HTMLElement>('[data-testid="back-to-list"]')?.focus();
        },
      },
      t('edit.discard.no'),
    );
    fill(
      this.#message,
      h(
        'div',
        { class: 'notice warn', role: 'group', 'aria-label': t('edit.discard') },
        h('p', {}, t('edit.discard.ask')),
        h(
          'button',
          {
            type: 'button',
            class: 'button danger',
            'data-testid': 'discard-yes',
            onclick: () => this.actions.leave(),
          },
          t('edit.discard.yes'),
        ),
        stay,
      ),
    );
    stay.focus();
  }

  async #send(asCopy: boolean): Promise<void> {
    const { bench, context } = this;
    const { t } = context.tr;
    const { saved } = bench;
    const draft = bench.draft;
    const named = asCopy ? { ...draft, name: this.#copyName(draft.name) } : draft;
    fill(this.#message);
    this.#save.disabled = true;
    const query = walkQuery(context.store.state);
    try {
      const answer =
        saved && !asCopy
          ? await context.scenarios.save(saved.id, named, saved.version, query)
          : await context.scenarios.create(named, query);
      if (asCopy) bench.name = answer.name;
      bench.keep(answer, named);
      context.announce(t('edit.saved', { name: answer.name }));
      this.actions.saved(answer);
    } catch (error) {
      const conflict = error instanceof ProblemError && error.status === CONFLICT;
      // A name that is taken is a conflict as well; only a saved scenario can have been changed.
      if (conflict && saved && !asCopy && (await this.#isOlder(saved))) this.#offerCopy();
      else {
        fill(
          this.#message,
          failure(context, error, () => void this.#send(asCopy)),
        );
      }
      endRefusedSession(context, error);
    } finally {
      this.#save.disabled = false;
      this.show();
    }
  }

  /** The name for a copy: what somebody typed anew, or the old one marked as a copy. */
  #copyName(name: string): string {
    return name === this.bench.saved?.name
      ? this.context.tr.t('scenarios.copy.name', { name })
      : name;
  }

  async #isOlder({ id, version }: Scenario): Promise<boolean> {
    try {
      return (await this.context.scenarios.one(id)).version !== version;
    } catch {
      return true;
    }
  }

  #offerCopy(): void {
    const { t } = this.context.tr;
    fill(
      this.#message,
      h(
        'div',
        { class: 'notice warn', role: 'alert', 'data-testid': 'conflict' },
        h('p', {}, t('edit.conflict')),
        h(
          'button',
          {
            type: 'button',
            class: 'button',
            'data-testid': 'conflict-copy',
            onclick: () => void this.#send(true),
          },
          t('edit.saveCopy'),
        ),
        h(
          'button',
          {
            type: 'button',
            class: 'button',
            'data-testid': 'conflict-reload',
            onclick: () => this.actions.reload(),
          },
          t('edit.conflict.reload'),
        ),
      ),
    );
  }
}
