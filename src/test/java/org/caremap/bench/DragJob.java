package org.caremap.bench;

import static java.util.Locale.ROOT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.caremap.area.AreaLevel;
import org.caremap.area.AreaTree;
import org.caremap.core.coverage.ReachTally;
import org.caremap.core.graph.StreetGraph;
import org.caremap.core.routing.StraightLine;
import org.caremap.coverage.BuiltInWalkers;
import org.caremap.coverage.CareSnapshot;
import org.caremap.coverage.CoverageAnswer;
import org.caremap.coverage.Method;
import org.caremap.coverage.PlannedChanges;
import org.caremap.coverage.Survey;
import org.caremap.coverage.Trial;
import org.caremap.coverage.Walker;
import org.caremap.coverage.ZoneMinutes;
import org.caremap.facility.Facility;
import org.caremap.facility.FacilityCatalog;
import org.caremap.facility.FacilityDetails;
import org.caremap.imports.SampleData;
import org.caremap.population.DemandGroup;
import org.caremap.population.DemandPoint;
import org.caremap.population.DemandPoints;
import org.caremap.sample.SampleCounty;
import org.caremap.sample.SampleOptions;
import org.caremap.streets.StreetNetwork;

/**
 * What the server does at every move of a dragged pin, from places to the numbers of all groups and
 * of the areas that change, beside doing everything anew: sweep, survey and tally. By turns.
 */
final class DragJob {
  private static final String TYPE = "home_care_station";
  private static final double MINUTES = 15;
  private static final double SNAP_LIMIT_METERS = 500;
  private static final int TRIES = 400;
  private static final int WARM_UP = 100;
  private static final int ANEW_EACH = 40;
  private static final double DEGREES_A_STEP = 0.0004;
  private static final String[] OPS = {"add", "move", "close", "bridge", "close street"};

  private final CareSnapshot snapshot;
  private final Trial.Question question;
  private final Trial trial;

  private DragJob(SampleOptions options) {
    SampleCounty county = SampleCounty.of(options);
    StreetGraph graph = SampleData.graph(county);
    List<Facility> facilities = new ArrayList<>();
    county.facilities(
        f -> facilities.add(new Facility(UUID.randomUUID(), 0, true, SampleData.details(f))));
    facilities.sort(Comparator.comparing(f -> f.details().externalId()));
    List<DemandPoint> demand = new ArrayList<>();
    county.demand(
        d ->
            demand.add(
                new DemandPoint(d.externalId(), d.lon(), d.lat(), d.areaCode(), d.counts())));
    snapshot =
        CareSnapshot.of(
            new StreetNetwork(
                UUID.randomUUID(),
                "bench",
                Instant.EPOCH,
                true,
                "",
                graph,
                org.caremap.core.graph.EdgeSnapper.of(graph),
                List.of(),
                List.of()),
            FacilityCatalog.of(facilities),
            DemandPoints.of(demand),
            AreaTree.of(county.areas().stream().map(SampleData::area).toList()),
            null,
            SNAP_LIMIT_METERS,
            StraightLine.DEFAULT_DETOUR,
            null);
    Walker walker = BuiltInWalkers.of("elder");
    question =
        new Trial.Question(
            List.of(TYPE),
            DemandGroup.AGE60,
            new Survey.Scope(
                MINUTES, ZoneMinutes.NONE, walker, false, AreaLevel.COMMUNITY, null, false));
    trial = snapshot.trial(question);
  }

  /**
   * @param streetNodes of the county beside the standard one
   */
  static void run(int streetNodes) {
    new DragJob(SampleOptions.standard()).race();
    new DragJob(SampleOptions.forStreetNodes(streetNodes)).race();
  }

  private void race() {
    Random random = new Random(Origins.SEED);
    System.out.printf(
        ROOT,
        "%,9d nodes %,7d points %,5d stations, %d groups, %d communities; seed %d%n",
        snapshot.network(question.scope().walker().profile()).graph().nodeCount(),
        snapshot.demand().size(),
        trial.operating().length,
        DemandGroup.COUNT,
        trial.areas().size(),
        Origins.SEED);
    double[][] millis = new double[OPS.length][TRIES];
    List<Double> anew = new ArrayList<>();
    double sink = 0;
    for (int t = -WARM_UP; t < TRIES; t++) {
      for (int op = 0; op < OPS.length; op++) {
        PlannedChanges changes = changes(op, random);
        long start = System.nanoTime();
        sink += answer(changes);
        if (t >= 0) {
          millis[op][t] = (System.nanoTime() - start) / 1e6;
        }
      }
      if (t % ANEW_EACH == 0) {
        long start = System.nanoTime();
        sink += anew();
        if (t >= 0) {
          anew.add((System.nanoTime() - start) / 1e6);
        }
      }
    }
    if (Double.isNaN(sink)) {
      throw new IllegalStateException("a try gave no number");
    }
    double[] whole = anew.stream().mapToDouble(m -> m).sorted().toArray();
    double everything = whole[whole.length / 2];
    for (int op = 0; op < OPS.length; op++) {
      Arrays.sort(millis[op]);
      double median = millis[op][TRIES / 2];
      System.out.printf(
          ROOT,
          "          %-12s median %7.2f ms, 99th percentile %7.2f ms; everything anew %8.1f ms, %.0f"
              + " times the median%n",
          OPS[op],
          median,
          millis[op][TRIES * 99 / 100],
          everything,
          everything / median);
    }
  }

  /** A step of a few metres from a random home or facility, as a hand drags. */
  private PlannedChanges changes(int op, Random random) {
    int point = random.nextInt(snapshot.demand().size());
    double lon = snapshot.demand().lon()[point] + step(random);
    double lat = snapshot.demand().lat()[point] + step(random);
    PlannedChanges.Spot spot = new PlannedChanges.Spot(lon, lat);
    int[] operating = trial.operating();
    int station = operating[random.nextInt(operating.length)];
    FacilityDetails details = snapshot.facilities().list().get(station).details();
    return switch (op) {
      case 0 -> with(List.of(new PlannedChanges.Site(-1, spot)), List.of(), List.of());
      case 1 ->
          with(
              List.of(),
              List.of(
                  new PlannedChanges.Site(
                      station,
                      new PlannedChanges.Spot(
                          details.lon() + 5 * step(random), details.lat() + 5 * step(random)))),
              List.of());
      case 2 -> with(List.of(), List.of(), List.of(station));
      case 3 ->
          new PlannedChanges(
              List.of(),
              List.of(),
              List.of(),
              List.of(
                  new PlannedChanges.Bridge(
                      spot,
                      new PlannedChanges.Spot(lon + 5 * step(random), lat + 5 * step(random)))),
              List.of());
      default -> new PlannedChanges(List.of(), List.of(), List.of(), List.of(), List.of(spot));
    };
  }

  private static PlannedChanges with(
      List<PlannedChanges.Site> added, List<PlannedChanges.Site> moved, List<Integer> removed) {
    return new PlannedChanges(added, moved, removed, List.of(), List.of());
  }

  private static double step(Random random) {
    return (random.nextDouble() - 0.5) * 2 * DEGREES_A_STEP;
  }

  private double answer(PlannedChanges changes) {
    Trial.Result result = trial.of(changes);
    double sum = 0;
    for (DemandGroup group : DemandGroup.values()) {
      sum += result.total(group).covered() + result.gained(group) - result.lost(group);
    }
    for (int entry : result.touchedEntries()) {
      CoverageAnswer.Numbers numbers = result.area(entry, DemandGroup.AGE60);
      sum += numbers.covered();
    }
    Double mean = result.meanMinutes();
    return sum + (mean == null ? 0 : mean);
  }

  private double anew() {
    CareSnapshot fresh =
        CareSnapshot.of(
            snapshot.streets(),
            FacilityCatalog.of(snapshot.facilities().list()),
            snapshot.demand(),
            snapshot.areas(),
            null,
            SNAP_LIMIT_METERS,
            StraightLine.DEFAULT_DETOUR,
            snapshot);
    Survey survey = Survey.of(fresh, question.scope(), 1);
    ReachTally tally =
        ReachTally.of(
            survey.table(),
            fresh.nearest(question.types(), Method.NETWORK, question.scope().walker()),
            survey.cutoffs());
    double sum = 0;
    for (int group = 0; group < DemandGroup.COUNT; group++) {
      sum += tally.total(group).covered();
    }
    return sum;
  }
}
