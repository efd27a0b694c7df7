import { peopleText, shareText } from '../../i18n/format';
import type { Territories } from './answers';
import { partName, type TerritoriesTranslator } from './context';

const LISTED = 6;

/** Communities by name, the first few of many. */
export function communities(
  codes: readonly string[],
  answer: Territories,
  { t }: TerritoriesTranslator,
): string {
  const names = new Map(answer.units.map((unit) => [unit.code, unit.name]));
  return listed(
    codes.map((code) => names.get(code) ?? code),
    t,
  );
}

function listed(names: readonly string[], t: TerritoriesTranslator['t']): string {
  const words = names.slice(0, LISTED).join(t('list.join'));
  return names.length > LISTED ? t('list.more', { codes: words, count: names.length }) : words;
}

/** How good the division is, the most important first. */
export function goodness(answer: Territories, tr: TerritoriesTranslator): string[] {
  const { t } = tr;
  const worst = [...answer.parts].sort(
    (one, other) => Math.abs(other.deviation) - Math.abs(one.deviation),
  )[0];
  const lines = [
    worst && answer.imbalance > 0
      ? t('sum.imbalance', {
          imbalance: shareText(answer.imbalance, tr),
          part: partName(worst, tr),
          target: tr.number(worst.target, 1),
          weight: peopleText(worst.weight, tr),
        })
      : t('sum.balanced'),
  ];
  if (answer.bound === null) lines.push(t('sum.noBound'));
  else if (answer.proven) lines.push(t('sum.proven'));
  else {
    lines.push(
      t('sum.bound', { bound: shareText(answer.bound, tr), gap: shareText(answer.gap, tr) }),
    );
  }
  if (!answer.proven && answer.withinTolerance && answer.method !== 'reviewed') {
    lines.push(t('sum.within', { tolerance: shareText(answer.tolerance, tr) }));
  }
  if (answer.contiguous) lines.push(t('sum.contiguous'));
  if (answer.wantedParts !== null) {
    lines.push(
      t('sum.wanted', {
        stations: answer.stations,
        per: answer.request.stationsPerCentre,
        wanted: answer.wantedParts,
      }),
    );
  }
  lines.push(t(`method.${answer.method}`));
  return lines;
}

/** What is wrong with it, or was left out. */
export function troubles(answer: Territories, tr: TerritoriesTranslator): string[] {
  const { t } = tr;
  const lines = answer.broken.map(({ kind, part, codes }) => {
    const of = part === null ? undefined : answer.parts[part];
    return t(`broken.${kind}`, {
      part: of ? partName(of, tr) : '',
      codes: communities(codes, answer, tr),
    });
  });
  if (answer.stationsWithoutCommunity.length > 0) {
    const names = answer.stationsWithoutCommunity.map(({ name }) => name);
    lines.push(t('broken.homeless', { codes: listed(names, t) }));
  }
  if (answer.unknownPoints > 0) {
    lines.push(t('broken.unknown', { count: answer.unknownPoints }));
  }
  return lines;
}

/** Whether all hang together, in words. */
export function wholeness(answer: Territories, { t }: TerritoriesTranslator): string {
  const apart = answer.parts.filter(({ contiguous }) => !contiguous).length;
  return apart === 0 ? t('edit.whole') : t('edit.apart', { count: apart });
}
