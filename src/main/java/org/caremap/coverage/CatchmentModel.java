package org.caremap.coverage;

import java.util.ArrayList;
import java.util.List;
import org.caremap.core.coverage.DistanceDecay;
import org.caremap.platform.ProblemException;
import org.caremap.platform.Query;
import org.jspecify.annotations.Nullable;

/**
 * How floating catchments fade with walking time, as a question asks for it.
 *
 * @param code {@code 2sfca}, {@code e2sfca} or {@code gaussian}
 * @param decay the weights
 */
record CatchmentModel(String code, DistanceDecay decay) {
  private static final String WEIGHTS =
      "with method=e2sfca: weights from 0 to 1 that do not rise, for zones of equal width (1,0.68,0.22),"
          + " or untilMinutes:weight for each zone, the last until the minutes of the question"
          + " (5:1,10:0.68,15:0.22); at most 20";
  private static final int MOST_ZONES = 20;

  /**
   * @throws ProblemException 400 naming the legal values
   */
  static CatchmentModel of(Query query, double minutes) {
    String code = query.text("method") == null ? "e2sfca" : query.text("method");
    String weights = query.text("weights");
    if (weights != null && !"e2sfca".equals(code)) {
      throw ProblemException.badParameter("weights", weights, WEIGHTS);
    }
    double seconds = minutes * 60;
    return switch (code) {
      case "2sfca" -> new CatchmentModel(code, new DistanceDecay.None(seconds));
      case "e2sfca" -> new CatchmentModel(code, zones(weights, seconds));
      case "gaussian" -> new CatchmentModel(code, new DistanceDecay.Gaussian(seconds));
      default -> throw ProblemException.badParameter("method", code, "2sfca, e2sfca, gaussian");
    };
  }

  private static DistanceDecay.Zones zones(@Nullable String weights, double seconds) {
    if (weights == null) {
      return DistanceDecay.Zones.equal(seconds, DistanceDecay.LUO_QI);
    }
    String[] parts = weights.split(",", -1);
    List<DistanceDecay.Zone> zones = new ArrayList<>();
    try {
      for (int z = 0; z < parts.length && z <= MOST_ZONES; z++) {
        String[] pair = parts[z].split(":", -1);
        double until =
            pair.length == 2 ? Double.parseDouble(pair[0]) * 60 : seconds * (z + 1) / parts.length;
        zones.add(new DistanceDecay.Zone(until, Double.parseDouble(pair[pair.length - 1])));
      }
      DistanceDecay.Zones all = new DistanceDecay.Zones(zones);
      if (zones.size() <= MOST_ZONES && all.limitSeconds() == seconds) {
        return all;
      }
    } catch (IllegalArgumentException e) {
      throw ProblemException.badParameter("weights", weights, WEIGHTS);
    }
    throw ProblemException.badParameter("weights", weights, WEIGHTS);
  }
}
