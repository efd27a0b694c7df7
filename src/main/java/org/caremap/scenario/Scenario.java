package org.caremap.scenario;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A saved scenario.
 *
 * @param id internal id, lasting
 * @param name unique, 1 to 100 characters
 * @param note null for none
 * @param version rises with every change (optimistic locking)
 * @param changes what is different from today
 * @param yuan sum of the costs that are known
 * @param unknownCosts how many changes cost something that nobody has said; they are in no sum
 * @param data content hashes of the data that it was made on, as in {@link
 *     org.caremap.ledger.RunInputs}
 * @param stale whether the data are others now
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Scenario(
    UUID id,
    String name,
    @Nullable String note,
    Instant createdAt,
    Instant updatedAt,
    long version,
    List<Change> changes,
    double yuan,
    int unknownCosts,
    Map<String, String> data,
    boolean stale) {}
