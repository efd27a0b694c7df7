package org.caremap.scenario;

import java.util.List;
import java.util.UUID;

/**
 * What has moved since a scenario was saved, in numbers.
 *
 * @param stale whether the data are others now
 * @param changedData which kinds of data are: streets, facilities, demand, areas, …
 * @param figures what it came to then and comes to now
 */
public record Drift(UUID id, boolean stale, List<String> changedData, List<ThenAndNow> figures) {
  /** The same question then and now. */
  public record ThenAndNow(KeptFigures then, KeptFigures now) {}
}
