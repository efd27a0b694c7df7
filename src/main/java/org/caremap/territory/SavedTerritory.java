package org.caremap.territory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A saved plan.
 *
 * @param form the question and the sharing
 * @param version rises with every change
 */
record SavedTerritory(
    String id,
    String name,
    @Nullable String note,
    TerritoryForm form,
    Instant createdAt,
    Instant updatedAt,
    long version) {}
