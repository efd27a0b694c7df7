package org.caremap.scenario;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A scenario with all that is stored of it.
 *
 * @param seen what each change met, in their order
 * @param figures what it came to when it was saved
 */
record StoredScenario(
    UUID id,
    String name,
    @Nullable String note,
    Instant createdAt,
    Instant updatedAt,
    long version,
    List<Change> changes,
    Map<String, String> data,
    List<Seen> seen,
    List<KeptFigures> figures) {
  /** As others see it. */
  Scenario shown(Map<String, String> dataNow) {
    Costs costs = Costs.of(changes);
    return new Scenario(
        id,
        name,
        note,
        createdAt,
        updatedAt,
        version,
        changes,
        costs.yuan(),
        costs.unknown(),
        data,
        !data.equals(dataNow));
  }
}
