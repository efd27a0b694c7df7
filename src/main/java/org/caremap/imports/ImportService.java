package org.caremap.imports;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/** Runs imports one after another and remembers how the last ones ended. */
@ApplicationScoped
public class ImportService {
  private static final Logger LOG = Logger.getLogger(ImportService.class);
  private static final int REMEMBERED = 100;

  private final StreetImport streets;
  private final TableImport tables;
  private final ElevationImport elevation;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(task -> new Thread(task, "import"));
  private final Map<UUID, ImportJob> jobs =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, ImportJob> eldest) {
          return size() > REMEMBERED;
        }
      };

  ImportService(StreetImport streets, TableImport tables, ElevationImport elevation) {
    this.streets = streets;
    this.tables = tables;
    this.elevation = elevation;
  }

  /**
   * Queues an import.
   *
   * @param request whose files stay readable until the job has ended
   * @param cleanUp run when it has ended, however it ended
   */
  public ImportJob submit(ImportRequest request, Runnable cleanUp) {
    ImportJob job = new ImportJob(request);
    synchronized (jobs) {
      jobs.put(job.id(), job);
    }
    worker.execute(
        () -> {
          try {
            job.end(run(job));
          } finally {
            cleanUp.run();
          }
        });
    return job;
  }

  /** The job of this id, if it is remembered. */
  public Optional<ImportJob> find(UUID id) {
    synchronized (jobs) {
      return Optional.ofNullable(jobs.get(id));
    }
  }

  private ImportReport run(ImportJob job) {
    ImportRequest request = job.request();
    long start = System.nanoTime();
    ImportReport report;
    try {
      report = importFile(job);
    } catch (OutOfMemoryError e) {
      LOG.errorf("import of %s ran out of memory", request.fileName());
      report =
          ImportReport.failed(
              request, "not enough memory for this file; nothing was written (see -Xmx in README)");
    } catch (IOException | RuntimeException e) {
      LOG.errorf(e, "import of %s failed", request.fileName());
      report =
          ImportReport.failed(
              request, "the import failed and nothing was written: " + e.getMessage());
    }
    LOG.infof(
        "import %s %s: %s, %,d read, %,d created, %,d updated, %,d unchanged, %,d skipped,"
            + " %,d errors, %d ms",
        report.kind(),
        report.file(),
        report.status(),
        report.read(),
        report.created(),
        report.updated(),
        report.unchanged(),
        report.skipped(),
        report.errorCount(),
        (System.nanoTime() - start) / 1_000_000);
    return report;
  }

  private ImportReport importFile(ImportJob job) throws IOException {
    ImportRequest request = job.request();
    if (!Files.isRegularFile(request.file())) {
      return ImportReport.rejected(request, "there is no such file");
    }
    if (Files.size(request.file()) == 0) {
      return ImportReport.rejected(request, "the file is empty (0 bytes)");
    }
    return switch (request.kind()) {
      case STREETS -> streets.run(job);
      case ELEVATION -> elevation.run(job);
      case FACILITIES, DEMAND, AREAS, CANDIDATES -> tables.run(job);
    };
  }

  /**
   * Removes the elevation in force; slopes count no longer.
   *
   * @return whether there was one
   */
  public boolean removeElevation() {
    return elevation.remove();
  }

  @PreDestroy
  void stop() {
    worker.shutdown();
  }
}
