package org.caremap.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.poole.openinghoursparser.OpeningHoursParser;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;

class SampleCountyTest {

  private static SampleCounty county;
  private static Drawn drawn;
  private static Map<String, SampleArea> areas;
  private static final List<SampleDemandPoint> DEMAND = new ArrayList<>();
  private static final List<SampleFacility> FACILITIES = new ArrayList<>();

  @BeforeAll
  static void draw() {
    county = SampleCounty.of(SampleOptions.standard());
    drawn = Drawn.of(county);
    areas = county.areas().stream().collect(Collectors.toMap(SampleArea::code, a -> a));
    county.demand(DEMAND::add);
    county.facilities(FACILITIES::add);
  }

  private static List<SampleArea> level(String level) {
    return county.areas().stream().filter(area -> area.level().equals(level)).toList();
  }

  @Test
  void hasTheSizeThatWasAskedFor() {
    assertThat(drawn.nodes.size()).isBetween(33_300, 40_700);
    assertThat(DEMAND).hasSize(9_000);
    assertThat(FACILITIES).hasSize(760);
    assertThat(DEMAND.stream().map(SampleDemandPoint::externalId).distinct()).hasSize(9_000);
    assertThat(FACILITIES.stream().map(SampleFacility::externalId).distinct()).hasSize(760);
    assertThat(FACILITIES.stream().map(SampleFacility::name).distinct()).hasSize(760);
  }

  @Test
  void everyEdgeJoinsTwoNodesOnce() {
    Set<Long> seen = new HashSet<>();
    for (Drawn.Edge edge : drawn.edges) {
      long pair = (long) Math.min(edge.from(), edge.to()) << 32 | Math.max(edge.from(), edge.to());
      assertThat(edge.from()).isNotEqualTo(edge.to());
      assertThat(seen.add(pair)).as("edge %d-%d", edge.from(), edge.to()).isTrue();
    }
  }

  @Test
  void streetsHangTogetherExceptForTheIsland() {
    SampleArea island =
        level("town").stream().filter(town -> town.name().equals("海永镇")).findFirst().orElseThrow();
    IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(island.boundary());
    int[] component = drawn.components();
    Set<Integer> mainland = new HashSet<>();
    Set<Integer> beyond = new HashSet<>();
    for (int node = 0; node < component.length; node++) {
      boolean there = locator.locate(drawn.nodes.get(node)) != Location.EXTERIOR;
      (there ? beyond : mainland).add(component[node]);
    }
    assertThat(mainland).hasSize(1);
    assertThat(beyond).hasSize(1).doesNotContainAnyElementsOf(mainland);
  }

  @Test
  void everySiteLiesInItsCommunityAndNearAStreet() {
    Map<String, IndexedPointInAreaLocator> locators = new HashMap<>();
    areas.forEach((code, a) -> locators.put(code, new IndexedPointInAreaLocator(a.boundary())));
    for (SampleDemandPoint p : DEMAND) {
      Coordinate at = new Coordinate(p.lon(), p.lat());
      assertThat(locators.get(p.areaCode()).locate(at)).as("%s", p).isEqualTo(Location.INTERIOR);
      assertThat(drawn.hasStreetWithin(p.lon(), p.lat(), 60)).as("%s", p).isTrue();
    }
    for (SampleFacility f : FACILITIES) {
      Coordinate at = new Coordinate(f.lon(), f.lat());
      assertThat(locators.get(f.areaCode()).locate(at)).as("%s", f).isEqualTo(Location.INTERIOR);
      assertThat(drawn.hasStreetWithin(f.lon(), f.lat(), 60)).as("%s", f).isTrue();
    }
  }

  @Test
  void groupsAreNestedAndTheCountyIsOld() {
    double[] sum = new double[12];
    int gaps = 0;
    for (SampleDemandPoint point : DEMAND) {
      double[] c = point.counts();
      assertThat(c).hasSize(SampleDemandPoint.GROUPS.size());
      assertThat(c[0]).isBetween(20.0, 300.0);
      assertThat(c[1]).isBetween(1.0, c[0]);
      gaps += Arrays.stream(c).anyMatch(Double::isNaN) ? 1 : 0;
      if (!Double.isNaN(c[2])) {
        assertThat(c[4]).as("%s", point).isBetween(0.0, c[3]);
        assertThat(c[3]).isLessThanOrEqualTo(c[2]);
        assertThat(c[2]).isLessThanOrEqualTo(c[0]);
        for (int group = 0; group < 12; group++) {
          sum[group] += Double.isNaN(c[group]) ? 0 : c[group];
        }
      }
    }
    assertThat(sum[0]).isBetween(870_000.0, 930_000.0);
    assertThat(sum[2] / sum[0]).isBetween(0.28, 0.32);
    assertThat(sum[3] / sum[0]).isBetween(0.215, 0.245);
    assertThat(sum[4] / sum[0]).isBetween(0.045, 0.06);
    assertThat(gaps / 9_000.0).isBetween(0.02, 0.08);
  }

  @Test
  void villagesAreOlderThanTowns() {
    double[] people = new double[2];
    double[] old = new double[2];
    for (SampleDemandPoint point : DEMAND) {
      int urban = areas.get(point.areaCode()).urban() ? 1 : 0;
      if (!Double.isNaN(point.counts()[2])) {
        people[urban] += point.counts()[0];
        old[urban] += point.counts()[2];
      }
    }
    assertThat(old[0] / people[0]).isGreaterThan(old[1] / people[1] + 0.05);
  }

  @Test
  void areasAddUpTheirPoints() {
    Map<String, double[]> sums = new HashMap<>();
    for (SampleDemandPoint point : DEMAND) {
      for (int digits : new int[] {6, 9, 12}) {
        double[] sum =
            sums.computeIfAbsent(point.areaCode().substring(0, digits), code -> new double[2]);
        sum[0] += point.counts()[0];
        sum[1] += point.counts()[1];
      }
    }
    assertThat(sums.keySet()).isEqualTo(areas.keySet());
    sums.forEach(
        (code, sum) -> {
          assertThat(areas.get(code).residents()).as(code).isEqualTo(sum[0]);
          assertThat(areas.get(code).households()).as(code).isEqualTo(sum[1]);
        });
  }

  @Test
  void stationsLeaveGapsInTheCountryFirst() {
    Set<String> served =
        FACILITIES.stream()
            .filter(f -> f.type().equals("home_care_station"))
            .map(SampleFacility::areaCode)
            .collect(Collectors.toSet());
    assertThat(level("community").stream().filter(a -> served.contains(a.code())).count())
        .isBetween(50L, 67L);
    assertThat(level("village").stream().filter(a -> served.contains(a.code())).count())
        .isBetween(104L, 162L);
    Map<String, Long> perType =
        FACILITIES.stream()
            .collect(Collectors.groupingBy(SampleFacility::type, Collectors.counting()));
    assertThat(perType).hasSize(15);
    assertThat(
            FACILITIES.stream()
                .filter(f -> f.type().equals("care_centre"))
                .map(f -> f.areaCode().substring(0, 9))
                .distinct())
        .hasSize(13);
  }

  @Test
  void facilitiesAreFictitiousButWellFormed() throws Exception {
    Set<String> statuses = new HashSet<>();
    for (SampleFacility f : FACILITIES) {
      statuses.add(f.status());
      assertThat(f.phone() == null || f.phone().matches("0513-555-\\d{4}")).as(f.phone()).isTrue();
      assertThat(f.name()).contains(areas.get(f.areaCode().substring(0, 9)).name());
      if (f.beds() != null && f.nursingBeds() != null) {
        assertThat(f.nursingBeds()).isBetween(0, f.beds());
      }
      if (f.openingHours() != null) {
        byte[] hours = f.openingHours().getBytes(StandardCharsets.UTF_8);
        assertThat(new OpeningHoursParser(new ByteArrayInputStream(hours)).rules(true))
            .isNotEmpty();
      }
    }
    assertThat(statuses).containsExactlyInAnyOrder("operating", "planned", "building", "closed");
  }

  @Test
  void theSameSeedDrawsTheSameCountyToTheLastBit() throws Exception {
    String again = fingerprint(SampleCounty.of(SampleOptions.standard()));
    assertThat(fingerprint(county)).isEqualTo(again);
    SampleOptions standard = SampleOptions.standard();
    SampleOptions other =
        new SampleOptions(
            7, standard.streetNodes(), standard.demandPoints(), standard.facilities());
    assertThat(fingerprint(SampleCounty.of(other))).isNotEqualTo(again);
  }

  /**
   * Pinned, so that benchmarks on two machines mean the same county. A deliberate change of the
   * generator changes the number; the same result was seen on JDK 17 and 25, compiled and
   * interpreted.
   */
  @Test
  void everyMachineDrawsTheSameCounty() {
    long[] hash = {17};
    drawn.nodes.forEach(node -> hash[0] = 31 * (31 * hash[0] + bits(node.x)) + bits(node.y));
    drawn.edges.forEach(edge -> hash[0] = 31 * (31 * hash[0] + edge.from()) + edge.to());
    for (SampleDemandPoint point : DEMAND) {
      hash[0] = 31 * (31 * hash[0] + bits(point.lon())) + bits(point.lat());
      for (double count : point.counts()) {
        hash[0] = 31 * hash[0] + bits(count);
      }
    }
    assertThat(hash[0]).isEqualTo(2827189566533530465L);
  }

  private static long bits(double value) {
    return Double.doubleToLongBits(value);
  }

  private static String fingerprint(SampleCounty sample) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    StringBuilder text = new StringBuilder();
    Drawn streets = Drawn.of(sample);
    streets.nodes.forEach(node -> text.append(node.x).append(' ').append(node.y).append('\n'));
    streets.edges.forEach(edge -> text.append(edge).append('\n'));
    sample.areas().forEach(area -> text.append(area).append('\n'));
    sample.facilities(facility -> text.append(facility).append('\n'));
    sample.demand(
        point ->
            text.append(point.externalId())
                .append(point.lon())
                .append(point.lat())
                .append(point.areaCode())
                .append(Arrays.toString(point.counts())));
    sample.background().forEach(water -> text.append(water).append('\n'));
    return HexFormat.of()
        .formatHex(digest.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void sizesOutOfRangeAreNamed() {
    assertThatThrownBy(() -> new SampleOptions(1, 19_999, 9_000, 700))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("streetNodes 19999 is not in 20000..2000000");
    assertThatThrownBy(() -> SampleOptions.ofScale(1, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("scale NaN is not in 0.5..25");
  }

  @Test
  void smallCountiesCanBeDrawnToo() {
    for (long seed = 1; seed <= 6; seed++) {
      SampleCounty small = SampleCounty.of(new SampleOptions(seed, 20_000, 3_000, 300));
      int nodes = Drawn.of(small).nodes.size();
      assertThat(nodes).as("seed %d", seed).isBetween(18_000, 22_000);
      assertThat(small.areas()).as("seed %d", seed).hasSize(1 + 13 + 68 + 231);
    }
  }

  @Test
  @Tag("slow")
  void aMillionNodesTakeLessThanHalfAMinute() {
    // Time of this thread only: other programs on the machine do not count.
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    SampleCounty large = SampleCounty.of(SampleOptions.forStreetNodes(1_000_000));
    double seconds = (threads.getCurrentThreadCpuTime() - start) / 1e9;
    int[] counts = new int[3];
    large.streets(
        new StreetSink() {
          @Override
          public int addNode(double lon, double lat) {
            return counts[0]++;
          }

          @Override
          public void addEdge(int from, int to, double[] inner, Road road, String name) {}
        });
    large.demand(point -> counts[1]++);
    large.facilities(facility -> counts[2]++);
    assertThat(counts[0]).isBetween(900_000, 1_100_000);
    assertThat(counts[1]).isEqualTo(500_000);
    assertThat(counts[2]).isEqualTo(2_000);
    assertThat(seconds).isLessThan(30);
  }
}
