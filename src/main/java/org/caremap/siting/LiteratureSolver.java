package org.caremap.siting;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.caremap.core.siting.SiteChoice;
import org.caremap.core.siting.SitingCosts;
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
    SitingCosts costs = model == Model.MCLP ? covering(problem, radius) : median(problem);
    SitingSolution solution =
        SitingSolver.solve(
            costs,
            SiteChoice.of(count),
            seed,
            () -> (System.nanoTime() - start) / 1e9 > mostSeconds);
    double all = Arrays.stream(problem.weights()).sum();
    boolean covering = model == Model.MCLP;
    double objective = covering ? all - solution.cost() : solution.cost();
    double bound = covering ? all - solution.bound() : solution.bound();
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

  private static SitingCosts covering(LocationProblem problem, double radius) {
    SitingCosts.Builder builder = new SitingCosts.Builder(problem.siteNames().size());
    for (int i = 0; i < problem.weights().length; i++) {
      int[] sites = new int[problem.siteNames().size()];
      int found = 0;
      for (int j = 0; j < sites.length; j++) {
        if (problem.distances()[i][j] <= radius) {
          sites[found++] = j;
        }
      }
      builder.demand(Arrays.copyOf(sites, found), new double[found], problem.weights()[i]);
    }
    return builder.build();
  }
}
