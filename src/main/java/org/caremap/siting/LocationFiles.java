package org.caremap.siting;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringTokenizer;
import org.caremap.core.geo.GreatCircle;
import org.jspecify.annotations.Nullable;

/**
 * Reads location problems as they are published:
 *
 * <ul>
 *   <li>OR-Library p-median (Beasley): {@code nodes edges p}, then {@code from to length}; every
 *       node is a demand point of weight 1 and a site; a repeated edge: the last one counts
 *   <li>coordinates (Lorena's SJC): {@code n}, then {@code x y}; a second file with one weight a
 *       line; every point is a demand point and a site, distances are Euclidean
 *   <li>a CSV of distances with a header: site, demand point, distance and, if given, weight
 *       (spopt); further CSV files with {@code name, long, lat} may give the order of the sites and
 *       weights, and without a table of distances the great circle is taken
 * </ul>
 */
final class LocationFiles {
  private LocationFiles() {}

  /**
   * @throws IOException where a file cannot be read
   * @throws IllegalArgumentException naming file, line, value and what is legal
   */
  static LocationProblem read(List<Path> files) throws IOException {
    List<Path> tables = new ArrayList<>();
    List<Path> plain = new ArrayList<>();
    for (Path file : files) {
      String head = Files.readString(file, StandardCharsets.UTF_8).lines().findFirst().orElse("");
      (head.contains(",") ? tables : plain).add(file);
    }
    if (!tables.isEmpty() && !plain.isEmpty()) {
      throw new IllegalArgumentException(
          "files must be all CSV or all plain numbers but %s is CSV and %s is not"
              .formatted(tables.get(0), plain.get(0)));
    }
    return tables.isEmpty() ? plain(plain) : tables(tables);
  }

  private static LocationProblem plain(List<Path> files) throws IOException {
    Numbers first = new Numbers(files.get(0));
    if (first.perLine() == 3) {
      if (files.size() > 2) {
        throw new IllegalArgumentException("a graph takes one file of weights at most");
      }
      return graph(first, files.size() == 2 ? new Numbers(files.get(1)) : null);
    }
    Numbers points = first;
    Numbers weights = files.size() > 1 ? new Numbers(files.get(1)) : null;
    if (weights != null && weights.size() > points.size()) {
      Numbers swap = points;
      points = weights;
      weights = swap;
    }
    return coordinates(points, weights);
  }

  private static LocationProblem graph(Numbers numbers, @Nullable Numbers weights) {
    int n = numbers.whole(1, 20_000, "number of nodes");
    int edges = numbers.whole(0, 50_000_000, "number of edges");
    int p = numbers.whole(0, n, "p");
    double[][] distance = new double[n][n];
    for (int i = 0; i < n; i++) {
      Arrays.fill(distance[i], Double.POSITIVE_INFINITY);
      distance[i][i] = 0;
    }
    for (int e = 0; e < edges; e++) {
      int a = numbers.whole(1, n, "node") - 1;
      int b = numbers.whole(1, n, "node") - 1;
      double length = numbers.number(0, "length");
      if (a != b) {
        distance[a][b] = length;
        distance[b][a] = length;
      }
    }
    numbers.end();
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < n; i++) {
        double via = distance[i][k];
        if (via < Double.POSITIVE_INFINITY) {
          for (int j = 0; j < n; j++) {
            distance[i][j] = Math.min(distance[i][j], via + distance[k][j]);
          }
        }
      }
    }
    return new LocationProblem(numbered(n), weights(weights, n), distance, p);
  }

  private static LocationProblem coordinates(Numbers points, @Nullable Numbers given) {
    // The number of points stands first, unless the first line holds a point already.
    int n = points.perLine() == 1 ? points.whole(1, 20_000, "number of points") : points.size() / 2;
    double[] x = new double[n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = points.number(Double.NEGATIVE_INFINITY, "x");
      y[i] = points.number(Double.NEGATIVE_INFINITY, "y");
    }
    points.end();
    double[][] distance = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        distance[i][j] = Math.hypot(x[i] - x[j], y[i] - y[j]);
      }
    }
    return new LocationProblem(numbered(n), weights(given, n), distance, 0);
  }

  private static double[] weights(@Nullable Numbers given, int n) {
    double[] weights = new double[n];
    Arrays.fill(weights, 1);
    if (given != null) {
      if (given.size() == n + 1) {
        given.whole(n, n, "number of weights");
      }
      for (int i = 0; i < n; i++) {
        weights[i] = given.number(0, "weight");
      }
      given.end();
    }
    return weights;
  }

  private static List<String> numbered(int n) {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= n; i++) {
      names.add(Integer.toString(i));
    }
    return names;
  }

  private static LocationProblem tables(List<Path> files) throws IOException {
    Map<String, Integer> sites = new LinkedHashMap<>();
    Map<String, Double> weightOf = new LinkedHashMap<>();
    Map<String, double[]> siteAt = new LinkedHashMap<>();
    Map<String, double[]> demandAt = new LinkedHashMap<>();
    Table distances = null;
    for (Path file : files) {
      Table table = new Table(file);
      if (table.has("distance")) {
        distances = table;
      } else if (table.has("weight")) {
        for (int r = 0; r < table.size(); r++) {
          weightOf.put(table.text(r, "name"), table.number(r, "weight", 0));
          demandAt.put(table.text(r, "name"), table.place(r));
        }
      } else {
        for (int r = 0; r < table.size(); r++) {
          sites.putIfAbsent(table.text(r, "name"), sites.size());
          siteAt.put(table.text(r, "name"), table.place(r));
        }
      }
    }
    if (distances == null) {
      return byGreatCircle(sites, siteAt, weightOf, demandAt);
    }
    Map<String, Integer> demands = new LinkedHashMap<>();
    for (int r = 0; r < distances.size(); r++) {
      sites.putIfAbsent(distances.text(r, "name"), sites.size());
      demands.putIfAbsent(distances.text(r, "destination"), demands.size());
    }
    double[][] distance = new double[demands.size()][sites.size()];
    double[] weights = new double[demands.size()];
    for (double[] row : distance) {
      Arrays.fill(row, Double.POSITIVE_INFINITY);
    }
    for (int r = 0; r < distances.size(); r++) {
      String name = distances.text(r, "destination");
      int i = demands.get(name);
      distance[i][sites.get(distances.text(r, "name"))] = distances.number(r, "distance", 0);
      weights[i] =
          distances.has("weight")
              ? distances.number(r, "weight", 0)
              : weightOf.getOrDefault(name, 1.0);
    }
    return new LocationProblem(List.copyOf(sites.keySet()), weights, distance, 0);
  }

  private static LocationProblem byGreatCircle(
      Map<String, Integer> sites,
      Map<String, double[]> siteAt,
      Map<String, Double> weightOf,
      Map<String, double[]> demandAt) {
    if (sites.isEmpty() || weightOf.isEmpty()) {
      throw new IllegalArgumentException(
          "need a CSV with a column distance, or one of sites (name, long, lat) and one of demand"
              + " points (name, long, lat, demand)");
    }
    double[] weights = weightOf.values().stream().mapToDouble(w -> w).toArray();
    double[][] distance = new double[weights.length][sites.size()];
    int i = 0;
    for (double[] point : demandAt.values()) {
      int j = 0;
      for (double[] site : siteAt.values()) {
        distance[i][j++] = GreatCircle.meters(point[0], point[1], site[0], site[1]);
      }
      i++;
    }
    return new LocationProblem(List.copyOf(sites.keySet()), weights, distance, 0);
  }

  /** Numbers of a plain file, one after another. */
  private static final class Numbers {
    private final Path file;
    private final int perLine;
    private final List<String> words = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();
    private int next;

    Numbers(Path file) throws IOException {
      this.file = file;
      int line = 0;
      int ofFirst = 0;
      for (String text : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        line++;
        StringTokenizer tokens = new StringTokenizer(text, " \t\r;");
        if (ofFirst == 0) {
          ofFirst = tokens.countTokens();
        }
        while (tokens.hasMoreTokens()) {
          words.add(tokens.nextToken());
          lines.add(line);
        }
      }
      perLine = ofFirst;
    }

    int perLine() {
      return perLine;
    }

    int size() {
      return words.size();
    }

    double number(double least, String what) {
      if (next == words.size()) {
        throw new IllegalArgumentException(
            "%s ends before a %s that was announced".formatted(file, what));
      }
      String word = words.get(next++);
      double value;
      try {
        value = Double.parseDouble(word);
      } catch (NumberFormatException e) {
        value = Double.NaN;
      }
      if (!(value >= least && Double.isFinite(value))) {
        throw new IllegalArgumentException(
            "%s, line %d: %s must be a number%s but is '%s'"
                .formatted(
                    file,
                    lines.get(next - 1),
                    what,
                    least == Double.NEGATIVE_INFINITY ? "" : " of at least " + least,
                    word));
      }
      return value;
    }

    int whole(int least, int most, String what) {
      double value = number(least, what);
      if (value > most || value != Math.rint(value)) {
        throw new IllegalArgumentException(
            "%s, line %d: %s must be a whole number in [%d, %d] but is %s"
                .formatted(file, lines.get(next - 1), what, least, most, words.get(next - 1)));
      }
      return (int) value;
    }

    void end() {
      if (next < words.size()) {
        throw new IllegalArgumentException(
            "%s, line %d: nothing more was announced but there is '%s'"
                .formatted(file, lines.get(next), words.get(next)));
      }
    }
  }

  /** A CSV with a header; columns by the names that publications use. */
  private static final class Table {
    private static final Map<String, List<String>> NAMES =
        Map.of(
            "distance", List.of("distance", "dist", "cost"),
            "name", List.of("name", "site", "store", "facility", "id", "objectid"),
            "destination", List.of("destinationname", "destination", "demandname", "client", "to"),
            "weight", List.of("demand", "weight", "pop2000", "population", "pop"),
            "lon", List.of("long", "lon", "lng", "x"),
            "lat", List.of("lat", "y"));

    private final Path file;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final List<CsvRecord> rows = new ArrayList<>();

    Table(Path file) throws IOException {
      this.file = file;
      try (CsvReader<CsvRecord> reader =
          CsvReader.builder().ofCsvRecord(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
        for (CsvRecord row : reader) {
          rows.add(row);
        }
      }
      List<String> header =
          rows.remove(0).getFields().stream()
              .map(f -> f.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT))
              .toList();
      NAMES.forEach(
          (key, names) ->
              names.stream()
                  .filter(header::contains)
                  .findFirst()
                  .ifPresent(name -> columns.put(key, header.indexOf(name))));
    }

    boolean has(String column) {
      return columns.containsKey(column);
    }

    int size() {
      return rows.size();
    }

    String text(int row, String column) {
      Integer at = columns.get(column);
      if (at == null || at >= rows.get(row).getFieldCount()) {
        throw new IllegalArgumentException(
            "%s, line %d: a column %s is needed (%s)"
                .formatted(
                    file,
                    rows.get(row).getStartingLineNumber(),
                    column,
                    String.join(", ", NAMES.getOrDefault(column, List.of(column)))));
      }
      return rows.get(row).getField(at).strip();
    }

    double number(int row, String column, double least) {
      String text = text(row, column);
      double value;
      try {
        value = Double.parseDouble(text);
      } catch (NumberFormatException e) {
        value = Double.NaN;
      }
      if (!(value >= least && Double.isFinite(value))) {
        throw new IllegalArgumentException(
            "%s, line %d: %s must be a number of at least %s but is '%s'"
                .formatted(file, rows.get(row).getStartingLineNumber(), column, least, text));
      }
      return value;
    }

    double[] place(int row) {
      return has("lon") && has("lat")
          ? new double[] {number(row, "lon", -180), number(row, "lat", -90)}
          : new double[] {Double.NaN, Double.NaN};
    }
  }
}
