import { h } from '../ui/dom';
import { symbolImage } from '../ui/symbol';
import type { FindContext } from './context';
import { askedBy, inOrder } from './needs';

/** The first question: what somebody needs, in everyday words. */
export class NeedButtons {
  readonly element: HTMLElement;
  readonly heading: HTMLElement;
  readonly #context: FindContext;
  readonly #buttons = new Map<string, HTMLButtonElement>();

  constructor(context: FindContext) {
    this.#context = context;
    const { tr, welcome } = context;
    this.heading = h('h2', { id: 'ask-need', tabindex: -1 }, tr.t('find.need'));
    const needs = inOrder(welcome.needs);
    for (const need of needs) {
      const name = h('span', { class: 'need-name' }, tr.named(need));
      const hint =
        need.facilities > 0
          ? tr.named({ nameZh: need.hintZh, nameEn: need.hintEn })
          : tr.t('find.noneHere');
      this.#buttons.set(
        need.code,
        h(
          'button',
          {
            type: 'button',
            class: need.facilities > 0 ? 'need' : 'need empty',
            'data-testid': `need-${need.code}`,
            onclick: () => context.store.go({ need: need.code, facility: null }),
          },
          symbolImage({ ...need, code: need.types[0] ?? need.code }, 2),
          h('span', {}, name, hint !== '' && h('span', { class: 'need-hint' }, hint)),
        ),
      );
    }
    this.element = h(
      'section',
      { 'aria-labelledby': 'ask-need' },
      this.heading,
      h('div', { class: 'needs' }, ...this.#buttons.values()),
      this.#others(),
    );
    this.update();
  }

  update(): void {
    const { need } = this.#context.store.state;
    const asked = need === null ? null : askedBy(need, this.#context.welcome);
    const chosen = asked?.kind === 'need' ? asked.need.code : null;
    for (const [code, button] of this.#buttons) {
      button.setAttribute('aria-pressed', String(code === chosen));
    }
  }

  /** Types that no need covers: a bureau may add some. */
  #others(): HTMLElement | null {
    const { tr, welcome, store } = this.#context;
    const covered = new Set(welcome.needs.flatMap(({ types }) => types));
    const others = welcome.types.filter(({ code }) => !covered.has(code));
    if (others.length === 0) return null;
    return h(
      'label',
      { class: 'more-types' },
      tr.t('find.more'),
      h(
        'select',
        {
          'data-testid': 'need-more',
          onchange: (event: Event) => {
            const { value } = event.target as HTMLSelectElement;
            if (value !== '') store.go({ need: value, facility: null });
          },
        },
        h('option', { value: '' }, tr.t('find.more.none')),
        ...others.map((type) =>
          h(
            'option',
            { value: type.code, selected: type.code === store.state.need },
            tr.named(type),
          ),
        ),
      ),
    );
  }
}
