package org.caremap.bench;

import static java.util.Locale.ROOT;

import org.caremap.core.geo.GreatCircle;
import org.caremap.peers.PgRoutingPeer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Questions from one place on the streets of a real city. */
final class CityRaces {
  static final double SECONDS = 15 * 60;
  private static final int SQL_ORIGINS = 40;
  private static final int SQL_WARM_UP = 50;

  private final int origins;
  private final int rounds;

  CityRaces(int origins, int rounds) {
    this.origins = origins;
    this.rounds = rounds;
  }

  /** A sweep of 15 minutes beside GraphHopper's shortest path tree. */
  void trees(Streets streets) throws Exception {
    Origins from = Origins.draw(streets.ours(), streets.theirs(), origins);
    Race race =
        Race.of(
            rounds,
            from.size(),
            i -> streets.ours().tree(from.ours(), i, SECONDS),
            i -> streets.theirs().tree(from.theirNode(i), SECONDS));
    line(
        "%-13s %.2f m/s  sweep %8.1f us for %5.0f nodes   GraphHopper's tree %8.1f us for %5.0f"
            + " nodes   %s",
        streets.city(),
        streets.metersPerSecond(),
        race.nanos(0) / 1e3,
        race.answer(0),
        race.nanos(1) / 1e3,
        race.answer(1),
        race.ratio(1, 0));
  }

  /** A polygon of 15 minutes, from the coordinates asked for, beside GraphHopper's isochrone. */
  void polygons(Streets streets) throws Exception {
    Origins from = Origins.draw(streets.ours(), streets.theirs(), Math.max(1, origins / 4));
    Race race =
        Race.of(
            rounds,
            from.size(),
            i -> corners(streets.ours().serviceArea(from.lon(i), from.lat(i), SECONDS)),
            i -> corners(streets.theirs().isochrone(from.lon(i), from.lat(i), SECONDS)));
    line(
        "%-13s %.2f m/s  polygon %6.2f ms with %4.0f corners   GraphHopper's isochrone %6.2f ms"
            + " with %4.0f corners   %s",
        streets.city(),
        streets.metersPerSecond(),
        race.nanos(0) / 1e6,
        race.answer(0),
        race.nanos(1) / 1e6,
        race.answer(1),
        race.ratio(1, 0));
  }

  private static double corners(@Nullable Geometry shape) {
    return shape == null ? 0 : shape.getNumPoints();
  }

  /** The same sweep beside pgRouting's driving distance, asked three ways. */
  void pgRouting(Streets streets) throws Exception {
    Origins from = Origins.draw(streets.ours(), streets.theirs(), Math.min(origins, SQL_ORIGINS));
    Integer[] all = new Integer[from.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = from.ourNode(i);
    }
    double reach = streets.metersPerSecond() * SECONDS;
    double latSpan = Math.toDegrees(reach / GreatCircle.EARTH_RADIUS_METERS);
    try (PgRoutingPeer peer = PgRoutingPeer.load(streets.ours())) {
      for (int i = 0; i < SQL_WARM_UP * from.size(); i++) {
        streets.ours().tree(from.ours(), i % from.size(), SECONDS); // too short to warm by turns
      }
      Race race =
          Race.of(
              Math.max(3, rounds / 2),
              from.size(),
              i -> streets.ours().tree(from.ours(), i, SECONDS),
              i -> peer.tree(all[i], SECONDS),
              i -> {
                double lonSpan = latSpan / Math.cos(Math.toRadians(from.lat(i)));
                return peer.treeWithin(
                    all[i],
                    SECONDS,
                    from.lon(i) - lonSpan,
                    from.lat(i) - latSpan,
                    from.lon(i) + lonSpan,
                    from.lat(i) + latSpan);
              });
      Race atOnce =
          Race.of(
              Math.max(3, rounds / 2),
              1,
              item -> {
                double sum = 0;
                for (int i = 0; i < all.length; i++) {
                  sum += streets.ours().tree(from.ours(), i, SECONDS);
                }
                return sum;
              },
              item -> peer.trees(all, SECONDS));
      line(
          "%-13s %.2f m/s  sweep %8.1f us for %5.0f nodes   %s, timed at the client over one"
              + " connection, a count comes back:",
          streets.city(),
          streets.metersPerSecond(),
          race.nanos(0) / 1e3,
          race.answer(0),
          peer.version());
      sql("one call an origin", race.nanos(1), race.answer(1), race.ratio(1, 0));
      sql("with the streets of the box only", race.nanos(2), race.answer(2), race.ratio(2, 0));
      sql(
          "all origins in one call",
          atOnce.nanos(1) / all.length,
          atOnce.answer(1) / all.length,
          atOnce.ratio(1, 0));
    }
  }

  private static void sql(String how, double nanos, double nodes, String ratio) {
    line(
        "    pgr_drivingDistance, %-34s %9.1f us for %5.0f nodes   %s",
        how, nanos / 1e3, nodes, ratio);
  }

  private static void line(String format, Object... values) {
    System.out.printf(ROOT, format + "%n", values);
  }
}
