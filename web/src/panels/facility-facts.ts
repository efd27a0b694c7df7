import type { Facility } from '../api/facility';
import { h } from '../ui/dom';
import type { PanelContext } from './context';

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
