import { peopleText } from '../../i18n/format';
import { fill, h } from '../../ui/dom';
import { yuanText } from '../money';
import type { Facts, Site } from './answers';
import { useOfId } from './candidate-list';
import type { SitesContext } from './context';
import { costSourceWords, kindWords, siteName, whyLines } from './words';

/** Sites shown at first; "fewest sites" may choose hundreds. */
const PAGE = 20;

/** The chosen sites in the order of opening. */
export function siteList(context: SitesContext, sites: readonly Site[]): HTMLElement {
  const { tr } = context;
  const list = h('ol', { class: 'site-list', 'data-testid': 'site-list' });
  const show = (count: number) =>
    fill(list, ...sites.slice(0, count).map((site) => siteCard(context, site)));
  show(PAGE);
  const all = h(
    'button',
    {
      type: 'button',
      class: 'button',
      hidden: sites.length <= PAGE,
      'data-testid': 'site-list-all',
      onclick: () => {
        show(sites.length);
        all.hidden = true;
        list.querySelector<HTMLElement>(`li:nth-child(${PAGE + 1})`)?.focus();
      },
    },
    tr.t('sites.all', { count: sites.length }),
  );
  return h('section', { class: 'part' }, h('h2', {}, tr.t('sites.title')), list, all);
}

function siteCard(context: SitesContext, site: Site): HTMLElement {
  return h(
    'li',
    { class: 'site-card', 'data-site': site.id, tabindex: -1 },
    h('span', { class: 'rank', 'aria-hidden': 'true' }, site.rank),
    h('div', { class: 'site-body' }, ...siteFacts(context, site), whyFold(context, site)),
  );
}

/** Candidates that were not chosen, folded, each with the reason. */
export function rejectedFold(context: SitesContext, rejected: readonly Facts[]): HTMLElement {
  const { tr } = context;
  return h(
    'details',
    { class: 'fold', 'data-testid': 'rejected' },
    h('summary', {}, h('b', {}, tr.t('rejected.title', { count: rejected.length }))),
    h(
      'ul',
      { class: 'site-list' },
      ...rejected.map((facts) =>
        h(
          'li',
          { class: 'site-card', 'data-site': facts.id, tabindex: -1 },
          h(
            'div',
            { class: 'site-body' },
            ...siteFacts(context, facts),
            ...whyLines(facts, context).map((line) => h('p', {}, line)),
          ),
        ),
      ),
    ),
  );
}

/** Name, place, gain, cost and whence the cost comes, and a way to it on the map. */
export function siteFacts(context: SitesContext, facts: Site | Facts): HTMLElement[] {
  const { tr, ground, map } = context;
  const { t, number } = tr;
  const name = siteName(facts, tr);
  const where = [facts.areaName, facts.townName].filter(Boolean);
  const figures = [
    // The aim first: minutes where minutes were asked for.
    facts.gainMinutes !== null && t('site.minutes', { minutes: number(facts.gainMinutes) }),
    facts.gain !== null && t('site.gain', { people: peopleText(facts.gain, tr) }),
    ...perMoney(facts, tr),
    facts.capacity !== null && t('site.capacity', { people: number(facts.capacity) }),
  ].filter((words) => words !== false);
  return [
    h(
      'div',
      { class: 'site-head' },
      h('b', {}, name),
      h('span', { class: 'tag' }, kindWords(facts.kind, tr)),
      facts.forced && h('span', { class: 'tag' }, t('site.forced')),
      h(
        'button',
        {
          type: 'button',
          class: 'link',
          'aria-label': `${t('map.find')}: ${name}`,
          'data-testid': 'site-map',
          onclick: () => map.reveal(facts),
        },
        t('map.find'),
      ),
    ),
    h('p', { class: 'hint' }, where.join(t('list.separator'))),
    h(
      'ul',
      { class: 'figures' },
      ...figures.map((words, index) => h('li', { class: index === 0 ? 'main' : null }, words)),
    ),
    h(
      'p',
      { 'data-testid': 'site-cost' },
      facts.priceYuan === null
        ? t('site.cost.unknown')
        : t('site.cost', {
            yuan: yuanText(facts.priceYuan, tr),
            source: costSourceWords(facts.costSource, ground.grants, tr),
          }),
    ),
    useRow(context, facts.id, name),
  ];
}

/** What 10,000 yuan do here: in the unit of the aim. */
function perMoney(
  { gainMinutes, gainPer10kYuan, priceYuan }: Site | Facts,
  { t, number }: SitesContext['tr'],
): string[] {
  if (gainMinutes !== null) {
    if (priceYuan === null || priceYuan <= 0) return [];
    return [t('site.perMinutes', { minutes: number((gainMinutes / priceYuan) * 10_000) })];
  }
  return gainPer10kYuan === null ? [] : [t('site.per', { people: number(gainPer10kYuan, 1) })];
}

/** Whether it must, may or must not be chosen next time. */
export function useRow(context: SitesContext, id: string, name: string): HTMLElement {
  return h(
    'div',
    { class: 'use-row' },
    h('span', { class: 'field-name', 'aria-hidden': 'true' }, context.tr.t('col.use')),
    useOfId(context, id, name),
  );
}

function whyFold(context: SitesContext, site: Site): HTMLElement {
  const { tr } = context;
  return h(
    'details',
    { class: 'fold' },
    h(
      'summary',
      { 'data-testid': 'site-why' },
      tr.t('why.title'),
      h('span', { class: 'visually-hidden' }, siteName(site, tr)),
    ),
    h('ul', { class: 'why-list' }, ...whyLines(site, context).map((line) => h('li', {}, line))),
  );
}
