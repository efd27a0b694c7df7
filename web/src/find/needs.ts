import type { Need, Welcome } from '../api/find';

/** What is asked of the server: a need, or facilities of one type. */
export type Asked =
  | { readonly kind: 'need'; readonly need: Need }
  | { readonly kind: 'type'; readonly type: string };

/**
 * What the code in a fragment stands for. Links of the former page name a need by the first of its
 * types; a type that leads no need stands for itself.
 */
export function askedBy(code: string, welcome: Welcome): Asked {
  const need =
    welcome.needs.find((candidate) => candidate.code === code) ??
    welcome.needs.find(({ types }) => types[0] === code);
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
