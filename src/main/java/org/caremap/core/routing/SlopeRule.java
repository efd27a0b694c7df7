package org.caremap.core.routing;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How much longer a metre takes on a slope than on the flat. Every rule is 1 on the flat, so that a
 * profile's speed stays its flat speed and the same slope costs every speed the same share.
 *
 * <p>Gradients are rise over run, positive uphill. They are cut to ±{@link #STEEPEST}: the steepest
 * street that people live on, Baldwin Street in Dunedin, rises 35 in 100; what an elevation raster
 * says beyond that along a street is an embankment, a wall or a roof beside it.
 */
public enum SlopeRule {
  /** Slopes cost nothing. */
  NONE("none") {
    @Override
    double speed(double gradient) {
      return 1;
    }
  },

  /**
   * Tobler's hiking function (Tobler 1993, NCGIA Technical Report 93-1): speed is proportional to
   * exp(−3.5·|g + 0.05|), greatest on a slope of 5 % down. Normalised to 1 on the flat, as Conveyal
   * R5 does to scale its users' speeds (R5 takes 6/5 for the exact 1.191).
   */
  TOBLER("tobler") {
    @Override
    double speed(double gradient) {
      return Math.exp(-3.5 * Math.abs(gradient + 0.05));
    }
  },

  /**
   * The slowest walkers (1st percentile, 0.81 m/s on the flat, which is an elder's speed) of
   * Campbell, Dennison, Butler & Page 2019 (Applied Geography 106:93-107), from the tracks of
   * 30,000 people: a Lorentz curve over the angle of slope in degrees. Near the flat it is milder
   * than Tobler's, since it has no peak.
   */
  CAMPBELL_SLOWEST("campbell-slowest") {
    @Override
    double speed(double gradient) {
      double degrees = Math.toDegrees(Math.atan(gradient));
      double spread = (degrees + 2.1) / 12.273;
      return 21.816 / (Math.PI * 12.273 * (1 + spread * spread)) + 0.263 - 0.00193 * degrees;
    }
  },

  /**
   * Irmischer & Clarke 2018 (Cartography and Geographic Information Science 45:177-186), walkers on
   * a path: speed is proportional to 0.11 + exp(−(100·g + 5)² / 1800).
   */
  IRMISCHER_CLARKE("irmischer-clarke") {
    @Override
    double speed(double gradient) {
      double percent = 100 * gradient + 5;
      return 0.11 + Math.exp(-percent * percent / 1800);
    }
  };

  /** Steeper gradients, up or down, count as this one. */
  public static final double STEEPEST = 0.35;

  private final String code;
  private final double flatSpeed;

  SlopeRule(String code) {
    this.code = code;
    this.flatSpeed = speed(0);
  }

  /** Code as in profiles. */
  public String code() {
    return code;
  }

  /** Speed at a gradient in any unit. */
  abstract double speed(double gradient);

  /**
   * Time for a metre of horizontal length over the time for a metre on the flat.
   *
   * @param gradient rise over run, positive uphill; cut to ±{@link #STEEPEST}
   * @return greater than 0; 1 on the flat
   * @throws IllegalArgumentException if the gradient is not a number
   */
  public double factor(double gradient) {
    if (Double.isNaN(gradient)) {
      throw new IllegalArgumentException("gradient must be a number but is NaN");
    }
    return flatSpeed / speed(Math.max(-STEEPEST, Math.min(STEEPEST, gradient)));
  }

  /** The rule of a code. */
  public static Optional<SlopeRule> find(String code) {
    return Arrays.stream(values()).filter(r -> r.code.equals(code)).findFirst();
  }

  /**
   * The rule of a code.
   *
   * @throws IllegalArgumentException naming the code and the legal ones
   */
  public static SlopeRule get(String code) {
    return find(code)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "slope must be one of " + legal() + " but is '" + code + "'"));
  }

  /** Codes, separated by commas, for error texts. */
  public static String legal() {
    return Arrays.stream(values()).map(SlopeRule::code).collect(Collectors.joining(", "));
  }
}
