import { peopleText } from '../../i18n/format';
import { groupName } from '../context';
import { yuanText } from '../money';
import type { Facts, Grant, Infeasible, Run, Site } from './answers';
import type { SitesContext, SitesTranslator } from './context';

const kinds = ['idle_premises', 'community_building', 'facility', 'corner', 'place'] as const;

export function kindWords(kind: string, { t }: Pick<SitesTranslator, 't'>): string {
  const known = kinds.find((one) => one === kind);
  return t(known ? `kind.${known}` : 'kind.place');
}

/** The name of a candidate; what has none is called by its kind and where it is. */
export function siteName(
  { name, kind, areaName }: Pick<Facts, 'name' | 'kind'> & { areaName?: string | null },
  tr: SitesTranslator,
): string {
  if (name) return name;
  return [areaName, kindWords(kind, tr)].filter(Boolean).join(tr.lang === 'zh' ? '' : ' ');
}

/** Whence a price comes. */
export function costSourceWords(
  source: string,
  grants: readonly Grant[],
  tr: SitesTranslator,
): string {
  const [kind, code] = source.split(':');
  if (kind === 'grant') {
    const found = grants.find((grant) => grant.code === code);
    // Before the grants have arrived, and for one that is no longer there: no raw code.
    if (!found) return tr.t('cost.grant.any');
    return tr.t('cost.grant', { name: tr.named({ nameZh: found.zh, nameEn: found.en }) });
  }
  if (kind === 'own' || kind === 'request') return tr.t(`cost.${kind}`);
  return tr.t('cost.unknown');
}

const phases = ['waiting', 'walks', 'greedy', 'interchange', 'lagrange', 'exact', 'done'] as const;

export function phaseWords(phase: string | null, { t }: Pick<SitesTranslator, 't'>): string {
  const known = phases.find((one) => one === phase);
  return t(known ? `phase.${known}` : 'phase.other');
}

const methods = ['greedy', 'interchange', 'lagrange', 'exact'] as const;

export function methodWords(method: string | null, { t }: Pick<SitesTranslator, 't'>): string {
  const known = methods.find((one) => one === method);
  return t(known ? `method.${known}` : 'unknown');
}

const units = ['people', 'weighted people', 'sites', 'person-minutes'] as const;

/** A value of the aim with its unit. */
export function unitWords(value: number, unit: string, tr: SitesTranslator): string {
  if (unit === 'yuan') return yuanText(value, tr);
  const known = units.find((one) => one === unit);
  const text = tr.number(value, value !== 0 && Math.abs(value) < 10 ? 1 : 0);
  return known ? tr.t(`unit.${known}`, { value: text }) : text;
}

/** Whether more of it is better. */
function isMost(unit: string): boolean {
  return unit === 'people' || unit === 'weighted people';
}

/** How good the answer is: proven, or how much better than it is possible at most. */
export function qualityWords(
  {
    proven,
    objective,
    bound,
    gap,
    unit,
  }: Pick<Run, 'proven' | 'objective' | 'bound' | 'gap' | 'unit'>,
  tr: SitesTranslator,
): string {
  if (proven) return tr.t('quality.proven');
  // The gap of the answer is a share of the larger of both; "better" is a share of what is.
  const room =
    objective !== null && bound !== null && objective !== 0
      ? Math.abs(bound - objective) / Math.abs(objective)
      : gap;
  if (room === null) return tr.t('quality.unknown');
  // Rounded up: nobody is told that less is possible than may be.
  return tr.t(isMost(unit) ? 'quality.gap' : 'quality.gap.least', {
    gap: tr.number(Math.ceil(room * 1000 - 1e-9) / 10, 1),
  });
}

/** Objective and bound in their unit; null where there is no bound. */
export function boundWords(
  { objective, bound, unit }: Pick<Run, 'objective' | 'bound' | 'unit'>,
  tr: SitesTranslator,
): string | null {
  if (objective === null || bound === null) return null;
  return tr.t(isMost(unit) ? 'quality.bound' : 'quality.bound.least', {
    objective: unitWords(objective, unit, tr),
    bound: unitWords(bound, unit, tr),
  });
}

/** People gained as the difference of what the coverage engine says. */
export function gainOf({ before, after }: Pick<Run, 'before' | 'after'>): number | null {
  return before && after ? after.total.covered - before.total.covered : null;
}

/** Not people, or everybody: said only where it is what is counted. */
const COUNTED_WHERE_ASKED: readonly string[] = ['households', 'residents'];

/** The reasons of a candidate in sentences, the weightiest first. */
export function whyLines(facts: Facts | Site, context: SitesContext): string[] {
  const { tr, store } = context;
  const { t } = tr;
  const rejected = 'why' in facts && facts.why !== null ? facts.why : null;
  const people = (count: number) => peopleText(count, tr);
  const group = (name: string, count: number) => t('why.group', { name, people: people(count) });
  const { group: asked } = store.state;
  const groups = Object.entries(facts.who.groups).flatMap(([code, count]) =>
    count === null || count <= 0 || (code !== asked && COUNTED_WHERE_ASKED.includes(code))
      ? []
      : [group(groupName(context, code), count)],
  );
  const areas = facts.who.areas.map(({ code, name, people: count }) => group(name ?? code, count));
  const { second, alone, alreadyServed, lossIfDropped } = facts;
  const lines = [
    rejected !== null && t(`why.not.${rejected}`),
    // Of one that was not chosen they are those who would gain if it alone opened.
    groups.length > 0 &&
      t(rejected === null ? 'why.groups' : 'why.groups.alone', {
        groups: groups.join(t('list.separator')),
      }),
    areas.length > 0 && t('why.areas', { areas: areas.join(t('list.separator')) }),
    alreadyServed !== null &&
      alreadyServed > 0 &&
      t('why.served', { people: people(alreadyServed) }),
    rejected === null && alone !== null && t('why.alone', { people: people(alone) }),
    lossIfDropped !== null && t('why.drop', { people: people(lossIfDropped) }),
    second !== null &&
      (second.lossMinutes !== null && second.lossMinutes > 0
        ? t('why.second.minutes', {
            name: second.name ?? t('corner.name'),
            minutes: tr.number(second.lossMinutes),
          })
        : second.lossIfReplaced > 0
          ? t('why.second', {
              name: second.name ?? t('corner.name'),
              people: people(second.lossIfReplaced),
            })
          : t('why.second.equal', { name: second.name ?? t('corner.name') })),
  ];
  return lines.filter((line) => line !== false);
}

const constraints = [
  'COUNT',
  'BUDGET',
  'FORCED',
  'COVER_SHARE',
  'TOWN_SHARE',
  'CAPACITY',
  'DEMAND',
] as const;
export type Constraint = (typeof constraints)[number];

export function constraintOf({ constraint }: Infeasible): Constraint | null {
  const upper = constraint.toUpperCase().replaceAll('-', '_');
  return constraints.find((one) => one === upper) ?? null;
}

/** Wanted or attainable, in the unit of its constraint. */
export function constraintValue(
  constraint: Constraint | null,
  value: number,
  tr: SitesTranslator,
): string {
  switch (constraint) {
    case 'COVER_SHARE':
    case 'TOWN_SHARE':
      // Rounded down: what is offered can be reached.
      return tr.t('share', { value: tr.number(Math.floor(value * 1000 + 1e-9) / 10, 1) });
    case 'BUDGET':
      return yuanText(value, tr);
    case 'COUNT':
    case 'FORCED':
      return tr.t('unit.sites', { value: tr.number(value) });
    default:
      return tr.t('people', { count: tr.number(value) });
  }
}
