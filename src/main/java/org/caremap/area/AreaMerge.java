package org.caremap.area;

import org.jspecify.annotations.Nullable;

/** One imported area: how its row changes what is stored. */
public interface AreaMerge {
  /** Its code. */
  String code();

  /**
   * @param before what is stored, null where new
   * @return what is to be stored: fields that the file does not have keep their stored value
   */
  Area onto(@Nullable Area before);
}
