import type { Need, Supply, SupplyCell, SupplyRow } from './gap-answers';
import type { Lack } from './state';

/** People of one need over all areas; a null part is unknown and adds nothing. */
export interface NeedTotal {
  readonly need: Need;
  readonly people: number;
  readonly served: number;
  readonly contentMissing: number;
  readonly placeMissing: number;
  readonly unknownPoints: number;
}

export function needKey({ group, service }: { group: string; service: string }): string {
  return `${group}/${service}`;
}

export function needTotals({ needs, rows }: Supply): NeedTotal[] {
  return needs.map((need) => {
    const cells = rows.flatMap((row) => cellOf(row, need) ?? []);
    const sum = (value: (cell: SupplyCell) => number | null) =>
      cells.reduce((total, cell) => total + (value(cell) ?? 0), 0);
    return {
      need,
      people: sum(({ people }) => people),
      served: sum(({ served }) => served),
      contentMissing: sum(({ contentMissing }) => contentMissing),
      placeMissing: sum(({ placeMissing }) => placeMissing),
      unknownPoints: sum(({ unknownPoints }) => unknownPoints),
    };
  });
}

export function cellOf(row: SupplyRow, need: Need): SupplyCell | null {
  return row.cells.find((cell) => needKey(cell) === needKey(need)) ?? null;
}

export function lacking(cell: SupplyCell | null, lack: Lack): number | null {
  if (!cell) return null;
  return lack === 'content' ? cell.contentMissing : cell.placeMissing;
}
