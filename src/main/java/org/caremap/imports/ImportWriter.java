package org.caremap.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.EnumSet;
import java.util.Set;
import org.caremap.platform.DataChanged;
import org.caremap.platform.MergeCounts;
import org.caremap.platform.WriteLock;

/**
 * Writes an import: one transaction that first removes the sample county, then writes; after the
 * commit every catalogue is read anew and published.
 */
@ApplicationScoped
class ImportWriter {
  private static final int TIMEOUT_SECONDS = 3600;

  private final WriteLock lock;
  private final SampleData sample;
  private final Catalogs catalogs;
  private final Installation installation;
  private final Event<DataChanged> changed;

  ImportWriter(
      WriteLock lock,
      SampleData sample,
      Catalogs catalogs,
      Installation installation,
      Event<DataChanged> changed) {
    this.lock = lock;
    this.sample = sample;
    this.catalogs = catalogs;
    this.installation = installation;
    this.changed = changed;
  }

  /** What the transaction does, told whether the sample made way. */
  @FunctionalInterface
  interface Work {
    MergeCounts write(boolean sampleGone);
  }

  /** What was written. */
  record Written(MergeCounts counts, boolean sampleRemoved) {}

  Written write(DataChanged.Kind kind, boolean dryRun, Work work, Runnable afterCommit) {
    return lock.callPatiently(
        () -> {
          boolean sampleGone = sample.isLoaded();
          MergeCounts counts =
              QuarkusTransaction.requiringNew()
                  .timeout(TIMEOUT_SECONDS)
                  .call(
                      () -> {
                        if (sampleGone && !dryRun) {
                          sample.delete();
                        }
                        MergeCounts merged = work.write(sampleGone);
                        if (!dryRun) {
                          installation.noteRealImport();
                        }
                        return merged;
                      });
          if (!dryRun) {
            afterCommit.run();
            Set<DataChanged.Kind> kinds =
                sampleGone ? EnumSet.allOf(DataChanged.Kind.class) : EnumSet.of(kind);
            catalogs.reload(kinds);
            changed.fire(new DataChanged(kinds));
          }
          return new Written(counts, sampleGone && !dryRun);
        });
  }
}
