package org.caremap.launch;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.caremap.imports.ImportJob;
import org.caremap.imports.ImportReport;
import org.caremap.imports.ImportRequest;
import org.caremap.imports.ImportService;
import org.caremap.platform.HomeLock;

/**
 * {@code import KIND FILE}: through the server that holds the home folder where one runs, otherwise
 * in this process without opening a port. Exit code 0 only when everything went in (or, on a dry
 * run, would).
 */
public class ImportCommand implements QuarkusApplication {
  private static final int BAD_USAGE = 2;

  private final ImportService imports;

  ImportCommand(ImportService imports) {
    this.imports = imports;
  }

  /** Parses the words, decides where the import runs, and does not return from a local run. */
  static int main(Path home, String... args) throws IOException {
    ImportOptions options;
    try {
      options = ImportOptions.parse(args);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + "\n\n" + Usage.TEXT);
      return BAD_USAGE;
    }
    Optional<HomeLock> lock = HomeLock.tryAcquire(home);
    if (lock.isEmpty()) {
      return RemoteImport.run(home, options);
    }
    // Held until the end, so that no server starts meanwhile; Startup lets it go.
    Main.beCommand();
    Quarkus.run(ImportCommand.class, args);
    return 0;
  }

  @Override
  public int run(String... args) throws IOException {
    ImportOptions options = ImportOptions.parse(args);
    ImportJob job =
        imports.submit(
            new ImportRequest(
                options.kind(),
                options.file(),
                options.file().getFileName().toString(),
                options.mapping(),
                options.mapping() == null ? null : options.mapping().getFileName().toString(),
                options.dryRun(),
                options.crs(),
                options.replace()),
            () -> {});
    ImportReport report = job.await(1);
    while (report.status().equals("running")) {
      System.err.printf("%3.0f %%%n", report.progress() * 100);
      report = job.await(5);
    }
    ReportPrinter.print(report, options.json());
    return report.isGood() ? 0 : 1;
  }
}
