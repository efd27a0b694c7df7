package org.caremap.sample;

import java.util.List;

/**
 * One of Haimen's 13 areas. Names and numbers of communities: Haimen's 2018 target table for elder
 * care services (seed table haimen-2018-targets, rows of 2018; they sum to 68 urban and 231 rural
 * although the table's own total says 63). Places on the plane are only roughly the real ones.
 *
 * @param name real name
 * @param urban number of urban communities
 * @param rural number of rural communities (villages)
 * @param u seat, metres along the river
 * @param v seat, metres inland; negative on the island
 * @param centre whether it belongs to the central service zone
 */
record Town(String name, int urban, int rural, int u, int v, boolean centre) {

  static final List<Town> ALL =
      List.of(
          new Town("海门高新区", 23, 19, 13_000, 8_300, true),
          new Town("开发区", 12, 8, 11_600, 3_300, true),
          new Town("三厂工业园区", 3, 9, 19_600, 6_200, false),
          new Town("海门工业园区", 5, 24, 6_200, 14_300, false),
          new Town("海门港新区", 4, 39, 36_600, 25_400, false),
          new Town("临江新区", 1, 17, 27_400, 3_600, false),
          new Town("常乐镇", 3, 23, 23_400, 11_200, false),
          new Town("正余镇", 2, 17, 31_800, 17_800, false),
          new Town("悦来镇", 4, 35, 33_000, 9_400, false),
          new Town("四甲镇", 3, 21, 20_600, 18_300, false),
          new Town("余东镇", 2, 17, 26_200, 22_600, false),
          new Town("海永镇", 1, 2, 29_700, -5_600, false),
          new Town("江心沙农场", 5, 0, 3_000, 2_200, false));

  /** Whether the plan counts it among the city's three streets (全市三个街道). */
  boolean street() {
    return name.equals("海门高新区") || name.equals("开发区") || name.equals("三厂工业园区");
  }

  boolean island() {
    return v < 0;
  }
}
