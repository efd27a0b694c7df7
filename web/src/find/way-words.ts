import type { Way, WayPart } from '../api/find';
import type { FindKey } from '../i18n/find-zh';
import { distanceText } from '../i18n/format';
import type { FindTranslator } from './translator';

/** Rises and falls below this are not felt as a hill. */
const HILL_METERS = 2;
/** Nobody has to be told to step from a door onto the street before it. */
const STEP_ASIDE_METERS = 10;
/** A slope below this is not felt either, however long it is. */
const HILL_PERCENT = 3;

/** The way as one line for each part, to be read aloud or followed on paper. */
export function wayWords(way: Way, name: string, tr: FindTranslator): string[] {
  const lines = way.parts.flatMap((part, index) => {
    const end = index === 0 ? 'start' : index === way.parts.length - 1 ? 'door' : null;
    return part.kind === 'access' && part.meters < STEP_ASIDE_METERS
      ? []
      : [{ part, end } as const];
  });
  return [
    ...lines.map(({ part, end }, index) => partWords(part, end, index === 0, tr)),
    tr.t('way.arrive', { name }),
  ];
}

/** Which end of the way a part lies at; null in between. */
type End = 'start' | 'door' | null;

function partWords(part: WayPart, end: End, first: boolean, tr: FindTranslator): string {
  const walk = withSlope(part, walkWords(part, end, tr), tr);
  const turn = turnWords(part.turn, tr);
  return first || turn === null ? walk : tr.t('way.then', { turn, walk });
}

function walkWords(part: WayPart, end: End, tr: FindTranslator): string {
  const { t } = tr;
  const distance = distanceText(Math.max(part.meters, 5), tr);
  const name = part.name?.trim() ?? '';
  const say = (bare: FindKey, named: FindKey) => t(name === '' ? bare : named, { name, distance });
  switch (part.kind) {
    case 'steps':
      return say('way.steps', 'way.stepsNamed');
    case 'lift':
      return t('way.lift');
    case 'square':
      return say('way.square', 'way.squareNamed');
    case 'bridge':
      return say('way.bridge', 'way.bridgeNamed');
    case 'tunnel':
      return say('way.tunnel', 'way.tunnelNamed');
    case 'access':
      // Between a place and the street it belongs to: one at either end.
      if (end === 'start') return t('way.toStreet', { distance });
      return end === 'door' ? t('way.toDoor', { distance }) : say('way.unnamed.path', 'way.on');
    case 'path':
      return say('way.unnamed.path', 'way.on');
    default:
      return say('way.unnamed.street', 'way.on');
  }
}

const turns: readonly string[] = [
  'slight-left',
  'left',
  'sharp-left',
  'slight-right',
  'right',
  'sharp-right',
  'back',
  'straight',
];

function turnWords(turn: string, { t }: FindTranslator): string | null {
  return turns.includes(turn) ? t(`turn.${turn}` as FindKey) : null;
}

function withSlope(part: WayPart, walk: string, tr: FindTranslator): string {
  const { t } = tr;
  const up = part.ascentMeters ?? 0;
  const down = part.descentMeters ?? 0;
  const steepest = Math.abs(part.steepestPercent ?? 0);
  if (steepest < HILL_PERCENT || Math.max(up, down) < HILL_METERS) return walk;
  const percent = tr.number(steepest, 0);
  const whole = (meters: number) => tr.number(meters, 0);
  const slope =
    up >= HILL_METERS && down >= HILL_METERS
      ? t('way.upDown', { up: whole(up), down: whole(down), percent })
      : up > down
        ? t('way.up', { meters: whole(up), percent })
        : t('way.down', { meters: whole(down), percent });
  return t('way.slope', { walk, slope });
}

/** What somebody with a stick or a wheelchair wants to know before anything else. */
export function wayNotes(way: Way, tr: FindTranslator): string[] {
  const { t, number } = tr;
  const { stepsMeters, lifts, ascentMeters, descentMeters, steepestPercent, unknownHeights } = way;
  const notes = [
    stepsMeters > 0
      ? t('way.stepsOn', { distance: distanceText(Math.max(stepsMeters, 5), tr) })
      : t('way.flat'),
  ];
  if (lifts > 0) notes.push(t('way.lifts', { count: lifts }));
  if (ascentMeters !== null && descentMeters !== null) {
    const hilly =
      Math.abs(steepestPercent ?? 0) >= HILL_PERCENT &&
      Math.max(ascentMeters, descentMeters) >= HILL_METERS;
    notes.push(
      hilly
        ? t('way.climb', {
            up: number(ascentMeters),
            down: number(descentMeters),
            percent: number(Math.abs(steepestPercent ?? 0)),
          })
        : t('way.level'),
    );
  }
  if (unknownHeights && ascentMeters !== null) notes.push(t('way.unknownHeights'));
  return notes;
}
