package org.caremap.api;

import java.util.List;
import java.util.Map;
import org.caremap.api.Ground.Place;

/**
 * A town drawn by hand. Columns are 121.000, 121.002 and 121.004 east, rows are named by latitude.
 *
 * <pre>
 *              F2
 * 31.904   7----+----8---------9      D7 at 8, D3 at 9
 *          |         |         |
 * 31.902   4----b----5#########6      b: a wall; 5#6: steps; D4 at 6
 *          |         |         |
 * 31.900   1---------2--->-----3      2>3: a lane that is one-way for people on foot, too
 *                    D2        F1     D1 at 1, D9 and, 22 m south of it, F1 at 3
 *
 *          ~ ~ ~ river, no bridge ~ ~
 *
 * 31.892   21--------22--------23     the island: D5 at 21, F6 at 22, D8 at 23
 *                    |
 * 31.890             24
 * </pre>
 *
 * A motorway runs from 7 to 3, which nobody may walk. F4 (planned) is at 2 and F5 (closed) at 1. D6
 * and F8 are farther than 500 m from every street.
 */
final class Town {
  private static final double WEST = 121.000;
  private static final double MIDDLE = 121.002;
  private static final double EAST = 121.004;

  /** Lengths of street pieces are kept in whole millimetres. */
  private static double street(double lon1, double lat1, double lon2, double lat2) {
    return millimeters(Ground.meters(lon1, lat1, lon2, lat2));
  }

  private static double millimeters(double meters) {
    return Math.round(meters * 1000) / 1000.0;
  }

  /** Street east to west between two columns, on the three rows of the town and on the island. */
  static final double ROW_900 = street(WEST, 31.900, MIDDLE, 31.900);

  static final double ROW_902 = street(WEST, 31.902, MIDDLE, 31.902);
  static final double ROW_904 = street(WEST, 31.904, MIDDLE, 31.904);
  static final double ROW_892 = street(WEST, 31.892, MIDDLE, 31.892);

  /** Street from one row to the next. */
  static final double COLUMN = street(WEST, 31.900, WEST, 31.902);

  /** From F1 to node 3 and from F2 to its street. */
  static final double ACCESS = street(EAST, 31.8998, EAST, 31.900);

  /** From D2 to node 2. */
  static final double D2_ACCESS = street(MIDDLE, 31.8999, MIDDLE, 31.900);

  static final String OSM =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <osm version="0.6">
        <node id="1" lon="121.000" lat="31.900"/>
        <node id="2" lon="121.002" lat="31.900"/>
        <node id="3" lon="121.004" lat="31.900"/>
        <node id="4" lon="121.000" lat="31.902"/>
        <node id="10" lon="121.001" lat="31.902"><tag k="barrier" v="wall"/></node>
        <node id="5" lon="121.002" lat="31.902"/>
        <node id="6" lon="121.004" lat="31.902"/>
        <node id="7" lon="121.000" lat="31.904"/>
        <node id="8" lon="121.002" lat="31.904"/>
        <node id="9" lon="121.004" lat="31.904"/>
        <node id="21" lon="121.000" lat="31.892"/>
        <node id="22" lon="121.002" lat="31.892"/>
        <node id="23" lon="121.004" lat="31.892"/>
        <node id="24" lon="121.002" lat="31.890"/>
        <way id="101"><nd ref="1"/><nd ref="2"/><tag k="highway" v="residential"/><tag k="name" v="南街"/></way>
        <way id="102"><nd ref="2"/><nd ref="3"/><tag k="highway" v="footway"/><tag k="oneway:foot" v="yes"/></way>
        <way id="103"><nd ref="4"/><nd ref="10"/><nd ref="5"/><tag k="highway" v="residential"/></way>
        <way id="104"><nd ref="5"/><nd ref="6"/><tag k="highway" v="steps"/></way>
        <way id="105"><nd ref="7"/><nd ref="8"/><nd ref="9"/><tag k="highway" v="residential"/></way>
        <way id="106"><nd ref="1"/><nd ref="4"/><nd ref="7"/><tag k="highway" v="residential"/></way>
        <way id="107"><nd ref="2"/><nd ref="5"/><nd ref="8"/><tag k="highway" v="residential"/></way>
        <way id="108"><nd ref="3"/><nd ref="6"/><nd ref="9"/><tag k="highway" v="residential"/></way>
        <way id="109"><nd ref="7"/><nd ref="3"/><tag k="highway" v="motorway"/></way>
        <way id="110"><nd ref="21"/><nd ref="22"/><nd ref="23"/><tag k="highway" v="residential"/><tag k="name" v="岛街"/></way>
        <way id="111"><nd ref="22"/><nd ref="24"/><tag k="highway" v="path"/></way>
      </osm>
      """;

  static final String AREAS =
      """
      code,name,level,parent
      320614,试验县,county,
      320614100,河东镇,town,320614
      320614100001,南社区,community,320614100
      320614100003,岛村,village,320614100
      """;

  /** The northern community with its outline: D7, which names no area, lies in it. */
  static final String NORTH =
      """
      {"type":"FeatureCollection","features":[{"type":"Feature",
       "properties":{"code":"320614100002","name":"北社区","level":"community","parent":"320614100"},
       "geometry":{"type":"Polygon","coordinates":[[[120.999,31.901],[121.005,31.901],
        [121.005,31.905],[120.999,31.905],[120.999,31.901]]]}}]}
      """;

  static final String FACILITIES =
      """
      id,name,type,lon,lat,status
      F1,东南站,home_care_station,121.004,31.8998,operating
      F2,北站,home_care_station,121.001,31.9042,operating
      F3,西养老院,care_home,121.000,31.901,operating
      F4,规划站,home_care_station,121.002,31.900,planned
      F5,旧站,home_care_station,121.000,31.900,closed
      F6,岛餐点,meal_point,121.002,31.892,operating
      F7,综合中心,care_centre,121.002,31.900,operating
      F8,远诊所,clinic,121.030,31.900,operating
      """;

  static final String DEMAND =
      """
      id,lon,lat,area,residents,age60,age65
      D1,121.000,31.900,320614100001,100,10.5,8
      D2,121.002,31.8999,320614100001,200,20,15
      D3,121.004,31.904,320614100002,300,30,22
      D4,121.004,31.902,320614100002,400,,30
      D5,121.000,31.892,320614100003,70,7,
      D6,121.030,31.901,320614100003,50,5,4
      D7,121.002,31.904,,125,12.25,9
      D8,121.004,31.892,320614100003,80,,6
      D9,121.004,31.900,320614100001,30,3,2
      """;

  /** Where the demand points are. */
  static final Map<String, Place> DEMAND_PLACES =
      Map.of(
          "D1", new Place(121.000, 31.900),
          "D2", new Place(121.002, 31.8999),
          "D3", new Place(121.004, 31.904),
          "D4", new Place(121.004, 31.902),
          "D5", new Place(121.000, 31.892),
          "D6", new Place(121.030, 31.901),
          "D7", new Place(121.002, 31.904),
          "D8", new Place(121.004, 31.892),
          "D9", new Place(121.004, 31.900));

  /** People of 60 and over where they are known. */
  static final Map<String, Double> AGE60 =
      Map.of("D1", 10.5, "D2", 20.0, "D3", 30.0, "D5", 7.0, "D6", 5.0, "D7", 12.25, "D9", 3.0);

  static final Place F1 = new Place(121.004, 31.8998);
  static final Place F2 = new Place(121.001, 31.9042);

  /** The home care stations that are open. */
  static final List<Place> STATIONS = List.of(F1, F2);

  /** From D1, at node 1, over 2 and down the lane to F1. */
  static final double D1_TO_F1 = 2 * ROW_900 + ACCESS;

  /** From D1 by way of 4 and 7 to F2. */
  static final double D1_TO_F2 = 2 * COLUMN + millimeters(ROW_904 / 2) + ACCESS;

  /** From D3, at node 9, by way of 8 to F2: nearer than F1. */
  static final double D3_TO_F2 = ROW_904 + millimeters(ROW_904 / 2) + ACCESS;

  private Town() {}

  static void load() {
    Upload.of("streets", "town.osm", OSM).imported();
    Upload.of("areas", "areas.csv", AREAS).imported();
    Upload.of("areas", "north.geojson", NORTH).imported();
    Upload.of("facilities", "facilities.csv", FACILITIES).imported();
    Upload.of("demand", "demand.csv", DEMAND).imported();
  }
}
