package org.caremap.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caremap.osm.BackgroundFeature;
import org.caremap.osm.BackgroundKind;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Water and railways as what may lie between people and a place near them. Where a line crosses
 * several, the one that reaches farthest is named (all parts of one name together): a ditch is
 * stepped around, a river is not. Immutable, safe for all threads.
 */
public final class Barriers {
  /** Nothing bars any way. */
  static final Barriers NONE = of(List.of());

  private static final GeometryFactory GEOMETRY = new GeometryFactory(new PrecisionModel(), 4326);
  private static final String WATER = "water";
  private static final String RAILWAY = "railway";

  private final STRtree tree = new STRtree();

  /**
   * What bars a way.
   *
   * @param kind {@code water} or {@code railway}
   * @param name as on the map, null where it has none
   */
  public record Barrier(String kind, @Nullable String name) {}

  private record Part(PreparedGeometry shape, Barrier barrier, Envelope whole) {
    double extentDegrees() {
      return whole.getDiameter();
    }
  }

  private Barriers() {}

  static Barriers of(List<BackgroundFeature> background) {
    Barriers barriers = new Barriers();
    Map<Barrier, Envelope> named = new HashMap<>();
    List<BackgroundFeature> barring = new ArrayList<>();
    for (BackgroundFeature feature : background) {
      if (feature.kind() != BackgroundKind.GREEN && !feature.geometry().isEmpty()) {
        barring.add(feature);
        named
            .computeIfAbsent(barrier(feature), b -> new Envelope())
            .expandToInclude(feature.geometry().getEnvelopeInternal());
      }
    }
    for (BackgroundFeature feature : barring) {
      Barrier barrier = barrier(feature);
      Envelope own = feature.geometry().getEnvelopeInternal();
      Envelope whole = barrier.name() == null ? own : named.getOrDefault(barrier, own);
      barriers.tree.insert(
          own, new Part(PreparedGeometryFactory.prepare(feature.geometry()), barrier, whole));
    }
    barriers.tree.build();
    return barriers;
  }

  private static Barrier barrier(BackgroundFeature feature) {
    String kind = feature.kind() == BackgroundKind.RAILWAY ? RAILWAY : WATER;
    return new Barrier(kind, feature.name());
  }

  /** What the straight line between two places crosses, if anything. */
  public Optional<Barrier> between(double lon1, double lat1, double lon2, double lat2) {
    LineString line =
        GEOMETRY.createLineString(
            new Coordinate[] {new Coordinate(lon1, lat1), new Coordinate(lon2, lat2)});
    List<Part> crossed = new ArrayList<>();
    tree.query(
        line.getEnvelopeInternal(),
        found -> {
          if (found instanceof Part part && part.shape().intersects(line)) {
            crossed.add(part);
          }
        });
    // Of equals one is taken that does not depend on the order of the tree.
    return crossed.stream()
        .max(
            Comparator.comparingDouble(Part::extentDegrees)
                .thenComparing(part -> part.barrier().toString()))
        .map(Part::barrier);
  }
}
