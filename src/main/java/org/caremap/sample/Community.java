package org.caremap.sample;

/**
 * One urban community or village.
 *
 * @param town index into {@link Town#ALL}
 * @param urban community rather than village
 * @param code 12 digits
 * @param name Chinese name with 社区 or 村
 * @param heart the parcel in its middle
 */
record Community(int town, boolean urban, String code, String name, int heart) {

  static String townCode(int town) {
    return String.format("320684%03d", town + 1);
  }

  String townName() {
    return Town.ALL.get(town).name();
  }
}
