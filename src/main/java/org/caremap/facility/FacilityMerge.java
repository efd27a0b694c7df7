package org.caremap.facility;

import org.jspecify.annotations.Nullable;

/** One imported facility: how its row changes what is stored. */
public interface FacilityMerge {
  /** The owner's id. */
  String externalId();

  /**
   * @param before what is stored, null where new
   * @return what is to be stored: fields that the file does not have keep their stored value
   */
  FacilityDetails onto(@Nullable FacilityDetails before);
}
