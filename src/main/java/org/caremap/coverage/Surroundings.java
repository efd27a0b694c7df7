package org.caremap.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.caremap.facility.Code;
import org.caremap.facility.CodeLists;
import org.caremap.facility.Facility;
import org.caremap.platform.geojson.Feature;
import org.caremap.population.DemandGroup;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * What lies around a facility, for pages that people read: the same answers, by the same services,
 * as the API gives with its defaults.
 */
@ApplicationScoped
public class Surroundings {
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private final ServiceAreaService areas;
  private final NearestService nearest;
  private final WalkingProfiles profiles;
  private final CodeLists codes;

  Surroundings(
      ServiceAreaService areas, NearestService nearest, WalkingProfiles profiles, CodeLists codes) {
    this.areas = areas;
    this.nearest = nearest;
    this.profiles = profiles;
    this.codes = codes;
  }

  /**
   * The service circle of a facility.
   *
   * @param polygon its drawing in lon/lat; may be empty
   * @param elders people aged 60 and over who live within the minutes, counted by walking time and
   *     not by polygon; null where unknown
   * @param unknownPoints demand points within the minutes whose count is unknown
   * @param onStreet whether the facility could be joined to a street
   * @param byNetwork whether streets were walked, or straight lines drawn
   */
  public record Circle(
      Geometry polygon,
      @Nullable Double elders,
      int unknownPoints,
      boolean onStreet,
      boolean byNetwork) {}

  /**
   * A facility nearby.
   *
   * @param seconds walking time, there or back, whichever takes longer
   */
  public record Near(FacilityRef facility, long seconds) {}

  /**
   * Who lives within so many minutes of a facility, and where that is.
   *
   * @param id internal or external id
   */
  public Circle circle(String id, double minutes) {
    Feature feature = areas.ofFacility(id, List.of(minutes), walker()).get(0);
    ServiceAreaService.Properties p = (ServiceAreaService.Properties) feature.properties();
    String group = DemandGroup.AGE60.code();
    return new Circle(
        polygon(Objects.requireNonNull(feature.geometry()).coordinates()),
        p.reached().get(group),
        p.unknownPoints().getOrDefault(group, 0),
        p.snapMeters() != null,
        p.method().equals(Method.NETWORK.code()));
  }

  /**
   * The nearest operating facility of every other kind, nearest first.
   *
   * @param minutes no farther than this
   */
  public List<Near> ofOtherKinds(Facility from, double minutes) {
    List<Near> found = new ArrayList<>();
    for (Code type : codes.listTypes()) {
      if (!type.code().equals(from.details().type())) {
        found.addAll(nearest(from, type.code(), minutes, 1));
      }
    }
    found.sort(Comparator.comparingLong(Near::seconds));
    return found;
  }

  /** The nearest operating facilities of the same kind but itself, however far they are. */
  public List<Near> ofItsKind(Facility from, int limit) {
    return nearest(from, from.details().type(), Double.POSITIVE_INFINITY, limit + 1).stream()
        .filter(near -> !near.facility().id().equals(from.id().toString()))
        .limit(limit)
        .toList();
  }

  private List<Near> nearest(Facility from, String type, double minutes, int limit) {
    return nearest
        .answer(
            new NearestService.Question(
                from.details().lon(),
                from.details().lat(),
                List.of(type),
                limit,
                minutes,
                walker()))
        .results()
        .stream()
        .map(result -> new Near(result.facility(), result.seconds()))
        .toList();
  }

  /** Who walks where a question does not say. */
  private Walker walker() {
    return profiles.walker(null);
  }

  private static MultiPolygon polygon(Object coordinates) {
    List<Polygon> polygons = new ArrayList<>();
    for (Object polygon : (List<?>) coordinates) {
      double[][][] rings = (double[][][]) polygon;
      LinearRing[] holes = new LinearRing[rings.length - 1];
      for (int i = 0; i < holes.length; i++) {
        holes[i] = ring(rings[i + 1]);
      }
      polygons.add(GEOMETRY.createPolygon(ring(rings[0]), holes));
    }
    return GEOMETRY.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  private static LinearRing ring(double[][] positions) {
    Coordinate[] points = new Coordinate[positions.length];
    for (int i = 0; i < points.length; i++) {
      points[i] = new Coordinate(positions[i][0], positions[i][1]);
    }
    return GEOMETRY.createLinearRing(points);
  }
}
