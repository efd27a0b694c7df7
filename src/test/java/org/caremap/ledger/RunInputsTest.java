package org.caremap.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunInputsTest {
  private static final Map<String, String> DATA = Map.of("streets", "0123456789ab");

  private static RunInputs inputs(Map<String, String> question, @Nullable String rules) {
    return new RunInputs("0.1.0", DATA, "county", "2026-01-01T00:00:00Z", question, rules);
  }

  @Test
  void theSameInputsHaveTheSameIdInAnyOrder() {
    Map<String, String> forward = new LinkedHashMap<>();
    forward.put("type", "meal_point");
    forward.put("minutes", "15");
    Map<String, String> backward = new LinkedHashMap<>();
    backward.put("minutes", "15");
    backward.put("type", "meal_point");
    assertThat(inputs(forward, null).id())
        .matches("[0-9a-f]{16}")
        .isEqualTo(inputs(backward, null).id());
  }

  @Test
  void everyInputCounts() {
    RunInputs base = inputs(Map.of("type", "a"), null);
    Map<String, String> ids = new TreeMap<>();
    ids.put(base.id(), "base");
    ids.put(inputs(Map.of("type", "b"), null).id(), "question");
    ids.put(inputs(Map.of("typea", ""), null).id(), "where a name ends");
    ids.put(inputs(Map.of("type", "a"), "").id(), "empty rules are not none");
    ids.put(inputs(Map.of("type", "a"), "ab").id(), "rules");
    ids.put(
        new RunInputs("0.1.1", DATA, "county", "2026-01-01T00:00:00Z", base.question(), null).id(),
        "software");
    ids.put(
        new RunInputs("0.1.0", Map.of(), "county", "2026-01-01T00:00:00Z", base.question(), null)
            .id(),
        "data");
    ids.put(new RunInputs("0.1.0", DATA, null, null, base.question(), null).id(), "streets");
    assertThat(ids).hasSize(8);
  }

  record Facts(@Nullable Double area, List<String> services) {}

  record Thing(String id, long version, @Nullable Facts facts, @Nullable Facts later) {}

  @Test
  void whatIsUnknownLeavesNoTrace() {
    Facts unknown = new Facts(null, List.of());
    String none = CanonicalText.of(new Thing("A", 1, null, null), Set.of("version"));
    assertThat(CanonicalText.of(new Thing("A", 2, unknown, unknown), Set.of("version")))
        .isEqualTo(none);
    assertThat(
            CanonicalText.of(
                new Thing("A", 1, new Facts(-0.0, List.of("x")), null), Set.of("version")))
        .isEqualTo(
            CanonicalText.of(
                new Thing("A", 1, new Facts(0.0, List.of("x")), null), Set.of("version")))
        .isNotEqualTo(none);
  }

  @Test
  void textsCannotRunIntoEachOther() {
    assertThat(CanonicalText.of(new Facts(null, List.of("a\",1\"b")), Set.of()))
        .isNotEqualTo(CanonicalText.of(new Facts(null, List.of("a", "b")), Set.of()));
  }

  @Test
  void aHashIsThatOfTheBytes() {
    // SHA-256 of nothing, as FIPS 180-4 gives it.
    assertThat(new ContentHash().hex(12)).isEqualTo("e3b0c44298fc");
    ContentHash abc = new ContentHash();
    abc.write(java.nio.ByteBuffer.wrap(new byte[] {'a', 'b', 'c'}));
    assertThat(abc.hex(12)).isEqualTo("ba7816bf8f01");
  }
}
