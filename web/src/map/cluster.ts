/** A place in the map's world pixels at one zoom. */
export interface WorldPoint {
  readonly x: number;
  readonly y: number;
}

export interface Cluster<P extends WorldPoint> extends WorldPoint {
  readonly members: readonly P[];
}

/**
 * Groups points that share a square of the given size. The squares hang on the world, not on the
 * window, so panning never regroups; the mean of its members is where a group is drawn.
 *
 * @param cellPixels width of the squares; points that share one would overlap
 */
export function clusterByGrid<P extends WorldPoint>(
  points: readonly P[],
  cellPixels: number,
): Cluster<P>[] {
  const cells = new Map<string, P[]>();
  for (const point of points) {
    const key = `${Math.floor(point.x / cellPixels)}:${Math.floor(point.y / cellPixels)}`;
    const cell = cells.get(key);
    if (cell) cell.push(point);
    else cells.set(key, [point]);
  }
  return [...cells.values()].map((members) => ({
    x: members.reduce((sum, member) => sum + member.x, 0) / members.length,
    y: members.reduce((sum, member) => sum + member.y, 0) / members.length,
    members,
  }));
}
