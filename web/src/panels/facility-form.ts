import type { Facility, FacilityDraft, Standing } from '../api/facility';
import { isLonLat, type LonLat } from '../geo/lonlat';
import type { MessageKey } from '../i18n/zh';
import { h } from '../ui/dom';
import type { PanelContext } from './context';
import { statusName } from './facility-facts';

export const statuses = ['planned', 'building', 'operating', 'closed'] as const;

type TextName =
  | 'areaCode'
  | 'externalId'
  | 'operator'
  | 'address'
  | 'phone'
  | 'openingHours'
  | 'fees'
  | 'audience'
  | 'website'
  | 'nameEn'
  | 'source'
  | 'leadingCentre';
type FlagName = 'sociallyRun' | 'meetsStandard' | 'demonstrationSite' | 'regionalCentre';
type NumberName =
  | 'beds'
  | 'nursingBeds'
  | 'freePlaces'
  | 'floorAreaSquareMeters'
  | 'mealsPerDay'
  | 'starRating'
  | 'residents'
  | 'landAreaSquareMeters';

const textFields: readonly { name: TextName; label: MessageKey; hint?: MessageKey }[] = [
  { name: 'phone', label: 'field.phone' },
  { name: 'address', label: 'field.address' },
  { name: 'operator', label: 'field.operator' },
  { name: 'openingHours', label: 'field.openingHours', hint: 'field.openingHours.hint' },
  { name: 'fees', label: 'field.fees' },
  { name: 'audience', label: 'field.audience' },
  { name: 'website', label: 'field.website' },
  { name: 'nameEn', label: 'field.nameEn' },
  { name: 'areaCode', label: 'field.areaCode' },
  { name: 'externalId', label: 'field.externalId' },
  { name: 'source', label: 'field.source' },
];
const numberFields: readonly { name: NumberName; label: MessageKey; step: string; max?: number }[] =
  [
    { name: 'beds', label: 'field.beds', step: '1' },
    { name: 'nursingBeds', label: 'field.nursingBeds', step: '1' },
    { name: 'freePlaces', label: 'field.freePlaces', step: '1' },
    { name: 'mealsPerDay', label: 'field.mealsPerDay', step: '1' },
    { name: 'floorAreaSquareMeters', label: 'field.floorArea', step: 'any' },
    { name: 'starRating', label: 'field.starRating', step: '1', max: 5 },
  ];

const medicalCares = ['none', 'agreement', 'site'] as const;
const flagFields: readonly { name: FlagName; label: MessageKey }[] = [
  { name: 'sociallyRun', label: 'field.sociallyRun' },
  { name: 'meetsStandard', label: 'field.meetsStandard' },
  { name: 'demonstrationSite', label: 'field.demonstrationSite' },
  { name: 'regionalCentre', label: 'field.regionalCentre' },
];
const standingNumbers: readonly { name: NumberName; label: MessageKey; step: string }[] = [
  { name: 'residents', label: 'field.residents', step: '1' },
  { name: 'landAreaSquareMeters', label: 'field.landArea', step: 'any' },
];

/**
 * What the form says of standards and targets.
 *
 * @param text the text of a field by its name, null where it is empty: unknown
 */
export function standingOf(text: (name: keyof Standing) => string | null): Standing {
  const flag = (name: keyof Standing) => {
    const value = text(name);
    return value === null ? null : value === 'true';
  };
  const number = (name: keyof Standing) => {
    const value = text(name);
    return value === null ? null : Number(value);
  };
  return {
    openedOn: text('openedOn'),
    sociallyRun: flag('sociallyRun'),
    medicalCare: text('medicalCare'),
    residents: number('residents'),
    landAreaSquareMeters: number('landAreaSquareMeters'),
    meetsStandard: flag('meetsStandard'),
    leadingCentre: text('leadingCentre'),
    demonstrationSite: flag('demonstrationSite'),
    regionalCentre: flag('regionalCentre'),
  };
}

/** The fields of one facility; an empty field means unknown. */
export class FacilityForm {
  readonly fields: HTMLElement;
  readonly #form: () => HTMLFormElement | null;
  readonly #lon: HTMLInputElement;
  readonly #lat: HTMLInputElement;

  constructor(
    context: PanelContext,
    private readonly original: Facility | null,
    placeChanged: (place: LonLat | null) => void,
  ) {
    const { t, named } = context.tr;
    const { types, services } = context.catalog();
    const moved = () => placeChanged(this.placeOf());
    const degree = (name: string, value: number | undefined, limit: number) =>
      h('input', {
        name,
        type: 'number',
        step: 'any',
        min: -limit,
        max: limit,
        required: true,
        value,
        'data-testid': `facility-${name}`,
        onchange: moved,
      });
    this.#lon = degree('lon', original?.lon, 180);
    this.#lat = degree('lat', original?.lat, 90);
    const text = (name: string, value: string | null | undefined, required = false) =>
      h('input', { name, value: value ?? null, required, 'data-testid': `facility-${name}` });
    const labelled = (label: MessageKey, input: HTMLElement, hint?: MessageKey) =>
      h(
        'label',
        { class: 'field' },
        h('span', {}, t(label)),
        input,
        hint && h('small', {}, t(hint)),
      );
    const options = (values: readonly { value: string; label: string }[], chosen: string) =>
      values.map(({ value, label }) => h('option', { value, selected: value === chosen }, label));
    const yesNo = (name: string, value: boolean | null | undefined) =>
      h(
        'select',
        { name, 'data-testid': `facility-${name}` },
        ...options(
          [
            { value: '', label: t('unknown') },
            { value: 'true', label: t('yes') },
            { value: 'false', label: t('no') },
          ],
          value == null ? '' : String(value),
        ),
      );
    const count = ({ name, step, max }: { name: NumberName; step: string; max?: number }) =>
      h('input', {
        name,
        type: 'number',
        min: 0,
        max,
        step,
        value: original?.[name] ?? null,
        'data-testid': `facility-${name}`,
      });
    const day = (name: 'openedOn' | 'freePlacesOn' | 'lastVerified') =>
      h('input', {
        name,
        type: 'date',
        value: original?.[name] ?? null,
        'data-testid': `facility-${name}`,
      });
    this.fields = h(
      'div',
      { class: 'form-fields' },
      labelled('field.name', text('name', original?.name, true)),
      labelled(
        'field.type',
        h(
          'select',
          { name: 'type', 'data-testid': 'facility-type' },
          ...options(
            [...types.values()].map((type) => ({ value: type.code, label: named(type) })),
            original?.type ?? 'meal_point',
          ),
        ),
      ),
      labelled(
        'field.status',
        h(
          'select',
          { name: 'status', 'data-testid': 'facility-status' },
          ...options(
            statuses.map((status) => ({ value: status, label: statusName(context, status) })),
            original?.status ?? 'operating',
          ),
        ),
      ),
      h(
        'div',
        { class: 'fields' },
        labelled('field.lon', this.#lon),
        labelled('field.lat', this.#lat),
      ),
      ...textFields.map(({ name, label, hint }) =>
        labelled(label, text(name, original?.[name]), hint),
      ),
      labelled(
        'field.deliveryAreas',
        text('deliveryAreas', original?.deliveryAreas.join(', ')),
        'field.deliveryAreas.hint',
      ),
      h(
        'fieldset',
        { class: 'types' },
        h('legend', {}, t('field.services')),
        h(
          'div',
          { class: 'chips' },
          ...services.map((service) =>
            h(
              'label',
              { class: 'chip' },
              h('input', {
                type: 'checkbox',
                name: 'services',
                value: service.code,
                checked: original?.services.includes(service.code) ?? false,
              }),
              h('span', {}, named(service)),
            ),
          ),
        ),
      ),
      h(
        'div',
        { class: 'fields' },
        ...numberFields.map((field) => labelled(field.label, count(field))),
        labelled('field.stepFree', yesNo('stepFree', original?.stepFree)),
        labelled('field.freePlacesOn', day('freePlacesOn')),
        labelled('field.lastVerified', day('lastVerified')),
      ),
      h(
        'fieldset',
        { class: 'types' },
        h('legend', {}, t('field.standing')),
        h(
          'div',
          { class: 'fields' },
          labelled('field.openedOn', day('openedOn')),
          ...standingNumbers.map((field) => labelled(field.label, count(field))),
          labelled(
            'field.medicalCare',
            h(
              'select',
              { name: 'medicalCare', 'data-testid': 'facility-medicalCare' },
              ...options(
                [
                  { value: '', label: t('unknown') },
                  ...medicalCares.map((care) => ({ value: care, label: t(`medical.${care}`) })),
                ],
                original?.medicalCare ?? '',
              ),
            ),
          ),
          ...flagFields.map(({ name, label }) => labelled(label, yesNo(name, original?.[name]))),
        ),
        labelled(
          'field.leadingCentre',
          text('leadingCentre', original?.leadingCentre),
          'field.leadingCentre.hint',
        ),
      ),
    );
    this.#form = () => this.fields.closest('form');
  }

  setPlace({ lon, lat }: LonLat): void {
    this.#lon.value = lon.toFixed(6);
    this.#lat.value = lat.toFixed(6);
  }

  placeOf(): LonLat | null {
    const lon = this.#lon.valueAsNumber;
    const lat = this.#lat.valueAsNumber;
    return isLonLat(lon, lat) ? { lon, lat } : null;
  }

  /** What would be sent; null where the browser finds a field that cannot be right. */
  draft(): FacilityDraft | null {
    const form = this.#form();
    const place = this.placeOf();
    if (!form?.reportValidity() || !place) return null;
    const values = new FormData(form);
    const text = (name: string) => String(values.get(name) ?? '').trim() || null;
    const number = (name: NumberName) => {
      const value = text(name);
      return value === null ? null : Number(value);
    };
    const stepFree = text('stepFree');
    const version = this.original?.version ?? null;
    return {
      ...place,
      name: text('name') ?? '',
      type: text('type') ?? '',
      status: text('status') ?? 'operating',
      externalId: text('externalId'),
      operator: text('operator'),
      address: text('address'),
      phone: text('phone'),
      openingHours: text('openingHours'),
      fees: text('fees'),
      source: text('source'),
      areaCode: text('areaCode'),
      services: values.getAll('services').map(String),
      beds: number('beds'),
      nursingBeds: number('nursingBeds'),
      floorAreaSquareMeters: number('floorAreaSquareMeters'),
      mealsPerDay: number('mealsPerDay'),
      starRating: number('starRating'),
      stepFree: stepFree === null ? null : stepFree === 'true',
      lastVerified: text('lastVerified'),
      nameEn: text('nameEn'),
      freePlaces: number('freePlaces'),
      freePlacesOn: text('freePlacesOn'),
      audience: text('audience'),
      deliveryAreas: (text('deliveryAreas') ?? '').split(/[,，;；、\s]+/).filter(Boolean),
      website: text('website'),
      ...standingOf(text),
      ...(version === null ? {} : { version }),
    };
  }
}
