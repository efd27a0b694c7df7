package org.caremap.core.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.caremap.core.graph.EdgeTraits;
import org.caremap.core.graph.Kerb;
import org.caremap.core.graph.StreetClass;
import org.caremap.core.graph.Surface;
import org.caremap.core.graph.Wheelchair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileRulesTest {
  private static final double CLOSED = ProfileRules.CLOSED;

  private static final ProfileRules WALKER =
      new ProfileRules(
          new ProfileRules.Steps(2, 1.2),
          SlopeRule.TOBLER,
          ProfileRules.ANY_INCLINE,
          new ProfileRules.Surfaces(1, 1.1, 1.2, 1.5),
          new ProfileRules.Hindrances(1, 5, 30, true),
          false);

  private static final ProfileRules WHEELS =
      new ProfileRules(
          new ProfileRules.Steps(CLOSED, 1.5),
          SlopeRule.TOBLER,
          8.34,
          new ProfileRules.Surfaces(1, 1.2, 1.5, CLOSED),
          new ProfileRules.Hindrances(CLOSED, CLOSED, 25, false),
          true);

  private static EdgeTraits traits(String words) {
    EdgeTraits traits =
        EdgeTraits.of(words.contains("steps") ? StreetClass.STEPS : StreetClass.PATH);
    for (String word : words.split(" ")) {
      traits =
          switch (word) {
            case "flat", "steps" -> traits;
            case "ramp" -> traits.with(EdgeTraits.RAMP);
            case "lift" -> traits.with(EdgeTraits.LIFT);
            case "narrow" -> traits.with(EdgeTraits.NARROW);
            case "stile" -> traits.with(EdgeTraits.OBSTACLE);
            case "smooth", "rough", "soft", "impassable" ->
                traits.with(Surface.valueOf(word.toUpperCase(Locale.ROOT)));
            case "kerb" -> traits.with(Kerb.RAISED);
            case "lowered" -> traits.with(Kerb.LOWERED);
            case "no" -> traits.with(Wheelchair.NO);
            case "limited" -> traits.with(Wheelchair.LIMITED);
            case "yes" -> traits.with(Wheelchair.YES);
            default -> traits.withIncline(Integer.parseInt(word));
          };
    }
    return traits;
  }

  /** The walker's table: factor and extra millimetres; nothing is closed to them. */
  @ParameterizedTest
  @CsvSource({
    "flat, 1, 0",
    "smooth, 1, 0",
    "rough, 1.1, 0",
    "soft, 1.2, 0",
    "impassable, 1.5, 0",
    "steps, 2, 0",
    "steps ramp, 1.2, 0",
    "ramp, 1, 0",
    "steps soft, 2.4, 0",
    "kerb, 1, 1000",
    "lowered, 1, 0",
    "stile, 1, 5000",
    "lift, 0, 30000",
    "kerb stile lift, 0, 36000",
    "narrow, 1, 0",
    "no, 1, 0",
    "30, 1, 0",
    "-30, 1, 0"
  })
  void aWalker(String words, double factor, int extra) {
    EdgeTraits traits = traits(words);
    assertThat(WALKER.closed(traits)).isFalse();
    assertThat(WALKER.factor(traits)).isEqualTo(factor);
    assertThat(WALKER.extraMillimeters(traits)).isEqualTo(extra);
  }

  @ParameterizedTest
  @CsvSource({
    "flat, false",
    "smooth yes, false",
    "limited, false",
    "no, true",
    "steps, true",
    "steps ramp, false",
    "steps ramp 40, false",
    "steps ramp no, true",
    "rough, false",
    "soft, false",
    "impassable, true",
    "kerb, true",
    "lowered, false",
    "stile, true",
    "narrow, true",
    "lift, false",
    "8, false",
    "-8, false",
    "9, true",
    "-9, true"
  })
  void wheels(String words, boolean closed) {
    EdgeTraits traits = traits(words);
    assertThat(WHEELS.closed(traits)).isEqualTo(closed);
    if (!closed) {
      assertThat(WHEELS.factor(traits)).isBetween(0.0, 1.5);
    }
  }

  @Test
  void wheelsOnRampsAndInLifts() {
    assertThat(WHEELS.factor(traits("steps ramp"))).isEqualTo(1.5);
    assertThat(WHEELS.extraMillimeters(traits("lift"))).isEqualTo(25_000);
    assertThat(WHEELS.factor(traits("lift"))).isZero();
    assertThatThrownBy(() -> WHEELS.factor(traits("steps")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> WHEELS.extraMillimeters(traits("kerb")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void slopesCountWhereStairsAndLiftsDoNot() {
    assertThat(WALKER.slope(traits("flat"))).isSameAs(SlopeRule.TOBLER);
    assertThat(WALKER.slope(traits("steps"))).isSameAs(SlopeRule.NONE);
    assertThat(WALKER.slope(traits("lift"))).isSameAs(SlopeRule.NONE);
    assertThat(WHEELS.tooSteep(1 / 12.0)).isFalse();
    assertThat(WHEELS.tooSteep(-0.09)).isTrue();
    assertThat(WALKER.tooSteep(3)).isFalse();
  }

  @Test
  void plainWithoutSteps() {
    assertThat(ProfileRules.PLAIN.stepsAllowed()).isTrue();
    assertThat(ProfileRules.PLAIN.factor(traits("steps soft"))).isEqualTo(1);
    ProfileRules level = ProfileRules.PLAIN.withoutSteps().withSlope(SlopeRule.TOBLER);
    assertThat(level.stepsAllowed()).isFalse();
    assertThat(level.closed(traits("steps"))).isTrue();
    assertThat(level.slope(traits("flat"))).isSameAs(SlopeRule.TOBLER);
  }

  @Test
  void valuesOutOfRangeAreNamed() {
    assertThatThrownBy(() -> new ProfileRules.Steps(0.1, 1))
        .hasMessageContaining("steps.factor must be in [0.5, 10.0]")
        .hasMessageContaining("0.1");
    assertThatThrownBy(() -> new ProfileRules.Steps(1, Double.NaN))
        .hasMessageContaining("steps.rampFactor");
    assertThatThrownBy(() -> new ProfileRules.Surfaces(1, 1, 11, 1))
        .hasMessageContaining("surface.soft");
    assertThatThrownBy(() -> new ProfileRules.Hindrances(-1, 0, 0, true))
        .hasMessageContaining("raisedKerb must be in [0, 1000.0]");
    assertThatThrownBy(
            () ->
                new ProfileRules(
                    new ProfileRules.Steps(1, 1),
                    SlopeRule.NONE,
                    0.5,
                    new ProfileRules.Surfaces(1, 1, 1, 1),
                    new ProfileRules.Hindrances(0, 0, 0, true),
                    false))
        .hasMessageContaining("maxInclinePercent must be in [1, 100] but is 0.5");
  }
}
