import type { Facility } from '../api/facility';
import type { MessageKey } from '../i18n/zh';
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

/** What is known of a facility that standards and targets ask, a line each; nothing is guessed. */
export function standingLines(tr: Pick<PanelContext['tr'], 't'>, facility: Facility): string[] {
  const { t } = tr;
  const line = (label: MessageKey, value: string | number | null) =>
    value === null ? null : t('fact.line', { label: t(label), value });
  const yesNo = (value: boolean | null) => (value === null ? null : t(value ? 'yes' : 'no'));
  const care = (value: string | null) =>
    value === 'none' || value === 'agreement' || value === 'site' ? t(`medical.${value}`) : value;
  return [
    line('field.operator', facility.operator),
    line('field.openedOn', facility.openedOn),
    line('field.sociallyRun', yesNo(facility.sociallyRun)),
    line('field.medicalCare', care(facility.medicalCare)),
    line('field.residents', facility.residents),
    line('field.floorArea', facility.floorAreaSquareMeters),
    line('field.landArea', facility.landAreaSquareMeters),
    line('field.meetsStandard', yesNo(facility.meetsStandard)),
    line('field.demonstrationSite', yesNo(facility.demonstrationSite)),
    line('field.regionalCentre', yesNo(facility.regionalCentre)),
  ].filter((text) => text !== null);
}
