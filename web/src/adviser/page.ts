import { dialable } from '../i18n/format';
import type { Lang } from '../i18n/translator';
import { preferences } from '../state/preferences';
import { fill, h } from '../ui/dom';
import type { AdviserApi, Hotline } from './api';
import { deskSection } from './desk';
import { judgeAll, resultList, summaryText } from './results';
import type { Advice, Answers, Question } from './rules';
import { type Texts, textsIn } from './texts';

const NONE = 'none';

/**
 * The care adviser. Answers live in this object and nowhere else: they are handed to no request,
 * no link and no storage, and end with the page.
 */
export class AdviserPage {
  readonly #root: HTMLElement;
  readonly #api: AdviserApi;
  readonly #advice: Advice;
  readonly #hotline: Hotline | null;
  readonly #answers = new Map<string, string[]>();
  #texts: Texts;
  #shown = false;
  #results: HTMLElement = h('section');
  #summary = h('p');

  constructor(root: HTMLElement, api: AdviserApi, advice: Advice, hotline: Hotline | null) {
    this.#root = root;
    this.#api = api;
    this.#advice = advice;
    this.#hotline = hotline;
    this.#texts = textsIn(preferences.lang());
    window.addEventListener('beforeprint', () => this.#unfold());
    this.#render();
  }

  #render(): void {
    const { t } = this.#texts;
    document.documentElement.lang = this.#texts.lang === 'zh' ? 'zh-CN' : 'en';
    document.title = t('title');
    this.#summary = h('p', { role: 'status', 'data-testid': 'summary' });
    this.#results = h('section', {
      class: 'results',
      'aria-labelledby': 'results-heading',
      'data-testid': 'results',
      hidden: true,
    });
    fill(
      this.#root,
      h('a', { class: 'skip', href: '#questions' }, t('nav.skip')),
      this.#bar(),
      h(
        'main',
        { class: 'page' },
        h('h1', {}, t('heading')),
        h('p', {}, t('intro')),
        h('p', { class: 'notice' }, t('privacy')),
        h('p', { class: 'notice sample', 'data-testid': 'places' }, this.#places()),
        this.#form(),
        this.#results,
        deskSection(this.#texts, this.#api),
      ),
      this.#hotlineBar(),
    );
    if (this.#shown) this.#showResults();
  }

  #bar(): HTMLElement {
    const { t, lang } = this.#texts;
    const { dataset } = document.documentElement;
    const size = h(
      'button',
      {
        type: 'button',
        'data-testid': 'text-size',
        'aria-pressed': String(dataset.textSize === 'large'),
        onclick: () => {
          const next = dataset.textSize === 'large' ? 'standard' : 'large';
          preferences.setTextSize(next);
          dataset.textSize = next;
          size.setAttribute('aria-pressed', String(next === 'large'));
        },
      },
      t('text.large'),
    );
    const other: Lang = lang === 'zh' ? 'en' : 'zh';
    return h(
      'header',
      { class: 'bar' },
      h('a', { class: 'brand', href: './' }, t('brand')),
      h(
        'div',
        { class: 'tags', role: 'group', 'aria-label': t('nav.tools') },
        size,
        h(
          'button',
          {
            type: 'button',
            lang: other === 'zh' ? 'zh-CN' : 'en',
            'data-testid': 'lang-switch',
            onclick: () => this.#switchTo(other),
          },
          t('lang.other'),
        ),
      ),
    );
  }

  #switchTo(lang: Lang): void {
    preferences.setLang(lang);
    this.#texts = textsIn(lang);
    this.#render();
    this.#root.querySelector<HTMLElement>('[data-testid=lang-switch]')?.focus();
  }

  /** Whose rules these are: every place once, with its years. */
  #places(): string {
    const { t, of } = this.#texts;
    const places = this.#advice.rules.map(({ source }) => {
      const place = of(source.placeZh, source.placeEn);
      const year = this.#advice.documents.find(({ code }) => code === source.document)?.year;
      return year ? t('place.year', { place, year }) : place;
    });
    return t('places', { places: [...new Set(places)].join(t('list.separator')) });
  }

  #form(): HTMLElement {
    const { t } = this.#texts;
    return h(
      'form',
      {
        id: 'questions',
        class: 'questions no-print',
        // Browsers would otherwise bring choices back when the page is opened again.
        autocomplete: 'off',
        tabindex: '-1',
        onsubmit: (event) => {
          event.preventDefault();
          this.#showResults();
          const heading = this.#results.querySelector<HTMLElement>('h2');
          heading?.focus();
        },
      },
      h('p', { class: 'hint' }, t('optional')),
      ...this.#advice.questions.map((question) => this.#question(question)),
      h(
        'div',
        { class: 'actions' },
        h('button', { type: 'submit', class: 'button primary', 'data-testid': 'show' }, t('show')),
        h(
          'button',
          {
            type: 'button',
            class: 'button',
            'data-testid': 'reset',
            onclick: () => {
              this.#answers.clear();
              this.#shown = false;
              this.#render();
              this.#root.querySelector<HTMLElement>('#questions')?.focus();
            },
          },
          t('reset'),
        ),
      ),
    );
  }

  #question(question: Question): HTMLElement {
    const { t, of } = this.#texts;
    const { code, many, options } = question;
    const hints = [
      question.hintZh === null ? '' : of(question.hintZh, question.hintEn ?? ''),
      many ? t('many') : '',
    ].filter((hint) => hint !== '');
    const hintId = `hint-${code}`;
    const chosen = this.#answers.get(code) ?? [];
    const inputs = options.map((option) =>
      h('input', {
        type: many ? 'checkbox' : 'radio',
        name: code,
        value: option.code,
        checked: chosen.includes(option.code),
        'data-testid': `${code}-${option.code}`,
      }),
    );
    const choices = inputs.map((input, i) => {
      input.addEventListener('change', () => this.#choose(question, input, inputs));
      const option = options[i];
      return h('label', { class: 'choice' }, input, option ? of(option.zh, option.en) : '');
    });
    if (!many) {
      const unsaid = h('input', {
        type: 'radio',
        name: code,
        value: '',
        checked: chosen.length === 0,
        'data-testid': `${code}-unsaid`,
        onchange: () => this.#set(code, []),
      });
      choices.push(h('label', { class: 'choice' }, unsaid, t('unsaid')));
    }
    return h(
      'fieldset',
      { 'aria-describedby': hints.length > 0 ? hintId : null },
      h('legend', {}, of(question.zh, question.en)),
      h(
        'div',
        { class: 'choices' },
        hints.length > 0 && h('p', { class: 'hint', id: hintId }, hints.join(' · ')),
        ...choices,
      ),
    );
  }

  #choose({ code, many }: Question, input: HTMLInputElement, inputs: HTMLInputElement[]): void {
    if (many && input.checked) {
      // "None of these" and one of these cannot both be true.
      for (const other of inputs) {
        if (other !== input && (input.value === NONE || other.value === NONE)) {
          other.checked = false;
        }
      }
    }
    this.#set(
      code,
      inputs.filter(({ checked }) => checked).map(({ value }) => value),
    );
  }

  #set(code: string, chosen: string[]): void {
    this.#answers.set(code, chosen);
    if (this.#shown) this.#showResults();
  }

  #showResults(): void {
    const { t } = this.#texts;
    this.#shown = true;
    const answers: Answers = Object.fromEntries(this.#answers);
    const judged = judgeAll(this.#advice, answers);
    this.#summary.textContent = summaryText(judged, this.#texts);
    this.#results.hidden = false;
    // The heading and the summary stay as they are, so that focus and announcements do.
    const heading =
      this.#results.querySelector('h2') ??
      h('h2', { id: 'results-heading', tabindex: '-1' }, t('results'));
    fill(
      this.#results,
      heading,
      this.#summary,
      ...resultList(judged, this.#advice, this.#texts),
      h(
        'button',
        {
          type: 'button',
          class: 'button no-print',
          'data-testid': 'print',
          onclick: () => window.print(),
        },
        t('print'),
      ),
    );
  }

  /** On paper nothing can be unfolded. */
  #unfold(): void {
    for (const details of this.#results.querySelectorAll<HTMLDetailsElement>('.card details')) {
      details.open = true;
    }
  }

  #hotlineBar(): HTMLElement | null {
    if (!this.#hotline) return null;
    const { t, of } = this.#texts;
    const { nameZh, nameEn, phone } = this.#hotline;
    return h(
      'footer',
      { class: 'hotline', 'data-testid': 'hotline' },
      h(
        'a',
        { class: 'button', href: `tel:${dialable(phone)}` },
        t('hotline', { name: of(nameZh, nameEn), phone }),
      ),
    );
  }
}
