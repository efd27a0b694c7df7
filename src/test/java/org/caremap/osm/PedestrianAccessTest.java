package org.caremap.osm;

import static org.assertj.core.api.Assertions.assertThat;

import org.caremap.core.graph.StreetClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PedestrianAccessTest {
  private static OsmTags tags(String text) {
    OsmTags tags = new OsmTags();
    for (String pair : text.split(" ")) {
      String value = pair.substring(pair.indexOf('=') + 1);
      // Conditions hold spaces; here a low line stands for them.
      tags.add(pair.substring(0, pair.indexOf('=')), value.contains("@") ? spaced(value) : value);
    }
    return tags;
  }

  private static String spaced(String condition) {
    return condition.replace("@", " @ ").replace('_', ' ');
  }

  /** Tags of a way, what it is then, and who says so. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # classes: OSM tags for routing/Access restrictions; GraphHopper; corridor, elevator: Valhalla
          highway=footway                                     | PATH
          highway=path informal=yes                           | PATH
          highway=residential                                 | RESIDENTIAL
          highway=living_street                               | RESIDENTIAL
          highway=primary                                     | MAJOR
          highway=trunk_link                                  | MAJOR
          highway=road                                        | MINOR
          highway=cycleway                                    | PATH
          highway=bridleway                                   | PATH
          highway=track tracktype=grade5                      | PATH
          highway=steps                                       | STEPS
          highway=corridor indoor=yes                         | PATH
          highway=footway indoor=yes                          | PATH
          highway=elevator                                    | PATH
          # Key:access: the special key wins over the general one
          highway=service access=private foot=yes             | SERVICE
          highway=service access=no foot=designated           | SERVICE
          highway=residential access=no foot=permissive       | RESIDENTIAL
          highway=busway access=no foot=yes                   | SERVICE
          highway=motorway foot=yes                           | MAJOR
          highway=raceway foot=destination                    | SERVICE
          # GraphHopper: any value that permits wins
          highway=service access=no;destination               | SERVICE
          # GraphHopper, Valhalla: these leave it to the class
          highway=service access=customers                    | SERVICE
          highway=service access=delivery                     | SERVICE
          highway=service access=destination                  | SERVICE
          highway=track access=forestry;agricultural          | PATH
          highway=residential access=residents                | RESIDENTIAL
          highway=footway foot=customers                      | PATH
          highway=secondary foot=use_sidepath                 | MAJOR
          highway=secondary foot=discouraged                  | MAJOR
          # Tag:service=driveway: yards are open unless access says no
          highway=service service=driveway                    | SERVICE
          highway=service service=parking_aisle               | SERVICE
          highway=service service=alley                       | SERVICE
          # Key:sidewalk
          highway=motorway sidewalk=both                      | MAJOR
          highway=trunk motorroad=yes sidewalk=right          | MAJOR
          highway=trunk motorroad=yes sidewalk:left=yes       | MAJOR
          highway=trunk motorroad=yes sidewalk:both=yes       | MAJOR
          highway=secondary sidewalk=separate                 | MAJOR
          highway=secondary sidewalk:both=separate            | MAJOR
          highway=residential sidewalk=no                     | RESIDENTIAL
          # GraphHopper: closed, but open at times
          highway=footway access=no access:conditional=yes@(08:00-20:00)      | PATH
          highway=footway foot=no foot:conditional=yes@(Mo-Fr_07:00-18:00)    | PATH
          highway=path access=private access:conditional=permissive@(Apr-Oct) | PATH
          highway=footway foot=no foot:conditional=yes@(Tu-Su_12:00-19:00)    | PATH
          # Conditional restrictions: what closes at times is open by day
          highway=footway foot:conditional=no@(22:00-06:00)   | PATH
          highway=residential access:conditional=no@(Su)      | RESIDENTIAL
          highway=path seasonal=summer                        | PATH
          # Key:sac_scale
          highway=path sac_scale=hiking                       | PATH
          highway=path sac_scale=mountain_hiking              | PATH
          highway=path ford=yes                               | PATH
          highway=path tidal=no                               | PATH
          # platforms and piers: GraphHopper; public_transport: wiki
          highway=platform                                    | PATH
          railway=platform                                    | PATH
          public_transport=platform                           | PATH
          man_made=pier                                       | PATH
          # an area needs a ring
          highway=pedestrian area=yes                         | PATH
          """)
  void walkable(String text, StreetClass expected) {
    assertWalkable(PedestrianAccess.ofWay(tags(text), false), expected);
  }

  /** The same of ways that end where they start. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # Key:area
          highway=pedestrian area=yes                         | AREA
          highway=footway area=yes                            | AREA
          highway=service area=yes                            | AREA
          highway=pedestrian                                  | PATH
          highway=pedestrian place=square                     | PATH
          highway=residential                                 | RESIDENTIAL
          # Tag:railway=platform, Tag:public_transport=platform: closed ways are areas
          railway=platform                                    | AREA
          public_transport=platform                           | AREA
          highway=platform                                    | AREA
          railway=platform area=no                            | PATH
          man_made=pier                                       | PATH
          man_made=pier area=yes                              | AREA
          # steps stay steps
          highway=steps area=yes                              | STEPS
          """)
  void rings(String text, StreetClass expected) {
    assertWalkable(PedestrianAccess.ofWay(tags(text), true), expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          highway=pedestrian                                  | AREA
          highway=footway area=yes                            | AREA
          railway=platform                                    | AREA
          public_transport=platform                           | AREA
          """)
  void multipolygons(String text, StreetClass expected) {
    assertWalkable(PedestrianAccess.ofMultipolygon(tags(text)), expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"place=square", "building=yes", "landuse=grass", "area:highway=footway"})
  void noAreaToWalk(String text) {
    assertThat(PedestrianAccess.ofMultipolygon(tags(text)))
        .isInstanceOf(PedestrianAccess.NoStreet.class);
    assertThat(PedestrianAccess.ofWay(tags(text), true))
        .isInstanceOf(PedestrianAccess.NoStreet.class);
  }

  private static void assertWalkable(PedestrianAccess.Verdict verdict, StreetClass expected) {
    assertThat(verdict)
        .isInstanceOfSatisfying(
            PedestrianAccess.Walkable.class,
            way -> {
              assertThat(way.streetClass()).isEqualTo(expected);
              assertThat(way.forward()).isTrue();
              assertThat(way.backward()).isTrue();
            });
  }

  /** Tags of a way, and the reason it is closed by. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # classes: OSM tags for routing/Access restrictions; GraphHopper
          highway=motorway                                    | highway=motorway
          highway=motorway_link                               | highway=motorway_link
          highway=raceway                                     | highway=raceway
          highway=bus_guideway                                | highway=bus_guideway
          highway=busway                                      | highway=busway
          # Key:motorroad
          highway=trunk motorroad=yes                         | motorroad=yes
          highway=trunk motorroad=yes sidewalk=separate       | motorroad=yes
          highway=trunk motorroad=yes sidewalk:left=no        | motorroad=yes
          # not built, whatever else is said
          highway=construction                                | highway=construction
          highway=construction foot=yes                       | highway=construction
          highway=proposed foot=designated                    | highway=proposed
          highway=abandoned                                   | highway=abandoned
          # Key:foot, Key:access
          highway=footway foot=no                             | foot=no
          highway=residential foot=private access=yes         | foot=private
          highway=primary sidewalk=both foot=no               | foot=no
          highway=footway access=private                      | access
          highway=service access=private                      | access
          highway=service service=driveway access=private     | access
          highway=service service=driveway access=no          | access
          highway=path access=military                        | access
          highway=footway access=permit                       | access
          highway=footway access=unknown                      | access
          highway=track access=agricultural;private           | access
          # a condition on access does not open what foot closes
          highway=footway foot=no access:conditional=yes@(08:00-20:00)       | foot=no
          # Conditional restrictions: not on working days, or not on time
          highway=service access=no foot:conditional=yes@(Su_00:00-24:00)    | access
          highway=service access=no foot:conditional=yes@(Sa-Su)             | access
          highway=service access=no access:conditional=yes@(weight<3.5)      | access
          highway=service access=no access:conditional=no@(08:00-20:00)      | access
          # GraphHopper issue 1326; Key:sac_scale; Key:tidal; Key:ice_road
          highway=via_ferrata foot=yes                        | highway=via_ferrata
          highway=ladder foot=yes                             | highway=ladder
          highway=path sac_scale=demanding_mountain_hiking    | sac_scale=demanding_mountain_hiking
          highway=path foot=yes sac_scale=alpine_hiking       | sac_scale=alpine_hiking
          highway=path tidal=yes                              | tidal=yes
          highway=track ice_road=yes                          | ice_road=yes
          highway=track winter_road=yes                       | winter_road=yes
          # Tag:route=ferry: waiting times are unknown
          route=ferry                                         | ferry
          route=ferry foot=yes                                | ferry
          highway=footway route=ferry                         | ferry
          railway=platform access=no                          | platform without access
          highway=footway foot:forward=no foot:backward=no    | closed in both directions
          """)
  void closed(String text, String reason) {
    assertThat(PedestrianAccess.ofWay(tags(text), false))
        .isEqualTo(new PedestrianAccess.Closed(reason));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "building=yes",
        "railway=rail",
        "waterway=river",
        "name=x",
        "indoor=corridor",
        "place=square"
      })
  void noStreet(String text) {
    assertThat(PedestrianAccess.ofWay(tags(text), false))
        .isInstanceOf(PedestrianAccess.NoStreet.class);
  }

  @ParameterizedTest
  @CsvSource({
    // Key:oneway:foot, Key:foot (forward, backward)
    "highway=footway oneway:foot=yes, true, false",
    "highway=footway oneway:foot=-1, false, true",
    "highway=footway oneway:foot=no, true, true",
    "highway=footway foot:backward=no, true, false",
    "highway=footway foot:forward=no, false, true",
    "highway=footway foot:forward=private, false, true",
    // Key:conveying; GraphHopper: oneway on steps is the old way to tag escalators
    "highway=steps conveying=forward, true, false",
    "highway=steps conveying=backward, false, true",
    "highway=steps conveying=reversible, true, true",
    "highway=steps conveying=yes, true, true",
    "highway=footway conveying=forward, true, false",
    "highway=steps oneway=yes, true, false",
    "highway=steps oneway=-1, false, true",
    "highway=steps oneway=yes oneway:foot=no, true, true",
    // Key:oneway is for vehicles
    "highway=residential oneway=yes, true, true",
    "highway=footway oneway=yes, true, true"
  })
  void directions(String text, boolean forward, boolean backward) {
    assertThat(PedestrianAccess.ofWay(tags(text), false))
        .isInstanceOfSatisfying(
            PedestrianAccess.Walkable.class,
            way -> {
              assertThat(way.forward()).isEqualTo(forward);
              assertThat(way.backward()).isEqualTo(backward);
            });
  }

  @ParameterizedTest
  @CsvSource({
    // Key:barrier, Key:access; GraphHopper's AbstractAccessParser
    "barrier=gate, false",
    "barrier=lift_gate, false",
    "barrier=swing_gate, false",
    "barrier=bollard, false",
    "barrier=block, false",
    "barrier=stile, false",
    "barrier=kissing_gate, false",
    "barrier=turnstile, false",
    "barrier=cycle_barrier, false",
    "barrier=kerb, false",
    "barrier=gate access=private, true",
    "barrier=gate access=no, true",
    "barrier=gate access=private foot=yes, false",
    "barrier=gate access=no;destination, false",
    "barrier=gate access=customers, false",
    "barrier=gate foot=no, true",
    "barrier=gate locked=yes, true",
    "barrier=gate locked=yes foot=designated, false",
    "barrier=gate access=no access:conditional=yes@(08:00-20:00), false",
    "barrier=stile foot=no, true",
    // fences: GraphHopper; walls: Valhalla
    "barrier=fence, true",
    "barrier=wall, true",
    "barrier=wall foot=yes, false",
    "highway=elevator, false",
    "highway=elevator access=private, true",
    "highway=crossing foot=no, false",
    "access=private, false"
  })
  void barriers(String text, boolean blocked) {
    assertThat(PedestrianAccess.isBlocked(tags(text))).isEqualTo(blocked);
  }
}
