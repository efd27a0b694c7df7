package org.caremap.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.caremap.api.Ground.Place;
import org.caremap.osm.OsmStreets;
import org.caremap.testing.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;

/** The real case end to end, beside an independent computation from the published files. */
abstract class StirlingSuite extends OnceLoaded {
  private static final String QUESTION = "&minutes=15&speedKmh=3.2&group=age65";
  private static final double BUDGET_METERS = 800;

  // Nearer to the cut-off than this the oracle's own rounding decides.
  private static final double DOUBT_METERS = 0.5;

  private List<Map<String, String>> services;
  private List<Map<String, String>> points;
  private List<Place> pointPlaces;
  private double[] age65;
  private WalkOracle oracle;
  private JsonNode facilitiesReport;
  private JsonNode demandReport;

  @Override
  void load() {
    Path streets = SharedData.file("stirling/stirling-2022-06-26.osm.pbf");
    Path servicesFile = SharedData.file("stirling/care-services-2022-06-30.csv");
    Path pointsFile = SharedData.file("stirling/population-points-2018.csv");
    Upload.of("streets", streets).imported();
    facilitiesReport =
        Upload.of("facilities", servicesFile).mapping("stirling-facilities.yaml").imported();
    demandReport = Upload.of("demand", pointsFile).mapping("stirling-demand.yaml").imported();
    services = inExtract(servicesFile);
    points = inExtract(pointsFile);
    pointPlaces = points.stream().map(StirlingSuite::place).toList();
    age65 = points.stream().mapToDouble(p -> number(p, "age_65_plus")).toArray();
    try {
      oracle = new WalkOracle(OsmStreets.read(streets).graph());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Map<String, String>> inExtract(Path file) {
    return CsvLines.read(file).stream()
        .filter(row -> row.get("in_street_extract").equals("1"))
        .toList();
  }

  private static Place place(Map<String, String> row) {
    return new Place(number(row, "lon"), number(row, "lat"));
  }

  private static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.get(column));
  }

  private List<Map<String, String>> ofType(String type) {
    return services.stream()
        .filter(
            s ->
                type.equals("care_home")
                    ? s.get("CareService").equals("Care Home Service")
                        && s.get("Subtype").equals("Older People")
                    : s.get("CareService").equals("Support Service"))
        .toList();
  }

  private static double[] nearest(double[][] metersOfFacilities) {
    double[] nearest = metersOfFacilities[0].clone();
    for (double[] meters : metersOfFacilities) {
      for (int i = 0; i < nearest.length; i++) {
        nearest[i] = Math.min(nearest[i], meters[i]);
      }
    }
    return nearest;
  }

  private double within(double[] meters, double budget) {
    double sum = 0;
    for (int i = 0; i < meters.length; i++) {
      sum += meters[i] <= budget ? age65[i] : 0;
    }
    return sum;
  }

  private double[] straightMeters(String type) {
    return pointPlaces.stream()
        .mapToDouble(
            p -> ofType(type).stream().mapToDouble(s -> place(s).metersTo(p)).min().orElseThrow())
        .toArray();
  }

  private static JsonNode total(String type, String rest) {
    return Api.get("/api/v1/coverage?type=" + type + QUESTION + rest).get("total");
  }

  @Test
  void theMappingsTakeExactlyTheRowsThatTheyPromise() {
    int homes = ofType("care_home").size();
    int stations = ofType("home_care_station").size();
    assertThat(homes).isPositive();
    assertThat(facilitiesReport.get("created").asInt()).isEqualTo(homes + stations);
    assertThat(facilitiesReport.get("read").asInt())
        .isEqualTo(CsvLines.read(SharedData.file("stirling/care-services-2022-06-30.csv")).size());
    assertThat(facilitiesReport.get("skipped").asInt())
        .isEqualTo(facilitiesReport.get("read").asInt() - homes - stations);
    assertThat(demandReport.get("created").asInt()).isEqualTo(points.size());
    JsonNode counts = Api.loaded().get("counts");
    assertThat(counts.get("facilities").asInt()).isEqualTo(homes + stations);
    assertThat(counts.get("demandPoints").asInt()).isEqualTo(points.size());
    for (String type : List.of("care_home", "home_care_station")) {
      for (Map<String, String> row : ofType(type)) {
        JsonNode feature = Api.get("/api/v1/facilities/" + row.get("CSNumber"));
        assertThat(feature.at("/properties/type").asText()).isEqualTo(type);
        assertThat(feature.at("/properties/name").asText())
            .isEqualTo(row.get("ServiceName").strip());
        assertThat(Ground.place(feature.at("/geometry/coordinates"))).isEqualTo(place(row));
        if (!row.get("TotalBeds").isBlank()) {
          assertThat(feature.at("/properties/beds").asInt())
              .isEqualTo((int) number(row, "TotalBeds"));
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Port Street, street, Port Street, exact",
    "port stret, street, Port Street, typo",
    "Bridge of Allan, place, Bridge of Allan, exact",
    "stirlng, place, Stirling, typo",
    "14 port street, address, 14 Port Street, exact",
    "Port Street 14, address, 14 Port Street, exact",
    // Nobody has mapped these: 63 is the highest known, 14 the nearest to 10.
    "Port Street 999, address, 63 Port Street, name",
    "10 Port Street, address, 14 Port Street, name",
  })
  void placesAreFoundByName(String typed, String kind, String name, String match)
      throws InterruptedException {
    // The index is renewed behind the answers.
    JsonNode results = SearchSuite.search(typed, "kind", kind);
    for (int i = 0; i < 600 && results.isEmpty(); i++) {
      Thread.sleep(100);
      results = SearchSuite.search(typed, "kind", kind);
    }
    JsonNode first = results.get(0);
    assertThat(first.get("name").asText()).isEqualTo(name);
    assertThat(first.get("match").asText()).isEqualTo(match);
    assertThat(first.get("lon").asDouble()).isBetween(-4.0, -3.85);
    assertThat(first.get("lat").asDouble()).isBetween(56.05, 56.2);
  }

  @Test
  void everyServiceIsFoundByName() {
    for (JsonNode feature : Api.get("/api/v1/facilities?limit=10000").get("features")) {
      String name = feature.at("/properties/name").asText();
      List<String> ids = new java.util.ArrayList<>();
      SearchSuite.search(name, "kind", "facility").forEach(r -> ids.add(r.get("id").asText()));
      assertThat(ids).as(name).contains(feature.get("id").asText());
    }
  }

  @Test
  void loadingAgainChangesNothing() {
    JsonNode before = Api.loaded();
    JsonNode report =
        Upload.of("demand", SharedData.file("stirling/population-points-2018.csv"))
            .mapping("stirling-demand.yaml")
            .imported();
    assertThat(report.get("unchanged").asInt()).isEqualTo(points.size());
    report =
        Upload.of("facilities", SharedData.file("stirling/care-services-2022-06-30.csv"))
            .mapping("stirling-facilities.yaml")
            .imported();
    assertThat(report.get("updated").asInt()).isZero();
    assertThat(report.get("created").asInt()).isZero();
    report =
        Upload.of("streets", SharedData.file("stirling/stirling-2022-06-26.osm.pbf")).imported();
    assertThat(report.get("created").asInt()).isZero();
    assertThat(Api.loaded()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"care_home", "home_care_station"})
  void coverageAgreesWithTheOracle(String type) {
    JsonNode total = total(type, "");
    double demand = within(new double[age65.length], 0);
    assertThat(total.get("demand").asDouble()).isCloseTo(demand, within(1e-3));
    assertThat(total.get("unknownPoints").asInt()).isZero();
    List<Place> places = ofType(type).stream().map(StirlingSuite::place).toList();
    double[] meters = nearest(oracle.metersTo(places, pointPlaces));
    double covered = within(meters, BUDGET_METERS);
    double reachable = within(meters, Double.MAX_VALUE);
    System.out.printf(
        "Stirling %s: demand %.4f, covered %.4f, oracle %.4f, unreachable %s, oracle %.4f%n",
        type,
        demand,
        total.get("covered").asDouble(),
        covered,
        total.get("unreachable"),
        demand - reachable);
    assertThat(total.get("covered").asDouble()).isCloseTo(covered, within(0.005 * covered));
    assertThat(total.get("unreachable").asDouble())
        .isCloseTo(demand - reachable, within(0.005 * demand));
    assertThat(total.get("coveredShare").asDouble())
        .isCloseTo(total.get("covered").asDouble() / demand, within(1e-5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"care_home", "home_care_station"})
  void straightLinesAreExactAndPromiseMore(String type) {
    double[] straight = straightMeters(type);
    double crow = within(straight, BUDGET_METERS);
    double detour = within(straight, BUDGET_METERS / 1.3);
    double network = total(type, "").get("covered").asDouble();
    System.out.printf(
        "Stirling %s: network %.4f, straight line %.4f, without detour %.4f%n",
        type, network, detour, crow);
    JsonNode byDetour = total(type, "&straightLine=true");
    assertThat(byDetour.get("covered").asDouble()).isCloseTo(detour, within(1e-3));
    assertThat(byDetour.get("unreachable").asDouble()).isZero();
    assertThat(total(type, "&straightLine=true&detour=1").get("covered").asDouble())
        .isCloseTo(crow, within(1e-3));
    assertThat(network).isLessThan(detour).isLessThan(crow);
  }

  @Test
  void areasAddUpToTheTotal() {
    JsonNode answer = Api.get("/api/v1/coverage?type=care_home" + QUESTION);
    for (String number : List.of("demand", "covered", "uncovered", "unreachable")) {
      double sum = 0;
      for (JsonNode area : answer.get("areas")) {
        sum += area.get(number).asDouble();
      }
      assertThat(sum).as(number).isCloseTo(answer.at("/total/" + number).asDouble(), within(1e-3));
    }
    assertThat(answer.get("areas").size())
        .isEqualTo((int) points.stream().map(p -> p.get("datazone")).distinct().count());
  }

  @Test
  void gapsAddUpToTheUncovered() {
    JsonNode gaps = Api.get("/api/v1/gaps?type=care_home" + QUESTION).get("features");
    double sum = 0;
    double before = Double.MAX_VALUE;
    for (JsonNode gap : gaps) {
      double demand = gap.at("/properties/demand").asDouble();
      assertThat(demand).isPositive().isLessThanOrEqualTo(before);
      before = demand;
      sum += demand;
      JsonNode seconds = gap.at("/properties/nearestSeconds");
      assertThat(seconds.isNull() || seconds.asLong() > 900).as(seconds.toString()).isTrue();
    }
    assertThat(sum).isCloseTo(total("care_home", "").get("uncovered").asDouble(), within(1e-3));
  }

  @Test
  void serviceAreasShowWhomTheyCount() {
    List<Map<String, String>> homes = ofType("care_home");
    double[][] meters =
        oracle.metersTo(homes.stream().map(StirlingSuite::place).toList(), pointPlaces);
    for (int h = 0; h < homes.size(); h++) {
      String id = homes.get(h).get("CSNumber");
      JsonNode feature =
          Api.get("/api/v1/facilities/" + id + "/service-area?minutes=15&speedKmh=3.2");
      double tolerance = feature.at("/properties/toleranceMeters").asDouble();
      assertThat(tolerance).isLessThanOrEqualTo(30);
      double sure = within(meters[h], BUDGET_METERS - DOUBT_METERS);
      double perhaps = within(meters[h], BUDGET_METERS + DOUBT_METERS);
      double reached = feature.at("/properties/reached/age65").asDouble();
      assertThat(reached).as("reached of %s", id).isBetween(sure - 1e-3, perhaps + 1e-3);
      Geometry shape = Ground.polygon(feature.get("geometry"));
      for (int i = 0; i < meters[h].length; i++) {
        String who = points.get(i).get("postcode") + " for " + id + " at " + meters[h][i] + " m";
        if (meters[h][i] > BUDGET_METERS + DOUBT_METERS) {
          assertThat(Ground.contains(shape, pointPlaces.get(i))).as(who + " inside").isFalse();
        } else if (meters[h][i] < BUDGET_METERS - DOUBT_METERS) {
          assertThat(Ground.metersOutside(shape, pointPlaces.get(i)))
              .as("metres outside of " + who)
              .isLessThanOrEqualTo(tolerance + 0.1);
        }
      }
    }
  }

  private static org.assertj.core.data.Offset<Double> within(double offset) {
    return org.assertj.core.api.Assertions.within(offset);
  }
}
