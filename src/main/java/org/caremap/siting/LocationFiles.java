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
 *   <li>coordinates (Lorena's SJC): {@code n} or nothing, then lines of {@code x y}, {@code x y
 *       weight} or {@code number x y weight}; a second file may hold one weight a line; every point
 *       is a demand point and a site, distances are Euclidean
 *   <li>a CSV of distances with a header: site, demand point, distance and, if given, weight
 *       (spopt); further CSV files with {@code name, long, lat} may give the order of the sites and
 *       weights, and without a table of distances the great circle is taken, or the plane where the
 *       columns are {@code x, y}; commas, semicolons or tabs separate
 * </ul>
 */
final class LocationFiles {
  /** A matrix of so many points is still held in memory. */
  private static final int MOST_POINTS = 12_000;

  private LocationFiles() {}

  /**
   * @throws IOException where a file cannot be read
   * @throws IllegalArgumentException naming file, line, value and what is legal
   */
  static LocationProblem read(List<Path> files) throws IOException {
    List<Path> tables = new ArrayList<>();
    List<Path> plain = new ArrayList<>();
    for (Path file : files) {
      (Table.looksLike(file) ? tables : plain).add(file);
    }
    if (!tables.isEmpty() && !plain.isEmpty()) {
      throw new IllegalArgumentException(
          "files must be all tables with a header or all plain numbers but %s is a table and %s is"
                  .formatted(tables.get(0), plain.get(0))
              + " not");
    }
    return tables.isEmpty() ? plain(plain) : tables(tables);
  }

  private static final String SEPARATORS = " \t\r;,";

  /** Lines of a file in UTF-8, or in Latin 1 where it is not, without a mark of order. */
  private static List<String> lines(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') >= 0) {
      text = new String(bytes, StandardCharsets.ISO_8859_1);
    }
    return text.replace("\uFEFF", "").lines().toList();
  }

  private static LocationProblem plain(List<Path> files) throws IOException {
    Numbers first = new Numbers(files.get(0));
    Numbers second = files.size() > 1 ? new Numbers(files.get(1)) : null;
    if (files.size() > 2) {
      throw new IllegalArgumentException(
          "plain numbers take a file of places or streets and one of weights, but there are "
              + files.size());
    }
    if (second != null && second.widest() > first.widest()) {
      Numbers swap = first;
      first = second;
      second = swap;
    }
    return first.isGraph() ? graph(first, second) : coordinates(first, second);
  }

  private static LocationProblem graph(Numbers numbers, @Nullable Numbers weights) {
    int n = numbers.whole(1, MOST_POINTS, "number of nodes");
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

  /** Lines of x y, x y weight, or number x y weight, after a line with their number or none. */
  private static LocationProblem coordinates(Numbers points, @Nullable Numbers given) {
    int columns = points.widest();
    int n = points.size() / columns;
    int p = 0;
    if (points.perLine() < columns || points.startsWithCount()) {
      n = points.whole(1, MOST_POINTS, "number of points");
      if (points.perLine() > 1) {
        p = points.whole(0, n, "p");
      }
      for (int k = 2; k < points.perLine(); k++) {
        points.number(Double.NEGATIVE_INFINITY, "number");
      }
    }
    if (n > MOST_POINTS || columns < 2 || columns > 4) {
      throw new IllegalArgumentException(
          "%s must have lines of x y, x y weight, or number x y weight, at most %d of them, but has %d of %d numbers"
              .formatted(points.file, MOST_POINTS, n, columns));
    }
    double[] x = new double[n];
    double[] y = new double[n];
    double[] own = new double[n];
    Arrays.fill(own, 1);
    List<String> names = new ArrayList<>(numbered(n));
    for (int i = 0; i < n; i++) {
      if (columns == 4) {
        names.set(i, points.word("number"));
      }
      x[i] = points.number(Double.NEGATIVE_INFINITY, "x");
      y[i] = points.number(Double.NEGATIVE_INFINITY, "y");
      if (columns > 2) {
        own[i] = points.number(0, "weight");
      }
    }
    points.end();
    double[] weights = given == null ? own : weights(given, n);
    return new LocationProblem(List.copyOf(names), weights, euclidean(x, y, x, y), p);
  }

  private static double[][] euclidean(double[] x, double[] y, double[] siteX, double[] siteY) {
    double[][] distance = new double[x.length][siteX.length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < siteX.length; j++) {
        distance[i][j] = Math.hypot(x[i] - siteX[j], y[i] - siteY[j]);
      }
    }
    return distance;
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
    boolean planar = false;
    for (Path file : files) {
      Table table = new Table(file);
      planar |= table.isPlanar();
      if (table.has("distance")) {
        distances = table;
      } else if (table.has("weight")) {
        for (int r = 0; r < table.size(); r++) {
          weightOf.put(table.name(r), table.number(r, "weight", 0));
          demandAt.put(table.name(r), table.place(r));
        }
      } else {
        for (int r = 0; r < table.size(); r++) {
          sites.putIfAbsent(table.name(r), sites.size());
          siteAt.put(table.name(r), table.place(r));
        }
      }
    }
    if (distances == null) {
      if (sites.isEmpty()) {
        // One file for all: every point is a site, too.
        demandAt.keySet().forEach(name -> sites.put(name, sites.size()));
        siteAt.putAll(demandAt);
      }
      if (weightOf.isEmpty()) {
        siteAt.keySet().forEach(name -> weightOf.put(name, 1.0));
        demandAt.putAll(siteAt);
      }
      return byPlaces(sites, siteAt, weightOf, demandAt, planar);
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

  private static LocationProblem byPlaces(
      Map<String, Integer> sites,
      Map<String, double[]> siteAt,
      Map<String, Double> weightOf,
      Map<String, double[]> demandAt,
      boolean planar) {
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
        distance[i][j++] =
            planar
                ? Math.hypot(point[0] - site[0], point[1] - site[1])
                : GreatCircle.meters(point[0], point[1], site[0], site[1]);
      }
      i++;
    }
    return new LocationProblem(List.copyOf(sites.keySet()), weights, distance, 0);
  }

  /** Numbers of a plain file, one after another. */
  private static final class Numbers {
    private final Path file;
    private final int perLine;
    private final int widest;
    private final int filled;
    private final List<String> words = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();
    private int next;

    Numbers(Path file) throws IOException {
      this.file = file;
      int line = 0;
      int ofFirst = 0;
      int most = 0;
      int full = 0;
      for (String text : LocationFiles.lines(file)) {
        line++;
        StringTokenizer tokens = new StringTokenizer(text, SEPARATORS);
        // Words above the numbers name columns or the file.
        if (text.startsWith("#") || words.isEmpty() && !numeric(text)) {
          continue;
        }
        int count = tokens.countTokens();
        full += count > 0 ? 1 : 0;
        ofFirst = ofFirst == 0 ? count : ofFirst;
        most = Math.max(most, count);
        while (tokens.hasMoreTokens()) {
          words.add(tokens.nextToken());
          lines.add(line);
        }
      }
      perLine = ofFirst;
      widest = most;
      filled = full;
      if (words.isEmpty()) {
        throw new IllegalArgumentException(file + " holds no numbers");
      }
    }

    static boolean numeric(String text) {
      StringTokenizer tokens = new StringTokenizer(text, SEPARATORS);
      while (tokens.hasMoreTokens()) {
        try {
          Double.parseDouble(tokens.nextToken());
        } catch (NumberFormatException e) {
          return false;
        }
      }
      return true;
    }

    /** Most numbers on a line. */
    int widest() {
      return widest;
    }

    /** Whether the first line says how many lines follow. */
    boolean startsWithCount() {
      return words.get(0).equals(Integer.toString(filled - 1));
    }

    /** Whether this is n, m, p and then m lines of two nodes and a length, or nearly so. */
    boolean isGraph() {
      if (perLine != 3 || widest != 3) {
        return false;
      }
      double n = Double.parseDouble(words.get(0));
      double edges = Double.parseDouble(words.get(1));
      double p = Double.parseDouble(words.get(2));
      if (n != Math.rint(n) || edges != Math.rint(edges) || p != Math.rint(p) || n < 1 || p > n) {
        return false;
      }
      if (edges == filled - 1) {
        return true;
      }
      for (int k = 3; k + 1 < words.size(); k += 3) {
        if (!isNode(words.get(k), n) || !isNode(words.get(k + 1), n)) {
          return false;
        }
      }
      return true;
    }

    private static boolean isNode(String word, double n) {
      double value = numeric(word) ? Double.parseDouble(word) : -1;
      return value == Math.rint(value) && value >= 1 && value <= n;
    }

    String word(String what) {
      if (next == words.size()) {
        throw new IllegalArgumentException(
            "%s ends before a %s that was announced".formatted(file, what));
      }
      return words.get(next++);
    }

    int perLine() {
      return perLine;
    }

    int size() {
      return words.size();
    }

    double number(double least, String what) {
      String word = word(what);
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
            "name", List.of("name", "site", "store", "facility", "id", "objectid", "no", "number"),
            "destination", List.of("destinationname", "destination", "demandname", "client", "to"),
            "weight", List.of("demand", "weight", "pop2000", "population", "pop", "w"),
            "lon", List.of("long", "lon", "lng", "longitude", "x", "x_coord", "xcoord"),
            "lat", List.of("lat", "latitude", "y", "y_coord", "ycoord"));

    private final Path file;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final List<CsvRecord> rows = new ArrayList<>();
    private final boolean planar;

    /** Whether a file begins with words in columns, one of which is known here. */
    static boolean looksLike(Path file) throws IOException {
      String head = lines(file).stream().findFirst().orElse("");
      char separator = separator(head);
      if (Numbers.numeric(head) || head.indexOf(separator) < 0) {
        return false;
      }
      return head.lines()
          .flatMap(line -> Arrays.stream(line.split(String.valueOf(separator), -1)))
          .map(Table::column)
          .anyMatch(word -> NAMES.values().stream().anyMatch(names -> names.contains(word)));
    }

    private static String column(String field) {
      return field.replace("\"", "").strip().toLowerCase(Locale.ROOT);
    }

    private static char separator(String head) {
      return head.contains(";") ? ';' : head.contains("\t") ? '\t' : ',';
    }

    Table(Path file) throws IOException {
      this.file = file;
      List<String> lines = lines(file);
      char separator = separator(lines.get(0));
      try (CsvReader<CsvRecord> reader =
          CsvReader.builder()
              .fieldSeparator(separator)
              .ofCsvRecord(String.join(System.lineSeparator(), lines))) {
        for (CsvRecord row : reader) {
          rows.add(row);
        }
      }
      List<String> header = rows.remove(0).getFields().stream().map(Table::column).toList();
      NAMES.forEach(
          (key, names) ->
              names.stream()
                  .filter(header::contains)
                  .findFirst()
                  .ifPresent(name -> columns.put(key, header.indexOf(name))));
      planar = header.contains("x") || header.contains("x_coord") || header.contains("xcoord");
    }

    /** Whether places are metres (or whatever) in the plane, not degrees. */
    boolean isPlanar() {
      return planar;
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

    /** The name of a row, or its number where there are no names. */
    String name(int row) {
      return has("name") ? text(row, "name") : Integer.toString(row + 1);
    }

    double[] place(int row) {
      if (!has("lon") || !has("lat")) {
        return new double[] {Double.NaN, Double.NaN};
      }
      boolean flat = isPlanar();
      return new double[] {
        number(row, "lon", flat ? Double.NEGATIVE_INFINITY : -180),
        number(row, "lat", flat ? Double.NEGATIVE_INFINITY : -90)
      };
    }
  }
}
