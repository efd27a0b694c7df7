package org.caremap.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body by which a scenario is saved; it states the whole of it.
 *
 * @param version the version that was edited; needed for a change, a stale one is refused
 */
public record ScenarioForm(
    @Nullable String name,
    @Nullable String note,
    @Nullable List<@Nullable ChangeForm> changes,
    @Nullable Long version) {}
