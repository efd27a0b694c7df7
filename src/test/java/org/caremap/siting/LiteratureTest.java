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
import org.junit.jupiter.params.provider.ValueSource;

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

  /**
   * Three places on a line, 0, 3 and 10, of weights 1, 2.5 and 1.5: one site within 4 covers the
   * first two, 3.5; the least walk of one site is at 3: 1·3 + 1.5·7 = 13.5. Written in all the ways
   * in which such files come.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 0 1\n3 0 2.5\n10 0 1.5\n",
        "3\n0 0 1\n3 0 2.5\n10 0 1.5\n",
        "3 1\n0 0 1\n3 0 2.5\n10 0 1.5\n",
        "x y demand\n0 0 1\n3 0 2.5\n10 0 1.5\n",
        "0,0,1\r\n3.0,0,2.5\r\n1e1,0,1.5\r\n",
        "1;0;0;1\n2;3;0;2.5\n3;10;0;1.5\n",
        "id,x,y,demand\n1,0,0,1\n2,3,0,2.5\n3,10,0,1.5\n",
        "id;x;y;weight\n1;0;0;1\n2;3;0;2.5\n3;10;0;1.5\n",
        "x\ty\tpop\n0\t0\t1\n3\t0\t2.5\n10\t0\t1.5\n",
        "# a comment\n3\n0 0 1\n3 0 2.5\n\n10 0 1.5\n"
      })
  void readsPlacesAsTheyCome(String text, @TempDir Path folder) throws IOException {
    List<Path> files = List.of(Files.writeString(folder.resolve("places.txt"), text));
    LiteratureSolver.Answer covering =
        LiteratureSolver.solve(LiteratureSolver.Model.MCLP, files, 1, 4.0, 1, 3600);
    assertThat(covering.objective()).isEqualTo(3.5);
    assertThat(covering.bound()).isEqualTo(3.5);
    LiteratureSolver.Answer median =
        LiteratureSolver.solve(LiteratureSolver.Model.PMEDIAN, files, 1, null, 1, 3600);
    assertThat(median.objective()).isEqualTo(13.5);
    assertThat(median.sites()).containsExactly(2);
  }

  /**
   * A graph in two parts, nodes 1-2-3 and 4-5: with two sites everybody is served, with one not.
   */
  @Test
  void servesGraphsOfSeveralParts(@TempDir Path folder) throws IOException {
    Path parts = Files.writeString(folder.resolve("parts.txt"), "5 3 2\n1 2 5\n2 3 4\n4 5 6\n");
    LiteratureSolver.Answer two =
        LiteratureSolver.solve(LiteratureSolver.Model.PMEDIAN, List.of(parts), null, null, 1, 3600);
    assertThat(two.objective()).isEqualTo(5 + 4 + 6);
    assertThat(two.proven()).isTrue();
    assertThatThrownBy(() -> median(parts)).hasMessageContaining("leave somebody out");
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
