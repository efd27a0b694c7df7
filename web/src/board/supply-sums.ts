import type { Need, Supply, SupplyCell, SupplyRow } from './gap-answers';
import type { Lack } from './state';

/** One pair of a group and a service, with the clauses that join them. */
export interface Pair {
  readonly group: string;
  readonly service: string;
  readonly clauses: readonly Need[];
}

export function pairKey({ group, service }: { group: string; service: string }): string {
  return `${group}/${service}`;
}

/** Every needed pair once, in the order of the needs; several documents may name the same. */
export function pairsOf(needs: readonly Need[]): Pair[] {
  const pairs = new Map<string, { group: string; service: string; clauses: Need[] }>();
  for (const need of needs) {
    const { group, service } = need;
    const pair = pairs.get(pairKey(need)) ?? { group, service, clauses: [] };
    pair.clauses.push(need);
    pairs.set(pairKey(need), pair);
  }
  return [...pairs.values()];
}

/** The pair's people over everything; null where the server has none. */
export function totalOf({ summary }: Supply, pair: Pair): SupplyCell | null {
  return summary.find((cell) => pairKey(cell) === pairKey(pair)) ?? null;
}

export function cellOf(row: SupplyRow, pair: Pair): SupplyCell | null {
  return row.cells.find((cell) => pairKey(cell) === pairKey(pair)) ?? null;
}

export function lacking(cell: SupplyCell | null, lack: Lack): number | null {
  if (!cell) return null;
  return lack === 'content' ? cell.contentMissing : cell.placeMissing;
}
