import type { LonLat } from '../../geo/lonlat';

/** A new place of care; `candidate` names the loaded candidate it stands on. */
export interface AddChange extends LonLat {
  readonly op: 'add';
  readonly key: string;
  readonly type: string;
  readonly name: string;
  readonly capacity: number | null;
  readonly costYuan: number | null;
  readonly candidate: string | null;
}

export interface MoveChange extends LonLat {
  readonly op: 'move';
  /** External id of an existing facility, as in the changes below. */
  readonly facility: string;
  readonly costYuan: number | null;
}

export interface CloseChange {
  readonly op: 'close';
  readonly facility: string;
}

export interface ResizeChange {
  readonly op: 'resize';
  readonly facility: string;
  readonly capacity: number;
  readonly costYuan: number | null;
}

export interface BridgeChange {
  readonly op: 'footbridge';
  readonly key: string;
  readonly from: LonLat;
  readonly to: LonLat;
  readonly costYuan: number | null;
}

export interface StreetChange extends LonLat {
  readonly op: 'close-street';
  readonly key: string;
}

/** One step away from what there is today. */
export type Change =
  | AddChange
  | MoveChange
  | CloseChange
  | ResizeChange
  | BridgeChange
  | StreetChange;
export type Op = Change['op'];

export type Changes = readonly Change[];

/** What a change is about: unique within a scenario. */
export function changeId(change: Change): string {
  return 'key' in change ? `${change.op}:${change.key}` : `${change.op}:${change.facility}`;
}

const prefixes = { add: 'a', footbridge: 'b', 'close-street': 's' } as const;

/** The first free key: `a1`, `a2`, … for added places, `b1` for bridges, `s1` for streets. */
export function nextKey(changes: Changes, op: keyof typeof prefixes): string {
  const taken = new Set(changes.flatMap((change) => ('key' in change ? change.key : [])));
  for (let number = 1; ; number++) {
    const key = `${prefixes[op]}${number}`;
    if (!taken.has(key)) return key;
  }
}

/**
 * A change takes the place of an earlier one about the same thing, and otherwise goes last. A
 * facility that is closed is neither moved nor resized; one that is moved or resized is open.
 */
export function withChange(changes: Changes, change: Change): Changes {
  const id = changeId(change);
  const kept = changes.filter((other) => !excludes(change, other));
  const at = kept.findIndex((other) => changeId(other) === id);
  return at < 0 ? [...kept, change] : kept.map((other, index) => (index === at ? change : other));
}

function excludes(change: Change, other: Change): boolean {
  if (!('facility' in change) || !('facility' in other)) return false;
  if (change.facility !== other.facility) return false;
  return (change.op === 'close') !== (other.op === 'close');
}

export function without(changes: Changes, id: string): Changes {
  return changes.filter((change) => changeId(change) !== id);
}

export function findChange(changes: Changes, id: string): Change | undefined {
  return changes.find((change) => changeId(change) === id);
}

/** All changes about one facility. */
export function changesOf(changes: Changes, facility: string): Changes {
  return changes.filter((change) => 'facility' in change && change.facility === facility);
}

/** Where a facility stands by these changes. */
export function placeOf(changes: Changes, facility: string, today: LonLat): LonLat {
  for (const change of changes) {
    if (change.op === 'move' && change.facility === facility) return change;
  }
  return today;
}

/** Moves what a pin of the map stands for; null where the pin cannot be moved. */
export function moved(changes: Changes, pin: string, { lon, lat }: LonLat): Changes | null {
  const { kind, key } = readPin(pin);
  if (kind === 'facility') {
    const before = findChange(changes, `move:${key}`);
    const costYuan = before?.op === 'move' ? before.costYuan : null;
    return withChange(changes, { op: 'move', facility: key, lon, lat, costYuan });
  }
  if (kind === 'site') {
    const added = findChange(changes, `add:${key}`);
    // Moved off the rooms it was to stand in, a site is that candidate no longer.
    return added?.op === 'add'
      ? withChange(changes, { ...added, lon, lat, candidate: null })
      : null;
  }
  if (kind === 'street') {
    const street = findChange(changes, `close-street:${key}`);
    return street?.op === 'close-street' ? withChange(changes, { ...street, lon, lat }) : null;
  }
  const bridge = findChange(changes, `footbridge:${key}`);
  if (bridge?.op !== 'footbridge') return null;
  const end = kind === 'bridge-from' ? 'from' : 'to';
  return withChange(changes, { ...bridge, [end]: { lon, lat } });
}

const pinKinds = {
  f: 'facility',
  a: 'site',
  s: 'street',
  p: 'bridge-from',
  q: 'bridge-to',
} as const;
export type PinKind = (typeof pinKinds)[keyof typeof pinKinds];

/** Name of a pin: what it stands for, and which. */
export function pinId(kind: PinKind, key: string): string {
  const letter = Object.entries(pinKinds).find(([, one]) => one === kind)?.[0];
  return `${letter}:${key}`;
}

export function readPin(id: string): { kind: PinKind; key: string } {
  const kind = pinKinds[id.charAt(0) as keyof typeof pinKinds] ?? 'facility';
  return { kind, key: id.slice(2) };
}

/** Money of the changes that cost something, and how many say nothing of it. */
export interface Money {
  readonly yuan: number;
  readonly unknown: number;
}

export function moneyOf(changes: Changes): Money {
  let yuan = 0;
  let unknown = 0;
  for (const change of changes) {
    if (!('costYuan' in change)) continue;
    if (change.costYuan === null) unknown++;
    else yuan += change.costYuan;
  }
  return { yuan, unknown };
}

/** Whether two lists would be saved as the same. */
export function sameChanges(one: Changes, other: Changes): boolean {
  return one.length === other.length && one.every((change, at) => same(change, other[at]));
}

function same(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return one === other;
  }
  const left = one as Record<string, unknown>;
  const right = other as Record<string, unknown>;
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...names].every((name) => same(left[name], right[name]));
}
