import type { Reach } from '../api/answers';
import type { Facility } from '../api/facility';
import { peopleText } from '../i18n/format';
import { h } from '../ui/dom';
import { groupName, type PanelContext, typeName } from './context';
import { placesBar } from './places';

/** What a provider wants to know, group by group. */
export function reachReport(context: PanelContext, facility: Facility, reach: Reach): HTMLElement {
  const { t } = context.tr;
  const { group } = context.store.state;
  const people = (count: number | null | undefined) => peopleText(count ?? null, context.tr);
  const groups = context
    .catalog()
    .status.groups.map(({ code }) => code)
    .filter((code) => code in reach.reached);
  const main = groups.includes(group) ? group : (groups[0] ?? group);
  const outside = reach.justOutside;
  const type = typeName(context, facility.type);
  return h(
    'section',
    { 'aria-label': t('provider.result') },
    h(
      'p',
      { class: 'headline' },
      h('span', { class: 'share', 'data-testid': 'provider-reached' }, people(reach.reached[main])),
      h(
        'span',
        {},
        t('provider.headline', { group: groupName(context, main), minutes: reach.minutes }),
      ),
    ),
    h(
      'dl',
      { class: 'numbers three' },
      numberOf('covered', t('provider.only'), people(reach.onlyThis[main])),
      numberOf('other', t('provider.other', { type }), people(reach.alsoReachOther[main])),
      outside &&
        numberOf(
          'outside',
          t('provider.outside', { minutes: outside.minutes }),
          people(outside.counts[main]),
        ),
    ),
    places(context, reach),
    h('h2', {}, t('provider.groups')),
    h(
      'div',
      { class: 'table-scroll', tabindex: 0, role: 'region', 'aria-label': t('provider.groups') },
      h(
        'table',
        { 'data-testid': 'reach-table' },
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            ...[
              t('plan.group'),
              t('provider.reached'),
              t('provider.alsoOther'),
              t('provider.justOutside'),
            ].map((label) => h('th', { scope: 'col' }, label)),
          ),
        ),
        h(
          'tbody',
          {},
          ...groups.map((code) =>
            h(
              'tr',
              {},
              h('th', { scope: 'row' }, groupName(context, code)),
              h('td', {}, people(reach.reached[code])),
              h('td', {}, people(reach.alsoReachOther[code])),
              h('td', {}, people(outside?.counts[code])),
            ),
          ),
        ),
      ),
    ),
    unknownNote(context, reach, main),
    h('h2', {}, t('provider.overlaps')),
    overlaps(context, reach, main),
  );
}

function numberOf(kind: string, label: string, value: string): HTMLElement {
  return h('div', { class: `number ${kind}` }, h('dt', {}, label), h('dd', {}, value));
}

/** My load against my capacity, and what becomes of the others who could walk to me. */
function places(context: PanelContext, reach: Reach): HTMLElement | null {
  const { t } = context.tr;
  const { places: mine } = reach;
  if (!mine) return null;
  const people = (count: number | null) => peopleText(count, context.tr);
  const { capacity, load } = mine;
  const title = h('h2', {}, t('load.title'));
  const element = (...content: (HTMLElement | null)[]) =>
    h('div', { class: 'places', 'data-testid': 'provider-places' }, title, ...content);
  if (capacity === null || load === null) {
    return element(h('p', { class: 'notice' }, t('load.unknown')));
  }
  const bar = placesBar(
    {
      demand: mine.inReach,
      served: load,
      overCapacity: mine.left,
      unknownCapacity: 0,
      outOfReach: mine.servedElsewhere,
      unknownPoints: 0,
      servedShare: null,
    },
    t('load.title'),
  );
  return element(
    h(
      'p',
      { class: 'load' },
      h('b', { 'data-testid': 'provider-load' }, `${people(load)} / ${people(capacity)}`),
      h('span', {}, t(loadVerdict(load, capacity), { free: people(capacity - load) })),
    ),
    bar,
    h(
      'dl',
      { class: 'numbers three' },
      numberOf('served', t('load.here'), people(load)),
      numberOf('over', t('load.left'), people(mine.left)),
      numberOf('out', t('load.elsewhere'), people(mine.servedElsewhere)),
    ),
    h('p', { class: 'hint' }, t('load.how', { group: groupName(context, mine.group) })),
  );
}

/** Full means less than one place is free. */
export function loadVerdict(load: number, capacity: number): 'load.full' | 'load.free' {
  return capacity - load < 1 ? 'load.full' : 'load.free';
}

function unknownNote(context: PanelContext, reach: Reach, group: string): HTMLElement | null {
  const points = reach.unknownPoints[group] ?? 0;
  if (points === 0) return null;
  return h('p', { class: 'hint' }, context.tr.t('provider.unknown', { points }));
}

function overlaps(context: PanelContext, reach: Reach, group: string): HTMLElement {
  const { t } = context.tr;
  if (reach.overlaps.length === 0) return h('p', { class: 'notice' }, t('provider.noOverlap'));
  return h(
    'ul',
    { class: 'overlaps' },
    ...reach.overlaps.map(({ facility, sharedDemand }) => {
      // The server may only tell the shared people of one group.
      const shared = group in sharedDemand ? group : (Object.keys(sharedDemand)[0] ?? group);
      const count = peopleText(sharedDemand[shared] ?? null, context.tr);
      return h(
        'li',
        {},
        h(
          'button',
          {
            type: 'button',
            'data-testid': 'overlap-item',
            onclick: () => context.store.update({ facility: facility.id }),
          },
          h('span', {}, facility.name),
          h('b', {}, t('provider.shared', { count, group: groupName(context, shared) })),
        ),
      );
    }),
  );
}
