package org.caremap.population;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The groups that a demand point counts; codes as in the API. */
public enum DemandGroup {
  RESIDENTS("residents", "居民", "Residents"),
  HOUSEHOLDS("households", "户", "Households"),
  AGE60("age60", "60 岁及以上", "Aged 60+"),
  AGE65("age65", "65 岁及以上", "Aged 65+"),
  AGE80("age80", "80 岁及以上", "Aged 80+"),
  LIVING_ALONE("livingAlone", "独居", "Living alone"),
  EMPTY_NEST("emptyNest", "空巢", "Empty nest"),
  LEFT_BEHIND("leftBehind", "留守", "Left behind"),
  DISABLED("disabled", "失能", "Disabled"),
  DEMENTIA("dementia", "失智", "Dementia"),
  BEREAVED("bereaved", "失独", "Bereaved of an only child"),
  LOW_INCOME("lowIncome", "低收入", "Low income");

  /** How many groups there are. */
  public static final int COUNT = values().length;

  private final String code;
  private final String zh;
  private final String en;

  DemandGroup(String code, String zh, String en) {
    this.code = code;
    this.zh = zh;
    this.en = en;
  }

  /** Code as in the API. */
  public String code() {
    return code;
  }

  /** Chinese name. */
  public String zh() {
    return zh;
  }

  /** English name. */
  public String en() {
    return en;
  }

  /** The group of a code. */
  public static Optional<DemandGroup> find(String code) {
    return Arrays.stream(values()).filter(g -> g.code.equals(code)).findFirst();
  }

  /** Codes, separated by commas, for error texts. */
  public static String legal() {
    return Arrays.stream(values()).map(DemandGroup::code).collect(Collectors.joining(", "));
  }
}
