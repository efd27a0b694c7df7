import { typeName } from '../context';
import { yuanText } from '../money';
import { type HistoryStep, kinds, type Project, statuses } from './answers';
import type { ProjectsContext, ProjectsTranslator } from './context';
import { movesReach, type Sum } from './library';

/** How many projects, what they cost, and how many costs nobody knows. */
export function sumWords({ count, yuan, unknown }: Sum, tr: ProjectsTranslator): string {
  const { t } = tr;
  const values = { count, yuan: yuanText(yuan, tr), unknown };
  return t(unknown > 0 ? 'projects.total.unknown' : 'projects.total', values);
}

/** Everything that is known of a project in one line, but its name and status. */
export function projectFacts(context: ProjectsContext, project: Project): string[] {
  const { tr } = context;
  const { t } = tr;
  const { kind, type, townName, areaName, quarter, costYuan, responsibleUnit } = project;
  const what =
    type === null ? t(`kind.${kind}`) : `${t(`kind.${kind}`)} · ${typeName(context, type)}`;
  const where = [...new Set([townName, areaName])].filter(Boolean).join(' ');
  return [
    what,
    where,
    quarter === null ? '' : t('projects.quarter', { quarter }),
    costYuan === null ? t('projects.cost.unknown') : yuanText(costYuan, tr),
    responsibleUnit ?? '',
    ...reachFacts(project, tr),
  ].filter((words) => words !== '');
}

/** Who gains and who loses by it; a nought only where it says something. */
function reachFacts(
  { kind, gainPeople, lostPeople }: Project,
  { t, number }: ProjectsTranslator,
): string[] {
  if (gainPeople === null && lostPeople === null) {
    return movesReach(kind) ? [t('projects.gain.unknown')] : [];
  }
  const gain = gainPeople !== null && (gainPeople > 0 || !lostPeople);
  return [
    gain ? t('projects.gain', { people: number(gainPeople) }) : '',
    lostPeople !== null && lostPeople > 0 ? t('projects.loss', { people: number(lostPeople) }) : '',
  ];
}

/** Who gains and loses by projects, one by one, and that this is no sum; empty where none says. */
export function reachWords(
  { gained, lost, unknownReach }: Pick<Sum, 'gained' | 'lost' | 'unknownReach'>,
  { t, number }: ProjectsTranslator,
): string {
  const people = (value: number | null) => (value === null ? t('unknown') : number(value));
  return [
    gained === null && lost === null
      ? ''
      : t('projects.reach', { gained: people(gained), lost: people(lost) }),
    unknownReach > 0 ? t('projects.reach.unknown', { count: unknownReach }) : '',
    gained === null && lost === null ? '' : t('projects.reach.sum'),
  ].join('');
}

/** A step of the history in words. */
export function historyWords(context: ProjectsContext, step: HistoryStep): string {
  const { t } = context.tr;
  if (step.field === 'created') return t('history.created');
  if (step.field === 'deleted') return t('history.deleted');
  const known = fields.find((one) => one === step.field);
  const field = known ? t(`field.${known}`) : step.field;
  return t('history.change', {
    field,
    from: valueWords(context, step.field, step.from),
    to: valueWords(context, step.field, step.to),
  });
}

const fields = [
  'name',
  'kind',
  'type',
  'lon',
  'lat',
  'areaCode',
  'year',
  'quarter',
  'status',
  'costYuan',
  'fundingSource',
  'responsibleUnit',
  'capacity',
  'scenario',
  'change',
  'candidate',
  'facility',
  'gainPeople',
  'lostPeople',
  'meetsStandard',
  'sociallyRun',
  'note',
] as const;

/** A value of the history as the form would show it. */
function valueWords(context: ProjectsContext, field: string, value: string | null): string {
  const { tr } = context;
  const { t } = tr;
  if (value === null || value === '') return t('history.empty');
  const status = statuses.find((one) => one === value);
  if (field === 'status' && status) return t(`status.${status}`);
  const kind = kinds.find((one) => one === value);
  if (field === 'kind' && kind) return t(`kind.${kind}`);
  if (field === 'type') return typeName(context, value);
  if (field === 'costYuan') return yuanText(Number(value), tr);
  if (value === 'true' || value === 'false') return t(`value.${value}`);
  return value;
}
