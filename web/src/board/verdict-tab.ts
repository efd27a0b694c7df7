import { keepFocus } from '../desk/focus';
import { signIn } from '../desk/sign-in';
import type { BoardKey } from '../i18n/board-zh';
import { fill, h } from '../ui/dom';
import { type BoardContext, type BoardTab, failure, isPast, waiting } from './context';
import { planBar } from './plan-bar';
import type { Plan } from './standards-answers';
import { type BoardState, type VerdictPart, verdictParts } from './state';
import { communitiesPart } from './verdict-communities';
import { comparePart } from './verdict-compare';
import { exceptionsPart } from './verdict-exceptions';
import { rulesPart } from './verdict-rules';

/** What every part of the tab is made from. */
export interface PartParts {
  readonly context: BoardContext;
  readonly plans: readonly Plan[];
  readonly signal: AbortSignal;
  /** Rules, plans or exceptions have changed: ask again. */
  readonly changed: () => void;
}

const makers: Record<VerdictPart, (parts: PartParts) => Promise<HTMLElement>> = {
  communities: communitiesPart,
  rules: rulesPart,
  compare: comparePart,
  exceptions: exceptionsPart,
};

const names: Record<VerdictPart, BoardKey> = {
  communities: 'verdicts.communities',
  rules: 'verdicts.rules',
  compare: 'verdicts.compare',
  exceptions: 'verdicts.exceptions',
};

/** Does it meet the standards: both verdicts, the rules, plans side by side, exceptions. */
export class VerdictTab implements BoardTab {
  readonly element: HTMLElement;
  readonly #admin = h('div', {});
  readonly #plans = h('div', {});
  readonly #parts = h('div', { class: 'level-buttons', role: 'group' });
  readonly #body = h('div', { class: 'part' });
  #asked = new AbortController();
  #shown: VerdictPart | null = null;

  constructor(private readonly context: BoardContext) {
    const { t } = context.tr;
    this.#parts.setAttribute('aria-label', t('verdicts.parts'));
    this.element = h(
      'div',
      { class: 'wide-tab', 'data-testid': 'tab-verdicts' },
      h('h1', {}, t('verdicts.title')),
      this.#plans,
      this.#parts,
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

  stateChanged(state: BoardState, previous: BoardState): void {
    const asked: (keyof BoardState)[] = [
      'part',
      'plans',
      'asOf',
      'disagree',
      'about',
      'minutes',
      'group',
      'area',
      'profile',
      'speedKmh',
    ];
    if (asked.some((key) => state[key] !== previous[key])) void this.#ask();
  }

  sessionChanged(): void {
    void this.#ask();
  }

  #showParts(): void {
    const { store, tr } = this.context;
    fill(
      this.#parts,
      ...verdictParts.map((part) =>
        h(
          'button',
          {
            type: 'button',
            class: 'button',
            'aria-pressed': String(part === store.state.part),
            'data-testid': `verdicts-${part}`,
            onclick: () => store.go({ part }),
          },
          tr.t(names[part]),
        ),
      ),
    );
  }

  async #ask(): Promise<void> {
    this.#asked.abort();
    this.#asked = new AbortController();
    const { signal } = this.#asked;
    const { context } = this;
    fill(this.#admin, signIn(context, context.tr.t('admin.why')));
    const giveBack = keepFocus(this.element);
    this.#showParts();
    // What is there stays until the answer comes, so that nothing jumps.
    const { part: name } = context.store.state;
    if (this.#shown !== name) fill(this.#body, waiting(context));
    this.element.setAttribute('aria-busy', 'true');
    const changed = () => void this.#ask();
    try {
      const plans = await context.api.plans();
      if (signal.aborted) return;
      fill(this.#plans, planBar(context, plans, changed));
      const part = await makers[name]({ context, plans, signal, changed });
      if (signal.aborted) return;
      fill(this.#body, part);
      this.#shown = name;
      giveBack();
    } catch (error) {
      if (!isPast(error, signal)) {
        fill(this.#body, failure(context, error, changed));
        this.#shown = null;
      }
    } finally {
      if (!signal.aborted) this.element.removeAttribute('aria-busy');
    }
  }
}
