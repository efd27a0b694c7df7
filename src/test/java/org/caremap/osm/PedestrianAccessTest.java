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
      tags.add(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }
    return tags;
  }

  @ParameterizedTest
  @CsvSource({
    "highway=footway, PATH",
    "highway=residential, RESIDENTIAL",
    "highway=primary, MAJOR",
    "highway=trunk_link, MAJOR",
    "highway=service access=customers, SERVICE",
    "highway=service access=private foot=yes, SERVICE",
    "highway=service access=no foot=designated, SERVICE",
    "highway=track access=forestry;agricultural, PATH",
    "highway=motorway foot=yes, MAJOR",
    "highway=motorway sidewalk=both, MAJOR",
    "highway=trunk motorroad=yes sidewalk=right, MAJOR",
    "highway=cycleway, PATH",
    "highway=pedestrian area=yes, AREA",
    "highway=steps, STEPS",
    "highway=platform, PATH",
    "railway=platform, PATH",
    "public_transport=platform area=yes, AREA",
    "man_made=pier, PATH",
    "highway=corridor indoor=yes, PATH"
  })
  void walkable(String text, StreetClass expected) {
    assertThat(PedestrianAccess.ofWay(tags(text)))
        .isInstanceOfSatisfying(
            PedestrianAccess.Walkable.class,
            way -> {
              assertThat(way.streetClass()).isEqualTo(expected);
              assertThat(way.forward()).isTrue();
              assertThat(way.backward()).isTrue();
              assertThat(way.steps()).isEqualTo(expected == StreetClass.STEPS);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "highway=motorway",
        "highway=motorway_link",
        "highway=trunk motorroad=yes",
        "highway=construction",
        "highway=construction foot=yes",
        "highway=proposed foot=designated",
        "highway=footway foot=no",
        "highway=footway access=private",
        "highway=service access=private",
        "highway=residential foot=private access=yes",
        "highway=primary sidewalk=both foot=no",
        "highway=raceway",
        "highway=bus_guideway",
        "highway=via_ferrata",
        "route=ferry",
        "route=ferry foot=yes",
        "railway=platform access=no",
        "highway=footway foot:forward=no foot:backward=no"
      })
  void closed(String text) {
    assertThat(PedestrianAccess.ofWay(tags(text))).isInstanceOf(PedestrianAccess.Closed.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"building=yes", "railway=rail", "waterway=river", "name=x"})
  void noStreet(String text) {
    assertThat(PedestrianAccess.ofWay(tags(text))).isInstanceOf(PedestrianAccess.NoStreet.class);
  }

  @ParameterizedTest
  @CsvSource({
    "highway=footway oneway:foot=yes, true, false",
    "highway=footway oneway:foot=-1, false, true",
    "highway=footway foot:backward=no, true, false",
    "highway=footway foot:forward=no, false, true",
    "highway=steps conveying=forward, true, false",
    "highway=steps conveying=backward, false, true",
    "highway=steps conveying=reversible, true, true",
    "highway=steps oneway=yes, true, false",
    "highway=residential oneway=yes, true, true",
    "highway=footway oneway=yes, true, true"
  })
  void directions(String text, boolean forward, boolean backward) {
    assertThat(PedestrianAccess.ofWay(tags(text)))
        .isInstanceOfSatisfying(
            PedestrianAccess.Walkable.class,
            way -> {
              assertThat(way.forward()).isEqualTo(forward);
              assertThat(way.backward()).isEqualTo(backward);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "barrier=gate, false",
    "barrier=gate access=private, true",
    "barrier=gate access=private foot=yes, false",
    "barrier=gate foot=no, true",
    "barrier=gate locked=yes, true",
    "barrier=gate locked=yes foot=designated, false",
    "barrier=bollard, false",
    "barrier=fence, true",
    "barrier=wall foot=yes, false",
    "access=private, false"
  })
  void barriers(String text, boolean blocked) {
    assertThat(PedestrianAccess.isBlocked(tags(text))).isEqualTo(blocked);
  }
}
