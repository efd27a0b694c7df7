package org.caremap.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

/** Service areas and a provider's reach in the hand-drawn town. */
abstract class TownCircles extends TownWalks {
  /** 266.7 m: D9 (22 m), D2 (222 m) and D4 (245 m) arrive at F1; D1 (400 m) does not. */
  private static final String FIVE_MINUTES = "minutes=5&speedKmh=3.2";

  private static final Set<String> ARRIVE_IN_FIVE = Set.of("D2", "D4", "D9");

  /** 533.3 m: D1 (400 m) and D3 (467 m) too; D7 (656 m) does not. */
  private static final Set<String> ARRIVE_IN_TEN = Set.of("D1", "D2", "D3", "D4", "D9");

  private static void assertDrawnAsCounted(JsonNode feature, Set<String> arriving) {
    assertThat(feature.get("type").asText()).isEqualTo("Feature");
    assertThat(feature.at("/geometry/type").asText()).isEqualTo("MultiPolygon");
    Geometry shape = Ground.polygon(feature.get("geometry"));
    double tolerance = feature.at("/properties/toleranceMeters").asDouble();
    assertThat(tolerance).isBetween(0.0, 30.0);
    Town.DEMAND_PLACES.forEach(
        (id, place) -> {
          if (arriving.contains(id)) {
            assertThat(Ground.metersOutside(shape, place))
                .as("metres of %s outside", id)
                .isLessThanOrEqualTo(tolerance + 0.1);
          } else {
            assertThat(Ground.contains(shape, place)).as("%s inside", id).isFalse();
          }
        });
  }

  @Test
  void aFacilityHasItsServiceArea() {
    JsonNode feature = Api.walk("/api/v1/facilities/F1/service-area?" + FIVE_MINUTES);
    JsonNode properties = feature.get("properties");
    assertThat(properties.get("minutes").asDouble()).isEqualTo(5);
    assertThat(properties.get("method").asText()).isEqualTo("network");
    assertThat(properties.get("speedKmh").asDouble()).isCloseTo(3.2, within(1e-9));
    // D4's people of 60 and over are unknown, its residents are not.
    assertThat(properties.at("/reached/age60").asDouble()).isCloseTo(23, within(1e-6));
    assertThat(properties.at("/reached/age65").asDouble()).isCloseTo(47, within(1e-6));
    assertThat(properties.at("/reached/residents").asDouble()).isCloseTo(630, within(1e-6));
    assertThat(properties.at("/reached").has("dementia")).isTrue();
    assertThat(properties.at("/reached/dementia").isNull()).as("nothing is known").isTrue();
    assertDrawnAsCounted(feature, ARRIVE_IN_FIVE);
  }

  @Test
  void internalAndExternalIdsAnswerAlike() {
    String id = Api.get("/api/v1/facilities/F1").at("/properties/id").asText();
    assertThat(id).isNotEqualTo("F1");
    assertThat(Api.walk("/api/v1/facilities/" + id + "/service-area?" + FIVE_MINUTES))
        .isEqualTo(Api.walk("/api/v1/facilities/F1/service-area?" + FIVE_MINUTES));
    assertThat(Api.get("/api/v1/facilities/" + id)).isEqualTo(Api.get("/api/v1/facilities/F1"));
  }

  @Test
  void aPlaceHasTheServiceAreaOfAFacilityThere() {
    JsonNode place = Api.walk("/api/v1/service-area?lon=121.004&lat=31.8998&" + FIVE_MINUTES);
    JsonNode facility = Api.walk("/api/v1/facilities/F1/service-area?" + FIVE_MINUTES);
    assertThat(place.at("/properties/reached")).isEqualTo(facility.at("/properties/reached"));
    assertThat(place.get("geometry")).isEqualTo(facility.get("geometry"));
  }

  @Test
  void repeatedMinutesAreNestedBands() {
    JsonNode bands =
        Api.walk("/api/v1/facilities/F1/service-area?minutes=10&minutes=5&speedKmh=3.2");
    assertThat(bands.get("type").asText()).isEqualTo("FeatureCollection");
    List<Double> minutes = new ArrayList<>();
    bands.get("features").forEach(f -> minutes.add(f.at("/properties/minutes").asDouble()));
    assertThat(minutes).containsExactlyInAnyOrder(5.0, 10.0);
    JsonNode shorter = bands.get("features").get(minutes.indexOf(5.0));
    JsonNode longer = bands.get("features").get(minutes.indexOf(10.0));
    assertDrawnAsCounted(shorter, ARRIVE_IN_FIVE);
    assertDrawnAsCounted(longer, ARRIVE_IN_TEN);
    assertThat(longer.at("/properties/reached/age60").asDouble()).isCloseTo(63.5, within(1e-6));
    Geometry inner = Ground.polygon(shorter.get("geometry"));
    Geometry outer = Ground.polygon(longer.get("geometry"));
    assertThat(inner.difference(outer).getArea()).isLessThan(inner.getArea() * 1e-3);
    assertThat(outer.getArea()).isGreaterThan(inner.getArea());
  }

  @Test
  void aServiceAreaIsFromWherePeopleArrive() {
    // From 3 to F7, at 2, people cannot take the lane: 634 m instead of 189 m.
    JsonNode feature = Api.walk("/api/v1/facilities/F7/service-area?minutes=10&speedKmh=3.2");
    assertThat(
            Ground.contains(Ground.polygon(feature.get("geometry")), Town.DEMAND_PLACES.get("D9")))
        .isFalse();
    // D1 189 m, D2 11 m, D7 445 m, D4 411 m over the steps; D3 634 m does not.
    assertDrawnAsCounted(feature, Set.of("D1", "D2", "D4", "D7"));
    assertThat(feature.at("/properties/reached/age60").asDouble()).isCloseTo(42.75, within(1e-6));
    JsonNode stepFree =
        Api.walk("/api/v1/facilities/F7/service-area?minutes=10&speedKmh=3.2&profile=step-free");
    // Without the steps D4 walks 6, 9, 8, 5, 2: 856 m.
    assertDrawnAsCounted(stepFree, Set.of("D1", "D2", "D7"));
    assertThat(stepFree.at("/properties/reached/residents").asDouble())
        .isCloseTo(425, within(1e-6));
  }

  @Test
  void theFarBankIsNotInside() {
    // 60 minutes: by the crow's flight the island would be inside.
    JsonNode feature = Api.walk("/api/v1/facilities/F1/service-area?minutes=60&speedKmh=3.2");
    assertDrawnAsCounted(feature, Set.of("D1", "D2", "D3", "D4", "D7", "D9"));
    JsonNode island = Api.walk("/api/v1/facilities/F6/service-area?minutes=60&speedKmh=3.2");
    assertDrawnAsCounted(island, Set.of("D5", "D8"));
  }

  @Test
  void aFacilityFarFromEveryStreetReachesNobody() {
    JsonNode feature = Api.walk("/api/v1/facilities/F8/service-area?minutes=60");
    assertThat(feature.at("/properties/reached/residents").asDouble()).isZero();
    assertThat(feature.at("/properties/reached/age60").asDouble()).isZero();
    Geometry shape = Ground.polygon(feature.get("geometry"));
    Town.DEMAND_PLACES.forEach(
        (id, place) -> assertThat(Ground.contains(shape, place)).as(id).isFalse());
  }

  @Test
  void aProviderSeesWhomOthersReachToo() {
    JsonNode reach = Api.walk("/api/v1/facilities/F1/reach?minutes=10&speedKmh=3.2");
    assertThat(reach.at("/reached/age60").asDouble()).isCloseTo(63.5, within(1e-6));
    assertThat(reach.at("/reached/residents").asDouble()).isCloseTo(1030, within(1e-6));
    // F2 is reached by D3 (305 m) and D4 (528 m), too.
    assertThat(reach.at("/alsoReachOther/age60").asDouble()).isCloseTo(30, within(1e-6));
    assertThat(reach.at("/alsoReachOther/residents").asDouble()).isCloseTo(700, within(1e-6));
    assertThat(reach.at("/onlyThis/age60").asDouble()).isCloseTo(33.5, within(1e-6));
    assertThat(reach.at("/onlyThis/residents").asDouble()).isCloseTo(330, within(1e-6));
    // D7, at 656 m, would arrive in 15 minutes.
    assertThat(reach.at("/justOutside/minutes").asDouble()).isEqualTo(5);
    assertThat(reach.at("/justOutside/counts/age60").asDouble()).isCloseTo(12.25, within(1e-6));
    assertThat(reach.at("/overlaps").size()).isEqualTo(1);
    assertThat(reach.at("/overlaps/0/facility/externalId").asText()).isEqualTo("F2");
    assertThat(reach.at("/overlaps/0/sharedDemand/age60").asDouble()).isCloseTo(30, within(1e-6));
  }
}
