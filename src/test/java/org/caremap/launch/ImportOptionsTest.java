package org.caremap.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.caremap.imports.ImportKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code import <kind> FILE [--mapping FILE] [--dry-run] [--crs …] [--mode …] [--json]}. */
class ImportOptionsTest {
  @TempDir Path folder;

  private String file;
  private String mapping;

  @BeforeEach
  void makeFiles() throws IOException {
    file = Files.writeString(folder.resolve("设施 1.csv"), "id\n").toString();
    mapping = Files.writeString(folder.resolve("m.yaml"), "kind: demand\n").toString();
  }

  @ParameterizedTest
  @EnumSource(ImportKind.class)
  void everyKind(ImportKind kind) {
    ImportOptions options = ImportOptions.parse(kind.code(), file);
    assertThat(options.kind()).isEqualTo(kind);
    assertThat(options.file()).isEqualTo(Path.of(file));
    assertThat(options.mapping()).isNull();
    assertThat(options.dryRun()).isFalse();
    assertThat(options.crs()).isNull();
    assertThat(options.replace()).as("mode=update is the default").isFalse();
    assertThat(options.json()).isFalse();
  }

  @Test
  void everyOptionInAnyOrder() {
    ImportOptions options =
        ImportOptions.parse(
            "--json",
            "demand",
            "--mapping",
            mapping,
            "--mode",
            "replace",
            file,
            "--crs",
            "GCJ-02",
            "--dry-run");
    assertThat(options)
        .isEqualTo(
            new ImportOptions(
                ImportKind.DEMAND, Path.of(file), Path.of(mapping), true, "GCJ-02", true, true));
  }

  @Test
  void valuesMayFollowAnEqualsSign() {
    ImportOptions options =
        ImportOptions.parse(
            "demand", file, "--mapping=" + mapping, "--mode=update", "--crs=EPSG:4549");
    assertThat(options.mapping()).isEqualTo(Path.of(mapping));
    assertThat(options.replace()).isFalse();
    assertThat(options.crs()).isEqualTo("EPSG:4549");
  }

  @Test
  void relativeNamesBecomeAbsolute() {
    ImportOptions options = ImportOptions.parse("streets", "pom.xml");
    assertThat(options.file()).isAbsolute().exists();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                            | kind
          demand                        | file
          castles FILE                  | castles
          demand FILE FILE              | too much
          demand FILE --mode merge      | merge
          demand FILE --mode            | --mode
          demand FILE --crs             | --crs
          demand FILE --mapping         | --mapping
          demand FILE --mapping nowhere.yaml | nowhere.yaml
          demand nowhere.csv            | nowhere.csv
          demand FILE --dryrun          | --dryrun
          demand FILE --mode=merge      | update
          """)
  void whatIsWrongIsNamed(String words, String named) {
    // The file's own name has a blank, so it is put in after the words are split.
    String[] whole = words.isEmpty() ? new String[0] : words.split(" ", -1);
    for (int i = 0; i < whole.length; i++) {
      whole[i] = whole[i].equals("FILE") ? file : whole[i];
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImportOptions.parse(whole))
        .withMessageContaining(named);
  }

  @Test
  void aFolderIsNoFile() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImportOptions.parse("demand", folder.toString()))
        .withMessageContaining(folder.toString());
  }
}
