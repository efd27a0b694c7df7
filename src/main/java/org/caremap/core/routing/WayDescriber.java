package org.caremap.core.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.caremap.core.geo.ElevationModel;
import org.caremap.core.graph.EdgeTraits;
import org.caremap.core.graph.StreetClass;
import org.caremap.core.graph.StreetGraph;
import org.jspecify.annotations.Nullable;

/**
 * Puts a walk into words. Pieces of one street and kind are one part; a short bit without a name (a
 * crossing, a dropped kerb) belongs to the street walked before it. Stairs, lifts, bridges and
 * tunnels are always told.
 */
public final class WayDescriber {
  private static final double TOLD_ACCESS_METERS = 1;
  private static final double TOLD_BIT_METERS = 20;

  private final WalkingNetwork network;
  private final StreetGraph graph;
  private final double[] line;
  private final PathPieces pieces;
  private final List<Draft> drafts = new ArrayList<>();
  private int point;

  private WayDescriber(WalkingNetwork network, WalkingPath path) {
    this.network = network;
    this.graph = network.graph();
    this.line = path.lonLat();
    this.pieces = path.pieces();
  }

  /**
   * Describes a walk.
   *
   * @param network on which it was found
   * @param path along streets, with an access leg at each end
   * @throws IllegalArgumentException if the path follows no streets
   */
  public static Way describe(WalkingNetwork network, WalkingPath path) {
    if (path.pieces().size() == 0) {
      throw new IllegalArgumentException("a path of " + path.meters() + " m follows no streets");
    }
    return new WayDescriber(network, path).describe();
  }

  /** A part that is still growing. */
  private static final class Draft {
    final Way.Kind kind;
    final @Nullable String name;
    final int fromPoint;
    double meters;
    final Slope slope = new Slope();

    Draft(Way.Kind kind, @Nullable String name, int fromPoint) {
      this.kind = kind;
      this.name = name;
      this.fromPoint = fromPoint;
    }
  }

  /** Climbs that are added up; unknown as soon as a bit of them is. */
  private static final class Slope {
    double ascent;
    double descent;
    boolean known = true;
    double steepest = Double.NaN;

    void steepest(double gradient) {
      if (Double.isNaN(steepest) || Math.abs(gradient) > Math.abs(steepest)) {
        steepest = gradient;
      }
    }

    void add(Slope more) {
      ascent += more.ascent;
      descent += more.descent;
      known &= more.known;
      if (!Double.isNaN(more.steepest)) {
        steepest(more.steepest);
      }
    }

    @Nullable Double ascentMeters() {
      return known ? (Double) ascent : null;
    }

    @Nullable Double descentMeters() {
      return known ? (Double) descent : null;
    }

    @Nullable Double steepestPercent() {
      return Double.isNaN(steepest) ? null : (Double) (steepest * 100);
    }
  }

  private Way describe() {
    double before = pieces.accessBeforeMeters();
    if (before >= TOLD_ACCESS_METERS) {
      drafts.add(access(before, 0));
    }
    point = before > 0 ? 1 : 0;
    for (int i = 0; i < pieces.size(); i++) {
      if (i > 0) {
        seekStart(i);
      }
      add(i);
    }
    double after = pieces.accessAfterMeters();
    if (after >= TOLD_ACCESS_METERS) {
      drafts.add(access(after, Math.max(0, line.length / 2 - 2)));
    }
    return finish();
  }

  private void add(int piece) {
    int edge = pieces.edge(piece);
    double length = Math.abs(pieces.toMeters(piece) - pieces.fromMeters(piece));
    Way.Kind kind = kind(graph.edgeTraits(edge));
    if (length == 0 && kind != Way.Kind.LIFT) {
      return;
    }
    String name = graph.edgeName(edge);
    Draft last = drafts.isEmpty() ? null : drafts.get(drafts.size() - 1);
    boolean same =
        last != null
            && last.kind == kind
            && kind != Way.Kind.LIFT
            && Objects.equals(last.name, name);
    boolean bit = name == null && plain(kind) && length < TOLD_BIT_METERS;
    if (!same && !(bit && last != null && plain(last.kind))) {
      last = new Draft(kind, name, point);
      drafts.add(last);
    }
    last.meters += length;
    last.slope.add(slope(piece));
  }

  private static boolean plain(Way.Kind kind) {
    return kind == Way.Kind.STREET || kind == Way.Kind.PATH || kind == Way.Kind.SQUARE;
  }

  private static Way.Kind kind(EdgeTraits traits) {
    if (traits.has(EdgeTraits.LIFT)) {
      return Way.Kind.LIFT;
    }
    if (traits.has(EdgeTraits.STEPS)) {
      return Way.Kind.STEPS;
    }
    if (traits.has(EdgeTraits.BRIDGE)) {
      return Way.Kind.BRIDGE;
    }
    if (traits.has(EdgeTraits.TUNNEL)) {
      return Way.Kind.TUNNEL;
    }
    StreetClass street = traits.streetClass();
    return street == StreetClass.AREA
        ? Way.Kind.SQUARE
        : street == StreetClass.PATH ? Way.Kind.PATH : Way.Kind.STREET;
  }

  private Slope slope(int piece) {
    Slope slope = new Slope();
    int edge = pieces.edge(piece);
    int length = graph.edgeLengthMillimeters(edge);
    int from = millimeters(pieces.fromMeters(piece), length);
    int to = millimeters(pieces.toMeters(piece), length);
    int sign = to >= from ? 1 : -1;
    EdgeTraits traits = graph.edgeTraits(edge);
    ElevationModel elevation = network.elevation();
    if (elevation != null) {
      EdgeClimb climb = EdgeClimb.of(graph, edge, elevation);
      slope.known = climb.unknownPieceCount() == 0;
      slope.ascent = climb.ascentMeters(from, to);
      slope.descent = climb.descentMeters(from, to);
      for (int i = 0; slope.known && i < climb.pieceCount(); i++) {
        if (climb.sampleMillimeters(i) < Math.max(from, to)
            && climb.sampleMillimeters(i + 1) > Math.min(from, to)) {
          slope.steepest(sign * climb.gradient(i));
        }
      }
    } else {
      slope.known = false;
      if (traits.inclinePercent() != EdgeTraits.INCLINE_UNKNOWN && !traits.has(EdgeTraits.STEPS)) {
        slope.steepest(sign * traits.inclinePercent() / 100.0);
      }
    }
    return slope;
  }

  private static int millimeters(double meters, int length) {
    return (int) Math.max(0, Math.min(length, Math.round(meters * 1e3)));
  }

  private Way finish() {
    Slope all = new Slope();
    double steps = 0;
    int lifts = 0;
    List<Way.Part> parts = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      if (draft.kind != Way.Kind.ACCESS) {
        all.add(draft.slope);
      }
      steps += draft.kind == Way.Kind.STEPS ? draft.meters : 0;
      lifts += draft.kind == Way.Kind.LIFT ? 1 : 0;
      boolean access = draft.kind == Way.Kind.ACCESS;
      parts.add(
          new Way.Part(
              draft.kind,
              draft.name,
              draft.meters,
              i == 0 ? Way.Turn.START : turn(draft.fromPoint),
              access ? null : draft.slope.ascentMeters(),
              access ? null : draft.slope.descentMeters(),
              access ? null : draft.slope.steepestPercent(),
              draft.fromPoint));
    }
    return new Way(
        steps,
        lifts,
        all.ascentMeters(),
        all.descentMeters(),
        all.steepestPercent(),
        List.copyOf(parts));
  }

  /** The change of direction at a point of the line. */
  private Way.Turn turn(int at) {
    if (at <= 0 || at >= line.length / 2 - 1) {
      return Way.Turn.STRAIGHT;
    }
    double change = bearing(at) - bearing(at - 1);
    return Way.Turn.of(change > 180 ? change - 360 : change < -180 ? change + 360 : change);
  }

  /** Degrees clockwise from north of the line from one of its points to the next. */
  private double bearing(int from) {
    double north = line[2 * from + 3] - line[2 * from + 1];
    double east =
        (line[2 * from + 2] - line[2 * from]) * Math.cos(Math.toRadians(line[2 * from + 1]));
    return Math.toDegrees(Math.atan2(east, north));
  }

  private static Draft access(double meters, int fromPoint) {
    Draft access = new Draft(Way.Kind.ACCESS, null, fromPoint);
    access.meters = meters;
    return access;
  }

  /** Goes on to the point of the line, if there is one, that is the node where a piece begins. */
  private void seekStart(int piece) {
    int edge = pieces.edge(piece);
    int end = pieces.fromMeters(piece) == 0 ? 0 : graph.pointCount(edge) - 1;
    double lon = graph.pointLon(edge, end);
    double lat = graph.pointLat(edge, end);
    for (int i = point; i < line.length / 2; i++) {
      if (line[2 * i] == lon && line[2 * i + 1] == lat) {
        point = i;
        return;
      }
    }
  }
}
