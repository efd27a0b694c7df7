import { groupName, typeWord } from '../context';
import { yuanText } from '../money';
import type { PlanState } from '../state';
import type { Asked } from './answers';
import type { SitesContext } from './context';
import { models, requestOf } from './question';

/** What a selection was asked with, in words. */
export function askedWords(asked: Asked, context: SitesContext): string {
  const { tr, catalog } = context;
  const { t, number } = tr;
  const model = models.find((one) => one === asked.model);
  const profile = catalog.status.profiles?.find(({ code }) => code === asked.profile);
  const { outer } = asked.zoneMinutes;
  const percent = (share: number) => number(share * 100, 1);
  const counted = model !== 'lscp';
  return [
    model && t(`model.${model}`),
    asked.type && typeWord(context, asked.type),
    asked.group && groupName(context, asked.group),
    t('asked.minutes', { minutes: number(asked.minutes) }),
    outer !== undefined && t('asked.outer', { minutes: number(outer) }),
    profile && tr.named(profile),
    asked.speedKmh !== null && t('asked.speed', { speed: number(asked.speedKmh, 2) }),
    Object.keys(asked.weights).length > 0 && t('asked.weights'),
    counted && asked.sites !== null && t('asked.count', { count: number(asked.sites) }),
    counted &&
      asked.budgetYuan !== null &&
      t('asked.budget', { yuan: yuanText(asked.budgetYuan, tr) }),
    !counted &&
      asked.coverShare !== null &&
      asked.coverShare < 1 &&
      t('asked.cover', { share: percent(asked.coverShare) }),
    asked.minimumShare !== null && t('asked.share', { share: percent(asked.minimumShare) }),
    asked.capacities && t('asked.capacities'),
    asked.forced.length > 0 && t('asked.forced', { count: asked.forced.length }),
    asked.forbidden.length > 0 && t('asked.forbidden', { count: asked.forbidden.length }),
  ]
    .filter(Boolean)
    .join(t('list.separator'));
}

/** The walk of a run as the state of the desk; what the run does not say is as it is now. */
export function walkOf(
  asked: Asked | null,
  now: PlanState,
): Pick<PlanState, 'type' | 'minutes' | 'outerMinutes' | 'group' | 'profile' | 'speedKmh'> {
  const { type, minutes, outerMinutes, group, profile, speedKmh } = now;
  if (!asked || asked.type === '') return { type, minutes, outerMinutes, group, profile, speedKmh };
  // The service says the speed of the pace too; only one that was put in goes on.
  const samePace = profile === null || profile === asked.profile;
  return {
    type: asked.type,
    minutes: asked.minutes,
    outerMinutes: asked.zoneMinutes.outer ?? null,
    group: asked.group,
    profile: samePace ? profile : asked.profile,
    speedKmh: samePace && speedKmh === null ? null : asked.speedKmh,
  };
}

const FNV_PRIME = 0x01000193;
const FNV_START = 0x811c9dc5;

/** A short mark of what the form asks, kept in the link beside the answer it belongs to. */
export function markOf(state: PlanState): string {
  let hash = FNV_START;
  for (const char of JSON.stringify(requestOf(state))) {
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), FNV_PRIME);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
