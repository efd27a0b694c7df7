import type { Facility } from '../api/facility';
import type { FindResult, FoundFacility, Hours } from '../api/find';
import { dialable, distanceText, openingHoursText, wholeMinutes } from '../i18n/format';
import { type Child, h } from '../ui/dom';
import { icon } from '../ui/icon';
import { symbolImage } from '../ui/symbol';
import { facilityActions } from './card-actions';
import type { CompareSet } from './compare-set';
import { type FindContext, nameOf, serviceNames, typeOf } from './context';
import { openingWords } from './opening-words';
import { wayNotes, wayWords } from './way-words';

/** A facility as the page shows it, with what the answer said about it. */
export interface CardContent {
  readonly facility: Facility | FoundFacility;
  /** Null where the question was not asked that tells them. */
  readonly hours: Hours | null;
  /** When the server told, milliseconds since 1970. */
  readonly answeredAt: number;
  /** The walk; null for a facility that was looked up by name. */
  readonly result: FindResult | null;
}

export interface ListedCard {
  readonly content: CardContent & { readonly result: FindResult };
  readonly rank: number;
  readonly unfolded: boolean;
  readonly toggle: () => void;
}

/** One line of the ranked list: what decides is seen at once, the rest when it is unfolded. */
export function listedCard(
  context: FindContext,
  compare: CompareSet,
  card: ListedCard,
): HTMLElement {
  const { content, rank, unfolded, toggle } = card;
  const { result, facility } = content;
  const { t } = context.tr;
  const bodyId = `card-${rank}`;
  const type = typeOf(context, facility.type);
  return h(
    'li',
    {
      class: unfolded ? 'card result unfolded' : 'card result',
      'data-testid': 'result-item',
      'data-facility': facility.id,
    },
    h(
      'h3',
      {},
      h(
        'button',
        {
          type: 'button',
          class: 'card-head',
          'aria-expanded': String(unfolded),
          'aria-controls': bodyId,
          onclick: toggle,
        },
        h(
          'span',
          { class: result.within ? 'walk' : 'walk far' },
          h('b', {}, wholeMinutes(result.seconds)),
          h('span', {}, t('minutes')),
        ),
        h(
          'span',
          { class: 'card-title' },
          h('span', { class: 'card-name' }, `${rank}. ${nameOf(context, facility)}`),
          h(
            'span',
            { class: 'card-sub' },
            symbolImage(type, 1.2),
            h(
              'span',
              {},
              `${context.tr.named(type)} · ${t('card.walk', { distance: distanceText(result.meters, context.tr) })}`,
            ),
          ),
        ),
      ),
    ),
    ...summary(context, content),
    h(
      'div',
      { id: bodyId, class: 'card-body', hidden: !unfolded },
      ...(unfolded ? details(context, compare, content) : []),
    ),
  );
}

/** A facility by itself, without a walk to it. */
export function singleCard(
  context: FindContext,
  compare: CompareSet,
  content: CardContent,
  heading: HTMLElement,
): HTMLElement {
  const type = typeOf(context, content.facility.type);
  return h(
    'div',
    { class: 'card unfolded', 'data-testid': 'facility-card' },
    heading,
    h('p', { class: 'card-sub' }, symbolImage(type, 1.2), context.tr.named(type)),
    ...summary(context, content),
    h('div', { class: 'card-body' }, ...details(context, compare, content)),
  );
}

/** Open or not, the price, and what speaks for or against going there. */
function summary(context: FindContext, { facility, hours, answeredAt, result }: CardContent) {
  const { tr, welcome } = context;
  const { t } = tr;
  const opening = hours && openingWords(hours, answeredAt, context.now(), welcome.timeZone, tr);
  const { freePlaces, freePlacesOn } = facility;
  const tags: (string | null)[] = [
    ...serviceNames(context, facility.services),
    facility.starRating === null ? null : t('fact.stars', { count: facility.starRating }),
    freePlaces === null
      ? null
      : freePlacesOn === null
        ? t('fact.free', { count: freePlaces })
        : t('fact.freeOn', { count: freePlaces, date: freePlacesOn }),
    facility.stepFree === null ? null : t(facility.stepFree ? 'fact.stepFree' : 'fact.steps'),
    result?.delivers ? t('delivery.here') : null,
  ];
  const status = statusWords(context, facility.status);
  return [
    opening && h('p', { class: `state ${opening.state}`, 'data-testid': 'opening' }, opening.text),
    opening?.advice && h('p', { class: 'notice warn' }, opening.advice),
    facility.fees && h('p', { class: 'price' }, icon('money'), h('span', {}, facility.fees)),
    h(
      'ul',
      { class: 'tags' },
      status && h('li', { class: 'tag' }, status),
      ...tags.filter((text) => text !== null).map((text) => h('li', { class: 'tag' }, text)),
    ),
    h(
      'p',
      { class: 'hint verified' },
      facility.lastVerified === null
        ? t('fact.notVerified')
        : t('fact.verified', { date: facility.lastVerified }),
    ),
  ].filter((child) => child !== null && child !== '' && child !== undefined) as HTMLElement[];
}

function statusWords({ tr }: FindContext, status: string): string | null {
  switch (status) {
    case 'planned':
      return tr.t('status.planned');
    case 'building':
      return tr.t('status.building');
    case 'closed':
      return tr.t('status.closed');
    default:
      return null;
  }
}

function details(context: FindContext, compare: CompareSet, content: CardContent): Child[] {
  const { facility, result } = content;
  const { t } = context.tr;
  const number = dialable(facility.phone ?? '');
  return [
    number === ''
      ? h('p', { class: 'hint' }, t('card.noPhone'))
      : h(
          'a',
          { class: 'button primary call', href: `tel:${number}`, 'data-testid': 'call' },
          icon('phone'),
          callWords(context, facility.phone ?? ''),
        ),
    facts(context, content),
    result && walk(context, result),
    facilityActions(context, compare, facility),
  ];
}

/** The number stays in one piece where there is room for it. */
function callWords({ tr }: FindContext, phone: string): HTMLElement {
  const [before = '', after = ''] = tr.t('card.call', { phone: '\n' }).split('\n');
  return h('span', {}, before, h('span', { class: 'number' }, phone), after);
}

function facts(context: FindContext, { facility, hours }: CardContent): HTMLElement | null {
  const { tr } = context;
  const { t } = tr;
  const hoursText = hours?.text ?? facility.openingHours;
  const rows: [string, string | null][] = [
    [t('fact.hours'), hoursText ? openingHoursText(hoursText, tr) : null],
    [t('fact.comment'), hours?.comment ?? null],
    [t('fact.address'), facility.address],
    [t('fact.audience'), facility.audience],
    [t('fact.operator'), facility.operator],
    [t('fact.data'), facility.sample ? t('sample.tag') : null],
  ];
  const known = rows.filter(([, value]) => value);
  if (known.length === 0) return null;
  return h(
    'dl',
    { class: 'facts' },
    ...known.flatMap(([name, value]) => [h('dt', {}, name), h('dd', {}, value)]),
  );
}

function walk(context: FindContext, result: FindResult): HTMLElement {
  const { tr } = context;
  const { t } = tr;
  const { way, facility } = result;
  return h(
    'section',
    { class: 'way', 'data-testid': 'way' },
    h('h4', {}, icon('walk'), t('way.title')),
    h(
      'p',
      { class: 'there-and-back', 'data-testid': 'there-and-back' },
      thereAndBack(result, context),
    ),
    ...(way === null
      ? [h('p', { class: 'hint' }, t('way.straight'))]
      : [
          h('p', {}, wayNotes(way, tr).join(tr.lang === 'zh' ? '' : ' ')),
          h(
            'ol',
            { class: 'way-parts' },
            ...wayWords(way, nameOf(context, facility), tr).map((line) => h('li', {}, line)),
          ),
        ]),
  );
}

/** Both walks, as hills and one-way paths make them differ; only one where only one was asked for. */
function thereAndBack(result: FindResult, { tr }: FindContext): string {
  const { secondsThere, secondsBack, seconds } = result;
  const { t } = tr;
  if (secondsThere !== null && secondsBack !== null) {
    return t('card.thereAndBack', {
      there: wholeMinutes(secondsThere),
      back: wholeMinutes(secondsBack),
    });
  }
  return secondsBack !== null && secondsThere === null
    ? t('card.back', { minutes: wholeMinutes(secondsBack) })
    : t('card.there', { minutes: wholeMinutes(secondsThere ?? seconds) });
}
