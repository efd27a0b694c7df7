import type { Project, ProjectKind, ProjectStatus } from './answers';
import { statuses } from './answers';

/** Projects of one year, with their money. */
export interface YearOfProjects {
  readonly year: number;
  readonly projects: readonly Project[];
  readonly sum: Sum;
}

/** Known costs, how many costs are unknown, and how many projects. Cancelled ones are left out. */
export interface Sum {
  readonly count: number;
  readonly yuan: number;
  readonly unknown: number;
  /** People, each project by itself; null where no project says it. */
  readonly gained: number | null;
  readonly lost: number | null;
  /** Projects that may move people's reach of which nobody knows how. */
  readonly unknownReach: number;
}

export function sumOf(projects: readonly Project[]): Sum {
  let count = 0;
  let yuan = 0;
  let unknown = 0;
  let gained: number | null = null;
  let lost: number | null = null;
  let unknownReach = 0;
  for (const { kind, status, costYuan, gainPeople, lostPeople } of projects) {
    if (status === 'cancelled') continue;
    count++;
    if (costYuan === null) unknown++;
    else yuan += costYuan;
    if (gainPeople !== null) gained = (gained ?? 0) + gainPeople;
    if (lostPeople !== null) lost = (lost ?? 0) + lostPeople;
    if (movesReach(kind) && (gainPeople === null || lostPeople === null)) unknownReach++;
  }
  return { count, yuan, unknown, gained, lost, unknownReach };
}

/** Whether it can bring people within reach or out of it. */
export function movesReach(kind: ProjectKind): boolean {
  return kind !== 'resize' && kind !== 'other';
}

/** The given years, each with its projects by quarter, open quarters last, then as they came: as in the files. */
export function byYear(projects: readonly Project[], years: readonly number[]): YearOfProjects[] {
  return years.map((year) => {
    const own = projects.filter((project) => project.year === year).sort(inOrder);
    return { year, projects: own, sum: sumOf(own) };
  });
}

/** Projects that none of the years holds, by year. */
export function otherYears(
  projects: readonly Project[],
  years: readonly number[],
): YearOfProjects[] {
  const others = new Set(projects.map(({ year }) => year).filter((year) => !years.includes(year)));
  return byYear(
    projects,
    [...others].sort((one, other) => one - other),
  );
}

const OPEN_QUARTER = 5;

function inOrder(one: Project, other: Project): number {
  // Sorting is stable: what the server put first stays first.
  return (one.quarter ?? OPEN_QUARTER) - (other.quarter ?? OPEN_QUARTER);
}

/** How many projects are how far; only those that there are. */
export function countByStatus(
  projects: readonly Project[],
): { readonly status: ProjectStatus; readonly count: number }[] {
  return statuses
    .map((status) => ({
      status,
      count: projects.filter((project) => project.status === status).length,
    }))
    .filter(({ count }) => count > 0);
}
