package org.caremap.candidate;

import org.caremap.facility.CodeLists;
import org.caremap.platform.ProblemException;
import org.jspecify.annotations.Nullable;

/** What a candidate written by form or program must satisfy. */
final class CandidateRules {
  private CandidateRules() {}

  /**
   * @throws ProblemException 400 naming field, value and legal range
   */
  static void check(CandidateDetails d, CodeLists codes) {
    text("name", d.name(), 300, true);
    text("externalId", d.externalId(), 200, false);
    if (!Candidate.KINDS.contains(d.kind())) {
      throw ProblemException.badParameter("kind", d.kind(), String.join(", ", Candidate.KINDS));
    }
    number("lon", d.lon(), -180, 180);
    number("lat", d.lat(), -90, 90);
    number("areaSquareMeters", d.areaSquareMeters(), 0, Candidate.LARGEST_SQUARE_METERS);
    number("costYuan", d.costYuan(), 0, Candidate.HIGHEST_YUAN);
    number("capacity", d.capacity(), 0, Candidate.MOST_PEOPLE);
    for (String type : d.types()) {
      if (!codes.hasType(type)) {
        throw ProblemException.badParameter("types", type, "any of " + codes.legalTypes());
      }
    }
    text("owner", d.owner(), 2000, false);
    text("address", d.address(), 2000, false);
    text("areaCode", d.areaCode(), 40, false);
  }

  private static void text(String field, @Nullable String value, int max, boolean needed) {
    if (value == null || value.isBlank()) {
      if (needed) {
        throw ProblemException.badParameter(field, null, "a text of 1 to " + max + " characters");
      }
      return;
    }
    if (value.length() > max || value.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t')) {
      throw ProblemException.badParameter(
          field, value, "a text of at most " + max + " characters without control characters");
    }
  }

  private static void number(String field, @Nullable Number value, double min, double max) {
    // Written so that NaN fails too.
    if (value != null && !(value.doubleValue() >= min && value.doubleValue() <= max)) {
      throw ProblemException.badParameter(
          field, value.toString(), "number from %.0f to %.0f".formatted(min, max));
    }
  }
}
