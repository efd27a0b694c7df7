package org.caremap.core.graph;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import org.caremap.core.geo.GreatCircle;

/**
 * Which street piece places snap to, at the samples of a lattice over the whole network: what all
 * pictures of service areas on one network have in common. Found tile by tile where somebody draws
 * first, and kept for all later drawings: about 10 kB a tile of 480 m, {@value #MOST_TILES} tiles
 * at most. Lattices of several sizes have 15 · 2^level metres between samples, in longitude a
 * little less away from the network's border nearest to the equator.
 *
 * <p>Safe for all threads. What it answers does not depend on what was asked before.
 */
public final class NearestStreets {
  /** Distance between samples at level 0. */
  public static final double CELL_METERS = 15;

  private static final double METERS_PER_DEGREE =
      Math.toRadians(1) * GreatCircle.EARTH_RADIUS_METERS;
  private static final double SMALLEST_COSINE = 0.02;
  private static final int MOST_TILES = 8192;

  private record Key(int level, int column, int row) {}

  private final GraphData data;
  private final IntPredicate isStreet;
  private final IntToDoubleFunction handicapMeters;
  private final double west;
  private final double south;
  private final double cosine;
  private final ConcurrentHashMap<Key, StreetTile> tiles = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<StreetTileBuilder> builders = new ConcurrentLinkedQueue<>();

  /**
   * @param graph the network, with at least one node
   * @param isStreet whether places snap to an edge at all
   * @param handicapMeters metres added to the distance of an edge when edges compete, in [0, {@link
   *     EdgeSnapper#MOST_HANDICAP_METERS}]
   */
  public NearestStreets(
      StreetGraph graph, IntPredicate isStreet, IntToDoubleFunction handicapMeters) {
    data = graph.data();
    this.isStreet = isStreet;
    this.handicapMeters = handicapMeters;
    west = graph.bounds().west();
    south = graph.bounds().south();
    double north = graph.bounds().north();
    double flattest = south <= 0 && north >= 0 ? 0 : Math.min(Math.abs(south), Math.abs(north));
    cosine = Math.max(SMALLEST_COSINE, Math.cos(Math.toRadians(flattest)));
  }

  /** Metres between samples to the north, the most to the east. */
  public static double cellMeters(int level) {
    return Math.scalb(CELL_METERS, level);
  }

  /** Degrees between samples to the east. */
  public double stepLon(int level) {
    return stepLat(level) / cosine;
  }

  /** Degrees between samples to the north. */
  public double stepLat(int level) {
    return cellMeters(level) / METERS_PER_DEGREE;
  }

  /** Longitude of a column of samples; columns may be negative. */
  public double lon(int level, int column) {
    return west + column * stepLon(level);
  }

  /** Latitude of a row of samples; rows may be negative. */
  public double lat(int level, int row) {
    return south + row * stepLat(level);
  }

  /** The column of samples at or west of a longitude. */
  public int column(int level, double lon) {
    return (int) Math.floor((lon - west) / stepLon(level));
  }

  /** The row of samples at or south of a latitude. */
  public int row(int level, double lat) {
    return (int) Math.floor((lat - south) / stepLat(level));
  }

  /**
   * A tile of samples.
   *
   * @param level size of the lattice
   * @param column of the tile, which starts at sample column {@code column} · {@value
   *     StreetTile#SIDE}
   * @param row likewise
   * @param limitMeters distance within which the nearest pieces matter
   */
  public StreetTile tile(int level, int column, int row, double limitMeters) {
    Key key = new Key(level, column, row);
    StreetTile known = tiles.get(key);
    if (known != null && known.limitMeters() >= limitMeters) {
      return known;
    }
    StreetTileBuilder idle = builders.poll();
    StreetTileBuilder builder =
        idle == null ? new StreetTileBuilder(data, isStreet, handicapMeters) : idle;
    double middle = lat(level, row * StreetTile.SIDE + StreetTile.SIDE / 2);
    StreetTile built =
        builder.build(
            lon(level, column * StreetTile.SIDE),
            lat(level, row * StreetTile.SIDE),
            stepLon(level),
            stepLat(level),
            METERS_PER_DEGREE * Math.max(SMALLEST_COSINE / 2, Math.cos(Math.toRadians(middle))),
            limitMeters);
    builders.add(builder);
    if (tiles.size() >= MOST_TILES) {
      tiles.clear();
    }
    tiles.put(key, built);
    return built;
  }
}
