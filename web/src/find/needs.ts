import type { Need, Welcome } from '../api/find';

/** What is asked of the server: a need, or facilities of one type. */
export type Asked =
  | { readonly kind: 'need'; readonly need: Need }
  | { readonly kind: 'type'; readonly type: string };

/** How the former page named its buttons: by a type that stood for a need. */
const formerly: Readonly<Record<string, string>> = {
  meal_point: 'eat',
  day_care_centre: 'day',
  nursing_station: 'nursing',
  care_home: 'live',
  clinic: 'doctor',
  activity_centre: 'activity',
  adviser_desk: 'adviser',
  supermarket: 'shop',
};

/**
 * What the code in a fragment stands for: a need, also under the name that links of the former page
 * have for it, or else a type.
 */
export function askedBy(code: string, welcome: Welcome): Asked {
  const needOf = (name: string | undefined) => welcome.needs.find((need) => need.code === name);
  const need = needOf(code) ?? needOf(formerly[code]);
  return need ? { kind: 'need', need } : { kind: 'type', type: code };
}

/** Needs that can be met first, in the server's order; the others follow, so that all are seen. */
export function inOrder(needs: readonly Need[]): Need[] {
  const met = ({ facilities }: Need) => facilities > 0;
  return [...needs.filter(met), ...needs.filter((need) => !met(need))];
}

/** Whether the need is one for a meal, which can come to the door. */
export function isMeal(asked: Asked): boolean {
  return asked.kind === 'need'
    ? asked.need.services.includes('meals') || asked.need.types.includes('meal_point')
    : asked.type === 'meal_point';
}
