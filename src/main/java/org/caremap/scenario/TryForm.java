package org.caremap.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes to be tried.
 *
 * @param detail {@code total} (default) or {@code areas}
 */
public record TryForm(@Nullable List<@Nullable ChangeForm> changes, @Nullable String detail) {}
