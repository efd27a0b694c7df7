package org.caremap.core.routing;

import org.caremap.core.geo.ElevationModel;
import org.caremap.core.geo.GreatCircle;
import org.caremap.core.graph.EdgeTraits;
import org.caremap.core.graph.StreetGraph;

/**
 * Heights along one street piece, and what walking a part of it costs. Immutable.
 *
 * <p>The edge is cut into equal pieces of at most {@link #SAMPLE_METERS}, whatever its vertices: a
 * piece of some centimetres between two vertices would turn the noise of the raster into a wall.
 * Each piece has one gradient. Bridges and tunnels run straight from end to end, since the raster
 * shows the valley or the hill; a lift is level, since its climb is not walked. Pieces that touch
 * an unknown height count as flat.
 *
 * <p>Positions are millimetres along the edge from its start, in [0, {@link #lengthMillimeters}].
 */
public final class EdgeClimb {
  /**
   * Longest piece. Open elevation rasters (Copernicus, SRTM) have cells of about 30 m: closer
   * samples would only repeat their bilinear patches, farther ones would cut off hills.
   */
  public static final double SAMPLE_METERS = 20;

  private final int lengthMillimeters;

  /** Height at the ends of the pieces, one more than pieces; NaN where unknown. */
  private final double[] elevation;

  private final double pieceMillimeters;
  private final int unknownPieces;

  private EdgeClimb(int lengthMillimeters, double[] elevation) {
    this.lengthMillimeters = lengthMillimeters;
    this.elevation = elevation;
    this.pieceMillimeters = (double) lengthMillimeters / (elevation.length - 1);
    int unknown = 0;
    for (int i = 1; i < elevation.length; i++) {
      if (Double.isNaN(elevation[i] - elevation[i - 1])) {
        unknown++;
      }
    }
    unknownPieces = unknown;
  }

  /**
   * Samples an edge.
   *
   * @param edge in [0, edgeCount)
   */
  public static EdgeClimb of(StreetGraph graph, int edge, ElevationModel model) {
    int length = graph.edgeLengthMillimeters(edge);
    int pieces = Math.max(1, (int) Math.ceil(length / (SAMPLE_METERS * 1000)));
    double[] points = graph.edgeGeometry(edge);
    EdgeTraits traits = graph.edgeTraits(edge);
    double[] elevation = new double[pieces + 1];
    elevation[0] = model.elevationMeters(points[0], points[1]);
    elevation[pieces] = model.elevationMeters(points[points.length - 2], points[points.length - 1]);
    if (traits.has(EdgeTraits.LIFT)) {
      java.util.Arrays.fill(elevation, elevation[0]);
    } else if (traits.has(EdgeTraits.BRIDGE) || traits.has(EdgeTraits.TUNNEL)) {
      double step = (elevation[pieces] - elevation[0]) / pieces;
      for (int i = 1; i < pieces; i++) {
        elevation[i] = elevation[0] + i * step;
      }
    } else if (pieces > 1) {
      sampleInside(points, model, elevation);
    }
    return new EdgeClimb(length, elevation);
  }

  private static void sampleInside(double[] points, ElevationModel model, double[] elevation) {
    int pieces = elevation.length - 1;
    double total = GreatCircle.lengthMeters(points);
    double walked = 0;
    int next = 1;
    for (int p = 2; p < points.length && next < pieces; p += 2) {
      double piece = GreatCircle.meters(points[p - 2], points[p - 1], points[p], points[p + 1]);
      boolean last = p + 2 >= points.length;
      while (next < pieces && (last || total * next / pieces <= walked + piece)) {
        double share = piece == 0 ? 0 : Math.min(1, (total * next / pieces - walked) / piece);
        elevation[next++] =
            model.elevationMeters(
                points[p - 2] + share * (points[p] - points[p - 2]),
                points[p - 1] + share * (points[p + 1] - points[p - 1]));
      }
      walked += piece;
    }
  }

  /** Length of the edge. */
  public int lengthMillimeters() {
    return lengthMillimeters;
  }

  /** Number of pieces, at least 1. */
  public int pieceCount() {
    return elevation.length - 1;
  }

  /** Number of pieces that count as flat because a height is unknown. */
  public int unknownPieceCount() {
    return unknownPieces;
  }

  /**
   * Position of a sample, millimetres from the edge's start, not rounded.
   *
   * @param sample in [0, pieceCount]
   */
  public double sampleMillimeters(int sample) {
    return sample * pieceMillimeters;
  }

  /**
   * Height of a sample in metres, NaN where unknown.
   *
   * @param sample in [0, pieceCount]
   */
  public double sampleElevationMeters(int sample) {
    return elevation[sample];
  }

  /**
   * Rise over run of a piece from the edge's start towards its end; 0 where a height is unknown and
   * for an edge without length. As sampled, not cut.
   *
   * @param piece in [0, pieceCount)
   */
  public double gradient(int piece) {
    double rise = elevation[piece + 1] - elevation[piece];
    return Double.isNaN(rise) || lengthMillimeters == 0 ? 0 : rise * 1000 / pieceMillimeters;
  }

  /** The steepest piece, up or down: the greatest absolute gradient. */
  public double steepestGradient() {
    double steepest = 0;
    for (int i = 0; i < pieceCount(); i++) {
      steepest = Math.max(steepest, Math.abs(gradient(i)));
    }
    return steepest;
  }

  /**
   * What a part costs: the millimetres that the same person walks on the flat in the time for it.
   * Parts add up without any rest: the cost from a to b and from b to c is the cost from a to c,
   * because it is the difference of costs from an end of the edge, each rounded once.
   *
   * @param fromAlong where the walk begins
   * @param toAlong where it ends; smaller than {@code fromAlong} for a walk towards the edge's
   *     start
   * @throws IllegalArgumentException if a position is not on the edge
   */
  public long flatMillimeters(int fromAlong, int toAlong, SlopeRule rule) {
    check(fromAlong);
    check(toAlong);
    if (rule == SlopeRule.NONE) {
      return Math.abs(toAlong - fromAlong);
    }
    boolean forward = toAlong >= fromAlong;
    long to = Math.round(flatFromStart(toAlong, rule, forward));
    return Math.abs(to - Math.round(flatFromStart(fromAlong, rule, forward)));
  }

  /** Cost of everything between the edge's start and a position, walked either way. */
  private double flatFromStart(int along, SlopeRule rule, boolean forward) {
    double sum = 0;
    for (int i = 0; i < pieceCount() && i * pieceMillimeters < along; i++) {
      double run = Math.min(pieceMillimeters, along - i * pieceMillimeters);
      double gradient = gradient(i);
      sum += run * rule.factor(forward ? gradient : -gradient);
    }
    return sum;
  }

  /**
   * Metres of climbing on the way; gradients are not cut.
   *
   * @param fromAlong where the walk begins
   * @param toAlong where it ends
   * @throws IllegalArgumentException if a position is not on the edge
   */
  public double ascentMeters(int fromAlong, int toAlong) {
    check(fromAlong);
    check(toAlong);
    boolean forward = toAlong >= fromAlong;
    int low = Math.min(fromAlong, toAlong);
    int high = Math.max(fromAlong, toAlong);
    double sum = 0;
    for (int i = 0; i < pieceCount(); i++) {
      double run = Math.min(high, (i + 1) * pieceMillimeters) - Math.max(low, i * pieceMillimeters);
      double rise = forward ? gradient(i) : -gradient(i);
      if (run > 0 && rise > 0) {
        sum += run / 1000 * rise;
      }
    }
    return sum;
  }

  /**
   * Metres of going down on the way: the climbing of the way back.
   *
   * @throws IllegalArgumentException if a position is not on the edge
   */
  public double descentMeters(int fromAlong, int toAlong) {
    return ascentMeters(toAlong, fromAlong);
  }

  private void check(int along) {
    if (along < 0 || along > lengthMillimeters) {
      throw new IllegalArgumentException(
          "a position must be in [0, " + lengthMillimeters + "] mm but is " + along);
    }
  }
}
