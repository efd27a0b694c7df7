package org.caremap.imports.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.caremap.area.AreaFacts;
import org.caremap.population.DemandGroup;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The kept mapping files against the published files, which must load unchanged. */
class MappingFilesTest {
  private static Path data(String name) {
    Path file = Path.of(System.getProperty("caremap.shared", "../shared"), "data").resolve(name);
    Assumptions.assumeTrue(Files.exists(file), () -> file + " is not there");
    return file;
  }

  private static ReadOptions mapped(String name) throws IOException {
    return Tables.OPTIONS.withMapping(
        TableMapping.parse(Path.of("geodata", "mappings", name + ".yaml"), name + ".yaml"));
  }

  private static double sum(List<DemandRow> rows, DemandGroup group) {
    return rows.stream().mapToDouble(row -> row.counts()[group.ordinal()]).sum();
  }

  private static List<FacilityRow> facilities(String file, String mapping, long skipped)
      throws IOException {
    List<FacilityRow> rows = new ArrayList<>();
    ReadReport report =
        TableReader.readFacilities(data(file), file, mapped(mapping), rows::add, at -> {});
    assertThat(report.errors()).isEmpty();
    assertThat(report.skipped()).isEqualTo(skipped);
    assertThat(report.read()).isEqualTo(rows.size() + skipped);
    return rows;
  }

  private static List<DemandRow> demand(String file, String mapping, long skipped)
      throws IOException {
    List<DemandRow> rows = new ArrayList<>();
    ReadReport report =
        TableReader.readDemand(data(file), file, mapped(mapping), rows::add, at -> {});
    assertThat(report.errors()).isEmpty();
    assertThat(report.skipped()).isEqualTo(skipped);
    return rows;
  }

  private static Map<String, Long> byType(List<FacilityRow> rows) {
    return rows.stream().collect(Collectors.groupingBy(FacilityRow::type, Collectors.counting()));
  }

  @Test
  void stirlingFacilities() throws IOException {
    // In the extract: 9 homes for older people, 14 + 2 support services, 17 others; 15 outside.
    List<FacilityRow> rows =
        facilities("stirling/care-services-2022-06-30.csv", "stirling-facilities", 32);
    assertThat(byType(rows)).isEqualTo(Map.of("care_home", 9L, "home_care_station", 16L));
    FacilityRow gowanlea = rows.get(0);
    assertThat(gowanlea.externalId()).isEqualTo("CS2003011516");
    assertThat(gowanlea.lon()).isEqualTo(-3.913669);
    assertThat(gowanlea.lat()).isEqualTo(56.091592);
    assertThat(gowanlea.beds()).isEqualTo(11);
    assertThat(gowanlea.address()).isEqualTo("4 New Road, Bannockburn, Stirling, FK7 8LW");
    assertThat(gowanlea.lastVerified()).isEqualTo("2022-06-22");
  }

  @Test
  void stirlingDemand() throws IOException {
    List<DemandRow> rows = demand("stirling/population-points-2018.csv", "stirling-demand", 739);
    assertThat(rows).hasSize(1637);
    assertThat(rows.get(0).externalId()).isEqualTo("FK7 9LP");
    assertThat(rows.get(0).areaCode()).isEqualTo("S01013019");
    assertThat(rows).allMatch(row -> Double.isNaN(row.counts()[DemandGroup.HOUSEHOLDS.ordinal()]));
    assertThat(sum(rows, DemandGroup.AGE65)).isEqualTo(summed("age_65_plus"), within(1e-6));
    assertThat(sum(rows, DemandGroup.RESIDENTS)).isEqualTo(summed("total"), within(1e-6));
  }

  /** A second way to the same sum: plain splitting, since the file has no quotes. */
  private static double summed(String column) throws IOException {
    List<String> lines = Files.readAllLines(data("stirling/population-points-2018.csv"));
    List<String> header = List.of(lines.get(0).replace("\uFEFF", "").split(","));
    return lines.stream()
        .skip(1)
        .map(line -> line.split(","))
        .filter(cells -> cells[header.indexOf("in_street_extract")].equals("1"))
        .mapToDouble(cells -> Double.parseDouble(cells[header.indexOf(column)]))
        .sum();
  }

  @Test
  void stirlingAreas() throws IOException {
    List<AreaRow> rows = new ArrayList<>();
    ReadReport report =
        TableReader.readAreas(
            data("stirling/population-datazones-2018.csv"),
            "zones.csv",
            mapped("stirling-areas"),
            rows::add,
            at -> {});
    assertThat(report.errors()).isEmpty();
    assertThat(rows).hasSize(121);
    assertThat(rows.get(0))
        .isEqualTo(
            new AreaRow(
                2,
                "S01013001",
                "Blane Valley - 01",
                "community",
                null,
                null,
                null,
                null,
                379.0,
                null,
                AreaFacts.UNKNOWN));
  }

  @Test
  void takamatsuFacilities() throws IOException {
    List<FacilityRow> rows =
        facilities("takamatsu/elderly_welfare_facility.csv", "takamatsu-facilities", 0);
    assertThat(byType(rows)).isEqualTo(Map.of("care_home", 47L));
    assertThat(rows.get(0).beds()).isEqualTo(70);
    assertThat(rows.get(0).openingHours()).isEqualTo("24/7");
    assertThat(rows.get(0).phone()).isEqualTo("087-881-4531");
  }

  @Test
  void takamatsuHospitals() throws IOException {
    // 628 published: 33 hospitals, 44 + 320 clinics of which one has no position, 231 dentists.
    List<FacilityRow> rows = facilities("takamatsu/hospital.csv", "takamatsu-hospitals", 232);
    assertThat(byType(rows)).isEqualTo(Map.of("hospital", 33L, "clinic", 363L));
    assertThat(rows)
        .filteredOn(row -> row.externalId().endsWith("Hospital.37"))
        .extracting(FacilityRow::beds)
        .containsExactly(19);
  }

  @Test
  void takamatsuDemand() throws IOException {
    List<DemandRow> rows =
        demand("takamatsu/takamatsu-population-2026-02.csv", "takamatsu-demand", 0);
    assertThat(rows).hasSize(235);
    // First line: man13..18 = 17 11 4 8 3 2, woman13..18 = 12 14 15 10 7 10.
    DemandRow first = rows.get(0);
    assertThat(first.externalId()).isEqualTo("takamatsu-1");
    assertThat(first.lon()).isEqualTo(134.055021);
    assertThat(first.lat()).isEqualTo(34.342286);
    assertThat(first.counts()[DemandGroup.RESIDENTS.ordinal()]).isEqualTo(402);
    assertThat(first.counts()[DemandGroup.HOUSEHOLDS.ordinal()]).isEqualTo(231);
    assertThat(first.counts()[DemandGroup.AGE60.ordinal()]).isEqualTo(45 + 68);
    assertThat(first.counts()[DemandGroup.AGE65.ordinal()]).isEqualTo(28 + 56);
    assertThat(first.counts()[DemandGroup.AGE80.ordinal()]).isEqualTo(5 + 17);
  }

  @Test
  void portoAlegreDemand() throws IOException {
    List<DemandRow> rows = demand("porto-alegre/hexgrid.csv", "porto-alegre-demand", 0);
    assertThat(rows).hasSize(1227);
    assertThat(rows.get(1).counts()[0]).isEqualTo(159);
  }

  @Test
  void chineseBoundaryInItsOwnDatum() throws IOException {
    List<AreaRow> rows = new ArrayList<>();
    ReadReport report =
        TableReader.readAreas(
            data("boundaries/echarts-counties-320684-haimen.geojson"),
            "haimen.geojson",
            Tables.OPTIONS.withCrs("GCJ-02"),
            rows::add,
            at -> {});
    assertThat(report.errors()).isEmpty();
    assertThat(rows.get(0).code()).isEqualTo("320684");
    assertThat(rows.get(0).level()).isEqualTo("county");
    assertThat(rows.get(0).boundary().isValid()).isTrue();
  }

  @Test
  void townListByDefaultNames() throws IOException {
    List<AreaRow> rows = new ArrayList<>();
    ReadReport report =
        TableReader.readAreas(
            data("boundaries/towns-320614-500110.csv"),
            "towns.csv",
            Tables.OPTIONS,
            rows::add,
            at -> {});
    assertThat(report.errors()).isEmpty();
    assertThat(rows).hasSize(53);
    assertThat(rows.get(0).level()).isEqualTo("town");
  }
}
