package org.caremap.peers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.stream.IntStream;
import org.caremap.core.coverage.CoverageTally;
import org.caremap.core.coverage.Cutoff;
import org.caremap.core.coverage.DemandReach;
import org.caremap.core.coverage.ReachField;
import org.caremap.core.coverage.ServiceAreaBatch;
import org.caremap.core.coverage.ServiceAreaPainter;
import org.caremap.core.geo.PointGrid;
import org.caremap.core.graph.SnapResult;
import org.caremap.core.graph.Snapped;
import org.caremap.core.graph.SnappedPoints;
import org.caremap.core.graph.StreetGraph;
import org.caremap.core.routing.Direction;
import org.caremap.core.routing.KNearestSearch;
import org.caremap.core.routing.NearFacility;
import org.caremap.core.routing.NearestFacilities;
import org.caremap.core.routing.NetworkPlaces;
import org.caremap.core.routing.ReachSweep;
import org.caremap.core.routing.StreetChanges;
import org.caremap.core.routing.TravelTimeSweep;
import org.caremap.core.routing.Trip;
import org.caremap.core.routing.WalkingNetwork;
import org.caremap.core.routing.WalkingProfile;
import org.caremap.core.routing.WhatIf;
import org.caremap.osm.OsmImportListener;
import org.caremap.osm.OsmStreets;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * Our engine as peers see it: flat ground, stairs allowed, one speed. Everything that knows the
 * names of {@code core.routing} is here. Not for concurrent use.
 */
public final class OurEngine {
  private static final double SNAP_LIMIT_METERS = 500;

  private final StreetGraph graph;
  private final WalkingNetwork network;
  private final WalkingProfile profile;
  private final TravelTimeSweep scratch;
  private final ServiceAreaPainter painter = new ServiceAreaPainter();

  /**
   * @param graph the streets
   * @param speedMetersPerSecond the flat speed
   */
  public OurEngine(StreetGraph graph, double speedMetersPerSecond) {
    this.graph = graph;
    profile = new WalkingProfile("bench", speedMetersPerSecond, true);
    network = WalkingNetwork.of(graph, profile);
    scratch = new TravelTimeSweep(network);
  }

  /** Reads an OpenStreetMap file. */
  public static OurEngine read(Path osm, double speedMetersPerSecond) throws IOException {
    return new OurEngine(OsmStreets.read(osm).graph(), speedMetersPerSecond);
  }

  /** The same, but squares are walked round the rim only, as GraphHopper has it. */
  public static OurEngine readRims(Path osm, double speedMetersPerSecond) throws IOException {
    return new OurEngine(
        OsmStreets.read(
                osm,
                osm.getFileName().toString(),
                OsmImportListener.NONE,
                OsmStreets.Squares.ROUND_THE_RIM)
            .graph(),
        speedMetersPerSecond);
  }

  /** The streets. */
  public StreetGraph graph() {
    return graph;
  }

  /** The nearest street of a place. */
  public SnapResult snap(double lon, double lat) {
    return network.snapper().snap(lon, lat, SNAP_LIMIT_METERS);
  }

  /** Many places at once. */
  public NetworkPlaces snap(double[] lon, double[] lat) {
    return NetworkPlaces.of(network, lon, lat, SNAP_LIMIT_METERS);
  }

  /** A walk; infinite where there is none. */
  public record Walk(double seconds, int[] vertices) {}

  /** The quickest walk between two places on streets, the ways to the streets left out. */
  public Walk walk(Snapped from, Snapped to) {
    NetworkPlaces target = onStreet(to);
    List<NearFacility> found =
        new KNearestSearch(target, new int[] {0}, Trip.TO_FACILITY)
            .search(onStreet(from), 0, 1, WalkingNetwork.FARTHEST, () -> false);
    if (found.isEmpty()) {
      return new Walk(Double.POSITIVE_INFINITY, new int[0]);
    }
    double[] line = found.get(0).path().lonLat();
    int[] vertices = new int[line.length];
    for (int i = 0; i < line.length; i++) {
      vertices[i] = SegmentNetwork.fixed(line[i]);
    }
    return new Walk(profile.seconds(found.get(0).flatMeters()), vertices);
  }

  private NetworkPlaces onStreet(Snapped place) {
    Snapped without =
        new Snapped(place.edge(), place.alongMeters(), 0, place.lon(), place.lat(), place.island());
    return NetworkPlaces.of(
        network, SnappedPoints.ofOne(place.lon(), place.lat(), SNAP_LIMIT_METERS, without));
  }

  /**
   * A bounded sweep from one place.
   *
   * @return number of nodes within the time
   */
  public int tree(NetworkPlaces places, int index, double seconds) {
    int limit = WalkingNetwork.limit(profile.meters(seconds));
    return scratch.run(Direction.TO_SOURCES, places, index, limit).reachedCount();
  }

  /** The polygon of a place, swept and drawn. */
  public MultiPolygon serviceArea(double lon, double lat, double seconds) {
    Cutoff cutoff = new Cutoff(seconds, profile.speedMetersPerSecond());
    NetworkPlaces place = NetworkPlaces.of(network, lon, lat, SNAP_LIMIT_METERS);
    ReachSweep reach =
        ReachSweep.sweep(place, 0, Trip.WORSE, cutoff.limitMillimeters(), place, () -> false);
    return painter
        .draw(new ReachField(reach), List.of(cutoff), SNAP_LIMIT_METERS, DemandReach.NONE)
        .get(0)
        .polygon();
  }

  /**
   * Whole coverage: the nearest facility of every demand point, and the people within the time.
   *
   * @param people at each demand point
   * @return people covered
   */
  public double coverage(
      NetworkPlaces demand, NetworkPlaces facilities, double[] people, double seconds) {
    int[] all = new int[facilities.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = i;
    }
    NearestFacilities nearest =
        NearestFacilities.sweep(
            demand, facilities, all, Trip.WORSE, WalkingNetwork.FARTHEST, () -> false);
    return CoverageTally.of(
            nearest.meters(),
            people,
            new int[demand.size()],
            1,
            new Cutoff(seconds, profile.speedMetersPerSecond()))
        .total()
        .covered();
  }

  /**
   * Coverage of every type in one job.
   *
   * @param types the facilities of each type
   * @return people covered, one entry a type
   */
  public double[] coverageByType(
      NetworkPlaces demand,
      NetworkPlaces facilities,
      int[][] types,
      double[] people,
      double seconds) {
    Cutoff cutoff = new Cutoff(seconds, profile.speedMetersPerSecond());
    return Arrays.stream(types)
        .parallel()
        .mapToDouble(
            type ->
                CoverageTally.of(
                        NearestFacilities.metersWithin(
                            demand, facilities, type, cutoff.limitMillimeters(), () -> false),
                        people,
                        new int[demand.size()],
                        1,
                        cutoff)
                    .total()
                    .covered())
        .toArray();
  }

  /** All service areas in one job: people and polygons. */
  public double serviceAreas(
      NetworkPlaces demand, PointGrid grid, NetworkPlaces facilities, double seconds) {
    Cutoff cutoff = new Cutoff(seconds, profile.speedMetersPerSecond());
    DoubleAdder sum = new DoubleAdder();
    new ServiceAreaBatch(facilities, demand, grid, Trip.WORSE, List.of(cutoff), SNAP_LIMIT_METERS)
        .draw(
            IntStream.range(0, facilities.size()).toArray(),
            (row, reach, shapes) ->
                sum.add(reach.reached().size() + shapes.get(0).polygon().getNumPoints()),
            share -> {},
            () -> false);
    return sum.sum();
  }

  /** What changes are counted from. */
  public WhatIf whatIf(NetworkPlaces demand, NetworkPlaces facilities) {
    return WhatIf.from(
        demand,
        facilities,
        IntStream.range(0, facilities.size()).toArray(),
        Trip.WORSE,
        () -> false);
  }

  /** Who is concerned when a facility closes. */
  public double closeOneFacility(WhatIf whatIf, int facility) {
    return whatIf
        .evaluate(
            new WhatIf.Change(
                new int[] {facility}, new int[0], null, null, StreetChanges.none(network)),
            () -> false)
        .changedPoints()
        .length;
  }

  /** The floor that sweeps are held against: every arc's head and length read once, in order. */
  public long readEveryArc() {
    return network.readEveryArc();
  }

  /** Arcs as another engine may load them: tail, head, seconds. */
  public interface ArcSink {
    /** One street piece; a negative number of seconds closes a direction. */
    void edge(int edge, int from, int to, double forwardSeconds, double backwardSeconds);
  }

  /** Sends all street pieces. */
  public void edges(ArcSink sink) {
    for (int e = 0; e < graph.edgeCount(); e++) {
      double seconds = profile.seconds(graph.edgeLengthMeters(e));
      sink.edge(
          e,
          graph.edgeFrom(e),
          graph.edgeTo(e),
          graph.isForward(e) ? seconds : -1,
          graph.isBackward(e) ? seconds : -1);
    }
  }

  /** The streets by pieces. */
  public SegmentNetwork segments() {
    SegmentNetwork network = new SegmentNetwork();
    for (int e = 0; e < graph.edgeCount(); e++) {
      network.add(
          e,
          geometry(e),
          graph.edgeFrom(e),
          graph.edgeTo(e),
          graph.isForward(e),
          graph.isBackward(e));
    }
    return network;
  }

  /** Points of an edge, lon, lat, … in 1e-7 degree. */
  int[] geometry(int edge) {
    int[] points = new int[2 * graph.pointCount(edge)];
    for (int i = 0; i < graph.pointCount(edge); i++) {
      points[2 * i] = SegmentNetwork.fixed(graph.pointLon(edge, i));
      points[2 * i + 1] = SegmentNetwork.fixed(graph.pointLat(edge, i));
    }
    return points;
  }
}
