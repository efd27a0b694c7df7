package org.caremap.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check-table FILE [--json]}. */
class CheckTableCommandTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir Path folder;

  private int run(String... args) {
    return CheckTableCommand.main(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        args);
  }

  @Test
  void jsonOfThePrintedTable() throws IOException {
    assertThat(run("geodata/targets/haimen-2018.csv", "--json")).isZero();
    JsonNode found = new ObjectMapper().readTree(out.toByteArray());
    assertThat(found).hasSize(6);
    assertThat(found.get(0).fieldNames())
        .toIterable()
        .containsExactly(
            "kind", "area", "row", "column", "year", "found", "expected", "message", "messageZh");
    assertThat(found.get(0).get("area").asText()).isEqualTo("海门高新区");
    assertThat(found.get(0).get("row").asInt()).isEqualTo(3);
    assertThat(found.get(0).get("found").asInt()).isEqualTo(32);
    assertThat(found.get(0).get("expected").asInt()).isEqualTo(23);
    assertThat(err.toByteArray()).isEmpty();
  }

  @Test
  void nothingWrong() throws IOException {
    assertThat(run("--json", "geodata/targets/qijiang-2020-villages.csv")).isZero();
    assertThat(new ObjectMapper().readTree(out.toByteArray())).isEmpty();
    out.reset();
    assertThat(run("geodata/targets/qijiang-2020-villages.csv")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("没有发现矛盾。");
  }

  @Test
  void sentencesInBothLanguages() {
    assertThat(run("geodata/targets/qijiang-2020-streets.csv")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            文龙街道（第3行）：社区养老服务站现有数与计划数之和为8 + 4 = 12，而社区数是13。
              文龙街道 (row 3): existing and planned community stations are 8 + 4 = 12 for 13 communities.
            合计（第23行）：社区养老服务站现有数与计划数之和为55 + 23 = 78，而社区数是79。
              合计 (row 23): existing and planned community stations are 55 + 23 = 78 for 79 communities.
            """);
  }

  @Test
  void whatCannotBeRead() throws IOException {
    assertThat(run("nowhere.csv", "--json")).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("nowhere.csv: there is no such file");
    Path bad = Files.writeString(folder.resolve("表.csv"), "area,stations\nA,1,7\n");
    assertThat(run(bad.toString(), "--json")).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("表.csv: row 2, field 3, value \"7\": the header has 2 columns");
    assertThat(run("--json")).isEqualTo(2);
    assertThat(run("--xml", "a.csv")).isEqualTo(2);
    assertThat(out.toByteArray()).isEmpty();
  }
}
