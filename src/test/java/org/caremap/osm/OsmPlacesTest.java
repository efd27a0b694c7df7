package org.caremap.osm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.caremap.testing.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OsmPlacesTest {
  @TempDir Path folder;

  private static final String TOWN =
      """
      <osm version='0.6'>
        <node id='1' lon='121.00' lat='31.90'><tag k='place' v='village'/>
          <tag k='name' v='永安村'/><tag k='name:en' v="Yong'an"/></node>
        <node id='2' lon='121.01' lat='31.90'><tag k='highway' v='bus_stop'/>
          <tag k='name' v='人民路口'/></node>
        <node id='3' lon='121.01' lat='31.91'><tag k='highway' v='crossing'/>
          <tag k='name' v='not looked for'/></node>
        <node id='4' lon='121.00' lat='31.91'><tag k='addr:street' v='人民路'/>
          <tag k='addr:housenumber' v='12'/></node>
        <node id='5' lon='121.02' lat='31.92'><tag k='addr:housenumber' v='9'/></node>
        <node id='6' lon='121.03' lat='31.93'><tag k='amenity' v='bench'/></node>
        <way id='10'><nd ref='1'/><nd ref='2'/><tag k='highway' v='residential'/>
          <tag k='name' v='人民路'/></way>
        <way id='11'><nd ref='1'/><nd ref='2'/><nd ref='3'/><nd ref='4'/><nd ref='1'/>
          <tag k='amenity' v='hospital'/><tag k='name' v=' 人民医院 '/>
          <tag k='addr:street' v='人民路'/><tag k='addr:housenumber' v='14'/></way>
        <way id='12'><nd ref='98'/><nd ref='99'/><tag k='building' v='yes'/>
          <tag k='name' v='its nodes are not in the file'/></way>
        <way id='13'><nd ref='4'/><nd ref='99'/><tag k='railway' v='rail'/>
          <tag k='name' v='not looked for'/></way>
      </osm>
      """;

  private Path town() throws IOException {
    return Files.writeString(folder.resolve("town.osm"), TOWN);
  }

  @Test
  void namesAndAddresses() throws IOException {
    List<OsmPlace> places = OsmStreets.read(town()).places().list();
    assertThat(places)
        .containsExactly(
            new OsmPlace("place", "village", "永安村", "Yong'an", null, null, 121.00, 31.90),
            new OsmPlace("highway", "bus_stop", "人民路口", null, null, null, 121.01, 31.90),
            new OsmPlace("addr", "house", null, null, "人民路", "12", 121.00, 31.91),
            new OsmPlace(
                "amenity",
                "hospital",
                "人民医院",
                null,
                "人民路",
                "14",
                places.get(3).lon(),
                places.get(3).lat()));
    // The middle of the box around the four corners.
    assertThat(places.get(3).lon()).isCloseTo(121.005, within(1e-9));
    assertThat(places.get(3).lat()).isCloseTo(31.905, within(1e-9));
    assertThat(OsmPlaces.read(town())).isEqualTo(new OsmPlaces.Found(places, 0));
  }

  @Test
  void fileAndDamage() throws IOException {
    List<OsmPlace> places = OsmPlaces.read(town()).list();
    Path file = folder.resolve("town.places");
    PlaceFile.write(places, file);
    assertThat(PlaceFile.read(file)).isEqualTo(places);
    byte[] bytes = Files.readAllBytes(file);
    for (int at = 0; at < bytes.length; at++) {
      byte[] damaged = bytes.clone();
      damaged[at] ^= 8;
      Files.write(file, damaged);
      assertThatThrownBy(() -> PlaceFile.read(file))
          .as("byte %d", at)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("town.places");
    }
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 3));
    assertThatThrownBy(() -> PlaceFile.read(file)).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "stirling/stirling-2022-06-26.osm.pbf, Bridge of Allan, Port Street, 14",
    "streets/planetiler-monaco.osm.pbf, Monte-Carlo, Rue Grimaldi, 6",
  })
  void realFiles(String name, String place, String street, String number) throws IOException {
    List<OsmPlace> places = OsmPlaces.read(SharedData.file(name)).list();
    assertThat(places).hasSizeGreaterThan(1_000);
    assertThat(places).anyMatch(p -> p.key().equals("place") && place.equals(p.name()));
    assertThat(places).anyMatch(p -> street.equals(p.street()) && number.equals(p.houseNumber()));
  }
}
