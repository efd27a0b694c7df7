import type { PlacesTally } from '../api/answers';
import { peopleText } from '../i18n/format';
import type { Translator } from '../i18n/translator';
import type { MessageKey } from '../i18n/zh';
import { h } from '../ui/dom';

/** What becomes of people where facilities can be full; the order is that of the bar. */
const outcomes: readonly {
  kind: string;
  label: MessageKey;
  of: (tally: PlacesTally) => number;
}[] = [
  { kind: 'served', label: 'places.served', of: ({ served }) => served },
  { kind: 'over', label: 'places.over', of: ({ overCapacity }) => overCapacity },
  { kind: 'maybe', label: 'places.maybe', of: ({ unknownCapacity }) => unknownCapacity },
  { kind: 'out', label: 'places.out', of: ({ outOfReach }) => outOfReach },
];

/** One bar for all people. */
export function placesBar(tally: PlacesTally, label: string): HTMLElement {
  return h(
    'div',
    { class: 'bar', role: 'img', 'aria-label': label },
    ...outcomes.map(({ kind, of }) => {
      const part = h('span', { class: kind });
      part.style.width = `${tally.demand > 0 ? (100 * of(tally)) / tally.demand : 0}%`;
      return part;
    }),
  );
}

/** The same in numbers; nobody of unknown capacity is not worth a box. */
export function placesNumbers(tally: PlacesTally, tr: Translator): HTMLElement {
  return h(
    'dl',
    { class: 'numbers' },
    ...outcomes
      .filter(({ kind, of }) => kind !== 'maybe' || of(tally) > 0)
      .map(({ kind, label, of }) =>
        h(
          'div',
          { class: `number ${kind}` },
          h('dt', {}, tr.t(label)),
          h('dd', {}, peopleText(of(tally), tr)),
        ),
      ),
  );
}
