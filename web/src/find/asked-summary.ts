import type { FindAnswer } from '../api/find';
import { formatPlace } from '../state/places';
import { fill, h } from '../ui/dom';
import { icon } from '../ui/icon';
import { type FindContext, typeOf } from './context';
import { askedBy } from './needs';
import { paceChoice, paceName } from './pace';
import type { StartLabel } from './where';

/** What was asked, in a line, with the ways to ask something else. */
export class AskedSummary {
  readonly element = h('section', { class: 'asked', 'data-testid': 'asked' });
  readonly #context: FindContext;
  readonly #line = h('h1', { class: 'asked-line' });
  readonly #keep = h('div', {});
  readonly #pace: HTMLElement;

  constructor(context: FindContext) {
    this.#context = context;
    const { t } = context.tr;
    const { store } = context;
    const button = (testId: string, label: string, run: () => void) =>
      h(
        'button',
        { type: 'button', class: 'button small', 'data-testid': testId, onclick: run },
        label,
      );
    this.#pace = h('div', { id: 'pace-again', hidden: true }, paceChoice(context, 'pace-again'));
    const paceButton = button('change-pace', t('change.pace'), () => {
      this.#pace.hidden = !this.#pace.hidden;
      paceButton.setAttribute('aria-expanded', String(!this.#pace.hidden));
    });
    paceButton.setAttribute('aria-expanded', 'false');
    paceButton.setAttribute('aria-controls', 'pace-again');
    this.element.append(
      this.#line,
      h(
        'div',
        { class: 'actions three' },
        button('change-need', t('change.need'), () => store.go({ need: null, facility: null })),
        button('change-where', t('change.where'), () => store.go({ origin: null, facility: null })),
        paceButton,
      ),
      this.#pace,
    );
  }

  /** @param label how the start was chosen, where the page knows it */
  update(label: StartLabel, answer: FindAnswer | null): void {
    const { tr, store, welcome } = this.#context;
    const { need, origin } = store.state;
    if (need === null || origin === null) return;
    const asked = askedBy(need, welcome);
    const what = asked.kind === 'need' ? asked.need : typeOf(this.#context, asked.type);
    const place = startWords(this.#context, label, answer);
    this.#line.textContent = [
      tr.named(what),
      tr.t('find.origin', { place }),
      paceName(this.#context),
    ].join(' · ');
    const chosen = store.state.profile ?? welcome.profiles[0]?.code;
    for (const radio of this.#pace.querySelectorAll<HTMLInputElement>('input')) {
      radio.checked = radio.value === chosen;
    }
    this.#renderKeep(label);
  }

  /** Stands below the answer, where it is not in the way. */
  get keepButton(): HTMLElement {
    return this.#keep;
  }

  /** Saved only when this button is pressed, and only on the device. */
  #renderKeep(label: StartLabel): void {
    const { tr, store, saved, announce } = this.#context;
    const { origin } = store.state;
    const known =
      origin !== null && saved.places().some((one) => formatPlace(one) === formatPlace(origin));
    if (origin === null || known) {
      fill(this.#keep);
      return;
    }
    const name = label?.kind === 'named' ? label.name : tr.t('saved.home');
    const button = h(
      'button',
      {
        type: 'button',
        class: 'button',
        'data-testid': 'save-place',
        onclick: () => {
          const kept = saved.savePlace({ ...origin, name });
          const words = kept ? tr.t('saved.kept', { name }) : tr.t('saved.refused');
          fill(this.#keep, h('p', { class: 'notice', tabindex: -1 }, words));
          this.#keep.querySelector('p')?.focus();
          announce(words);
        },
      },
      icon('save'),
      tr.t('saved.keep'),
    );
    fill(this.#keep, button);
  }
}

function startWords({ tr }: FindContext, label: StartLabel, answer: FindAnswer | null): string {
  if (label?.kind === 'named') return label.name;
  if (label?.kind === 'mine') return tr.t('find.origin.mine');
  const area = answer?.origin.area;
  return area ? tr.t('find.origin.near', { area: area.name }) : tr.t('find.origin.here');
}
