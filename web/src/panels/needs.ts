import type { MessageKey } from '../i18n/zh';

/** A button of the find panel: a need in everyday words, and the types that answer it. */
export interface Need {
  /** The first type's code; stands for the need in links and test hooks. */
  readonly code: string;
  readonly types: readonly string[];
  readonly label: MessageKey;
  readonly hint: MessageKey;
}

export const needs: readonly Need[] = [
  { code: 'meal_point', types: ['meal_point'], label: 'need.meal', hint: 'need.meal.hint' },
  {
    code: 'day_care_centre',
    types: ['day_care_centre', 'home_care_station'],
    label: 'need.day',
    hint: 'need.day.hint',
  },
  {
    code: 'nursing_station',
    types: ['nursing_station'],
    label: 'need.nursing',
    hint: 'need.nursing.hint',
  },
  { code: 'care_home', types: ['care_home'], label: 'need.home', hint: 'need.home.hint' },
  { code: 'clinic', types: ['clinic', 'hospital'], label: 'need.doctor', hint: 'need.doctor.hint' },
  {
    code: 'activity_centre',
    types: ['activity_centre', 'elder_university'],
    label: 'need.activity',
    hint: 'need.activity.hint',
  },
  {
    code: 'adviser_desk',
    types: ['adviser_desk'],
    label: 'need.adviser',
    hint: 'need.adviser.hint',
  },
  { code: 'care_centre', types: ['care_centre'], label: 'need.centre', hint: 'need.centre.hint' },
  { code: 'supermarket', types: ['supermarket'], label: 'need.shop', hint: 'need.shop.hint' },
];

/** The types behind a need; a type that has no button of its own stands for itself. */
export function typesOfNeed(code: string): readonly string[] {
  return needs.find((need) => need.code === code)?.types ?? [code];
}
