package org.caremap.population;

import java.util.Optional;

/**
 * The groups of people a demand point counts, in the order every array of counts uses. The codes
 * are names other programs rely on.
 */
public enum DemandGroup {
  RESIDENTS("residents"),
  HOUSEHOLDS("households"),
  AGE60("age60"),
  AGE65("age65"),
  AGE80("age80"),
  LIVING_ALONE("livingAlone"),
  EMPTY_NEST("emptyNest"),
  LEFT_BEHIND("leftBehind"),
  DISABLED("disabled"),
  DEMENTIA("dementia"),
  BEREAVED("bereaved"),
  LOW_INCOME("lowIncome");

  /** Number of groups: the length of every array of counts. */
  public static final int COUNT = values().length;

  private final String code;

  DemandGroup(String code) {
    this.code = code;
  }

  /** The name of the group in files, parameters and answers. */
  public String code() {
    return code;
  }

  /** The group of this exact code, or empty. */
  public static Optional<DemandGroup> find(String code) {
    for (DemandGroup group : values()) {
      if (group.code.equals(code)) {
        return Optional.of(group);
      }
    }
    return Optional.empty();
  }
}
