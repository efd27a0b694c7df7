package org.caremap.osm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.caremap.core.graph.EdgeTraits;
import org.caremap.core.graph.Kerb;
import org.caremap.core.graph.StreetClass;
import org.caremap.core.graph.Surface;
import org.caremap.core.graph.Wheelchair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WayTraitsTest {
  private static OsmTags tags(String text) {
    OsmTags tags = new OsmTags();
    for (String pair : text.split(" ")) {
      tags.add(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }
    return tags;
  }

  private static EdgeTraits traits(String text) {
    OsmTags tags = tags(text);
    return WayTraits.of(
        tags, (PedestrianAccess.Walkable) PedestrianAccess.ofWay(tags, text.contains("area=yes")));
  }

  private static String flags(EdgeTraits traits) {
    List<String> flags = new ArrayList<>();
    int[] bits = {
      EdgeTraits.STEPS,
      EdgeTraits.BRIDGE,
      EdgeTraits.TUNNEL,
      EdgeTraits.LIFT,
      EdgeTraits.NARROW,
      EdgeTraits.RAMP,
      EdgeTraits.OBSTACLE,
      EdgeTraits.HANDRAIL
    };
    String[] names = {
      "steps", "bridge", "tunnel", "lift", "narrow", "ramp", "obstacle", "handrail"
    };
    for (int i = 0; i < bits.length; i++) {
      if (traits.has(bits[i])) {
        flags.add(names[i]);
      }
    }
    return flags.isEmpty() ? "-" : String.join(" ", flags);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          highway=footway                                     | -
          # Key:bridge, Key:tunnel
          highway=footway bridge=yes layer=1                  | bridge
          highway=footway bridge=viaduct                      | bridge
          highway=footway bridge=no                           | -
          highway=footway tunnel=yes layer=-1                 | tunnel
          highway=footway tunnel=building_passage             | -
          highway=corridor location=underground               | tunnel
          highway=elevator                                    | lift
          # Key:width; ISO 21542: 0.9 m clear
          highway=path width=0.8                              | narrow
          highway=path width=0.9                              | -
          highway=path est_width=0.5                          | narrow
          highway=path width=80cm                             | narrow
          highway=path width=2'6"                             | narrow
          highway=path width=3'                               | -
          highway=path width=1.5 maxwidth:physical=0.7        | narrow
          highway=path width=narrow                           | -
          # Key:ramp, Key:handrail
          highway=steps                                       | steps
          highway=steps ramp:wheelchair=yes                   | steps ramp
          highway=steps ramp=yes wheelchair=yes               | steps ramp
          highway=steps ramp=yes                              | steps
          highway=steps ramp=yes wheelchair=yes ramp:wheelchair=no | steps
          highway=steps handrail=yes                          | steps handrail
          highway=steps handrail:left=yes                     | steps handrail
          highway=steps handrail=no                           | steps
          highway=footway ramp=yes wheelchair=yes             | -
          # Key:ford
          highway=path ford=yes                               | obstacle
          highway=path ford=stepping_stones                   | obstacle
          """)
  void flags(String text, String expected) {
    assertThat(flags(traits(text))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          highway=footway                                     | UNKNOWN
          highway=footway surface=asphalt                     | SMOOTH
          highway=footway surface=paving_stones               | SMOOTH
          highway=footway surface=paving_stones:30            | SMOOTH
          highway=footway surface=concrete:lanes              | ROUGH
          highway=footway surface=sett                        | ROUGH
          highway=footway surface=cobblestone:flattened       | ROUGH
          highway=footway surface=compacted                   | ROUGH
          highway=footway surface=gravel                      | SOFT
          highway=footway surface=unpaved                     | SOFT
          highway=footway surface=mud                         | IMPASSABLE
          highway=footway surface=asphalt;gravel              | SOFT
          highway=footway surface=lava                        | UNKNOWN
          highway=track tracktype=grade1                      | SMOOTH
          highway=track tracktype=grade2                      | ROUGH
          highway=track tracktype=grade4                      | SOFT
          highway=track tracktype=grade1 surface=grass        | SOFT
          highway=footway surface=sett smoothness=good        | SMOOTH
          highway=footway surface=asphalt smoothness=bad      | ROUGH
          highway=path smoothness=horrible                    | SOFT
          highway=path smoothness=very_horrible               | IMPASSABLE
          highway=path surface=asphalt smoothness=?           | SMOOTH
          highway=cycleway surface=gravel footway:surface=asphalt | SMOOTH
          """)
  void surfaces(String text, Surface expected) {
    assertThat(traits(text).surface()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "incline=8%, 8",
    "incline=-8%, -8",
    "incline=+8%, 8",
    "incline=12 %, 12",
    "incline=5, 5",
    "incline=7.6%, 8",
    "incline=0%, 0",
    "incline=-5°, -9",
    "incline=45°, 63",
    "incline=120%, 63",
    "incline=-120%, -63",
    "incline=15‰, 2",
    "incline=1:12, 8",
    "incline=-1:8, -13",
    "incline=up, -64",
    "incline=down, -64",
    "incline=steep, -64",
    "incline=89.9999999999°, 63"
  })
  void inclinesGoUpFromTheStartOfTheWay(String text, int percent) {
    OsmTags tags = new OsmTags();
    tags.add("highway", "footway");
    tags.add("incline", text.substring(text.indexOf('=') + 1));
    EdgeTraits traits =
        WayTraits.of(tags, (PedestrianAccess.Walkable) PedestrianAccess.ofWay(tags, false));
    assertThat(traits.inclinePercent()).isEqualTo(percent);
  }

  @Test
  void aSquareHasNoIncline() {
    EdgeTraits traits = traits("highway=pedestrian area=yes incline=8% surface=sett");
    assertThat(traits.streetClass()).isEqualTo(StreetClass.AREA);
    assertThat(traits.inclinePercent()).isEqualTo(EdgeTraits.INCLINE_UNKNOWN);
    assertThat(traits.surface()).isEqualTo(Surface.ROUGH);
  }

  @ParameterizedTest
  @CsvSource({
    "wheelchair=yes, YES",
    "wheelchair=designated, YES",
    "wheelchair=limited, LIMITED",
    "wheelchair=no, NO",
    "wheelchair=?, UNKNOWN",
    "name=x, UNKNOWN"
  })
  void wheelchairs(String text, Wheelchair expected) {
    assertThat(traits("highway=footway " + text).wheelchair()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    // the kerbs at the sides of a road are not crossed by walking along it
    "highway=residential kerb=raised, NONE",
    "highway=footway kerb=raised, NONE",
    "highway=footway footway=crossing kerb=raised, RAISED",
    "highway=footway footway=crossing kerb=lowered, LOWERED",
    "highway=path path=crossing kerb=flush, LOWERED",
    "highway=footway footway=crossing, NONE"
  })
  void kerbsOfCrossings(String text, Kerb expected) {
    assertThat(traits(text).kerb()).isEqualTo(expected);
  }

  /** Tags of a node; what is passed there, its kerb. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # pages of Key:barrier
          barrier=gate                                        | -        | NONE
          barrier=lift_gate                                   | -        | NONE
          barrier=bollard                                     | -        | NONE
          barrier=bollard width=0.2                           | -        | NONE
          barrier=bollard maxwidth:physical=0.8               | narrow   | NONE
          barrier=bollard maxwidth:physical=1.2               | -        | NONE
          barrier=gate wheelchair=no                          | obstacle | NONE
          barrier=stile                                       | obstacle | NONE
          barrier=kissing_gate                                | obstacle | NONE
          barrier=kissing_gate wheelchair=yes                 | -        | NONE
          barrier=turnstile                                   | obstacle | NONE
          barrier=full-height_turnstile                       | obstacle | NONE
          barrier=cycle_barrier                               | obstacle | NONE
          barrier=cattle_grid                                 | obstacle | NONE
          ford=yes                                            | obstacle | NONE
          # Key:kerb
          kerb=raised                                         | -        | RAISED
          barrier=kerb kerb=raised                            | -        | RAISED
          barrier=kerb kerb=rolled                            | -        | RAISED
          kerb=raised wheelchair=yes                          | -        | LOWERED
          kerb=lowered                                        | -        | LOWERED
          kerb=flush                                          | -        | LOWERED
          kerb=no                                             | -        | NONE
          barrier=kerb                                        | -        | NONE
          barrier=kerb height=0.12                            | -        | RAISED
          barrier=kerb height=3cm                             | -        | LOWERED
          kerb=yes kerb:height=0.1                            | -        | RAISED
          # Tag:highway=elevator
          highway=elevator                                    | lift     | NONE
          highway=elevator wheelchair=no                      | obstacle | NONE
          highway=crossing                                    | -        | NONE
          height=3                                            | -        | NONE
          """)
  void passages(String text, String flags, Kerb kerb) {
    int bits = NodePassage.of(tags(text));
    boolean nothing = flags.equals("-") && kerb == Kerb.NONE;
    assertThat(bits == NodePassage.NONE).isEqualTo(nothing);
    if (!nothing) {
      EdgeTraits traits = new EdgeTraits(bits);
      assertThat(flags(traits)).contains(flags);
      assertThat(traits.kerb()).isEqualTo(kerb);
      assertThat(traits.has(EdgeTraits.FORWARD | EdgeTraits.BACKWARD)).isTrue();
      assertThat(traits.inclinePercent()).isEqualTo(EdgeTraits.INCLINE_UNKNOWN);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0.8, 0.8",
    "'0,8', 0.8",
    "80 cm, 0.8",
    "900 mm, 0.9",
    "3 ft, 0.9144",
    "36 in, 0.9144"
  })
  void lengths(String text, double meters) {
    assertThat(Lengths.meters(text)).isCloseTo(meters, within(1e-9));
  }
}
