package org.caremap.core.routing;

import java.util.Arrays;

/**
 * The street pieces that a walk follows, in walking direction: each an edge and the part of it that
 * is walked. Immutable.
 */
public final class PathPieces {
  /** None, as for a straight line. */
  public static final PathPieces NONE =
      new PathPieces(new int[0], new double[0], new double[0], 0, 0);

  private final int[] edges;
  private final double[] from;
  private final double[] to;
  private final double accessBefore;
  private final double accessAfter;

  private PathPieces(
      int[] edges, double[] from, double[] to, double accessBefore, double accessAfter) {
    this.edges = edges;
    this.from = from;
    this.to = to;
    this.accessBefore = accessBefore;
    this.accessAfter = accessAfter;
  }

  /** Metres from the place where the walk begins to its street. */
  public double accessBeforeMeters() {
    return accessBefore;
  }

  /** Metres from the street to the place where the walk ends. */
  public double accessAfterMeters() {
    return accessAfter;
  }

  /** Number of pieces. */
  public int size() {
    return edges.length;
  }

  /** Edge of a piece. */
  public int edge(int piece) {
    return edges[piece];
  }

  /** Where the piece begins, metres from the edge's start. */
  public double fromMeters(int piece) {
    return from[piece];
  }

  /** Where the piece ends, metres from the edge's start; smaller where it is walked backwards. */
  public double toMeters(int piece) {
    return to[piece];
  }

  /** Collects pieces; those without length are kept, as lifts and kerbs are such. */
  static final class Builder {
    private int[] edges = new int[32];
    private double[] from = new double[32];
    private double[] to = new double[32];
    private int count;
    private double accessBefore;
    private double accessAfter;

    /** Access legs, in the order of collecting. */
    void access(double beforeMeters, double afterMeters) {
      accessBefore = beforeMeters;
      accessAfter = afterMeters;
    }

    void add(int edge, double fromMeters, double toMeters) {
      if (count == edges.length) {
        edges = Arrays.copyOf(edges, count * 2);
        from = Arrays.copyOf(from, count * 2);
        to = Arrays.copyOf(to, count * 2);
      }
      edges[count] = edge;
      from[count] = fromMeters;
      to[count++] = toMeters;
    }

    /**
     * @param reversed whether they were collected against the walking direction
     */
    PathPieces build(boolean reversed) {
      int[] edge = new int[count];
      double[] begin = new double[count];
      double[] end = new double[count];
      for (int i = 0; i < count; i++) {
        int source = reversed ? count - 1 - i : i;
        edge[i] = edges[source];
        begin[i] = reversed ? to[source] : from[source];
        end[i] = reversed ? from[source] : to[source];
      }
      return new PathPieces(
          edge,
          begin,
          end,
          reversed ? accessAfter : accessBefore,
          reversed ? accessBefore : accessAfter);
    }
  }
}
