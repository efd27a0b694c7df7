package org.caremap.coverage;

import org.caremap.facility.Facility;

/** A facility as named inside other answers. */
public record FacilityRef(
    String id, String externalId, String name, String type, double lon, double lat, String status) {
  static FacilityRef of(Facility f) {
    return new FacilityRef(
        f.id().toString(),
        f.details().externalId(),
        f.details().name(),
        f.details().type(),
        f.details().lon(),
        f.details().lat(),
        f.details().status().code());
  }
}
