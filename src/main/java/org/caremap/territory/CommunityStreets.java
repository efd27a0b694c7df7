package org.caremap.territory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.caremap.area.Area;
import org.caremap.area.AreaLevel;
import org.caremap.area.AreaLocator;
import org.caremap.area.AreaTree;
import org.caremap.core.graph.SnappedPoints;
import org.caremap.core.graph.StreetGraph;
import org.caremap.core.siting.StreetCells;
import org.caremap.core.siting.StreetNeighbours;
import org.caremap.coverage.CareSnapshot;
import org.caremap.coverage.PointAreas;
import org.caremap.coverage.WalkingProfiles;

/**
 * The communities and villages of a county, and which of them are neighbours by the streets. A
 * junction lies in the community whose boundary holds it; where none does, in that of the nearest
 * junction that lies in one, or, for communities without a boundary, of the nearest of their demand
 * points, over the streets. Immutable.
 */
final class CommunityStreets {
  // Streets along a border may lie outside of all boundaries; farther ones are another county's.
  private static final double OUTSIDE_METERS = 500;
  private static final int CHUNK = 4096;

  private final List<Area> units;
  private final Map<String, Integer> indexOfCode = new HashMap<>();
  private final StreetNeighbours neighbours;
  private final double[] lon;
  private final double[] lat;

  private CommunityStreets(List<Area> units, CareSnapshot snapshot, WalkingProfiles profiles) {
    this.units = units;
    for (int u = 0; u < units.size(); u++) {
      indexOfCode.put(units.get(u).code(), u);
    }
    StreetGraph graph = snapshot.streets().graph();
    int[] area = cells(graph, snapshot, profiles);
    neighbours = StreetNeighbours.of(graph, area, units.size());
    lon = new double[units.size()];
    lat = new double[units.size()];
    middles(graph, snapshot, area);
  }

  /**
   * @param snapshot with streets
   */
  static CommunityStreets of(CareSnapshot snapshot, WalkingProfiles profiles) {
    List<Area> units =
        snapshot.areas().list().stream()
            .filter(area -> area.level().depth() == AreaLevel.COMMUNITY_DEPTH)
            .toList();
    return new CommunityStreets(units, snapshot, profiles);
  }

  private int[] cells(StreetGraph graph, CareSnapshot snapshot, WalkingProfiles profiles) {
    AreaTree tree = snapshot.areas();
    List<Area> bounded = new ArrayList<>();
    for (Area area : tree.list()) {
      if (area.level().depth() >= AreaLevel.COMMUNITY_DEPTH) {
        bounded.add(area);
      }
    }
    AreaLocator locator = new AreaLocator(AreaTree.of(bounded));
    int[] areaOfNode = new int[graph.nodeCount()];
    IntStream.range(0, (areaOfNode.length + CHUNK - 1) / CHUNK)
        .parallel()
        .forEach(
            chunk -> {
              int end = Math.min(areaOfNode.length, (chunk + 1) * CHUNK);
              for (int node = chunk * CHUNK; node < end; node++) {
                areaOfNode[node] =
                    locator
                        .find(graph.nodeLon(node), graph.nodeLat(node))
                        .map(area -> unit(tree, area.code()))
                        .orElse(StreetCells.NONE);
              }
            });
    StreetCells cells = new StreetCells(graph, areaOfNode);
    boolean[] unbounded = new boolean[units.size()];
    boolean any = false;
    for (int u = 0; u < unbounded.length; u++) {
      unbounded[u] = units.get(u).boundary() == null || units.get(u).boundary().isEmpty();
      any |= unbounded[u];
    }
    if (!any) {
      return cells.areas(OUTSIDE_METERS);
    }
    int[] unitOfPoint = unitOfPoint(snapshot);
    SnappedPoints points = snapshot.demandPlaces(profiles.walker(null).profile()).snapped();
    for (int i = 0; i < unitOfPoint.length; i++) {
      int unit = unitOfPoint[i];
      if (unit >= 0 && unbounded[unit] && points.isSnapped(i)) {
        cells.place(points.edge(i), points.alongMeters(i), unit);
      }
    }
    return cells.areas();
  }

  /** The middle of the homes of each community; without homes, of its junctions or its boundary. */
  private void middles(StreetGraph graph, CareSnapshot snapshot, int[] areaOfNode) {
    int[] unitOfPoint = unitOfPoint(snapshot);
    double[] pointLon = snapshot.demand().lon();
    double[] pointLat = snapshot.demand().lat();
    int[] points = new int[units.size()];
    for (int i = 0; i < unitOfPoint.length; i++) {
      if (unitOfPoint[i] >= 0) {
        points[unitOfPoint[i]]++;
        lon[unitOfPoint[i]] += pointLon[i];
        lat[unitOfPoint[i]] += pointLat[i];
      }
    }
    int[] nodes = new int[units.size()];
    for (int node = 0; node < areaOfNode.length; node++) {
      int unit = areaOfNode[node];
      if (unit >= 0 && points[unit] == 0) {
        nodes[unit]++;
        lon[unit] += graph.nodeLon(node);
        lat[unit] += graph.nodeLat(node);
      }
    }
    for (int u = 0; u < lon.length; u++) {
      Area area = units.get(u);
      int count = points[u] + nodes[u];
      if (count > 0) {
        lon[u] /= count;
        lat[u] /= count;
      } else if (area.boundary() != null && !area.boundary().isEmpty()) {
        lon[u] = area.boundary().getCentroid().getX();
        lat[u] = area.boundary().getCentroid().getY();
      } else {
        lon[u] = Double.NaN;
        lat[u] = Double.NaN;
      }
    }
  }

  /** Community of every demand point, -1 where it belongs to none. */
  int[] unitOfPoint(CareSnapshot snapshot) {
    PointAreas areas = snapshot.pointAreas();
    int[] unitOfArea =
        areas.codes().stream().mapToInt(code -> unit(snapshot.areas(), code)).toArray();
    return Arrays.stream(areas.areaOfPoint())
        .map(area -> area == PointAreas.NONE ? -1 : unitOfArea[area])
        .toArray();
  }

  /** Index of the community that an area is or lies in, -1 where there is none. */
  int unit(AreaTree tree, String code) {
    return tree.findAtDepth(code, AreaLevel.COMMUNITY_DEPTH)
        .map(area -> indexOfCode.getOrDefault(area.code(), -1))
        .orElse(-1);
  }

  /** Index of a community by its own code, -1 where there is none. */
  int indexOf(String code) {
    return indexOfCode.getOrDefault(code, -1);
  }

  /** All, in order of code. */
  List<Area> units() {
    return units;
  }

  /** Who is whose neighbour. */
  StreetNeighbours neighbours() {
    return neighbours;
  }

  /** Longitude of the middle of a community, NaN where nothing says where it lies. */
  double lon(int unit) {
    return lon[unit];
  }

  /** Latitude of the middle of a community. */
  double lat(int unit) {
    return lat[unit];
  }
}
