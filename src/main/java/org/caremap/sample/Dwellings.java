package org.caremap.sample;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;

/**
 * The people: building clusters in town, village groups in the country. Shares are plausible for an
 * old county (about 30 % are 60 or older, 23 % 65, 5 % 80; the country older than the town) but
 * invented. Residents and households are always known; other groups are unknown here and there.
 */
final class Dwellings {
  private static final int GROUPS = SampleDemandPoint.GROUPS.size();
  private static final double RESIDENTS = 900_000;
  private static final int LEAST = 20;
  private static final int MOST = 300;

  private final List<Community> communities;
  private final double[] u;
  private final double[] v;
  private final int[] communityOf;
  private final double[] counts;

  /**
   * @param points how many demand points
   * @param crowd how many times the standard county's residents
   */
  Dwellings(Census census, Frontage frontage, int points, double crowd, Dice dice) {
    communities = census.communities();
    u = new double[points];
    v = new double[points];
    communityOf = new int[points];
    counts = new double[points * GROUPS];
    double[] residents = residents(frontage, crowd, dice);
    int[] quota = quota(residents, points);
    int next = 0;
    for (int c = 0; c < quota.length; c++) {
      if (quota[c] > 0) {
        Dice own = dice.fork(c);
        double mean = residents[c] / quota[c];
        double old = (communities.get(c).urban() ? 0.255 : 0.342) + 0.028 * own.bell();
        for (Frontage.Site site : frontage.strew(c, quota[c], true, own)) {
          u[next] = site.u();
          v[next] = site.v();
          communityOf[next] = c;
          people(next++ * GROUPS, communities.get(c).urban(), mean, old, own);
        }
      }
    }
  }

  /** Sum of a group over one community; NaN as soon as one point is unknown. */
  double[] sumByCommunity(String group) {
    int index = SampleDemandPoint.GROUPS.indexOf(group);
    double[] sums = new double[communities.size()];
    for (int i = 0; i < communityOf.length; i++) {
      sums[communityOf[i]] += counts[i * GROUPS + index];
    }
    return sums;
  }

  void send(Warp warp, Consumer<SampleDemandPoint> sink) {
    for (int i = 0; i < communityOf.length; i++) {
      Coordinate at = warp.toLonLat(u[i], v[i]);
      sink.accept(
          new SampleDemandPoint(
              "S-D-" + (i + 1),
              at.x,
              at.y,
              communities.get(communityOf[i]).code(),
              Arrays.copyOfRange(counts, i * GROUPS, (i + 1) * GROUPS)));
    }
  }

  private double[] residents(Frontage frontage, double crowd, Dice dice) {
    double[] residents = new double[communities.size()];
    double urban = meanMeters(frontage, true);
    double rural = meanMeters(frontage, false);
    double sum = 0;
    for (int c = 0; c < residents.length; c++) {
      Community community = communities.get(c);
      double usual = community.urban() ? 5_200 : 1_900;
      if (community.urban() && Town.ALL.get(community.town()).centre()) {
        usual = 7_600;
      }
      // Half by the number of communities, half by their size: neither equal nor uniform.
      double size = StrictMath.sqrt(frontage.meters(c) / (community.urban() ? urban : rural));
      residents[c] = usual * size * dice.between(0.7, 1.35);
      sum += residents[c];
    }
    for (int c = 0; c < residents.length; c++) {
      residents[c] *= RESIDENTS * crowd / sum;
    }
    return residents;
  }

  private double meanMeters(Frontage frontage, boolean urban) {
    return IntStream.range(0, communities.size())
        .filter(c -> communities.get(c).urban() == urban)
        .mapToDouble(frontage::meters)
        .average()
        .orElse(1);
  }

  /** Points per community, adding up exactly; larger clusters in town. */
  private int[] quota(double[] residents, int points) {
    double[] share = new double[residents.length];
    double sum = 0;
    for (int c = 0; c < share.length; c++) {
      share[c] = residents[c] / (communities.get(c).urban() ? 150 : 72);
      sum += share[c];
    }
    int[] quota = new int[share.length];
    double reached = 0;
    int given = 0;
    for (int c = 0; c < share.length; c++) {
      reached += share[c] / sum * points;
      int upTo = c == share.length - 1 ? points : (int) Math.rint(reached);
      quota[c] = residents[c] == 0 ? 0 : upTo - given;
      given += quota[c];
    }
    return quota;
  }

  private void people(int at, boolean urban, double mean, double old, Dice dice) {
    int residents =
        Math.max(LEAST, Math.min(MOST, dice.roundFairly(mean * dice.between(0.5, 1.5))));
    double share = Math.max(0.08, Math.min(0.65, old + 0.04 * dice.bell()));
    int age60 = dice.roundFairly(residents * share);
    int age65 = Math.min(age60, dice.roundFairly(age60 * (0.765 + 0.03 * dice.bell())));
    int age80 = Math.min(age65, dice.roundFairly(age60 * (0.168 + 0.03 * dice.unit())));
    counts[at] = residents;
    counts[at + 1] =
        Math.max(1, Math.rint(residents / (urban ? 2.6 : 2.4) * dice.between(0.9, 1.1)));
    counts[at + 2] = age60;
    counts[at + 3] = age65;
    counts[at + 4] = age80;
    counts[at + 5] = part(age60, urban ? 0.12 : 0.14, dice);
    counts[at + 6] = part(age60, urban ? 0.40 : 0.46, dice);
    counts[at + 7] = part(age60, urban ? 0.01 : 0.07, dice);
    counts[at + 8] = part(age60, urban ? 0.04 : 0.05, dice);
    counts[at + 9] = part(age60, 0.035, dice);
    counts[at + 10] = part(age60, 0.006, dice);
    counts[at + 11] = part(age60, urban ? 0.012 : 0.035, dice);
    forget(at, dice);
  }

  private static double part(int people, double share, Dice dice) {
    return Math.min(people, dice.roundFairly(people * share * dice.between(0.6, 1.4)));
  }

  private void forget(int at, Dice dice) {
    double which = dice.unit();
    if (which < 0.008) {
      Arrays.fill(counts, at + 2, at + GROUPS, Double.NaN);
    } else if (which < 0.03) {
      Arrays.fill(counts, at + 8, at + 10, Double.NaN);
    } else if (which < 0.045) {
      Arrays.fill(counts, at + 10, at + 12, Double.NaN);
    }
  }
}
