package org.caremap.core.standards;

import org.jspecify.annotations.Nullable;

/**
 * A lower threshold where few elders live.
 *
 * @param threshold that counts there
 * @param elders few are fewer than so many; null where the plan does not say, so that a value
 *     between the two thresholds cannot be judged
 */
public record Relaxed(double threshold, @Nullable Double elders) {}
