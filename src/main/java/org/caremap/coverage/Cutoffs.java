package org.caremap.coverage;

import org.caremap.core.coverage.Cutoff;
import org.caremap.core.routing.WalkingProfile;

/** Cut-offs as questions state them. */
final class Cutoffs {
  private Cutoffs() {}

  /** So many minutes at the speed of a profile. */
  static Cutoff of(double minutes, WalkingProfile profile) {
    return new Cutoff(minutes * 60, profile.speedMetersPerSecond());
  }
}
