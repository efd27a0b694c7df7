package org.caremap.siting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.caremap.core.coverage.DemandTable;
import org.caremap.core.coverage.PointCutoffs;
import org.caremap.core.routing.ReachTable;
import org.caremap.core.routing.TooManyPairs;
import org.caremap.core.routing.WalkingNetwork;
import org.caremap.core.siting.SitingProblem;
import org.caremap.coverage.CareSnapshot;
import org.caremap.coverage.Method;
import org.caremap.coverage.SitingReach;
import org.caremap.coverage.Survey;
import org.caremap.coverage.SurveyQuestions;
import org.caremap.facility.Facility;
import org.caremap.platform.ProblemException;
import org.caremap.population.DemandGroup;
import org.jspecify.annotations.Nullable;

/**
 * A question put against the data of one moment: who walks where, what everybody has already, and
 * the problem that the solver is given. One row a demand point whose people are known. Immutable
 * once made, safe for all threads.
 */
final class SitingCase {
  static final String PRICE_UNKNOWN = "price-unknown";
  static final String CAPACITY_UNKNOWN = "capacity-unknown";

  // The walks by place and by point, the problem and what it is put together to, while they grow.
  private static final int BYTES_OF_A_PAIR = 112;
  private static final double MEMORY_SHARE = 0.6;

  private final SitingQuestion question;
  private final CareSnapshot snapshot;
  private final Survey survey;
  private final SitingReach reach;
  private final List<SiteCandidate> candidates;
  private final int[] staying;

  // One entry a row.
  private final int[] position;
  private final int[] point;
  private final double[] people;
  private final double[] weight;
  private final int[] limit;
  private final int[] start;

  /** Row of every demand point, -1 of those that count in nothing. */
  private final int[] rowOfPoint;

  /** Rows of the table: candidates, then, with capacities, what is open already. */
  private final ReachTable table;

  private final int farthest;
  private final SitingProblem problem;

  private SitingCase(
      SitingQuestion question,
      Survey survey,
      SitingReach reach,
      Rows rows,
      List<SiteCandidate> candidates,
      int farthest,
      ReachTable table,
      double[] openCapacity) {
    this.question = question;
    this.snapshot = survey.snapshot();
    this.survey = survey;
    this.reach = reach;
    this.candidates = List.copyOf(candidates);
    this.staying = reach.staying();
    this.position = rows.position;
    this.point = rows.point;
    this.people = rows.people;
    this.weight = rows.weight;
    this.limit = rows.limit;
    this.start = rows.start;
    this.rowOfPoint = rows.rowOfPoint;
    this.farthest = farthest;
    this.table = table;
    problem = problem(openCapacity);
  }

  /** Everybody who counts. */
  private static final class Rows {
    private final int[] position;
    private final int[] point;
    private final double[] people;
    private final double[] weight;
    private final int[] limit;
    private final int[] start;
    private final int[] rowOfPoint;

    @SuppressWarnings("EnumOrdinal") // the order of the table's groups
    Rows(SitingQuestion question, Survey survey, int[] costs) {
      DemandTable counted = survey.table();
      int size = counted.size();
      int[] at = new int[size];
      double[] weights = new double[size];
      int rows = 0;
      for (int i = 0; i < size; i++) {
        double own = counted.people(question.group().ordinal(), i);
        if (Double.isNaN(own)) {
          continue;
        }
        double sum = own;
        for (Map.Entry<DemandGroup, Double> weighed : question.weights().entrySet()) {
          double of = counted.people(weighed.getKey().ordinal(), i);
          sum += Double.isNaN(of) ? 0 : (weighed.getValue() - 1) * of;
        }
        if (sum > 0) {
          weights[rows] = sum;
          at[rows++] = i;
        }
      }
      position = Arrays.copyOf(at, rows);
      weight = Arrays.copyOf(weights, rows);
      point = new int[rows];
      people = new double[rows];
      limit = new int[rows];
      start = new int[rows];
      rowOfPoint = new int[costs.length];
      Arrays.fill(rowOfPoint, -1);
      PointCutoffs cutoffs = survey.cutoffs();
      for (int row = 0; row < rows; row++) {
        point[row] = counted.point(position[row]);
        people[row] = counted.people(question.group().ordinal(), position[row]);
        limit[row] = cutoffs.limitAt(position[row]);
        start[row] = costs[point[row]];
        rowOfPoint[point[row]] = row;
      }
    }
  }

  /**
   * Prepares.
   *
   * @param progress hears shares of the walking, in [0, 1]
   * @param cancelled asked now and then
   * @throws ProblemException 400 naming what the data have not
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  static SitingCase of(
      SitingQuestion question,
      CareSnapshot snapshot,
      SiteSources sources,
      SiteBook book,
      DoubleConsumer progress,
      BooleanSupplier cancelled) {
    Survey survey = Survey.of(snapshot, question.scope(), 1);
    checkTowns(question, survey);
    SitingReach reach = reach(question, survey);
    checkPlaces(question, reach);
    int[] costs = reach.costsWith(new double[0], new double[0]);
    Rows rows = new Rows(question, survey, costs);
    int longest = survey.cutoffs().longestLimit();
    boolean median = question.model() == SitingProblem.Model.P_MEDIAN;
    int farthest =
        median
            ? question.scope().walker().cutoff(question.maxMinutes()).limitMillimeters()
            : longest;
    List<SiteCandidate> candidates =
        sources.list(snapshot, question, corners(question, survey, rows, farthest), book);
    int[] open = question.capacities() ? reach.staying() : new int[0];
    int more = question.capacities() ? question.added().size() : 0;
    double[] lon = new double[candidates.size() + open.length + more];
    double[] lat = new double[lon.length];
    double[] openCapacity = new double[open.length + more];
    int next = 0;
    for (SiteCandidate candidate : candidates) {
      lon[next] = candidate.lon();
      lat[next++] = candidate.lat();
    }
    for (int index : open) {
      Facility facility = snapshot.facilities().list().get(index);
      lon[next] = facility.details().lon();
      lat[next] = facility.details().lat();
      openCapacity[next++ - candidates.size()] = orNobody(SitingReach.capacity(facility));
    }
    for (SitingRequest.Place place : question.added().subList(0, more)) {
      lon[next] = place.lon() == null ? 0 : place.lon();
      lat[next] = place.lat() == null ? 0 : place.lat();
      openCapacity[next++ - candidates.size()] = orNobody(place.capacity());
    }
    ReachTable table =
        walks(reach, lon, lat, Math.max(farthest, longest), median, progress, cancelled);
    return new SitingCase(question, survey, reach, rows, candidates, farthest, table, openCapacity);
  }

  /**
   * Who could walk where, as far as it fits into memory.
   *
   * @throws ProblemException 400 saying how much too much it is
   */
  private static ReachTable walks(
      SitingReach reach,
      double[] lon,
      double[] lat,
      int limit,
      boolean median,
      DoubleConsumer progress,
      BooleanSupplier cancelled) {
    long most = (long) (MEMORY_SHARE * Runtime.getRuntime().maxMemory() / BYTES_OF_A_PAIR);
    try {
      return reach.table(lon, lat, limit, most, progress, cancelled);
    } catch (TooManyPairs e) {
      throw ProblemException.badRequest(tooManyPairs(e, lon.length, median));
    }
  }

  static String tooManyPairs(TooManyPairs e, int places, boolean median) {
    return ("about %,.0f pairs of a place and a demand point within its reach, but this server's"
            + " memory holds %,d; ask for fewer than %,d places (corners), for a smaller %s, or for"
            + " one area only")
        .formatted(e.expected(), e.most(), places, median ? "maxMinutes" : "minutes");
  }

  /**
   * Finds what is wrong with a question before anybody waits for its answer.
   *
   * @throws ProblemException 400 naming what the data have not
   */
  static void check(
      SitingQuestion question, CareSnapshot snapshot, SiteSources sources, SiteBook book) {
    Survey survey = Survey.of(snapshot, question.scope(), 1);
    checkTowns(question, survey);
    checkPlaces(question, reach(question, survey));
    boolean onlyCorners = question.sources().equals(List.of(SitingQuestion.Source.CORNERS));
    if (onlyCorners && survey.method() == Method.STRAIGHT_LINE) {
      throw ProblemException.conflict("street corners need streets; none are loaded");
    }
    sources
        .list(snapshot, question, List.of(), book)
        .forEach(candidate -> state(candidate, question, isPriced(question)));
  }

  /** Whether the money decides what can be chosen. */
  private static boolean isPriced(SitingQuestion question) {
    return question.budgetYuan() != null
        || question.model() == SitingProblem.Model.SET_COVERING && question.leastYuan();
  }

  /** What states no capacity is neither full nor endless: it takes nobody. */
  private static double orNobody(@Nullable Number capacity) {
    return capacity == null ? 0 : capacity.doubleValue();
  }

  private static void checkTowns(SitingQuestion question, Survey survey) {
    for (String code : question.minimumShares().keySet()) {
      if (survey.areas().stream().noneMatch(area -> area.code().equals(code))) {
        throw ProblemException.badParameter(
            "minimumShares", code, "the code of a loaded street or town in the area asked for");
      }
    }
  }

  /** A place that no street is near would use up a site, or money, for nobody. */
  private static void checkPlaces(SitingQuestion question, SitingReach reach) {
    for (String id : question.forced()) {
      SiteCandidate.placeOf(id)
          .filter(place -> !reach.isNearStreet(place.lon(), place.lat()))
          .ifPresent(
              place -> {
                throw ProblemException.badParameter("forced", id, reach.nearStreet());
              });
    }
    for (int i = 0; i < question.added().size(); i++) {
      SitingRequest.Place place = question.added().get(i);
      if (place.lon() != null
          && place.lat() != null
          && !reach.isNearStreet(place.lon(), place.lat())) {
        throw ProblemException.badParameter(
            "added[%d]".formatted(i),
            "%s, %s"
                .formatted(SurveyQuestions.plain(place.lon()), SurveyQuestions.plain(place.lat())),
            reach.nearStreet());
      }
    }
  }

  private static SitingReach reach(SitingQuestion question, Survey survey) {
    CareSnapshot snapshot = survey.snapshot();
    int[] operating = snapshot.operating(List.of(question.type()));
    int[] closed = new int[question.closed().size()];
    for (int i = 0; i < closed.length; i++) {
      String id = question.closed().get(i);
      int index =
          snapshot
              .facilities()
              .find(id)
              .map(facility -> snapshot.facilities().list().indexOf(facility))
              .orElse(-1);
      if (Arrays.stream(operating).noneMatch(each -> each == index)) {
        throw ProblemException.badParameter(
            "closed", id, "the id of an operating facility of type " + question.type());
      }
      closed[i] = index;
    }
    return SitingReach.of(
        survey,
        question.type(),
        Arrays.stream(closed).distinct().sorted().toArray(),
        question.added().stream().mapToDouble(p -> p.lon() == null ? 0 : p.lon()).toArray(),
        question.added().stream().mapToDouble(p -> p.lat() == null ? 0 : p.lat()).toArray());
  }

  private static List<StreetCorners.Corner> corners(
      SitingQuestion question, Survey survey, Rows rows, int farthest) {
    if (!question.sources().contains(SitingQuestion.Source.CORNERS)) {
      return List.of();
    }
    if (survey.method() == Method.STRAIGHT_LINE) {
      return List.of();
    }
    CareSnapshot snapshot = survey.snapshot();
    boolean median = question.model() == SitingProblem.Model.P_MEDIAN;
    double[] lon = new double[rows.point.length];
    double[] lat = new double[lon.length];
    double[] need = new double[lon.length];
    for (int row = 0; row < need.length; row++) {
      lon[row] = snapshot.demand().lon()[rows.point[row]];
      lat[row] = snapshot.demand().lat()[rows.point[row]];
      if (median) {
        need[row] = rows.weight[row] * Math.min(rows.start[row], farthest);
      } else if (question.capacities() || rows.start[row] > rows.limit[row]) {
        need[row] = rows.weight[row];
      }
    }
    return StreetCorners.pick(
        snapshot.network(question.scope().walker().profile()),
        lon,
        lat,
        need,
        survey.cutoffs().longestLimit() / 1e3,
        question.corners());
  }

  private SitingProblem problem(double[] openCapacity) {
    SitingProblem.Builder builder = SitingProblem.builder(question.model());
    boolean priced = isPriced(question);
    for (SiteCandidate candidate : candidates) {
      builder.site(
          candidate.priceYuan() == null ? 0 : candidate.priceYuan(),
          question.capacities() ? orNobody(candidate.capacity()) : Double.POSITIVE_INFINITY,
          state(candidate, question, priced),
          false);
    }
    for (double capacity : openCapacity) {
      builder.site(0, capacity, SitingProblem.State.FREE, true);
    }
    ReachTable.ByDemand byDemand = table.transposed();
    int[] sites = new int[table.facilityCount()];
    double[] costs = new double[sites.length];
    int none = survey.areas().size();
    for (int row = 0; row < point.length; row++) {
      int entry = survey.table().entry(position[row]);
      double existing =
          question.capacities() || start[row] >= WalkingNetwork.UNREACHED
              ? Double.POSITIVE_INFINITY
              : start[row];
      int first = byDemand.first(point[row]);
      int pairs = byDemand.first(point[row] + 1) - first;
      for (int k = 0; k < pairs; k++) {
        sites[k] = byDemand.facility(first + k);
        costs[k] = byDemand.cost(first + k);
      }
      builder.demand(
          people[row],
          weight[row],
          entry == none ? -1 : entry,
          limit[row],
          farthest,
          existing,
          sites,
          costs,
          pairs);
    }
    if (question.sites() != null) {
      builder.count(question.sites());
    }
    if (question.budgetYuan() != null) {
      builder.budget(question.budgetYuan());
    }
    if (question.model() == SitingProblem.Model.SET_COVERING) {
      builder.coverShare(question.coverShare());
      builder.coverable(question.coverShare() == 1);
      builder.minimise(
          question.leastYuan() ? SitingProblem.Objective.YUAN : SitingProblem.Objective.SITES);
    }
    double[] inTown = new double[none];
    for (int row = 0; row < point.length; row++) {
      int entry = survey.table().entry(position[row]);
      if (entry < none) {
        inTown[entry] += people[row];
      }
    }
    for (int town = 0; town < none; town++) {
      Double own = question.minimumShares().get(survey.areas().get(town).code());
      Double share = own == null ? question.minimumShare() : own;
      if (share != null && inTown[town] > 0) {
        builder.townShare(town, share);
      }
    }
    return builder.build();
  }

  /**
   * Why a candidate that nobody forbade cannot be chosen: where money is limited its price has to
   * be known, where facilities can be full its capacity.
   *
   * @return a code as in {@link SiteFacts#why}, null where it can be
   */
  static @Nullable String leftOut(SiteCandidate candidate, SitingQuestion question) {
    if (candidate.state() != SiteCandidate.State.FREE) {
      return null;
    }
    if (isPriced(question) && candidate.priceYuan() == null) {
      return PRICE_UNKNOWN;
    }
    return question.capacities() && candidate.capacity() == null ? CAPACITY_UNKNOWN : null;
  }

  /**
   * How many candidates cannot be chosen for want of data, by the code that says what is missing.
   */
  Map<String, Integer> leftOut() {
    Map<String, Integer> left = new TreeMap<>();
    for (SiteCandidate candidate : candidates) {
      String why = leftOut(candidate, question);
      if (why != null) {
        left.merge(why, 1, Integer::sum);
      }
    }
    return left;
  }

  private static SitingProblem.State state(
      SiteCandidate candidate, SitingQuestion question, boolean priced) {
    if (candidate.state() == SiteCandidate.State.FORCED) {
      if (priced && candidate.priceYuan() == null) {
        throw ProblemException.badParameter(
            "forced", candidate.id(), "a candidate with a price; or give defaultCostYuan");
      }
      if (question.capacities() && candidate.capacity() == null) {
        throw ProblemException.badParameter(
            "forced", candidate.id(), "a candidate with a capacity; or give siteCapacity");
      }
      return SitingProblem.State.FORCED;
    }
    return candidate.state() == SiteCandidate.State.FORBIDDEN
            || leftOut(candidate, question) != null
        ? SitingProblem.State.FORBIDDEN
        : SitingProblem.State.FREE;
  }

  SitingQuestion question() {
    return question;
  }

  CareSnapshot snapshot() {
    return snapshot;
  }

  Survey survey() {
    return survey;
  }

  SitingReach reach() {
    return reach;
  }

  /** The candidates; the solver's first sites in this order. */
  List<SiteCandidate> candidates() {
    return candidates;
  }

  SitingProblem problem() {
    return problem;
  }

  /** Facilities that are open in any case. */
  int existingCount() {
    return staying.length + question.added().size();
  }

  int rowCount() {
    return point.length;
  }

  /** Demand point of a row. */
  int point(int row) {
    return point[row];
  }

  /** Position of a row among the survey's points. */
  int position(int row) {
    return position[row];
  }

  double people(int row) {
    return people[row];
  }

  double weight(int row) {
    return weight[row];
  }

  /** The greatest cost that is near enough. */
  int limit(int row) {
    return limit[row];
  }

  /** Cost to the nearest of what is open in any case. */
  int start(int row) {
    return start[row];
  }

  /** Nobody walks farther: what being left out costs in a p-median. */
  int farthest() {
    return farthest;
  }

  /** Sees one row in reach of a site. */
  interface RowVisitor {
    void row(int row, int cost);
  }

  /** Every row within reach of a site, in order. */
  void forEachRow(int site, RowVisitor visitor) {
    for (int pair = table.first(site); pair < table.first(site + 1); pair++) {
      int row = rowOfPoint[table.demand(pair)];
      if (row >= 0) {
        visitor.row(row, table.cost(pair));
      }
    }
  }

  /** People whom neither a candidate nor anything open in any case reaches. */
  double notCoverable() {
    boolean[] reached = new boolean[point.length];
    for (int site = 0; site < table.facilityCount(); site++) {
      boolean forbidden =
          site < candidates.size()
              && (candidates.get(site).state() == SiteCandidate.State.FORBIDDEN
                  || leftOut(candidates.get(site), question) != null);
      if (!forbidden) {
        forEachRow(
            site,
            (row, cost) -> {
              if (cost <= limit[row]) {
                reached[row] = true;
              }
            });
      }
    }
    double left = 0;
    for (int row = 0; row < point.length; row++) {
      if (!reached[row] && start[row] > limit[row]) {
        left += people[row];
      }
    }
    return left;
  }

  /** Points at which a group that counts is unknown, by group; empty where all are known. */
  @SuppressWarnings("EnumOrdinal") // the order of the table's groups
  Map<String, Integer> unknownPoints() {
    Map<String, Integer> unknown = new LinkedHashMap<>();
    List<DemandGroup> groups = new ArrayList<>(List.of(question.group()));
    question.weights().keySet().stream().filter(g -> !groups.contains(g)).forEach(groups::add);
    for (DemandGroup group : groups) {
      int points = survey.table().unknown(group.ordinal());
      if (points > 0) {
        unknown.put(group.code(), points);
      }
    }
    return unknown;
  }
}
