package org.caremap.imports;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One import under way or done. */
public final class ImportJob {
  private final UUID id = UUID.randomUUID();
  private final ImportRequest request;
  private final CompletableFuture<ImportReport> done = new CompletableFuture<>();
  private volatile double progress;

  ImportJob(ImportRequest request) {
    this.request = request;
  }

  /** Its id, by which it is polled. */
  public UUID id() {
    return id;
  }

  ImportRequest request() {
    return request;
  }

  void progress(double share) {
    progress = Math.max(progress, Math.min(0.99, share));
  }

  void end(ImportReport report) {
    done.complete(report.withJob(id.toString()));
  }

  /** How it stands now, or how it ended. */
  public ImportReport report() {
    ImportReport running = ImportReport.running(request, progress).withJob(id.toString());
    return done.getNow(running);
  }

  /** Waits for the end at most so long; then how it stands. */
  public ImportReport await(long seconds) {
    try {
      return done.get(seconds, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      return report();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return report();
    } catch (ExecutionException e) {
      throw new IllegalStateException("jobs end with a report, not with an error", e);
    }
  }
}
