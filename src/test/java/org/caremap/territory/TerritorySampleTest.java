package org.caremap.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.caremap.area.Area;
import org.caremap.area.AreaLocator;
import org.caremap.area.AreaTree;
import org.caremap.core.graph.EdgeSnapper;
import org.caremap.core.graph.StreetGraph;
import org.caremap.core.routing.ProfileRules;
import org.caremap.core.routing.Trip;
import org.caremap.core.routing.WalkingProfile;
import org.caremap.coverage.CareSnapshot;
import org.caremap.coverage.Walker;
import org.caremap.facility.Facility;
import org.caremap.facility.FacilityCatalog;
import org.caremap.facility.FacilityDetails;
import org.caremap.imports.SampleData;
import org.caremap.ledger.RunInputs;
import org.caremap.population.DemandGroup;
import org.caremap.population.DemandPoint;
import org.caremap.population.DemandPoints;
import org.caremap.sample.SampleCounty;
import org.caremap.sample.SampleOptions;
import org.caremap.streets.StreetNetwork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Territories of the sample county: in one piece, even, near, the same every time. */
class TerritorySampleTest {
  private static final RunInputs INPUTS =
      new RunInputs("test", Map.of(), null, null, Map.of("kind", "territories"), null);
  private static CareSnapshot snapshot;
  private static CommunityStreets streets;

  @BeforeAll
  static void draw() {
    SampleCounty county = SampleCounty.of(SampleOptions.standard());
    StreetGraph graph = SampleData.graph(county);
    List<FacilityDetails> details = new ArrayList<>();
    county.facilities(f -> details.add(SampleData.details(f)));
    List<DemandPoint> demand = new ArrayList<>();
    county.demand(
        d ->
            demand.add(
                new DemandPoint(d.externalId(), d.lon(), d.lat(), d.areaCode(), d.counts())));
    snapshot =
        CareSnapshot.of(
            new StreetNetwork(
                UUID.randomUUID(),
                "sample",
                Instant.EPOCH,
                true,
                "sample",
                graph,
                EdgeSnapper.of(graph),
                List.of(),
                List.of()),
            FacilityCatalog.of(
                details.stream().map(d -> new Facility(UUID.randomUUID(), 0, true, d)).toList()),
            DemandPoints.of(demand),
            AreaTree.of(county.areas().stream().map(SampleData::area).toList()),
            null,
            500,
            1.3,
            null);
    streets = CommunityStreets.of(snapshot, null);
  }

  private static TerritoryQuestion question(
      TerritoryQuestion.Kind kind,
      Integer parts,
      TerritoryQuestion.Balance balance,
      double tolerance) {
    return new TerritoryQuestion(
        kind,
        "home_care_station",
        "care_centre",
        List.of(),
        parts,
        List.of(),
        10,
        balance,
        tolerance,
        DemandGroup.AGE60,
        null,
        1,
        new Walker(new WalkingProfile("elder", 0.8, ProfileRules.PLAIN), Trip.TO_FACILITY),
        true);
  }

  private static TerritoryAnswer draw(TerritoryQuestion question) {
    TerritoryGround ground =
        new TerritoryGround(snapshot, streets, TerritoryGround.Key.of(question));
    TerritorySheet sheet = TerritorySheet.empty(ground, question).drawn();
    return TerritoryAnswers.of(sheet, INPUTS, null, List.of());
  }

  /** By the answer alone: pieces by the neighbours it names, weights by its communities. */
  private static void assertSound(TerritoryAnswer answer, String what) {
    Map<String, TerritoryAnswer.Unit> units = new HashMap<>();
    answer.units().forEach(unit -> units.put(unit.code(), unit));
    double worst = 0;
    for (TerritoryAnswer.Part part : answer.parts()) {
      List<TerritoryAnswer.Unit> own =
          answer.units().stream().filter(unit -> unit.part() == part.index()).toList();
      assertThat(own).as(what).hasSize(part.units()).isNotEmpty();
      Set<String> seen = new HashSet<>(Set.of(own.get(0).code()));
      Deque<String> open = new ArrayDeque<>(seen);
      while (!open.isEmpty()) {
        for (String near : units.get(open.pop()).neighbours()) {
          if (units.get(near).part() == part.index() && seen.add(near)) {
            open.add(near);
          }
        }
      }
      assertThat(seen).as("%s, part %d in one piece", what, part.index()).hasSize(own.size());
      double weight = own.stream().mapToDouble(TerritoryAnswer.Unit::weight).sum();
      assertThat(part.weight()).as(what).isCloseTo(weight, within(1e-3));
      assertThat(part.stations())
          .isEqualTo(own.stream().mapToInt(TerritoryAnswer.Unit::stations).sum());
      worst = Math.max(worst, Math.abs(weight / part.target() - 1));
    }
    assertThat(answer.imbalance()).as(what).isCloseTo(worst, within(1e-5));
    assertThat(answer.bound()).as(what).isLessThanOrEqualTo(answer.imbalance());
    assertThat(answer.contiguous()).as(what).isTrue();
    System.out.printf(
        Locale.ROOT,
        "sample county, %s: %d communities, %d stations, %d parts: imbalance %.4f, bound %.4f,"
            + " proven %s, by %s, %.0f km; left out %d; now imbalance %.4f, %d changes%n",
        what,
        answer.units().size(),
        answer.stations(),
        answer.parts().size(),
        answer.imbalance(),
        answer.bound(),
        answer.proven(),
        answer.method(),
        answer.distanceMeters() / 1000,
        answer.units().stream().filter(unit -> unit.part() < 0).count(),
        answer.present().imbalance(),
        answer.present().changes());
  }

  @Test
  void centresAndOperators() {
    for (double tolerance : new double[] {0, 0.15}) {
      assertSound(
          draw(
              question(
                  TerritoryQuestion.Kind.CENTRES,
                  null,
                  TerritoryQuestion.Balance.STATIONS,
                  tolerance)),
          "all centres, tolerance " + tolerance);
    }
    assertSound(
        draw(question(TerritoryQuestion.Kind.CENTRES, 6, TerritoryQuestion.Balance.STATIONS, 0)),
        "six centres");
    for (TerritoryQuestion.Balance balance : TerritoryQuestion.Balance.values()) {
      assertSound(
          draw(question(TerritoryQuestion.Kind.OPERATORS, 4, balance, 0)),
          "four operators by " + balance.code());
    }
  }

  @Test
  void theSameEveryTime() {
    TerritoryQuestion question =
        question(TerritoryQuestion.Kind.OPERATORS, 5, TerritoryQuestion.Balance.PEOPLE, 0.05);
    assertThat(draw(question).units()).isEqualTo(draw(question).units());
  }

  /** Neighbours are exactly those that some street joins, ends by point in polygon. */
  @Test
  void neighboursAreJoinedByStreets() {
    AreaLocator locator =
        new AreaLocator(
            AreaTree.of(
                snapshot.areas().list().stream()
                    .filter(area -> area.level().depth() >= 4)
                    .toList()));
    StreetGraph graph = snapshot.streets().graph();
    Set<String> joined = new TreeSet<>();
    for (int e = 0; e < graph.edgeCount(); e++) {
      String from = community(locator, graph, graph.edgeFrom(e));
      String to = community(locator, graph, graph.edgeTo(e));
      if (from != null && to != null && !from.equals(to)) {
        joined.add(from + "-" + to);
        joined.add(to + "-" + from);
      }
    }
    Set<String> said = new TreeSet<>();
    TerritoryAnswer answer =
        draw(question(TerritoryQuestion.Kind.OPERATORS, 3, TerritoryQuestion.Balance.STATIONS, 0));
    for (TerritoryAnswer.Unit unit : answer.units()) {
      unit.neighbours().forEach(near -> said.add(unit.code() + "-" + near));
    }
    // Streets outside of every boundary may join two more.
    assertThat(said).containsAll(joined);
    assertThat(said.size() - joined.size()).isLessThanOrEqualTo(joined.size() / 20);
  }

  private static String community(AreaLocator locator, StreetGraph graph, int node) {
    return locator
        .find(graph.nodeLon(node), graph.nodeLat(node))
        .map(Area::code)
        .map(code -> snapshot.areas().unitOf(code))
        .orElse(null);
  }
}
