package org.caremap.coverage;

import org.caremap.core.routing.WalkingProfile;

/** Cut-offs in metres: inclusive, so widened by what floating-point sums may lose on the way. */
final class CutOff {
  // A microsecond of walking at 1 m/s.
  private static final double NOISE_METERS = 1e-6;

  private CutOff() {}

  /** Walking metres within so many minutes, inclusive. */
  static double meters(double minutes, WalkingProfile profile) {
    return minutes * 60 * profile.speedMetersPerSecond() + NOISE_METERS;
  }
}
