import type { Hit } from '../api/find';
import { fill, h } from '../ui/dom';
import { icon } from '../ui/icon';
import { symbolImage } from '../ui/symbol';
import { type FindContext, typeOf } from './context';

const REST_MILLISECONDS = 250;
const kinds = ['facility', 'area', 'address', 'street', 'place'] as const;

/**
 * One box for places and facilities: a combobox with a list that is chosen from by hand, after the
 * ARIA Authoring Practices (editable combobox, list autocomplete with manual selection). The list
 * stands in the page and covers nothing.
 */
export class SearchBox {
  readonly element: HTMLElement;
  readonly #context: FindContext;
  readonly #choose: (hit: Hit) => void;
  readonly #input: HTMLInputElement;
  readonly #list: HTMLElement;
  readonly #message = h('p', { class: 'hint', role: 'status', 'data-testid': 'search-message' });
  #hits: readonly Hit[] = [];
  #active = -1;
  #rest: number | undefined;
  #asking = new AbortController();

  constructor(context: FindContext, choose: (hit: Hit) => void) {
    this.#context = context;
    this.#choose = choose;
    const { t } = context.tr;
    this.#list = h('ul', {
      id: 'search-list',
      class: 'found',
      role: 'listbox',
      'aria-label': t('search.label'),
      'data-testid': 'search-list',
      hidden: true,
    });
    this.#input = h('input', {
      type: 'text',
      id: 'search',
      role: 'combobox',
      inputmode: 'search',
      enterkeyhint: 'search',
      autocomplete: 'off',
      autocapitalize: 'off',
      spellcheck: 'false',
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': 'search-list',
      'aria-describedby': 'search-hint',
      'data-testid': 'search',
      oninput: () => this.#typed(),
      onkeydown: (event: Event) => this.#pressed(event as KeyboardEvent),
    });
    this.element = h(
      'form',
      {
        class: 'search',
        role: 'search',
        onsubmit: (event: Event) => {
          event.preventDefault();
          void this.#ask(true);
        },
      },
      h('label', { for: 'search' }, icon('search'), t('search.label')),
      this.#input,
      h('p', { class: 'hint', id: 'search-hint' }, t('search.hint')),
      this.#message,
      this.#list,
    );
  }

  #typed(): void {
    window.clearTimeout(this.#rest);
    this.#rest = window.setTimeout(() => void this.#ask(false), REST_MILLISECONDS);
  }

  /** @param enter whether Enter asked: then the first one found is marked, and Enter takes it */
  async #ask(enter: boolean): Promise<void> {
    window.clearTimeout(this.#rest);
    this.#asking.abort();
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    const { t } = this.#context.tr;
    const text = this.#input.value.trim();
    if (text === '') {
      this.#show([]);
      this.#message.textContent = '';
      return;
    }
    this.#message.textContent = t('search.waiting');
    try {
      const retrying = (attempt: number) => {
        this.#message.textContent = t('ask.retrying', { attempt });
      };
      const hits = await this.#context.api.search(text, retrying, signal);
      if (signal.aborted) return;
      this.#show(hits);
      this.#message.textContent =
        hits.length > 0 ? t('search.found', { count: hits.length }) : t('search.none', { text });
      if (enter && hits.length > 0) this.#activate(0);
    } catch {
      if (signal.aborted) return;
      this.#show([]);
      fill(
        this.#message,
        t('search.failed'),
        ' ',
        h(
          'button',
          { type: 'button', class: 'button', onclick: () => void this.#ask(enter) },
          t('again'),
        ),
      );
    }
  }

  #show(hits: readonly Hit[]): void {
    this.#hits = hits;
    this.#active = -1;
    this.#list.hidden = hits.length === 0;
    this.#input.setAttribute('aria-expanded', String(hits.length > 0));
    this.#input.removeAttribute('aria-activedescendant');
    fill(this.#list, ...hits.map((hit, index) => this.#option(hit, index)));
  }

  #option(hit: Hit, index: number): HTMLElement {
    const { t } = this.#context.tr;
    const kind = kinds.find((known) => known === hit.kind);
    const detail = [kind ? t(`kind.${kind}`) : hit.kind, hit.detail].filter(Boolean).join(' · ');
    const look = hit.type === null ? null : typeOf(this.#context, hit.type);
    return h(
      'li',
      {
        id: `search-option-${index}`,
        role: 'option',
        'aria-selected': 'false',
        'data-testid': 'search-option',
        'data-kind': hit.kind,
        onclick: () => this.#take(hit),
      },
      look ? symbolImage(look, 1.6) : icon('place'),
      h('span', {}, hit.name, h('small', {}, detail)),
    );
  }

  #pressed(event: KeyboardEvent): void {
    // While characters are being composed, the keys belong to the input method.
    if (event.isComposing) return;
    const count = this.#hits.length;
    if (event.key === 'Escape') {
      if (this.#list.hidden) return;
      this.#show([]);
      this.#message.textContent = '';
    } else if (event.key === 'ArrowDown' && count > 0) {
      this.#activate((this.#active + 1) % count);
    } else if (event.key === 'ArrowUp' && count > 0) {
      this.#activate(this.#active - 1);
    } else if (event.key === 'Enter' && this.#active >= 0) {
      const hit = this.#hits[this.#active];
      if (hit) this.#take(hit);
    } else {
      return;
    }
    event.preventDefault();
  }

  #activate(index: number): void {
    this.#active = index < 0 ? this.#hits.length - 1 : index;
    [...this.#list.children].forEach((option, position) => {
      option.setAttribute('aria-selected', String(position === this.#active));
    });
    const option = this.#list.children[this.#active];
    if (!option) return;
    this.#input.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  }

  #take(hit: Hit): void {
    this.#asking.abort();
    window.clearTimeout(this.#rest);
    this.#input.value = hit.kind === 'facility' ? '' : hit.name;
    this.#show([]);
    this.#message.textContent = '';
    this.#choose(hit);
  }
}
