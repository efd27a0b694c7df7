package org.caremap.card;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caremap.area.Area;
import org.caremap.core.graph.SnapResult;
import org.caremap.core.graph.Snapped;
import org.caremap.core.routing.WalkingProfile;
import org.caremap.coverage.CareSnapshot;
import org.caremap.coverage.Method;
import org.caremap.coverage.PointAreas;
import org.caremap.population.DemandGroup;
import org.caremap.population.DemandPoints;
import org.locationtech.jts.geom.Coordinate;

/**
 * Where a card of a community starts: the centroid of the people of 60 and older who live there (of
 * all residents, or of the points, where their numbers are unknown), moved to the nearest street.
 *
 * <p>Nobody's own position is published: a centroid of few points would be nearly theirs, so an
 * area with fewer than {@value #FEWEST_POINTS} points starts at an inner point of its boundary, and
 * without a boundary at its centroid rounded to {@value #COARSE_DEGREES} degrees (about 400 m).
 */
final class CommunityMiddles {
  static final int FEWEST_POINTS = 5;
  static final double COARSE_DEGREES = 0.004;

  // A ring of hamlets has its middle in the fields: farther than a place may be from its street.
  private static final double FARTHEST_STREET_METERS = 5_000;

  // A decimetre; the same in the card's address and in its answers.
  private static final double DECIMALS = 1e6;

  private final CareSnapshot snapshot;
  private final WalkingProfile profile;
  private final Map<String, Sum> sums = new HashMap<>();

  private static final class Sum {
    private int points;
    private double weight;
    private double lon;
    private double lat;
    private double plainLon;
    private double plainLat;

    void add(double atLon, double atLat, double people) {
      points++;
      plainLon += atLon;
      plainLat += atLat;
      if (people > 0) {
        weight += people;
        lon += people * atLon;
        lat += people * atLat;
      }
    }

    Coordinate centroid() {
      return weight > 0
          ? new Coordinate(lon / weight, lat / weight)
          : new Coordinate(plainLon / points, plainLat / points);
    }
  }

  /** Looks once through all demand points. */
  CommunityMiddles(CareSnapshot snapshot, WalkingProfile profile) {
    this.snapshot = snapshot;
    this.profile = profile;
    DemandPoints demand = snapshot.demand();
    PointAreas pointAreas = snapshot.pointAreas();
    List<List<Sum>> ofCode =
        pointAreas.codes().stream()
            .map(
                code ->
                    snapshot.areas().lineage(code).stream()
                        .map(area -> sums.computeIfAbsent(area.code(), c -> new Sum()))
                        .toList())
            .toList();
    DemandGroup group =
        demand.isKnownAnywhere(DemandGroup.AGE60)
            ? DemandGroup.AGE60
            : demand.isKnownAnywhere(DemandGroup.AGE65) ? DemandGroup.AGE65 : DemandGroup.RESIDENTS;
    double[] people = demand.counts(group);
    int[] areaOfPoint = pointAreas.areaOfPoint();
    for (int i = 0; i < areaOfPoint.length; i++) {
      if (areaOfPoint[i] != PointAreas.NONE) {
        for (Sum sum : ofCode.get(areaOfPoint[i])) {
          sum.add(demand.lon()[i], demand.lat()[i], people[i]);
        }
      }
    }
  }

  /** The start of an area; empty where neither its people nor its boundary are known. */
  Optional<CardStart> find(Area area) {
    Sum sum = sums.get(area.code());
    Coordinate at;
    if (sum != null && sum.points >= FEWEST_POINTS) {
      at = sum.centroid();
    } else if (area.boundary() != null && !area.boundary().isEmpty()) {
      at = area.boundary().getInteriorPoint().getCoordinate();
    } else if (sum != null) {
      Coordinate exact = sum.centroid();
      at = new Coordinate(coarse(exact.x), coarse(exact.y));
    } else {
      return Optional.empty();
    }
    Coordinate street = toStreet(at);
    return Optional.of(new CardStart(rounded(street.x), rounded(street.y), area.code(), true));
  }

  private Coordinate toStreet(Coordinate at) {
    if (snapshot.method(false) == Method.STRAIGHT_LINE) {
      return at;
    }
    SnapResult result =
        snapshot.network(profile).snapper().snap(at.x, at.y, FARTHEST_STREET_METERS);
    return result instanceof Snapped on ? new Coordinate(on.lon(), on.lat()) : at;
  }

  private static double coarse(double degrees) {
    return Math.rint(degrees / COARSE_DEGREES) * COARSE_DEGREES;
  }

  private static double rounded(double degrees) {
    return Math.rint(degrees * DECIMALS) / DECIMALS;
  }
}
