package org.caremap.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A grid of six by six junctions, 189 m east to west and 222 m south to north, with people at every
 * one of them, one station in a corner, and eight candidates. Everything a site selection says of
 * it can be reckoned here again, by trying all 256 selections over shortest paths of its own.
 */
final class SitingTown {
  static final int SIDE = 6;
  static final int NODES = SIDE * SIDE;
  static final long SEED = 20_260_613;
  private static final int FAR = 1 << 28;

  /** Junctions with candidates: premises P0 to P7. */
  static final int[] CANDIDATES = {8, 10, 14, 16, 21, 25, 28, 33};

  /** What they cost: empty ones are priced by the grant, 200,000 yuan. */
  static final double[] PRICES = {
    200_000, 200_000, 350_000, 200_000, 120_000, 200_000, 90_000, 200_000
  };

  private static final boolean[] HAS_PRICE = {false, false, true, false, true, false, true, false};

  static final int STATION = 0;

  final double[] age60 = new double[NODES];
  final double[] age80 = new double[NODES];
  final int[][] cost = new int[NODES][NODES];

  SitingTown() {
    SplittableRandom dice = new SplittableRandom(SEED);
    for (int n = 0; n < NODES; n++) {
      age60[n] = 1 + dice.nextInt(40);
      age80[n] = dice.nextInt((int) age60[n] + 1);
    }
    // Nobody knows how many there are at one junction, and how many of 80 and over at another.
    age60[20] = Double.NaN;
    age80[9] = Double.NaN;
    for (int[] row : cost) {
      Arrays.fill(row, FAR);
    }
    for (int n = 0; n < NODES; n++) {
      cost[n][n] = 0;
      if (n % SIDE < SIDE - 1) {
        join(n, n + 1);
      }
      if (n / SIDE < SIDE - 1) {
        join(n, n + SIDE);
      }
    }
    for (int k = 0; k < NODES; k++) {
      for (int i = 0; i < NODES; i++) {
        for (int j = 0; j < NODES; j++) {
          cost[i][j] = Math.min(cost[i][j], cost[i][k] + cost[k][j]);
        }
      }
    }
  }

  private void join(int a, int b) {
    int length = (int) Math.round(Ground.meters(lon(a), lat(a), lon(b), lat(b)) * 1000);
    cost[a][b] = length;
    cost[b][a] = length;
  }

  static double lon(int node) {
    return (1_210_000 + node % SIDE * 20) / 10_000.0;
  }

  static double lat(int node) {
    return (319_000 + node / SIDE * 20) / 10_000.0;
  }

  /** The west is a street, the east a town. */
  static String town(int node) {
    return node % SIDE < SIDE / 2 ? "320614001" : "320614100";
  }

  void load(boolean streets) {
    if (streets) {
      Upload.of("streets", "grid.osm", osm()).imported();
      return;
    }
    Upload.of(
            "areas",
            "areas.csv",
            """
            code,name,level,parent,serviceZone
            320614,试验县,county,,
            320614001,河西街道,street,320614,centre
            320614100,河东镇,town,320614,outer
            320614001001,西社区,community,320614001,
            320614100001,东社区,community,320614100,
            """)
        .imported();
    Upload.of(
            "facilities",
            "facilities.csv",
            """
            id,name,type,lon,lat,status,beds
            S0,角落站,home_care_station,%s,%s,operating,30
            A1,活动中心,activity_centre,%s,%s,operating,
            """
                .formatted(lon(STATION), lat(STATION), lon(35), lat(35)))
        .imported();
    StringBuilder demand = new StringBuilder("id,lon,lat,area,residents,age60,age80\n");
    for (int n = 0; n < NODES; n++) {
      demand.append(
          String.format(
              Locale.ROOT,
              "D%02d,%s,%s,%s001,100,%s,%s%n",
              n,
              lon(n),
              lat(n),
              town(n),
              known(age60[n]),
              known(age80[n])));
    }
    Upload.of("demand", "demand.csv", demand.toString()).imported();
    StringBuilder candidates =
        new StringBuilder("id,name,kind,lon,lat,areaSquareMeters,costYuan,capacity\n");
    for (int c = 0; c < CANDIDATES.length; c++) {
      candidates.append(
          String.format(
              Locale.ROOT,
              "P%d,闲置用房%d,idle_premises,%s,%s,300,%s,%s%n",
              c,
              c,
              lon(CANDIDATES[c]),
              lat(CANDIDATES[c]),
              HAS_PRICE[c] ? Long.toString((long) PRICES[c]) : "",
              c == 3 ? "40" : ""));
    }
    Upload.of("candidates", "candidates.csv", candidates.toString()).imported();
  }

  private static String known(double count) {
    return Double.isNaN(count) ? "" : Long.toString((long) count);
  }

  private static String osm() {
    StringBuilder osm = new StringBuilder("<?xml version=\"1.0\"?>\n<osm version=\"0.6\">\n");
    for (int n = 0; n < NODES; n++) {
      osm.append("<node id=\"%d\" lon=\"%s\" lat=\"%s\"/>%n".formatted(n + 1, lon(n), lat(n)));
    }
    for (int k = 0; k < SIDE; k++) {
      StringBuilder row = new StringBuilder();
      StringBuilder column = new StringBuilder();
      for (int i = 0; i < SIDE; i++) {
        row.append("<nd ref=\"%d\"/>".formatted(k * SIDE + i + 1));
        column.append("<nd ref=\"%d\"/>".formatted(i * SIDE + k + 1));
      }
      String way = "<way id=\"%d\">%s<tag k=\"highway\" v=\"residential\"/>%s</way>%n";
      osm.append(way.formatted(101 + k, row, "<tag k=\"name\" v=\"横%d路\"/>".formatted(k)));
      osm.append(way.formatted(201 + k, column, "<tag k=\"name\" v=\"纵%d路\"/>".formatted(k)));
    }
    return osm.append("</osm>\n").toString();
  }

  /** Whether anybody is counted at a junction. */
  boolean counts(int node) {
    return !Double.isNaN(age60[node]);
  }

  /** Cost to the nearest of the station and the open candidates. */
  int nearest(int node, int open, boolean station) {
    int least = station ? cost[node][STATION] : FAR;
    for (int c = 0; c < CANDIDATES.length; c++) {
      if ((open >> c & 1) != 0) {
        least = Math.min(least, cost[node][CANDIDATES[c]]);
      }
    }
    return least;
  }

  /** People covered within so many metres, in one town or, by null, everywhere. */
  double covered(int open, double meters, String town) {
    double sum = 0;
    for (int n = 0; n < NODES; n++) {
      if (counts(n)
          && (town == null || town.equals(town(n)))
          && nearest(n, open, true) <= meters * 1000) {
        sum += age60[n];
      }
    }
    return sum;
  }

  /** The same with a person of 80 and over counting so often. */
  double weighted(int open, double meters, double weight) {
    double sum = 0;
    for (int n = 0; n < NODES; n++) {
      if (counts(n) && nearest(n, open, true) <= meters * 1000) {
        sum += age60[n] + (Double.isNaN(age80[n]) ? 0 : (weight - 1) * age80[n]);
      }
    }
    return sum;
  }

  double people(String town) {
    double sum = 0;
    for (int n = 0; n < NODES; n++) {
      sum += counts(n) && (town == null || town.equals(town(n))) ? age60[n] : 0;
    }
    return sum;
  }

  /** Person-minutes at 60 m a minute, nobody farther than so many minutes. */
  double walked(int open, double most) {
    double sum = 0;
    for (int n = 0; n < NODES; n++) {
      if (counts(n)) {
        sum += age60[n] * Math.min(most, nearest(n, open, true) / 60_000.0);
      }
    }
    return sum;
  }

  /** As a share is said: never more than can be had. */
  static String percent(double share) {
    double shown = Math.floor(share * 1000 + 1e-6) / 10;
    return (shown == Math.rint(shown) ? Long.toString((long) shown) : Double.toString(shown))
        + " %";
  }

  static double yuan(int open) {
    double sum = 0;
    for (int c = 0; c < CANDIDATES.length; c++) {
      sum += (open >> c & 1) != 0 ? PRICES[c] : 0;
    }
    return sum;
  }

  /** The ids of an open set. */
  static List<String> ids(int open) {
    List<String> ids = new ArrayList<>();
    for (int c = 0; c < CANDIDATES.length; c++) {
      if ((open >> c & 1) != 0) {
        ids.add("c:P" + c);
      }
    }
    return ids;
  }
}
