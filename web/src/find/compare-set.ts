import { fill, h } from '../ui/dom';
import type { FindContext } from './context';
import { comparePage, type Named } from './links';

const MOST = 4;

/** Up to four facilities to see side by side; forgotten when the page is closed. */
export class CompareSet {
  readonly element = h('div', { class: 'compare', role: 'status', 'data-testid': 'compare' });
  readonly #chosen = new Map<string, Named>();

  has(id: string): boolean {
    return this.#chosen.has(id);
  }

  /** Returns false where no more can be taken. */
  set(facility: Named, chosen: boolean, context: FindContext): boolean {
    if (!chosen) this.#chosen.delete(facility.id);
    else if (this.#chosen.size >= MOST) return false;
    else this.#chosen.set(facility.id, { id: facility.id, externalId: facility.externalId });
    this.render(context);
    return true;
  }

  render({ tr }: FindContext): void {
    const count = this.#chosen.size;
    fill(
      this.element,
      count === 1 && h('p', { class: 'notice' }, tr.t('compare.one')),
      count > 1 &&
        h(
          'a',
          {
            class: 'button primary',
            href: comparePage([...this.#chosen.values()]),
            'data-testid': 'compare-go',
          },
          tr.t('compare.go', { count }),
        ),
    );
  }
}
