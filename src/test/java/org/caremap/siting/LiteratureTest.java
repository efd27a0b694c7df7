package org.caremap.siting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published optima, reached and proven, from the published files. */
class LiteratureTest {
  private static final Path LOCATION =
      Path.of(System.getProperty("caremap.shared", "../shared"), "data", "location");

  @ParameterizedTest
  @CsvSource({
    "1, 5819",
    "2, 4093",
    "3, 4250",
    "4, 3034",
    "5, 1355",
    "6, 7824",
    "7, 5631",
    "8, 4445",
    "9, 2734",
    "10, 1255",
    "11, 7696",
    "12, 6634",
    "13, 4374",
    "14, 2968",
    "15, 1729",
    "16, 8162",
    "17, 6999",
    "18, 4809",
    "19, 2845",
    "20, 1789"
  })
  void orLibrary(int number, double optimum) throws IOException {
    LiteratureSolver.Answer answer =
        LiteratureSolver.solve(
            LiteratureSolver.Model.PMEDIAN,
            List.of(file("orlib/pmed" + number + ".txt")),
            null,
            null,
            1,
            3600);
    assertThat(answer.objective()).isEqualTo(optimum);
    assertThat(answer.proven()).isTrue();
    assertThat(answer.gap()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"1, 5461", "2, 8790", "3, 11604", "4, 12106"})
  void saoJoseDosCampos(int p, double optimum) throws IOException {
    LiteratureSolver.Answer answer =
        LiteratureSolver.solve(
            LiteratureSolver.Model.MCLP,
            List.of(file("SJC324.txt"), file("demand-SJC324.dat")),
            p,
            800.0,
            1,
            3600);
    assertThat(answer.objective()).isEqualTo(optimum);
    assertThat(answer.bound()).isEqualTo(optimum);
    assertThat(answer.totalWeight()).isEqualTo(12152);
  }

  @Test
  void sanFrancisco() throws IOException {
    List<Path> files =
        List.of(file("spopt-sf/SF_network_distance_candidateStore_16_censusTract_205_new.csv"));
    LiteratureSolver.Answer covering =
        LiteratureSolver.solve(LiteratureSolver.Model.MCLP, files, 4, 5000.0, 1, 3600);
    assertThat(covering.coveredShare()).isCloseTo(0.91638, within(5e-6));
    assertThat(covering.sites()).containsExactly(2, 11, 12, 15);
    assertThat(covering.proven()).isTrue();
    LiteratureSolver.Answer median =
        LiteratureSolver.solve(LiteratureSolver.Model.PMEDIAN, files, 4, null, 1, 3600);
    assertThat(median.meanDistance()).isCloseTo(2982.12686, within(5e-6));
    assertThat(median.sites()).containsExactly(2, 11, 12, 15);
    assertThat(median.proven()).isTrue();
  }

  @Test
  void namesWhatIsWrongInAFile(@TempDir Path folder) throws IOException {
    Path graph = Files.writeString(folder.resolve("bad.txt"), "3 2 1\n1 2 5\n2 9 4\n");
    assertThatThrownBy(() -> median(graph))
        .hasMessageContaining("bad.txt, line 3")
        .hasMessageContaining("[1, 3]")
        .hasMessageContaining("9");
    Path shorter = Files.writeString(folder.resolve("short.txt"), "3 2 1\n1 2 5\n");
    assertThatThrownBy(() -> median(shorter)).hasMessageContaining("ends before");
    Path table = Files.writeString(folder.resolve("t.csv"), "distance,name,to\n5,a,x\n-1,b,x\n");
    assertThatThrownBy(() -> median(table))
        .hasMessageContaining("t.csv, line 3")
        .hasMessageContaining("-1");
  }

  private static LiteratureSolver.Answer median(Path file) throws IOException {
    return LiteratureSolver.solve(LiteratureSolver.Model.PMEDIAN, List.of(file), 1, null, 1, 3600);
  }

  private static Path file(String name) {
    Path file = LOCATION.resolve(name);
    if (!Files.isRegularFile(file)) {
      abort(file + " is not here");
    }
    return file;
  }
}
