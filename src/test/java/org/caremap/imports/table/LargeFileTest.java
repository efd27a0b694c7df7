package org.caremap.imports.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.caremap.population.DemandGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeFileTest {
  private static final int ROWS = 200_000;

  @TempDir Path folder;

  private Path large(String lastLine) throws IOException {
    Path file = folder.resolve("large.csv");
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write("id,lon,lat,age60,age65\n");
      for (int i = 0; i < ROWS; i++) {
        out.write("P" + i + "," + (121 + i * 1e-6) + ",31.9," + (i % 7) + ".25,\n");
      }
      out.write(lastLine);
    }
    return file;
  }

  @Test
  void streamsTwoHundredThousandRows() throws IOException {
    Path file = large("");
    AtomicLong count = new AtomicLong();
    double[] sum = new double[1];
    List<Long> progress = new ArrayList<>();
    ReadReport report =
        TableReader.readDemand(
            file,
            "large.csv",
            Tables.OPTIONS,
            row -> {
              count.incrementAndGet();
              sum[0] += row.counts()[DemandGroup.AGE60.ordinal()];
            },
            progress::add);
    assertThat(report.ok()).isTrue();
    assertThat(report.read()).isEqualTo(ROWS);
    assertThat(count.get()).isEqualTo(ROWS);
    // 0..6 repeat 28,571 times (sum 21 each), then 0, 1, 2; and a quarter each.
    assertThat(sum[0]).isEqualTo(28_571 * 21 + 3 + ROWS * 0.25);
    assertThat(progress).isSorted().hasSizeGreaterThan(100);
    assertThat(progress.get(progress.size() - 1)).isEqualTo(Files.size(file));
  }

  @Test
  void duplicateAtTheVeryEndIsFound() throws IOException {
    Path file = large("P0,121,31,1,\n");
    ReadReport report =
        TableReader.readDemand(file, "large.csv", Tables.OPTIONS, row -> {}, at -> {});
    assertThat(report.errors()).hasSize(1);
    assertThat(report.errors().get(0).row()).isEqualTo(ROWS + 2);
    assertThat(report.errors().get(0).message()).contains("row 2");
  }

  @Test
  void unterminatedQuoteInALargeFileEndsInAnError() throws IOException {
    Path file = large("\"Q,121,31,1,\n" + "x".repeat(100_000));
    ReadReport report =
        TableReader.readDemand(file, "large.csv", Tables.OPTIONS, row -> {}, at -> {});
    assertThat(report.ok()).isFalse();
    assertThat(report.errors().get(0).row()).isEqualTo(ROWS + 2);
  }

  @Test
  void progressCanStopTheReading() throws IOException {
    Path file = large("");
    assertThatThrownBy(
            () ->
                TableReader.readDemand(
                    file,
                    "large.csv",
                    Tables.OPTIONS,
                    row -> {},
                    at -> {
                      throw new IllegalStateException("cancelled");
                    }))
        .hasMessage("cancelled");
  }
}
