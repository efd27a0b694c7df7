package org.caremap.siting;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.caremap.core.siting.Listener;
import org.caremap.core.siting.SiteChoice;
import org.caremap.core.siting.SitingAnswer;
import org.caremap.core.siting.SitingCosts;
import org.caremap.core.siting.SitingProblem;
import org.caremap.core.siting.SitingSearch;
import org.caremap.core.siting.SitingSolution;
import org.caremap.core.siting.SitingSolver;
import org.jspecify.annotations.Nullable;

/** Solves location problems of the literature from their files. */
public final class LiteratureSolver {
  private LiteratureSolver() {}

  /** Which model. */
  public enum Model {
    /** Least total weighted distance (Hakimi, 1964). */
    PMEDIAN,
    /** Most weight within a radius (Church and ReVelle, 1974). */
    MCLP
  }

  /**
   * What was found.
   *
   * @param objective p-median: total weighted distance; MCLP: weight covered
   * @param bound no answer is better than this
   * @param gap |bound − objective| / objective
   * @param proven whether the bound leaves no room
   * @param sites numbers of the sites: those in their names (Store_11 is 11), or from 1 in the
   *     file's order where names have none
   * @param siteNames their names
   * @param totalWeight all weight
   * @param meanDistance p-median: objective / all weight; null for MCLP
   * @param coveredShare MCLP: objective / all weight; null for the p-median
   * @param nodes subproblems of the proof
   * @param seconds computing time, reading left out
   */
  public record Answer(
      String model,
      int p,
      @Nullable Double radius,
      double objective,
      double bound,
      double gap,
      boolean proven,
      List<Integer> sites,
      List<String> siteNames,
      double totalWeight,
      @Nullable Double meanDistance,
      @Nullable Double coveredShare,
      long nodes,
      double seconds) {}

  /**
   * Reads and solves.
   *
   * @param p sites to open; null takes the number that the file states
   * @param radius for MCLP, inclusive
   * @param mostSeconds after so long the best known is given with its bound
   * @throws IOException where a file cannot be read
   * @throws IllegalArgumentException naming file, line, value and legal range
   */
  public static Answer solve(
      Model model,
      List<Path> files,
      @Nullable Integer p,
      @Nullable Double radius,
      long seed,
      double mostSeconds)
      throws IOException {
    LocationProblem problem = LocationFiles.read(files);
    int count = p != null ? p : problem.count();
    if (count < 1) {
      throw new IllegalArgumentException("--p must be at least 1: the file states no number");
    }
    if (model == Model.MCLP && radius == null) {
      throw new IllegalArgumentException("--radius is needed for mclp");
    }
    long start = System.nanoTime();
    BooleanSupplier enough = () -> (System.nanoTime() - start) / 1e9 > mostSeconds;
    boolean covering = model == Model.MCLP;
    SitingSolution solution =
        covering
            ? covering(problem, count, radius, seed, enough)
            : SitingSolver.solve(median(problem), SiteChoice.of(count), seed, enough);
    double all = Arrays.stream(problem.weights()).sum();
    double objective = solution.cost();
    double bound = solution.bound();
    List<Integer> own = ownNumbers(problem.siteNames());
    List<Integer> numbers = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int site : solution.sites()) {
      numbers.add(own.get(site));
      names.add(problem.siteNames().get(site));
    }
    return new Answer(
        model.name().toLowerCase(Locale.ROOT),
        count,
        covering ? radius : null,
        objective,
        bound,
        objective == 0 ? 0 : Math.abs(bound - objective) / Math.abs(objective),
        solution.proven(),
        numbers,
        names,
        all,
        covering || all == 0 ? null : objective / all,
        covering && all > 0 ? objective / all : null,
        solution.nodes(),
        (System.nanoTime() - start) / 1e9);
  }

  private static List<Integer> ownNumbers(List<String> names) {
    List<Integer> numbers = new ArrayList<>();
    for (String name : names) {
      String digits = name.substring(name.length() - trailingDigits(name));
      if (!digits.isEmpty() && digits.length() < 10) {
        numbers.add(Integer.valueOf(digits));
      }
    }
    if (numbers.stream().distinct().count() == names.size()) {
      return numbers;
    }
    return IntStream.rangeClosed(1, names.size()).boxed().toList();
  }

  private static int trailingDigits(String name) {
    int digits = 0;
    while (digits < name.length() && Character.isDigit(name.charAt(name.length() - 1 - digits))) {
      digits++;
    }
    return digits;
  }

  private static SitingCosts median(LocationProblem problem) {
    SitingCosts.Builder builder = new SitingCosts.Builder(problem.siteNames().size());
    for (int i = 0; i < problem.weights().length; i++) {
      int[] sites = new int[problem.siteNames().size()];
      double[] costs = new double[sites.length];
      int found = 0;
      for (int j = 0; j < sites.length; j++) {
        if (problem.distances()[i][j] < Double.POSITIVE_INFINITY) {
          sites[found] = j;
          costs[found++] = problem.weights()[i] * problem.distances()[i][j];
        }
      }
      builder.demand(
          Arrays.copyOf(sites, found), Arrays.copyOf(costs, found), Double.POSITIVE_INFINITY);
    }
    return builder.build();
  }

  private static SitingSolution covering(
      LocationProblem problem, int count, double radius, long seed, BooleanSupplier enough) {
    int sites = problem.siteNames().size();
    SiteChoice.of(count).check(sites);
    SitingProblem.Builder builder = SitingProblem.builder(SitingProblem.Model.MAXIMAL_COVERING);
    for (int j = 0; j < sites; j++) {
      builder.site(0, Double.POSITIVE_INFINITY, SitingProblem.State.FREE, false);
    }
    builder.count(count);
    int[] reach = new int[sites];
    double[] costs = new double[sites];
    for (int i = 0; i < problem.weights().length; i++) {
      int found = 0;
      for (int j = 0; j < sites; j++) {
        if (problem.distances()[i][j] <= radius) {
          reach[found] = j;
          costs[found++] = problem.distances()[i][j];
        }
      }
      double weight = problem.weights()[i];
      builder.demand(
          weight, weight, -1, radius, radius, Double.POSITIVE_INFINITY, reach, costs, found);
    }
    SitingAnswer answer =
        SitingSearch.solve(builder.build(), seed, new OrToolsExact(), Listener.until(enough));
    // The literature opens exactly so many, needed or not.
    List<Integer> chosen = new ArrayList<>(answer.sites());
    for (int j = 0; chosen.size() < count; j++) {
      if (!chosen.contains(j)) {
        chosen.add(j);
      }
    }
    return new SitingSolution(
        chosen.stream().sorted().toList(),
        answer.objective(),
        answer.bound(),
        answer.proven(),
        answer.nodes());
  }
}
