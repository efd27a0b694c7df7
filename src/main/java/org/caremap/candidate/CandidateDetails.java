package org.caremap.candidate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a candidate, as written by a form, an import or the sample; components as in
 * {@link Candidate}.
 *
 * @param externalId null on creation by form: one is made
 */
public record CandidateDetails(
    @Nullable String externalId,
    String name,
    String kind,
    double lon,
    double lat,
    @Nullable Double areaSquareMeters,
    @Nullable Double costYuan,
    @Nullable Integer capacity,
    List<String> types,
    @Nullable String owner,
    @Nullable String address,
    @Nullable String areaCode,
    boolean available) {
  /** Keeps a copy of the types. */
  public CandidateDetails {
    types = List.copyOf(types);
  }

  /** The same with another external id. */
  CandidateDetails withExternalId(String newExternalId) {
    return new CandidateDetails(
        newExternalId,
        name,
        kind,
        lon,
        lat,
        areaSquareMeters,
        costYuan,
        capacity,
        types,
        owner,
        address,
        areaCode,
        available);
  }
}
