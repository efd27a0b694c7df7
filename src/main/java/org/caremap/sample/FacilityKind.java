package org.caremap.sample;

/**
 * What the sample county has of each facility type, roughly in the spirit of Haimen's targets of
 * 2018: stations nearly everywhere in town and in six of ten villages, so that gaps remain.
 */
enum FacilityKind {
  MEAL_POINT("助餐点", 0.85, 0.14, 0),
  CENTRAL_KITCHEN("中央厨房", 0, 0, 0.3),
  DAY_CARE_CENTRE("日间照料中心", 0.2, 0, 1),
  HOME_CARE_STATION("居家养老服务站", 0.9, 0.6, 0),
  CARE_CENTRE("养老服务中心", 0, 0, 1),
  NURSING_STATION("护理站", 0.3, 0.015, 0),
  ELDER_INN("长者驿家", 0.06, 0, 0.8),
  CARE_HOME("养老院", 0.12, 0.03, 1),
  MUTUAL_AID_POINT("互助养老点", 0.05, 0.33, 0),
  ADVISER_DESK("养老顾问点", 0.3, 0.02, 0.6),
  CLINIC("卫生服务站", 0.35, 0.38, 1),
  HOSPITAL("医院", 0.1, 0, 0.5),
  ELDER_UNIVERSITY("老年大学", 0.04, 0, 0.85),
  ACTIVITY_CENTRE("老年活动中心", 0.4, 0.2, 0),
  SUPERMARKET("超市", 0.5, 0.07, 0.5);

  private static final String[] OFFICE = {
    "Mo-Fr 08:00-17:00", "Mo-Fr 08:30-11:30,13:30-17:30; PH off", "Mo-Sa 08:00-17:30; PH off"
  };
  private static final String[] MEALS = {
    "Mo-Su 10:30-13:00,16:30-18:30", "Mo-Sa 10:30-12:30; PH off", "Mo-Su 06:30-08:30,10:30-13:00"
  };
  private static final String[] DAILY = {"Mo-Su 08:00-17:00", "Mo-Su 08:00-20:00"};
  private static final String[] ALWAYS = {"24/7"};

  private final String label;
  private final double urbanShare;
  private final double ruralShare;
  private final double townShare;

  FacilityKind(String label, double urbanShare, double ruralShare, double townShare) {
    this.label = label;
    this.urbanShare = urbanShare;
    this.ruralShare = ruralShare;
    this.townShare = townShare;
  }

  /** Code of the type as in the public list of types. */
  String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** Share of urban communities or of villages that have one. */
  double share(boolean urban) {
    return urban ? urbanShare : ruralShare;
  }

  /** Share of towns that have one for the whole town. */
  double townShare() {
    return townShare;
  }

  String label(boolean townWide, boolean urban) {
    return switch (this) {
      case CARE_HOME -> townWide ? "敬老院" : label;
      case CLINIC -> townWide ? "卫生院" : urban ? "卫生服务站" : "卫生室";
      case HOSPITAL -> townWide ? "人民医院" : "康复医院";
      case SUPERMARKET -> townWide ? "生活超市" : "便民超市";
      default -> label;
    };
  }

  String[] hours() {
    return switch (this) {
      case MEAL_POINT -> MEALS;
      case CENTRAL_KITCHEN -> new String[] {"Mo-Su 05:00-18:30"};
      case CARE_HOME, HOSPITAL -> ALWAYS;
      case ELDER_INN -> new String[] {"24/7", "Mo-Su 07:00-21:00"};
      case DAY_CARE_CENTRE, CARE_CENTRE, ACTIVITY_CENTRE, MUTUAL_AID_POINT -> DAILY;
      case SUPERMARKET -> new String[] {"Mo-Su 07:00-21:00", "Mo-Su 06:30-21:30"};
      case CLINIC ->
          new String[] {"Mo-Su 07:30-11:30,13:30-17:00", "Mo-Sa 08:00-17:00; PH 08:00-12:00"};
      default -> OFFICE;
    };
  }

  String[] fees() {
    return switch (this) {
      case MEAL_POINT -> new String[] {"午餐 12 元，80 岁以上 8 元", "午餐 10 元，晚餐 8 元；低保老人免费", "套餐 9—15 元"};
      case CENTRAL_KITCHEN -> new String[] {"按供餐协议结算"};
      case DAY_CARE_CENTRE -> new String[] {"日托 30 元/天（含午餐）", "日托每月 600 元"};
      case HOME_CARE_STATION -> new String[] {"站内活动免费；上门服务 25 元/小时", "政府购买服务对象免费"};
      case CARE_CENTRE -> new String[] {"日托 35 元/天；助浴 40 元/次"};
      case NURSING_STATION -> new String[] {"上门护理 80 元/次起"};
      case ELDER_INN -> new String[] {"短期托养 120 元/天", "短期托养 90 元/天（含三餐）"};
      case CARE_HOME -> new String[] {"床位费 1200 元/月，护理费 600—2400 元/月", "每月 1800 元起，特困老人免费"};
      case ELDER_UNIVERSITY -> new String[] {"每门课每学期 60 元", "免费"};
      case CLINIC, HOSPITAL -> new String[] {"按医保规定收费"};
      case SUPERMARKET -> new String[] {"老年人送货免费"};
      default -> new String[] {"免费"};
    };
  }

  /** Codes of the services offered; the first is always offered, the others usually. */
  String[] services() {
    return switch (this) {
      case MEAL_POINT, CENTRAL_KITCHEN -> new String[] {"meals"};
      case DAY_CARE_CENTRE ->
          new String[] {"day_care", "meals", "personal_care", "rehabilitation", "comfort"};
      case HOME_CARE_STATION ->
          new String[] {"personal_care", "meals", "cleaning", "comfort", "emergency"};
      case CARE_CENTRE ->
          new String[] {
            "personal_care",
            "meals",
            "rehabilitation",
            "emergency",
            "comfort",
            "bathing",
            "cleaning",
            "medical_help",
            "day_care",
            "respite"
          };
      case NURSING_STATION -> new String[] {"rehabilitation", "medical_help", "personal_care"};
      case ELDER_INN -> new String[] {"respite", "day_care", "meals", "personal_care"};
      case CARE_HOME ->
          new String[] {"personal_care", "meals", "rehabilitation", "bathing", "respite"};
      case MUTUAL_AID_POINT -> new String[] {"comfort", "cleaning", "meals"};
      case CLINIC, HOSPITAL -> new String[] {"medical_help", "rehabilitation", "emergency"};
      case ADVISER_DESK, ACTIVITY_CENTRE, ELDER_UNIVERSITY -> new String[] {"comfort"};
      case SUPERMARKET -> new String[0];
    };
  }

  /** Who may use it. */
  String[] audience() {
    return switch (this) {
      case MEAL_POINT, DAY_CARE_CENTRE, HOME_CARE_STATION, CARE_CENTRE, ACTIVITY_CENTRE ->
          new String[] {"60 岁以上老年人", "本街镇 60 岁以上老年人"};
      case CARE_HOME -> new String[] {"60 岁以上老年人，失能、失智老人优先", "特困老人和社会老人"};
      case ELDER_INN -> new String[] {"需要短期照料的老年人"};
      case MUTUAL_AID_POINT -> new String[] {"本村老年人"};
      case NURSING_STATION -> new String[] {"失能、半失能老人"};
      default -> new String[] {"所有人"};
    };
  }

  /** Whether people live there for a while. */
  boolean takesResidents() {
    return this == CARE_HOME || this == ELDER_INN || this == CARE_CENTRE;
  }

  /** Share of those that bring meals home. */
  double deliveryShare() {
    return switch (this) {
      case MEAL_POINT -> 0.45;
      case CENTRAL_KITCHEN -> 1;
      case CARE_CENTRE -> 0.3;
      default -> 0;
    };
  }

  /** Least and most beds; {0, 0} where there are none. */
  int[] beds() {
    return switch (this) {
      case CARE_HOME -> new int[] {40, 260};
      case HOSPITAL -> new int[] {60, 400};
      case CARE_CENTRE -> new int[] {20, 60};
      case ELDER_INN -> new int[] {6, 24};
      case DAY_CARE_CENTRE -> new int[] {8, 30};
      default -> new int[] {0, 0};
    };
  }

  /** Least and most meals a day; {0, 0} where none are served. */
  int[] meals() {
    return switch (this) {
      case MEAL_POINT -> new int[] {25, 160};
      case CENTRAL_KITCHEN -> new int[] {600, 2_400};
      case DAY_CARE_CENTRE, CARE_CENTRE -> new int[] {30, 120};
      default -> new int[] {0, 0};
    };
  }

  /** Least and most floor area, square metres. */
  int[] floor() {
    return switch (this) {
      case CARE_HOME, HOSPITAL -> new int[] {2_000, 12_000};
      case CARE_CENTRE, CENTRAL_KITCHEN, ELDER_UNIVERSITY -> new int[] {600, 2_500};
      case DAY_CARE_CENTRE, ACTIVITY_CENTRE, ELDER_INN -> new int[] {200, 900};
      case HOME_CARE_STATION, CLINIC, SUPERMARKET -> new int[] {120, 500};
      default -> new int[] {30, 180};
    };
  }
}
