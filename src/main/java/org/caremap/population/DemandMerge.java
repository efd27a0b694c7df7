package org.caremap.population;

import org.jspecify.annotations.Nullable;

/** One imported demand point: how its row changes what is stored. */
public interface DemandMerge {
  /** The owner's id. */
  String externalId();

  /**
   * @param before what is stored, null where new
   * @return what is to be stored: fields that the file does not have keep their stored value
   */
  DemandPoint onto(@Nullable DemandPoint before);
}
