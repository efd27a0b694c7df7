import { peopleText } from '../i18n/format';
import type { BoardRow } from './gap-answers';
import type { BoardTranslator } from './translator';

/** Why people are left out, in as few words as a table has room for. */
export function shortReason(row: BoardRow, tr: BoardTranslator): string {
  const { t } = tr;
  switch (row.reason) {
    case 'no-facility':
      return t('reason.noFacility');
    case 'too-far':
      return row.nearestMinutes === null
        ? t('reason.unreachable')
        : t('reason.tooFar', { minutes: nearestMinutes(row) });
    case 'barrier':
      return behind(row, tr);
    case 'over-capacity':
      return t('reason.full');
    case 'unknown':
      return t('reason.unknown');
    case 'none':
      return t('reason.none');
  }
}

/** `隔着河（通吕运河）`: what lies between, with its name where it has one. */
function behind({ barrier }: BoardRow, { t }: BoardTranslator): string {
  const kind =
    barrier?.kind === 'railway'
      ? 'reason.railway'
      : barrier?.kind === 'water'
        ? 'reason.water'
        : 'reason.barrier';
  return barrier?.name ? t('reason.named', { what: t(kind), name: barrier.name }) : t(kind);
}

/** Nobody is promised less than it takes. */
export function nearestMinutes(row: BoardRow): number {
  return Math.max(1, Math.ceil((row.nearestMinutes ?? 0) - 1e-9));
}

/** What a sentence about a row has to name. */
export interface SentenceNames {
  readonly type: string;
  readonly group: string;
  /** Of the question, where the area has none of its own. */
  readonly minutes: number;
}

/** Whole sentences: how many are left out, why, and how far the nearest is for them. */
export function whySentences(one: BoardRow, names: SentenceNames, tr: BoardTranslator): string[] {
  const { t } = tr;
  const row = { ...one, minutes: one.minutes ?? names.minutes };
  if (row.reason === 'unknown') return [t('why.unknown', { group: names.group })];
  if (row.reason === 'none') {
    return [t('why.none', { group: names.group, minutes: row.minutes, type: names.type })];
  }
  const sentences = [
    t('why.left', {
      people: peopleText(row.uncovered, tr),
      demand: peopleText(row.demand, tr),
      group: names.group,
      minutes: row.minutes,
      type: names.type,
    }),
  ];
  if (row.reason === 'no-facility') sentences.push(t('why.noFacility', { type: names.type }));
  if (row.reason === 'too-far') sentences.push(t('why.tooFar', { minutes: row.minutes }));
  if (row.reason === 'barrier') sentences.push(t('why.barrier', { what: behind(row, tr) }));
  if (row.reason === 'over-capacity') sentences.push(t('why.full', { type: names.type }));
  if (row.nearestMinutes !== null) {
    sentences.push(t('why.nearest', { minutes: nearestMinutes(row) }));
  } else if (row.uncovered > 0) sentences.push(t('why.unreachable'));
  return sentences;
}

/** The share left out, in 0..1; null where there is no demand. */
export function leftShare({ coveredShare }: { coveredShare: number | null }): number | null {
  return coveredShare === null ? null : 1 - coveredShare;
}
