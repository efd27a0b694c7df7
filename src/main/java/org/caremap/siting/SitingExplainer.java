package org.caremap.siting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.caremap.area.Area;
import org.caremap.core.siting.Evaluation;
import org.caremap.core.siting.SitingProblem;
import org.caremap.coverage.PointAreas;
import org.caremap.coverage.Rounding;
import org.caremap.population.DemandGroup;
import org.jspecify.annotations.Nullable;

/**
 * Says of every candidate why it was chosen or not: who gains, who had it already, what was second
 * best. Reckoned anew from the walks, not taken from the solver. Not for several threads at once.
 */
final class SitingExplainer {
  private static final int MOST_AREAS = 5;
  private static final int TRIED_FOR_SECOND = 5;

  /** The second best is looked for of so many, the first to open. */
  private static final int MOST_SECONDS = 50;

  private static final int KEPT_COSTS = 3;
  private static final int KEPT_EVALUATIONS = 64;
  private static final double YUAN_OF_A_RATE = 10_000;
  private static final double HALF = 0.5;

  /** With more sites than this, where facilities can be full, they are ranked by each alone. */
  private static final int MOST_ASSIGNED_IN_TURN = 10;

  private final SitingCase c;
  private final List<Integer> chosen;
  private final Reckoning reckoning;
  private final boolean median;
  private final double minutesPerCost;

  /** Gain of every candidate if it alone opened. */
  private final @Nullable Gain[] alone;

  private final double[] inReach;
  private final double[] inReachWeight;
  private final double[] alreadyServed;

  /** Chosen ones in the order of opening, with what each adds. */
  private final List<Step> steps = new ArrayList<>();

  @SuppressWarnings("ArrayRecordComponent") // made once, only read
  private record Step(int site, Gain gain, int[] rows) {}

  /** What an opening adds. */
  private record Gain(double people, double weight, double cost) {}

  /** Reckons what a set of open candidates is worth, one way or the other. */
  private interface Reckoning {
    /** What one more adds. */
    Gain added(List<Integer> open, int site);

    /** Rows that one more newly covers. */
    int[] rows(List<Integer> open, int site);
  }

  /**
   * @param chosen candidates of the answer, by index
   */
  SitingExplainer(SitingCase c, List<Integer> chosen) {
    this.c = c;
    this.chosen = List.copyOf(chosen);
    median = c.question().model() == SitingProblem.Model.P_MEDIAN;
    minutesPerCost = minutesPerCost(c);
    reckoning = c.question().capacities() ? new Assigned() : new Reached();
    int size = c.candidates().size();
    alone = new Gain[size];
    inReach = new double[size];
    inReachWeight = new double[size];
    alreadyServed = new double[size];
    for (int site = 0; site < size; site++) {
      int at = site;
      c.forEachRow(
          site,
          (row, cost) -> {
            if (cost <= c.limit(row)) {
              inReach[at] += c.people(row);
              inReachWeight[at] += c.weight(row);
              alreadyServed[at] += c.start(row) <= c.limit(row) ? c.people(row) : 0;
            }
          });
      // With capacities an assignment each would take long: those alone are reckoned when asked.
      alone[site] = c.question().capacities() ? null : reckoning.added(List.of(), site);
    }
    order();
  }

  /** Minutes that one flat millimetre takes. */
  static double minutesPerCost(SitingCase c) {
    return 1 / (1e3 * c.question().scope().walker().speedMetersPerSecond() * 60);
  }

  /** The order of opening: always the one that adds most to those before it. */
  private void order() {
    List<Integer> open = new ArrayList<>();
    List<Integer> left = new ArrayList<>(chosen);
    boolean inTurn = !c.question().capacities() || chosen.size() <= MOST_ASSIGNED_IN_TURN;
    if (!inTurn) {
      left.sort(Comparator.comparingDouble(site -> -worth(alone(site))));
    }
    while (!left.isEmpty()) {
      int best = left.get(0);
      Gain most = reckoning.added(open, best);
      for (int site : inTurn ? left.subList(1, left.size()) : List.<Integer>of()) {
        Gain gain = reckoning.added(open, site);
        if (worth(gain) > worth(most)) {
          best = site;
          most = gain;
        }
      }
      steps.add(new Step(best, most, reckoning.rows(open, best)));
      open = and(open, best);
      left.remove(Integer.valueOf(best));
    }
  }

  private static List<Integer> and(List<Integer> open, int site) {
    List<Integer> more = new ArrayList<>(open);
    more.add(site);
    return List.copyOf(more);
  }

  private Gain alone(int site) {
    Gain known = alone[site];
    if (known == null) {
      known = reckoning.added(List.of(), site);
      alone[site] = known;
    }
    return known;
  }

  /** What the model looks for: weight covered, or walking saved. */
  private double worth(Gain gain) {
    return median ? gain.cost : gain.weight;
  }

  /** The chosen candidates in the order of opening. */
  List<SiteFacts> ranked() {
    List<SiteFacts> ranked = new ArrayList<>();
    for (int k = 0; k < steps.size(); k++) {
      ranked.add(chosen(k));
    }
    return ranked;
  }

  /**
   * Those not chosen, most worth alone first.
   *
   * @param most how many
   */
  List<SiteFacts> rejected(int most) {
    boolean full = c.question().capacities();
    return IntStream.range(0, c.candidates().size())
        .boxed()
        .filter(site -> !chosen.contains(site))
        .sorted(
            Comparator.comparingDouble(
                    (Integer site) -> full ? -inReachWeight[site] : -worth(alone(site)))
                .thenComparing(site -> c.candidates().get(site).id()))
        .limit(most)
        .map(this::notChosen)
        .toList();
  }

  /** Any candidate; empty where there is none with this id. */
  Optional<SiteFacts> find(String id) {
    for (int k = 0; k < steps.size(); k++) {
      if (c.candidates().get(steps.get(k).site()).id().equals(id)) {
        return Optional.of(chosen(k));
      }
    }
    return IntStream.range(0, c.candidates().size())
        .filter(site -> c.candidates().get(site).id().equals(id))
        .mapToObj(this::notChosen)
        .findFirst();
  }

  private SiteFacts chosen(int k) {
    Step step = steps.get(k);
    List<Integer> others = without(step.site());
    Gain lost = reckoning.added(others, step.site());
    SiteCandidate candidate = c.candidates().get(step.site());
    boolean forced = candidate.state() == SiteCandidate.State.FORCED;
    return facts(
        step.site(),
        k + 1,
        step.gain(),
        lost,
        forced || k >= mostSeconds() ? null : second(others, lost),
        step.rows(),
        null,
        Map.of());
  }

  /** Every second best takes assignments of its own where facilities can be full. */
  private int mostSeconds() {
    boolean many = chosen.size() > MOST_ASSIGNED_IN_TURN;
    return c.question().capacities() && many ? 0 : MOST_SECONDS;
  }

  private List<Integer> without(int site) {
    return chosen.stream().filter(each -> each != site).toList();
  }

  /** The best in place of a chosen one that meets the same constraints. */
  private SiteFacts.@Nullable Second second(List<Integer> others, Gain lost) {
    boolean full = c.question().capacities();
    record Option(int site, double worth) {}
    List<Option> options = new ArrayList<>();
    // Where facilities can be full, those who reach it stand for those who would get a place.
    Reckoning quick = full ? new Reached() : reckoning;
    for (int other = 0; other < c.candidates().size(); other++) {
      if (!chosen.contains(other)
          && c.candidates().get(other).state() != SiteCandidate.State.FORBIDDEN
          && SitingCase.leftOut(c.candidates().get(other), c.question()) == null) {
        options.add(new Option(other, worth(quick.added(others, other))));
      }
    }
    options.sort(
        Comparator.comparingDouble((Option option) -> -option.worth())
            .thenComparing(option -> c.candidates().get(option.site()).id()));
    int tried = 0;
    for (Option option : options) {
      if (option.worth() <= 0 || tried == TRIED_FOR_SECOND) {
        break;
      }
      if (isAllowed(others, option.site())) {
        Gain gain = reckoning.added(others, option.site());
        SiteCandidate second = c.candidates().get(option.site());
        return new SiteFacts.Second(
            second.id(),
            second.name(),
            Rounding.people(lost.people - gain.people),
            median ? Rounding.people((lost.cost - gain.cost) * minutesPerCost) : null);
      }
      tried++;
    }
    return null;
  }

  /** Whether an exchange keeps to the money and, but for set covering, to all constraints. */
  private boolean isAllowed(List<Integer> others, int site) {
    Double budget = c.question().budgetYuan();
    Double price = c.candidates().get(site).priceYuan();
    if (budget != null && (price == null || yuan(others) + price > budget)) {
      return false;
    }
    boolean shares = c.question().minimumShare() != null || !c.question().minimumShares().isEmpty();
    if (c.question().model() == SitingProblem.Model.SET_COVERING || !shares) {
      return true;
    }
    List<Integer> open = new ArrayList<>(others);
    open.add(site);
    return c.problem().evaluate(flags(open)).feasible();
  }

  private double yuan(List<Integer> open) {
    double sum = 0;
    for (int site : open) {
      Double price = c.candidates().get(site).priceYuan();
      sum += price == null ? 0 : price;
    }
    return sum;
  }

  private boolean[] flags(List<Integer> open) {
    boolean[] flags = new boolean[c.problem().siteCount()];
    // What is open already stands behind the candidates.
    Arrays.fill(flags, c.candidates().size(), flags.length, true);
    open.forEach(site -> flags[site] = true);
    return flags;
  }

  private SiteFacts notChosen(int site) {
    Gain gain = reckoning.added(chosen, site);
    Map<String, Object> values = new LinkedHashMap<>();
    String why = why(site, gain, values);
    return facts(site, null, gain, null, null, reckoning.rows(List.of(), site), why, values);
  }

  private String why(int site, Gain gain, Map<String, Object> values) {
    SiteCandidate candidate = c.candidates().get(site);
    if (candidate.state() == SiteCandidate.State.FORBIDDEN) {
      return "forbidden";
    }
    String missing = SitingCase.leftOut(candidate, c.question());
    if (SitingCase.CAPACITY_UNKNOWN.equals(missing)) {
      return missing;
    }
    if (!(inReachWeight[site] > 0) && !(worth(alone(site)) > 0)) {
      return "nobody-in-reach";
    }
    Double budget = c.question().budgetYuan();
    Double price = candidate.priceYuan();
    if (missing != null) {
      return missing;
    }
    if (!(worth(alone(site)) > 0)) {
      values.put("alreadyServed", Rounding.people(alreadyServed[site]));
      return "already-served";
    }
    if (budget != null && price != null && isTooDear(site, price, budget, gain)) {
      values.put("priceYuan", price);
      values.put("budgetYuan", budget);
      values.put("leftYuan", budget - yuan(chosen));
      return "budget";
    }
    values.put("alone", Rounding.people(alone(site).people));
    values.put("gain", Rounding.people(gain.people));
    if (worth(gain) < HALF * worth(alone(site))) {
      values.put("coveredByChosen", Rounding.people(alone(site).people - gain.people));
      int by = mostShared(site);
      if (by >= 0) {
        values.put("by", c.candidates().get(by).id());
        values.put("byName", c.candidates().get(by).name());
      }
      return "covered-by-chosen";
    }
    least()
        .ifPresent(
            least -> {
              values.put("leastId", c.candidates().get(least.site()).id());
              values.put("leastName", c.candidates().get(least.site()).name());
              values.put("leastGain", Rounding.people(least.gain().people));
            });
    return "fewer-people";
  }

  /** Whether it would be better to have it, had one the money. */
  private boolean isTooDear(int site, double price, double budget, Gain gain) {
    // Where facilities can be full every exchange would take assignments of its own.
    Reckoning quick = c.question().capacities() ? new Reached() : reckoning;
    double spent = yuan(chosen);
    Integer most = c.question().sites();
    if ((most == null || chosen.size() < most) && worth(gain) > 0 && spent + price > budget) {
      return true;
    }
    for (int other : chosen) {
      SiteCandidate instead = c.candidates().get(other);
      double freed = instead.priceYuan() == null ? 0 : instead.priceYuan();
      if (instead.state() != SiteCandidate.State.FORCED && spent - freed + price > budget) {
        List<Integer> others = without(other);
        double have = worth(quick.added(others, other));
        if (worth(quick.added(others, site)) > have * (1 + 1e-9)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The chosen one that is in reach of most of those whom a candidate would newly cover. */
  private int mostShared(int site) {
    boolean[] would = new boolean[c.rowCount()];
    for (int row : new Reached().rows(List.of(), site)) {
      would[row] = true;
    }
    int best = -1;
    double most = 0;
    for (int other : chosen) {
      double[] shared = {0};
      c.forEachRow(
          other,
          (row, cost) -> shared[0] += would[row] && cost <= c.limit(row) ? c.weight(row) : 0);
      if (shared[0] > most) {
        most = shared[0];
        best = other;
      }
    }
    return best;
  }

  private Optional<Step> least() {
    return steps.stream()
        .filter(step -> c.candidates().get(step.site()).state() != SiteCandidate.State.FORCED)
        .min(Comparator.comparingDouble(step -> worth(step.gain())));
  }

  private SiteFacts facts(
      int site,
      @Nullable Integer rank,
      Gain gain,
      @Nullable Gain lost,
      SiteFacts.@Nullable Second second,
      int[] rows,
      @Nullable String why,
      Map<String, Object> whyValues) {
    SiteCandidate candidate = c.candidates().get(site);
    Double price = candidate.priceYuan();
    return new SiteFacts(
        rank,
        candidate.id(),
        candidate.name(),
        candidate.kind(),
        candidate.lon(),
        candidate.lat(),
        candidate.areaCode(),
        candidate.areaName(),
        candidate.townName(),
        price,
        candidate.costSource(),
        candidate.capacity(),
        candidate.state() == SiteCandidate.State.FORCED,
        rank != null,
        Rounding.people(gain.people),
        Rounding.people(gain.weight),
        median ? Rounding.people(gain.cost * minutesPerCost) : null,
        price == null || price == 0
            ? null
            : Rounding.people(gain.people / (price / YUAN_OF_A_RATE)),
        Rounding.people(alone(site).people),
        Rounding.people(inReach[site]),
        Rounding.people(alreadyServed[site]),
        lost == null ? null : Rounding.people(lost.people),
        second,
        who(rows),
        why,
        whyValues);
  }

  private SiteFacts.Who who(int[] rows) {
    Map<String, Double> groups = new LinkedHashMap<>();
    for (DemandGroup group : DemandGroup.values()) {
      double[] counts = c.snapshot().demand().counts(group);
      double sum = 0;
      boolean known = false;
      for (int row : rows) {
        double count = counts[c.point(row)];
        if (!Double.isNaN(count)) {
          known = true;
          sum += count;
        }
      }
      if (known) {
        groups.put(group.code(), Rounding.people(sum));
      }
    }
    PointAreas areas = c.snapshot().pointAreas();
    Map<Integer, Double> byArea = new HashMap<>();
    for (int row : rows) {
      int area = areas.areaOfPoint()[c.point(row)];
      if (area != PointAreas.NONE) {
        byArea.merge(area, c.people(row), Double::sum);
      }
    }
    Map<String, Double> byUnit = new TreeMap<>();
    new TreeMap<>(byArea)
        .forEach(
            (area, people) ->
                byUnit.merge(
                    c.snapshot().areas().unitOf(areas.codes().get(area)), people, Double::sum));
    List<SiteFacts.AreaGain> most =
        byUnit.entrySet().stream()
            .filter(entry -> entry.getValue() > 0)
            .sorted(
                Comparator.comparingDouble((Map.Entry<String, Double> entry) -> -entry.getValue())
                    .thenComparing(Map.Entry::getKey))
            .limit(MOST_AREAS)
            .map(
                entry ->
                    new SiteFacts.AreaGain(
                        entry.getKey(),
                        c.snapshot().areas().find(entry.getKey()).map(Area::name).orElse(null),
                        Rounding.people(entry.getValue())))
            .toList();
    return new SiteFacts.Who(groups, most);
  }

  /** By reach: whoever has something open within the cut-off is covered. */
  private final class Reached implements Reckoning {
    private final Map<List<Integer>, int[]> kept =
        new LinkedHashMap<>(8, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<List<Integer>, int[]> eldest) {
            return size() > KEPT_COSTS;
          }
        };

    /** Cost of every row with some candidates open. */
    private int[] costs(List<Integer> open) {
      int[] known = kept.get(open);
      if (known != null) {
        return known;
      }
      int[] before = open.isEmpty() ? null : kept.get(open.subList(0, open.size() - 1));
      int[] costs = new int[c.rowCount()];
      for (int row = 0; row < costs.length; row++) {
        costs[row] = before == null ? c.start(row) : before[row];
      }
      for (int site : before == null ? open : open.subList(open.size() - 1, open.size())) {
        c.forEachRow(site, (row, cost) -> costs[row] = Math.min(costs[row], cost));
      }
      kept.put(List.copyOf(open), costs);
      return costs;
    }

    @Override
    public Gain added(List<Integer> open, int site) {
      int[] costs = costs(open);
      double[] sums = new double[3];
      c.forEachRow(
          site,
          (row, cost) -> {
            if (cost <= c.limit(row) && costs[row] > c.limit(row)) {
              sums[0] += c.people(row);
              sums[1] += c.weight(row);
            }
            int before = Math.min(costs[row], c.farthest());
            if (cost < before) {
              sums[2] += c.weight(row) * (before - cost);
            }
          });
      return new Gain(sums[0], sums[1], sums[2]);
    }

    @Override
    public int[] rows(List<Integer> open, int site) {
      int[] costs = costs(open);
      List<Integer> rows = new ArrayList<>();
      c.forEachRow(
          site,
          (row, cost) -> {
            if (cost <= c.limit(row) && costs[row] > c.limit(row)) {
              rows.add(row);
            }
          });
      return rows.stream().mapToInt(row -> row).toArray();
    }
  }

  /**
   * By places: people are assigned as well as can be, and those who find everything full are not.
   */
  private final class Assigned implements Reckoning {
    private final Map<List<Integer>, Evaluation> known =
        new LinkedHashMap<>(8, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<List<Integer>, Evaluation> eldest) {
            return size() > KEPT_EVALUATIONS;
          }
        };

    private Evaluation evaluation(List<Integer> open) {
      List<Integer> key = open.stream().sorted().toList();
      Evaluation found = known.get(key);
      if (found == null) {
        found = c.problem().evaluate(flags(key));
        known.put(key, found);
      }
      return found;
    }

    @Override
    public Gain added(List<Integer> open, int site) {
      Evaluation with = evaluation(and(open, site));
      Evaluation bare = evaluation(open);
      return new Gain(
          with.people() - bare.people(),
          with.weight() - bare.weight(),
          median ? bare.objective() - with.objective() : 0);
    }

    @Override
    public int[] rows(List<Integer> open, int site) {
      int[] before = evaluation(open).servedBy();
      int[] after = evaluation(and(open, site)).servedBy();
      return IntStream.range(0, after.length)
          .filter(row -> before[row] == Evaluation.NOBODY && after[row] != Evaluation.NOBODY)
          .toArray();
    }
  }
}
