package org.caremap.coverage;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.caremap.platform.geojson.Feature;
import org.jspecify.annotations.Nullable;

/** All service areas of some types in one job, under way or done. */
final class ServiceAreasJob {
  static final String RUNNING = "running";
  static final String DONE = "done";
  static final String CANCELLED = "cancelled";
  static final String FAILED = "failed";

  private final UUID id = UUID.randomUUID();
  private final AtomicReferenceArray<List<Feature>> rows;
  private volatile String status = RUNNING;
  private volatile double progress;
  private volatile boolean cancelled;
  private volatile @Nullable String message;

  /**
   * @param facilities how many service areas there will be
   */
  ServiceAreasJob(int facilities) {
    rows = new AtomicReferenceArray<>(facilities);
  }

  UUID id() {
    return id;
  }

  /**
   * How it stands.
   *
   * @param status running, done, cancelled or failed
   * @param progress share of facilities done, in [0, 1]
   * @param facilities how many there are
   * @param message why it failed, null otherwise
   */
  record State(UUID id, String status, double progress, int facilities, @Nullable String message) {}

  State state() {
    return new State(id, status, progress, rows.length(), message);
  }

  boolean isCancelled() {
    return cancelled;
  }

  void cancel() {
    cancelled = true;
  }

  void progress(double share) {
    progress = Math.max(progress, share);
  }

  void put(int row, List<Feature> features) {
    rows.set(row, features);
  }

  /** Runs the work to one of the ends. */
  void run(Runnable work) {
    try {
      work.run();
      progress = 1;
      status = DONE;
    } catch (CancellationException e) {
      status = CANCELLED;
    } catch (RuntimeException e) {
      message = String.valueOf(e.getMessage());
      status = FAILED;
    }
  }

  /** The features of all facilities in order; null unless done: a part never looks whole. */
  @Nullable List<Feature> features() {
    if (!status.equals(DONE)) {
      return null;
    }
    return java.util.stream.IntStream.range(0, rows.length())
        .boxed()
        .flatMap(row -> rows.get(row).stream())
        .toList();
  }
}
