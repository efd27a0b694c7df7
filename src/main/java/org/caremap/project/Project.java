package org.caremap.project;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stored project.
 *
 * @param id internal id, lasting
 * @param version rises with every change (optimistic locking)
 * @param createdAt when it came into the library
 * @param deletedAt when it was taken out again, null where it was not; its history stays
 * @param details what is written down of it
 * @param history what it was before, the oldest first
 */
public record Project(
    UUID id,
    long version,
    Instant createdAt,
    @Nullable Instant deletedAt,
    ProjectDetails details,
    List<ProjectChange> history) {
  /** Whether it is still to be done or done: not called off. */
  public boolean counts() {
    return details.status() != ProjectStatus.CANCELLED;
  }
}
