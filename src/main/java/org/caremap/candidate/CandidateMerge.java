package org.caremap.candidate;

import org.jspecify.annotations.Nullable;

/** One imported candidate: how its row changes what is stored. */
public interface CandidateMerge {
  /** The owner's id. */
  String externalId();

  /**
   * @param before what is stored, null where new
   * @return what is to be stored: fields that the file does not have keep their stored value
   */
  CandidateDetails onto(@Nullable CandidateDetails before);
}
