package org.caremap.facility;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** All facilities at one moment, immutable, in order of external id. */
public final class FacilityCatalog {
  private final List<Facility> all;
  private final Map<String, Facility> byExternalId = new HashMap<>();
  private final Map<UUID, Facility> byId = new HashMap<>();

  FacilityCatalog(List<Facility> facilities) {
    all = List.copyOf(facilities);
    for (Facility facility : all) {
      byId.put(facility.id(), facility);
      byExternalId.put(facility.details().externalId(), facility);
    }
  }

  /**
   * A catalogue as it once was.
   *
   * @param facilities in order of external id
   */
  public static FacilityCatalog of(List<Facility> facilities) {
    return new FacilityCatalog(facilities);
  }

  /** Every facility, closed ones too. */
  public List<Facility> list() {
    return all;
  }

  /** By the owner's id or by ours. */
  public Optional<Facility> find(String id) {
    Facility facility = byExternalId.get(id);
    if (facility == null) {
      try {
        facility = byId.get(UUID.fromString(id));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
    return Optional.ofNullable(facility);
  }

  /** By the owner's id only. */
  public Optional<Facility> findByExternalId(String externalId) {
    return Optional.ofNullable(byExternalId.get(externalId));
  }
}
