package org.caremap.scenario;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A scenario as it was before its changes were edited or rebased.
 *
 * @param version which one
 * @param updatedAt when it was stored
 */
public record ScenarioVersion(
    long version,
    String name,
    @Nullable String note,
    Instant updatedAt,
    List<Change> changes,
    Map<String, String> data) {}
