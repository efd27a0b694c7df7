package org.caremap.candidate;

import java.util.List;
import java.util.TreeSet;
import org.caremap.platform.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The body by which one candidate is added or corrected; names as in {@link Candidate}. A
 * correction states the whole candidate: what it leaves out becomes unknown.
 *
 * @param kind default {@link Candidate#IDLE_PREMISES}
 * @param available default true
 * @param version the version that was edited: needed for a correction, a stale one is refused
 */
public record CandidateForm(
    @Nullable String externalId,
    @Nullable String name,
    @Nullable String kind,
    @Nullable Double lon,
    @Nullable Double lat,
    @Nullable Double areaSquareMeters,
    @Nullable Double costYuan,
    @Nullable Integer capacity,
    @Nullable List<String> types,
    @Nullable String owner,
    @Nullable String address,
    @Nullable String areaCode,
    @Nullable Boolean available,
    @Nullable Long version) {
  /**
   * @param keptExternalId used where the form names none
   * @throws ProblemException 400 where a needed field is missing
   */
  CandidateDetails toDetails(@Nullable String keptExternalId) {
    if (lon == null) {
      throw ProblemException.badParameter("lon", null, "number from -180 to 180");
    }
    if (lat == null) {
      throw ProblemException.badParameter("lat", null, "number from -90 to 90");
    }
    String ownId = blankToNull(externalId);
    String ownKind = blankToNull(kind);
    return new CandidateDetails(
        ownId == null ? keptExternalId : ownId,
        name == null ? "" : name.strip(),
        ownKind == null ? Candidate.IDLE_PREMISES : ownKind,
        lon,
        lat,
        areaSquareMeters,
        costYuan,
        capacity,
        sortedTypes(),
        blankToNull(owner),
        blankToNull(address),
        blankToNull(areaCode),
        available == null || available);
  }

  private List<String> sortedTypes() {
    TreeSet<String> sorted = new TreeSet<>();
    if (types != null) {
      types.forEach(type -> sorted.add(type == null ? "" : type.strip()));
    }
    return List.copyOf(sorted);
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
