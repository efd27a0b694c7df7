import type { Facility } from '../api/facility';
import { dialable, openingHoursText } from '../i18n/format';
import { type Child, h } from '../ui/dom';
import { type IconName, icon } from '../ui/icon';
import type { PanelContext } from './context';

/** What is known about a facility, one line each; what is unknown is left out. */
export function facilityFacts(context: PanelContext, facility: Facility): HTMLElement {
  const { t, named } = context.tr;
  const services = facility.services.map((code) => {
    const service = context.catalog().services.find((candidate) => candidate.code === code);
    return service ? named(service) : code;
  });
  return h(
    'ul',
    { class: 'facts' },
    facility.openingHours && fact('clock', openingHoursText(facility.openingHours, context.tr)),
    facility.fees && fact('money', facility.fees),
    facility.address && fact('place', facility.address),
    services.length > 0 && fact('info', services.join(t('list.separator'))),
    facility.stepFree !== null &&
      fact('step', t(facility.stepFree ? 'fact.stepFree' : 'fact.steps')),
    facility.beds !== null && fact('provider', t('fact.beds', { beds: facility.beds })),
    facility.lastVerified && fact('info', t('fact.verified', { date: facility.lastVerified })),
  );
}

function fact(name: IconName, content: Child): HTMLElement {
  return h('li', {}, icon(name), h('span', {}, content));
}

/** A large button that calls; null where no number is known. */
export function callButton(context: PanelContext, facility: Facility): HTMLElement | null {
  const number = dialable(facility.phone ?? '');
  if (number === '') return null;
  return h(
    'a',
    { class: 'button call', href: `tel:${number}`, 'data-testid': 'call' },
    icon('phone'),
    h('span', {}, context.tr.t('find.call', { phone: facility.phone ?? '' })),
  );
}

/** Marks facilities of the sample county, and those that do not operate. */
export function facilityTags(context: PanelContext, facility: Facility): HTMLElement {
  const { t } = context.tr;
  return h(
    'span',
    { class: 'tags' },
    facility.status !== 'operating' &&
      h('span', { class: 'tag warn' }, statusName(context, facility.status)),
    facility.sample && h('span', { class: 'tag sample' }, t('sample.tag')),
  );
}

/** The name of a status; unknown ones as they are. */
export function statusName(context: PanelContext, status: string): string {
  const { t } = context.tr;
  switch (status) {
    case 'planned':
      return t('status.planned');
    case 'building':
      return t('status.building');
    case 'operating':
      return t('status.operating');
    case 'closed':
      return t('status.closed');
    default:
      return status;
  }
}
