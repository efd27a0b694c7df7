package org.caremap.coverage;

import org.caremap.core.coverage.Cutoff;
import org.caremap.core.routing.Trip;
import org.caremap.core.routing.WalkingProfile;

/**
 * Who walks, and which walk of theirs counts.
 *
 * @param profile the person
 * @param trip to the facility, back, or the slower of the two
 */
public record Walker(WalkingProfile profile, Trip trip) {
  /** Flat walking speed. */
  public double speedMetersPerSecond() {
    return profile.speedMetersPerSecond();
  }

  /** Flat walking speed as it is shown. */
  public double speedKmh() {
    return Rounding.kmh(profile.speedMetersPerSecond());
  }

  /** A cut-off of so many minutes at this speed. */
  public Cutoff cutoff(double minutes) {
    return new Cutoff(minutes * 60, profile.speedMetersPerSecond());
  }
}
