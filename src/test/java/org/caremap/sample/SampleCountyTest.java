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
import org.locationtech.jts.geom.Geometry;
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

  /**
   * The community or village around the estate or natural village where it stands, or that itself.
   */
  private static String community(SampleFacility f) {
    return f.areaCode().substring(0, 12);
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
    areas.values().stream()
        .filter(a -> a.boundary() != null)
        .forEach(a -> locators.put(a.code(), new IndexedPointInAreaLocator(a.boundary())));
    for (SampleDemandPoint p : DEMAND) {
      Coordinate at = new Coordinate(p.lon(), p.lat());
      assertThat(locators.get(p.areaCode()).locate(at)).as("%s", p).isEqualTo(Location.INTERIOR);
      assertThat(drawn.hasStreetWithin(p.lon(), p.lat(), 60)).as("%s", p).isTrue();
    }
    for (SampleFacility f : FACILITIES) {
      Coordinate at = new Coordinate(f.lon(), f.lat());
      assertThat(locators.get(community(f)).locate(at)).as("%s", f).isEqualTo(Location.INTERIOR);
      assertThat(drawn.hasStreetWithin(f.lon(), f.lat(), 60)).as("%s", f).isTrue();
    }
  }

  @Test
  void candidatesLieInTheirCommunityAndNearAStreet() {
    List<SampleCandidate> candidates = county.candidates();
    assertThat(candidates.stream().filter(c -> !c.communityBuilding())).hasSize(60);
    assertThat(candidates.stream().filter(SampleCandidate::communityBuilding)).hasSize(20);
    assertThat(candidates.stream().map(SampleCandidate::externalId).distinct()).hasSize(80);
    assertThat(candidates.stream().map(SampleCandidate::areaCode).distinct())
        .as("spread over the county")
        .hasSize(80);
    Set<String> types = FACILITIES.stream().map(SampleFacility::type).collect(Collectors.toSet());
    for (SampleCandidate c : candidates) {
      SampleArea area = areas.get(c.areaCode());
      assertThat(
              new IndexedPointInAreaLocator(area.boundary())
                  .locate(new Coordinate(c.lon(), c.lat())))
          .as("%s", c)
          .isEqualTo(Location.INTERIOR);
      assertThat(drawn.hasStreetWithin(c.lon(), c.lat(), 60)).as("%s", c).isTrue();
      assertThat(c.name()).contains(area.name());
      assertThat(types).containsAll(c.types());
      assertThat(c.types()).isSorted();
      if (c.costYuan() != null) {
        assertThat(c.costYuan()).as("%s", c).isBetween(20_000.0, 5_000_000.0);
        assertThat(c.costYuan() % 1_000).isZero();
      }
    }
    assertThat(candidates.stream().filter(SampleCandidate::available).count()).isBetween(66L, 79L);
    assertThat(candidates.stream().filter(c -> c.costYuan() == null).count()).isBetween(2L, 20L);
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
    assertThat(sums.keySet())
        .isEqualTo(
            areas.keySet().stream()
                .filter(code -> !code.contains("-"))
                .collect(Collectors.toSet()));
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
            .map(SampleCountyTest::community)
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
  void threeOfTheThirteenAreStreets() {
    assertThat(level("street").stream().map(SampleArea::name))
        .containsExactly("海门高新区", "开发区", "三厂工业园区");
    assertThat(level("town")).hasSize(10);
    assertThat(areas.get("320684").facts().regionalProvision()).isTrue();
  }

  @Test
  void everyUrbanCommunityHasEstatesWithinItsHouseholds() {
    Map<String, List<SampleArea>> parts =
        county.areas().stream()
            .filter(a -> a.level().equals("estate") || a.level().equals("natural_village"))
            .collect(Collectors.groupingBy(SampleArea::parentCode));
    for (SampleArea community : level("community")) {
      assertThat(parts.get(community.code())).as(community.name()).hasSizeBetween(3, 8);
    }
    Map<String, Integer> ages = new HashMap<>();
    int[] unknown = new int[1];
    parts.forEach(
        (code, list) -> {
          double sum = 0;
          Set<String> names = new HashSet<>();
          for (SampleArea part : list) {
            assertThat(part.boundary()).isNull();
            assertThat(names.add(part.name())).as(part.name()).isTrue();
            assertThat(part.level())
                .isEqualTo(areas.get(code).urban() ? "estate" : "natural_village");
            ages.merge(part.level() + " " + part.facts().estateAge(), 1, Integer::sum);
            sum += part.households() == null ? 0 : part.households();
            unknown[0] += part.households() == null ? 1 : 0;
          }
          assertThat(sum).as(code).isLessThanOrEqualTo(areas.get(code).households());
        });
    assertThat(ages.keySet())
        .containsExactlyInAnyOrder(
            "estate new", "estate old", "estate null", "natural_village null");
    assertThat(unknown[0]).isBetween(5, 40);
    assertThat(ages.get("estate new")).isGreaterThan(80);
    assertThat(ages.get("estate old")).isGreaterThan(120);
  }

  @Test
  void boughtServicesReachLessThanATenthOfTheElders() {
    Map<String, Double> elders = new HashMap<>();
    for (SampleDemandPoint point : DEMAND) {
      elders.merge(point.areaCode(), point.counts()[2], Double::sum);
    }
    int unknown = 0;
    for (SampleArea area : areas.values()) {
      if (!area.level().equals("community") && !area.level().equals("village")) {
        continue;
      }
      double people = elders.get(area.code());
      for (Double served :
          Arrays.asList(
              area.facts().purchasedServiceElders(), area.facts().emergencyCallElders())) {
        if (served == null) {
          unknown++;
        } else if (!Double.isNaN(people)) {
          assertThat(served).as(area.name()).isBetween(0.08 * people - 0.5, 0.1 * people + 0.5);
        }
      }
    }
    assertThat(unknown).isBetween(4, 30);
  }

  @Test
  void whatStandardsAskIsPlausibleAndSometimesUnknown() {
    Map<String, double[]> shares = new HashMap<>();
    Map<Integer, Integer> years = new HashMap<>();
    Map<String, Integer> ledBy = new HashMap<>();
    Set<String> centres =
        FACILITIES.stream()
            .filter(f -> f.type().equals("care_centre"))
            .map(SampleFacility::externalId)
            .collect(Collectors.toSet());
    int ledUrban = 0;
    int urbanStations = 0;
    int[] unknown = new int[6];
    for (SampleFacility f : FACILITIES) {
      SampleStanding s = f.standing();
      boolean urban = areas.get(f.areaCode()).urban();
      if (Set.of("clinic", "hospital", "supermarket").contains(f.type())) {
        continue;
      }
      boolean open = f.status().equals("operating");
      String where = urban ? "urban " : "rural ";
      share(shares, where + "social", s.sociallyRun());
      unknown[0] += s.sociallyRun() == null ? 1 : 0;
      unknown[1] += s.medicalCare() == null ? 1 : 0;
      unknown[2] += open && s.openedOn() == null ? 1 : 0;
      unknown[3] += s.meetsStandard() == null ? 1 : 0;
      unknown[4] += s.landAreaSquareMeters() == null ? 1 : 0;
      unknown[5] += s.demonstrationSite() == null ? 1 : 0;
      if (s.openedOn() != null) {
        assertThat(f.status()).isIn("operating", "closed");
        years.merge(s.openedOn().getYear(), 1, Integer::sum);
        assertThat(f.lastVerified() == null || !s.openedOn().isAfter(f.lastVerified())).isTrue();
      }
      if (s.residents() != null) {
        int free = f.freePlaces() == null || s.residents() < 20 ? 0 : f.freePlaces();
        assertThat(s.residents()).as(f.name()).isPositive();
        assertThat(f.beds() == null || s.residents() + free <= f.beds()).as(f.name()).isTrue();
      }
      if (f.operator() != null && f.operator().endsWith("自营")) {
        assertThat(s.sociallyRun()).as(f.name()).isNotEqualTo(true);
      }
      if (f.type().equals("home_care_station")) {
        share(shares, where + "standard", s.meetsStandard());
        urbanStations += urban ? 1 : 0;
        ledUrban += urban && s.leadingCentre() != null ? 1 : 0;
      }
      if (s.leadingCentre() != null) {
        assertThat(centres).contains(s.leadingCentre());
        ledBy.merge(s.leadingCentre(), 1, Integer::sum);
      }
    }
    assertThat(mean(shares, "urban social")).isBetween(0.8, 0.9);
    assertThat(mean(shares, "rural social")).isBetween(0.43, 0.57);
    assertThat(mean(shares, "urban standard")).isBetween(0.75, 0.95);
    assertThat(mean(shares, "rural standard")).isBetween(0.55, 0.75);
    assertThat(years.keySet()).allMatch(year -> year >= 2012 && year <= 2025);
    assertThat(years.get(2019)).isGreaterThan(4 * years.get(2013));
    assertThat(ledUrban).isGreaterThan(urbanStations * 3 / 4);
    assertThat(ledBy.values()).allMatch(count -> count <= 12);
    assertThat(ledBy.values().stream().filter(count -> count >= 8).count()).isGreaterThan(5);
    for (int i = 0; i < 6; i++) {
      assertThat(unknown[i]).as("unknown of field %d", i).isPositive();
    }
  }

  private static void share(Map<String, double[]> shares, String key, Boolean value) {
    if (value != null) {
      double[] sum = shares.computeIfAbsent(key, k -> new double[2]);
      sum[0] += value ? 1 : 0;
      sum[1]++;
    }
  }

  private static double mean(Map<String, double[]> shares, String key) {
    return shares.get(key)[0] / shares.get(key)[1];
  }

  @Test
  void someRuralHomesAreSmall() {
    List<Integer> residents =
        FACILITIES.stream()
            .filter(f -> f.type().equals("care_home") && !areas.get(f.areaCode()).urban())
            .map(f -> f.standing().residents())
            .filter(count -> count != null)
            .toList();
    assertThat(residents.stream().filter(count -> count < 10).count()).isGreaterThanOrEqualTo(2);
    assertThat(residents.stream().filter(count -> count >= 10 && count < 20).count())
        .isGreaterThanOrEqualTo(1);
    assertThat(residents.stream().filter(count -> count >= 20).count()).isGreaterThanOrEqualTo(1);
    assertThat(FACILITIES.stream().filter(f -> f.areaCode().contains("-")).count())
        .isGreaterThan(20);
  }

  /** Adjoining: the outlines of their communities share a border. */
  @Test
  void oneCompanyRunsFiveDayCareCentresSideBySide() {
    Map<String, List<SampleFacility>> byOperator =
        FACILITIES.stream()
            .filter(f -> f.type().equals("day_care_centre") && f.status().equals("operating"))
            .filter(f -> f.operator() != null)
            .collect(Collectors.groupingBy(SampleFacility::operator));
    List<String> large =
        byOperator.keySet().stream().filter(op -> byOperator.get(op).size() >= 5).toList();
    assertThat(large).containsExactly("福寿康养老服务公司");
    List<SampleFacility> own = new ArrayList<>(byOperator.get(large.get(0)));
    List<SampleFacility> group = new ArrayList<>(List.of(own.remove(0)));
    int largest = 0;
    for (int i = 0; ; i++) {
      if (i == group.size()) {
        largest = Math.max(largest, group.size());
        if (own.isEmpty()) {
          break;
        }
        group = new ArrayList<>(List.of(own.remove(0)));
        i = 0;
      }
      Geometry outline = areas.get(community(group.get(i))).boundary();
      for (SampleFacility other : List.copyOf(own)) {
        if (areas.get(community(other)).boundary().intersection(outline).getLength() > 0) {
          own.remove(other);
          group.add(other);
        }
      }
    }
    assertThat(largest).isGreaterThanOrEqualTo(5);
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
      assertThat(small.areas().stream().filter(area -> area.code().length() <= 12))
          .as("seed %d", seed)
          .hasSize(1 + 13 + 68 + 231);
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
