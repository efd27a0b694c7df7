package org.caremap.streets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.caremap.core.graph.StreetGraph;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Homes made before the streets of vehicles were kept, and what else may happen to their file. */
class DriveFileTest {
  @TempDir Path folder;
  private Path file;
  private Path source;

  @BeforeEach
  void writeSource() throws IOException {
    file = folder.resolve("a.drives");
    source =
        Files.writeString(
            folder.resolve("a.osm-source"),
            """
            <osm version="0.6">
            <node id="1" lon="121.0" lat="31.9"/><node id="2" lon="121.01" lat="31.9"/>
            <node id="3" lon="121.02" lat="31.9"/>
            <way id="1"><nd ref="1"/><nd ref="2"/><tag k="highway" v="residential"/></way>
            <way id="2"><nd ref="2"/><nd ref="3"/><tag k="highway" v="footway"/></way>
            </osm>
            """);
  }

  @Test
  void aMissingFileIsWrittenFromTheSource() {
    StreetGraph built = DriveFile.open(file, source);
    assertThat(built).isNotNull();
    assertThat(built.edgeCount()).isEqualTo(1);
    assertThat(file).exists();
    StreetGraph kept = DriveFile.open(file, null);
    assertThat(kept).isNotNull();
    assertThat(kept.edgeTraits(0)).isEqualTo(built.edgeTraits(0));
  }

  @Test
  void aDamagedFileIsWrittenAnew() throws IOException {
    DriveFile.open(file, source);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 1] ^= 1;
    Files.write(file, bytes);
    StreetGraph again = DriveFile.open(file, source);
    assertThat(again).isNotNull();
    assertThat(again.edgeCount()).isEqualTo(1);
    assertThat(DriveFile.open(file, null)).isNotNull();
  }

  @Test
  void withoutASourceItIsNotKnown() throws IOException {
    assertThat(DriveFile.open(file, null)).isNull();
    Files.writeString(file, "nonsense");
    assertThat(DriveFile.open(file, null)).isNull();
    assertThat(DriveFile.open(file, Files.writeString(source, "<osm"))).isNull();
  }
}
