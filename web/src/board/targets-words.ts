import type { ProgressRow } from './targets-answers';
import type { BoardTranslator } from './translator';

/** Ahead or behind in words, with how many; the number is left out where it rounds to none. */
export function progressWords(row: ProgressRow, tr: BoardTranslator): string {
  const { t } = tr;
  switch (row.state) {
    case 'ahead': {
      const by = differenceWords(row, Math.floor, tr);
      return by === null ? t('progress.ahead.plain') : t('progress.ahead', { by });
    }
    case 'on-track':
      return t('progress.onTrack');
    case 'behind': {
      const by = differenceWords(row, Math.ceil, tr);
      return by === null ? t('progress.behind.plain') : t('progress.behind', { by });
    }
    case 'cannot-be-judged':
      return t('progress.unknown');
    case 'no-target':
      return t('progress.noTarget');
  }
}

/** Whole things, never in the table's favour: the line of a year passes between them. */
function differenceWords(
  row: ProgressRow,
  whole: (value: number) => number,
  { t, number }: BoardTranslator,
): string | null {
  const expected = row.expectedByNow ?? row.target;
  if (row.achieved === null || expected === null) return null;
  const difference = Math.abs(row.achieved - expected);
  if (row.unit === 'percent') return t('progress.points', { points: number(difference, 1) });
  const count = whole(difference);
  return count === 0 ? null : number(count);
}

export function missingFor(row: ProgressRow, tr: BoardTranslator): string | null {
  const list = tr.lang === 'zh' && row.missingZh.length > 0 ? row.missingZh : row.missing;
  return list.length === 0
    ? null
    : tr.t('rule.missing', { what: list.join(tr.t('list.separator')) });
}

/** Achieved of target in 0..1 for a drawing; null where either is unknown or nothing is wanted. */
export function progressShare({ achieved, target }: ProgressRow): number | null {
  if (achieved === null || target === null || target <= 0) return null;
  return Math.min(1, achieved / target);
}

/** A table by areas: its columns in their order, and the cell of each area. */
export interface ProgressMatrix {
  readonly columns: readonly {
    readonly column: string;
    readonly zh: string;
    readonly en: string;
  }[];
  readonly areas: readonly {
    readonly area: string;
    readonly name: string;
    readonly cells: ReadonlyMap<string, ProgressRow>;
  }[];
}

export function progressMatrix(rows: readonly ProgressRow[]): ProgressMatrix {
  const columns = new Map<string, { column: string; zh: string; en: string }>();
  const areas = new Map<string, { area: string; name: string; cells: Map<string, ProgressRow> }>();
  for (const row of rows) {
    columns.set(row.column, { column: row.column, zh: row.zh, en: row.en });
    const key = row.area || row.name;
    const area = areas.get(key) ?? { area: key, name: row.name || row.area, cells: new Map() };
    area.cells.set(row.column, row);
    areas.set(key, area);
  }
  return { columns: [...columns.values()], areas: [...areas.values()] };
}
