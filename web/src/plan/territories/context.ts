import type { TranslatorOf } from '../../i18n/language';
import type { FrameKey } from '../../i18n/plan/frame-zh';
import type { TerritoriesKey } from '../../i18n/plan/territories-zh';
import type { PlanContext } from '../context';
import { ownOf } from '../state';
import { type Balance, balances, type Kind, kinds, type Part } from './answers';

export type TerritoriesTranslator = TranslatorOf<TerritoriesKey | FrameKey>;

/** What the parts of this tab work with. */
export interface TerritoriesContext extends PlanContext {
  readonly tr: TerritoriesTranslator;
}

/** What the form asks for, from the link. */
export interface Wish {
  readonly kind: Kind;
  readonly centreType: string;
  readonly parts: number | null;
  readonly operators: readonly string[];
  readonly stationsPerCentre: number | null;
  readonly balance: Balance;
  readonly tolerancePercent: number | null;
}

export function wishOf({ store }: PlanContext): Wish {
  const own = (name: string) => ownOf(store.state, `territories.${name}`);
  const whole = (name: string) => {
    const value = Number(own(name));
    return own(name) !== null && Number.isFinite(value) ? value : null;
  };
  return {
    kind: kinds.find((kind) => kind === own('kind')) ?? 'centres',
    centreType: own('centreType') ?? 'care_centre',
    parts: whole('parts'),
    operators: (own('operators') ?? '').split('\n').filter((name) => name.trim() !== ''),
    stationsPerCentre: whole('perCentre'),
    balance: balances.find((balance) => balance === own('balance')) ?? 'stations',
    tolerancePercent: whole('tolerance'),
  };
}

/** The question as the API takes it. */
export function bodyOf(context: PlanContext): Record<string, unknown> {
  const wish = wishOf(context);
  const { type, group, profile, speedKmh } = context.store.state;
  return {
    kind: wish.kind,
    type,
    centreType: wish.centreType,
    parts: wish.parts,
    operators: wish.kind === 'operators' && wish.operators.length > 0 ? wish.operators : null,
    stationsPerCentre: wish.stationsPerCentre,
    balance: wish.balance,
    tolerance: wish.tolerancePercent === null ? null : wish.tolerancePercent / 100,
    group,
    profile,
    speedKmh,
  };
}

/** A part as people call it: its number, and whoever has it. */
export function partName(part: Part, { t }: TerritoriesTranslator): string {
  const name = part.centre?.name ?? part.name;
  const number = part.index + 1;
  return name ? t('part.named', { number, name }) : t('part.name', { number });
}
