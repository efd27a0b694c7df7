import { shareText } from '../i18n/format';
import type {
  Community,
  Exception,
  Outcome,
  Rule,
  RuleVerdict,
  SpatialVerdict,
} from './standards-answers';
import type { BoardTranslator } from './translator';

/** Rules that a community misses; those about the asked type come first. */
export function missedRules(community: Community, rules: readonly Rule[], type: string): Rule[] {
  const missed = new Set(
    [
      ...community.institutional.rules.filter(({ outcome }) => outcome === 'missed'),
      ...community.spatial
        .filter(({ outcome, rule }) => outcome === 'missed' && rule !== null)
        .map(({ rule }) => ({ id: rule })),
    ].map(({ id }) => id),
  );
  const about = (rule: Rule) => (rule.types.includes(type) ? 0 : 1);
  return rules.filter(({ id }) => missed.has(id)).sort((one, other) => about(one) - about(other));
}

const words = {
  met: 'outcome.met',
  missed: 'outcome.missed',
  'not-yet': 'outcome.notYet',
  reported: 'outcome.reported',
  'cannot-be-judged': 'outcome.unknown',
  'not-applicable': 'outcome.none',
} as const;

const signs: Record<Outcome, string> = {
  met: '✓',
  missed: '✗',
  'not-yet': '…',
  reported: 'i',
  'cannot-be-judged': '?',
  'not-applicable': '–',
};

export function outcomeWords(outcome: Outcome, { t }: BoardTranslator): string {
  return t(words[outcome]);
}

/** A character beside the words, so that no outcome is told by colour alone. */
export function outcomeSign(outcome: Outcome): string {
  return signs[outcome];
}

/** A unit in both languages, as rules have it. */
export interface Unit {
  readonly unit: string;
  readonly unitZh: string;
}

/** A value with its unit: shares as percentages, all else as the document counts it. */
export function valueWords(value: number | null, unit: Unit, tr: BoardTranslator): string {
  if (value === null) return tr.t('unknown');
  const figure = tr.number(value, Math.abs(value) < 10 ? 2 : 1);
  if (/^percent\b/.test(unit.unit)) return `${figure}%`;
  const words = tr.named({ nameZh: unit.unitZh, nameEn: unit.unit });
  return words === '' ? figure : `${figure} ${words}`;
}

/** A value, or the bounds between which it lies where something is not known. */
export function rangeWords(
  one: { value: number | null; low: number | null; high: number | null },
  unit: Unit,
  tr: BoardTranslator,
): string {
  const { value, low, high } = one;
  if (value !== null || (low === null && high === null)) return valueWords(value, unit, tr);
  const words = (bound: number) => valueWords(bound, unit, tr);
  if (high === null)
    return low === null || low <= 0 ? tr.t('unknown') : tr.t('rule.atLeast', { value: words(low) });
  return tr.t('rule.between', { low: words(low ?? 0), high: words(high) });
}

/** `至少 100%（2020 年底前）` — what the rule wants. */
export function demandWords(rule: Rule, tr: BoardTranslator): string {
  const { t } = tr;
  if (rule.threshold === null) return t('rule.reportedOnly');
  const value = valueWords(rule.threshold, rule, tr);
  const words =
    rule.comparison === '~'
      ? t('rule.about', { value })
      : t(rule.comparison === '>=' ? 'rule.atLeast' : 'rule.atMost', { value });
  return rule.due ? t('rule.due', { words, due: rule.due }) : words;
}

/** What was counted: `35 / 68`, where the value is a ratio. */
export function fractionWords(verdict: RuleVerdict, tr: BoardTranslator): string | null {
  const { numerator, denominator } = verdict;
  if (numerator === null || denominator === null) return null;
  return tr.t(isOneByOne(verdict.rule) ? 'rule.subjects' : 'rule.fraction', {
    numerator: tr.number(numerator, 1),
    denominator: tr.number(denominator, 1),
  });
}

/** What else is to be said, in the chosen language. */
export function noteWords(
  { notes, notesZh }: { notes: readonly string[]; notesZh: readonly string[] },
  tr: BoardTranslator,
): readonly string[] {
  return tr.lang === 'zh' && notesZh.length > 0 ? notesZh : notes;
}

/** The reasons why nobody can judge, in the chosen language as far as the server has it. */
export function missingWords(
  { missing, missingZh }: { missing: readonly string[]; missingZh: readonly string[] },
  tr: BoardTranslator,
): string | null {
  const list = tr.lang === 'zh' && missingZh.length > 0 ? missingZh : missing;
  return list.length > 0 ? tr.t('rule.missing', { what: list.join(tr.t('list.separator')) }) : null;
}

/** `15 分钟内走得到助餐点：44.2%，要求 100%（所选时间）`. */
export function spatialWords(
  spatial: SpatialVerdict,
  nameOf: (type: string) => string,
  tr: BoardTranslator,
): string {
  return tr.t('spatial.line', {
    type: spatial.types.map(nameOf).join(tr.t('list.or')),
    minutes: tr.number(spatial.minutes, 1),
    share: shareText(spatial.share, tr),
    required: `${tr.number(spatial.shareRequired * 100, 1)}%`,
    from: tr.t(spatial.minutesFrom === 'rule' ? 'spatial.byRule' : 'spatial.byQuestion'),
  });
}

/** Whether each subject is judged by itself, so that the two numbers count subjects. */
export function isOneByOne({ level, unit }: Rule): boolean {
  return !/^percent\b/.test(unit) && !level.includes('whole') && !level.includes('county');
}

export function exceptionWords(
  { reason, approver, approvedOn: date }: Exception,
  { t }: BoardTranslator,
): string {
  return t('exception.line', { reason, approver, date });
}
