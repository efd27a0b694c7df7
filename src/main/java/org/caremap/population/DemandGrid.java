package org.caremap.population;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.caremap.core.geo.BoundingBox;
import org.caremap.platform.geojson.Feature;
import org.caremap.platform.geojson.FeatureCollection;
import org.caremap.platform.geojson.Shape;
import org.jspecify.annotations.Nullable;

/** People of one group by square grid cell. */
final class DemandGrid {
  private static final double METERS_PER_DEGREE = 111_195;

  private DemandGrid() {}

  /**
   * A cell.
   *
   * @param count people; null where every point in it is unknown
   * @param unknownPoints points in it whose count is unknown
   */
  record Cell(@Nullable Double count, int unknownPoints) {}

  private static final class Sum {
    private double people;
    private int known;
    private int unknown;
  }

  private record Key(int row, int column) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byRow = Integer.compare(row, other.row);
      return byRow != 0 ? byRow : Integer.compare(column, other.column);
    }
  }

  static FeatureCollection of(
      DemandPoints points, DemandGroup group, double cellMeters, @Nullable BoundingBox box) {
    if (points.size() == 0) {
      return FeatureCollection.of(List.of());
    }
    // One width for the whole grid, so that cells line up whatever the box.
    BoundingBox all = BoundingBox.ofPoints(points.lon(), points.lat());
    double stepLat = cellMeters / METERS_PER_DEGREE;
    double middle = Math.toRadians((all.south() + all.north()) / 2);
    double stepLon = stepLat / Math.max(0.01, Math.cos(middle));
    Map<Key, Sum> cells = new TreeMap<>();
    double[] counts = points.counts(group);
    for (int i = 0; i < points.size(); i++) {
      double lon = points.lon()[i];
      double lat = points.lat()[i];
      if (box != null && !box.contains(lon, lat)) {
        continue;
      }
      Sum sum =
          cells.computeIfAbsent(
              new Key((int) Math.floor(lat / stepLat), (int) Math.floor(lon / stepLon)),
              key -> new Sum());
      if (Double.isNaN(counts[i])) {
        sum.unknown++;
      } else {
        sum.people += counts[i];
        sum.known++;
      }
    }
    List<Feature> features = new ArrayList<>(cells.size());
    cells.forEach(
        (key, sum) ->
            features.add(
                new Feature(
                    null,
                    square(key, stepLon, stepLat),
                    new Cell(
                        sum.known == 0 ? null : Math.rint(sum.people * 10) / 10, sum.unknown))));
    return FeatureCollection.of(features);
  }

  private static Shape square(Key key, double stepLon, double stepLat) {
    double west = key.column * stepLon;
    double south = key.row * stepLat;
    return Shape.box(west, south, west + stepLon, south + stepLat);
  }
}
