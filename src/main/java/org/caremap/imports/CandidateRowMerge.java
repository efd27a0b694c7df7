package org.caremap.imports;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.caremap.candidate.Candidate;
import org.caremap.candidate.CandidateDetails;
import org.caremap.candidate.CandidateMerge;
import org.caremap.imports.table.CandidateRow;
import org.jspecify.annotations.Nullable;

/**
 * A candidate's row over what is stored: a field that the file does not have keeps its stored
 * value.
 *
 * @param row the row
 * @param fields codes of the fields that the file has
 */
record CandidateRowMerge(CandidateRow row, Set<String> fields) implements CandidateMerge {
  @Override
  public String externalId() {
    return row.externalId();
  }

  @Override
  public CandidateDetails onto(@Nullable CandidateDetails b) {
    boolean hasCost = fields.contains("costYuan") || fields.contains("costTenThousandYuan");
    return new CandidateDetails(
        row.externalId(),
        row.name(),
        kind(b),
        row.lon(),
        row.lat(),
        pick("areaSquareMeters", row.areaSquareMeters(), b == null ? null : b.areaSquareMeters()),
        hasCost || b == null ? row.costYuan() : b.costYuan(),
        pick("capacity", row.capacity(), b == null ? null : b.capacity()),
        pick("types", types(), b == null ? List.of() : b.types()),
        pick("owner", row.owner(), b == null ? null : b.owner()),
        pick("address", row.address(), b == null ? null : b.address()),
        pick("areaCode", row.areaCode(), b == null ? null : b.areaCode()),
        available(b));
  }

  private String kind(@Nullable CandidateDetails before) {
    if (row.kind() != null) {
      return row.kind();
    }
    return before == null || fields.contains("kind") ? Candidate.IDLE_PREMISES : before.kind();
  }

  private boolean available(@Nullable CandidateDetails before) {
    if (row.available() != null) {
      return row.available();
    }
    return before == null || fields.contains("available") || before.available();
  }

  private List<String> types() {
    return row.types() == null ? List.of() : List.copyOf(new TreeSet<>(row.types()));
  }

  private <T> T pick(String field, T given, T stored) {
    return fields.contains(field) ? given : stored;
  }
}
