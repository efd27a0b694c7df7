package org.caremap.facility;

import java.util.UUID;

/**
 * A stored facility.
 *
 * @param id internal id, lasting
 * @param version rises with every change (optimistic locking)
 * @param sample whether the sample county brought it
 * @param details what is known of it
 */
public record Facility(UUID id, long version, boolean sample, FacilityDetails details) {
  /** Whether it serves anybody now. */
  public boolean isOperating() {
    return details.status() == FacilityStatus.OPERATING;
  }
}
