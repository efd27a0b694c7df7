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
  return [...cells.values()].map(clusterOf);
}

/**
 * Joins groups whose middles are nearer than allowed, the largest taking in its neighbours: groups
 * in neighbouring squares may sit on both sides of the border between them.
 */
export function mergeNear<P extends WorldPoint>(
  clusters: readonly Cluster<P>[],
  pixels: number,
): Cluster<P>[] {
  const merged: Cluster<P>[] = [];
  const bySize = [...clusters].sort((one, other) => other.members.length - one.members.length);
  for (const cluster of bySize) {
    const index = merged.findIndex(({ x, y }) => Math.hypot(x - cluster.x, y - cluster.y) < pixels);
    const near = merged[index];
    if (near) merged[index] = { ...near, members: [...near.members, ...cluster.members] };
    else merged.push(cluster);
  }
  return merged;
}

function clusterOf<P extends WorldPoint>(members: readonly P[]): Cluster<P> {
  return {
    x: members.reduce((sum, member) => sum + member.x, 0) / members.length,
    y: members.reduce((sum, member) => sum + member.y, 0) / members.length,
    members,
  };
}
