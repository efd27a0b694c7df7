import type { NearestResult } from '../api/answers';
import type { Facility } from '../api/facility';
import { distanceText, wholeMinutes } from '../i18n/format';
import { h } from '../ui/dom';
import { icon } from '../ui/icon';
import { symbolImage } from '../ui/symbol';
import { lookOf, type PanelContext, typeName } from './context';
import { callButton, facilityFacts, facilityTags } from './facility-facts';

/** One line of the ranked list. */
export interface ResultCard {
  readonly result: NearestResult;
  readonly rank: number;
  readonly chosen: boolean;
  /** Within the promised quarter of an hour. */
  readonly near: boolean;
  readonly choose: () => void;
}

/** A result with minutes first; only the chosen one is unfolded. */
export function resultCard(context: PanelContext, card: ResultCard): HTMLElement {
  const { result, rank, chosen, near, choose } = card;
  const { t } = context.tr;
  const { facility, seconds, meters } = result;
  const details = context.catalog().facilities.get(facility.id);
  return h(
    'li',
    {
      class: chosen ? 'card chosen' : 'card',
      'data-testid': 'result-item',
      'data-facility': facility.id,
    },
    h(
      'button',
      { type: 'button', class: 'card-head', 'aria-expanded': String(chosen), onclick: choose },
      h(
        'span',
        { class: near ? 'minutes' : 'minutes far' },
        h('b', {}, wholeMinutes(seconds)),
        h('span', {}, t('minutes')),
      ),
      h(
        'span',
        { class: 'card-title' },
        h('span', { class: 'card-name' }, `${rank}. ${facility.name}`),
        h(
          'span',
          { class: 'card-sub' },
          symbolImage(lookOf(context, facility.type), 1.2),
          `${typeName(context, facility.type)} · ${t('find.walk', { distance: distanceText(meters, context.tr) })}`,
          chosen && details && facilityTags(context, details),
        ),
      ),
    ),
    chosen &&
      h(
        'div',
        { class: 'card-body' },
        details && facilityFacts(context, details),
        h('p', { class: 'there-and-back' }, icon('walk'), thereAndBack(result, context)),
        details ? callButton(context, details) : null,
      ),
  );
}

/** Both walks together, and each by itself where hills or one-way paths make them differ. */
function thereAndBack(result: NearestResult, context: PanelContext): string {
  const { t } = context.tr;
  const there = result.secondsThere ?? result.seconds;
  const back = result.secondsBack ?? result.seconds;
  const both = t('find.thereAndBack', { minutes: wholeMinutes(there + back) });
  return wholeMinutes(there) === wholeMinutes(back)
    ? both
    : `${both} (${t('find.eachWay', { there: wholeMinutes(there), back: wholeMinutes(back) })})`;
}

/** A facility that was chosen on the map without a way to it. */
export function singleCard(context: PanelContext, facility: Facility): HTMLElement {
  return h(
    'div',
    { class: 'card chosen', 'data-testid': 'facility-card' },
    h(
      'div',
      { class: 'card-body' },
      h('h2', { class: 'card-name' }, facility.name),
      h(
        'p',
        { class: 'card-sub' },
        symbolImage(lookOf(context, facility.type), 1.2),
        typeName(context, facility.type),
      ),
      facilityTags(context, facility),
      facilityFacts(context, facility),
      callButton(context, facility),
    ),
  );
}
