import { selectField, textField } from '../../desk/fields';
import { fill, h } from '../../ui/dom';
import { endRefusedSession, failure } from '../context';
import { initialYear, YEARS_RANGE } from '../projects/years';
import { withOwn } from '../state';
import type { LibraryEntry } from './api';
import type { ScenariosContext } from './context';
import { walkQuery } from './question';
import type { Workbench } from './workbench';

type EntryFields = Pick<LibraryEntry, 'year' | 'quarter' | 'responsibleUnit' | 'fundingSource'>;

/** Puts the measures of a saved scenario into the project library. */
export class IntoLibrary {
  readonly element: HTMLElement;
  readonly #body = h('div', {});
  #shown: boolean | null = null;

  constructor(
    private readonly context: ScenariosContext,
    private readonly bench: Workbench,
  ) {
    const { t } = context.tr;
    this.element = h(
      'details',
      { class: 'fold into-library' },
      h('summary', { 'data-testid': 'into-library' }, h('b', {}, t('library.title'))),
      this.#body,
    );
  }

  /** Only what is saved can become projects. */
  show(): void {
    const { saved, unsaved } = this.bench;
    const ready = saved !== null && !unsaved;
    if (ready === this.#shown) return;
    this.#shown = ready;
    const { t } = this.context.tr;
    if (ready) fill(this.#body, this.#form());
    else fill(this.#body, h('p', { class: 'hint' }, t('library.saveFirst')));
  }

  #form(): HTMLElement {
    const { t } = this.context.tr;
    const year = textField(t('library.year'), 'library-year', {
      type: 'number',
      ...YEARS_RANGE,
      step: 1,
      required: true,
      value: initialYear(),
    });
    const quarter = selectField(t('library.quarter'), 'library-quarter', [
      ['', t('library.quarter.none')],
      ...[1, 2, 3, 4].map(
        (one) => [String(one), t('library.quarter.value', { quarter: one })] as const,
      ),
    ]);
    const unit = textField(t('library.unit'), 'library-unit', { type: 'text', maxlength: 200 });
    const funding = textField(t('library.funding'), 'library-funding', {
      type: 'text',
      maxlength: 200,
    });
    const message = h('div', { role: 'status' });
    const send = () =>
      this.#send(message, {
        year: Number(year.input.value),
        quarter: Number(quarter.input.value) || null,
        responsibleUnit: unit.input.value.trim() || null,
        fundingSource: funding.input.value.trim() || null,
      });
    return h(
      'form',
      {
        class: 'form',
        onsubmit: (event: Event) => {
          event.preventDefault();
          void send();
        },
      },
      h('p', { class: 'hint' }, t('library.why')),
      h('div', { class: 'fields' }, year.element, quarter.element),
      h('div', { class: 'fields' }, unit.element, funding.element),
      h(
        'button',
        { type: 'submit', class: 'button primary', 'data-testid': 'library-send' },
        t('library.send'),
      ),
      message,
    );
  }

  async #send(message: HTMLElement, entry: EntryFields): Promise<void> {
    const { context, bench } = this;
    const { t } = context.tr;
    const { saved } = bench;
    if (!saved) return;
    fill(message);
    try {
      const { created, existing } = await context.scenarios.intoLibrary(
        { scenario: saved.id, ...entry, status: 'proposed' },
        walkQuery(context.store.state),
      );
      fill(
        message,
        h(
          'div',
          { class: 'notice good', 'data-testid': 'library-done' },
          h('p', {}, t('library.done', { created: created.length })),
          existing.length > 0 && h('p', {}, t('library.existing', { existing: existing.length })),
          h(
            'button',
            {
              type: 'button',
              class: 'button',
              'data-testid': 'library-open',
              onclick: () => this.#open(entry.year),
            },
            t('library.open', { year: entry.year }),
          ),
        ),
      );
    } catch (error) {
      fill(
        message,
        failure(context, error, () => void this.#send(message, entry)),
      );
      endRefusedSession(context, error);
    }
  }

  #open(year: number): void {
    const { store } = this.context;
    store.go({ tab: 'projects', ...withOwn(store.state, { 'projects.year': year }) });
  }
}
