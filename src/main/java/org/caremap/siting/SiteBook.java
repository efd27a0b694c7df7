package org.caremap.siting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.caremap.candidate.CandidateDetails;

/**
 * What a selection is made from beside the data of coverage: loaded candidates and the grants that
 * price them. As one text it is kept beside published figures, so that they can be computed again.
 *
 * @param candidates in order of their ids
 * @param grants in the order in which they are tried
 */
record SiteBook(List<CandidateDetails> candidates, List<Grant> grants) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Copies the lists. */
  SiteBook {
    candidates = List.copyOf(candidates);
    grants = List.copyOf(grants);
  }

  /** Everything in it: same content, same text. */
  String text() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of texts and numbers can be written", e);
    }
  }

  /**
   * What {@link #text} once gave.
   *
   * @throws IllegalArgumentException if it is none
   */
  static SiteBook of(String text) {
    try {
      return JSON.readValue(text, SiteBook.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a list of candidates and grants", e);
    }
  }
}
