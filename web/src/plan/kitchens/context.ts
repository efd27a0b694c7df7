import type { TranslatorOf } from '../../i18n/language';
import type { FrameKey } from '../../i18n/plan/frame-zh';
import type { KitchensKey } from '../../i18n/plan/kitchens-zh';
import type { PlanContext } from '../context';
import type { Kitchen, Kitchens } from './answers';

/** What the parts of this tab work with. */
export interface KitchensContext extends PlanContext {
  readonly tr: TranslatorOf<FrameKey | KitchensKey>;
}

/** Dark enough for white numbers and for a line over the map, far enough from one another. */
const COLORS = [
  '#0b6e4f',
  '#5b3fa8',
  '#8a5a00',
  '#0a5c9e',
  '#9c2a6b',
  '#3d6b00',
  '#7a4630',
  '#00696f',
] as const;

/** Colour of a point that nobody feeds. */
export const UNFED = '#be3b12';

/** Colour of each kitchen that takes part, by id. */
export function colorsOf({ kitchens }: Kitchens): ReadonlyMap<string, string> {
  return new Map(
    kitchens
      .filter(({ state }) => state !== 'closed')
      .map(({ id }, at) => [id, COLORS[at % COLORS.length] ?? COLORS[0]]),
  );
}

/** A kitchen's name; those that are tried are numbered. */
export function kitchenName({ tr }: KitchensContext, kitchen: Kitchen): string {
  return kitchen.name ?? tr.t('try.name', { number: kitchen.id.replace('added-', '') });
}

/** Number of a kitchen that is tried, from 0; -1 for others. */
export function triedAt(id: string): number {
  return id.startsWith('added-') ? Number(id.slice('added-'.length)) - 1 : -1;
}
