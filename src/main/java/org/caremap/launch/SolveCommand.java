package org.caremap.launch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.caremap.siting.LiteratureSolver;
import org.jspecify.annotations.Nullable;

/** {@code solve pmedian|mclp FILE…}: location problems of the literature; needs no server. */
final class SolveCommand {
  private static final int BAD_USAGE = 2;
  private static final int BAD_INPUT = 1;
  private static final ObjectMapper JSON = new ObjectMapper();

  private SolveCommand() {}

  /** What was asked for. */
  private record Options(
      LiteratureSolver.Model model,
      List<Path> files,
      @Nullable Integer p,
      @Nullable Double radius,
      long seed,
      double seconds,
      boolean json) {}

  /**
   * @param args without the word solve
   * @return exit code
   */
  static int main(String... args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Options options;
    try {
      options = options(args);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + "\n" + Usage.TEXT);
      return BAD_USAGE;
    }
    try {
      LiteratureSolver.Answer answer =
          LiteratureSolver.solve(
              options.model,
              options.files,
              options.p,
              options.radius,
              options.seed,
              options.seconds);
      out.println(options.json ? JSON.writeValueAsString(answer) : text(answer));
      return 0;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer is always JSON", e);
    } catch (IOException e) {
      System.err.println("cannot read " + e.getMessage());
      return BAD_INPUT;
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      return BAD_INPUT;
    }
  }

  private static Options options(String[] args) {
    if (args.length < 2) {
      throw new IllegalArgumentException("solve needs a model (pmedian or mclp) and a file");
    }
    LiteratureSolver.Model model =
        switch (args[0]) {
          case "pmedian" -> LiteratureSolver.Model.PMEDIAN;
          case "mclp" -> LiteratureSolver.Model.MCLP;
          default ->
              throw new IllegalArgumentException(
                  "model must be pmedian or mclp but is '" + args[0] + "'");
        };
    List<Path> files = new ArrayList<>();
    Integer p = null;
    Double radius = null;
    long seed = 1;
    double seconds = 300;
    boolean json = false;
    for (int i = 1; i < args.length; i++) {
      switch (args[i]) {
        case "--p" -> p = (int) number(args, ++i, 1, 1_000_000, true);
        case "--radius" -> radius = number(args, ++i, 0, 1e9, false);
        case "--seed" -> seed = (long) number(args, ++i, 0, 1e15, true);
        case "--seconds" -> seconds = number(args, ++i, 0, 86_400, false);
        case "--json" -> json = true;
        default -> {
          if (args[i].startsWith("--")) {
            throw new IllegalArgumentException("unknown option '" + args[i] + "'");
          }
          Path file = Path.of(args[i]);
          if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("there is no file '" + args[i] + "'");
          }
          files.add(file);
        }
      }
    }
    if (files.isEmpty()) {
      throw new IllegalArgumentException("solve needs a file");
    }
    return new Options(model, files, p, radius, seed, seconds, json);
  }

  private static double number(String[] args, int at, double least, double most, boolean whole) {
    String text = at < args.length ? args[at] : "";
    double value;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      value = Double.NaN;
    }
    if (!(value >= least && value <= most) || whole && value != Math.rint(value)) {
      throw new IllegalArgumentException(
          "%s must be a %s in [%s, %s] but is '%s'"
              .formatted(
                  args[at - 1],
                  whole ? "whole number" : "number",
                  plain(least),
                  plain(most),
                  text));
    }
    return value;
  }

  private static String plain(double value) {
    return new java.math.BigDecimal(value).toPlainString();
  }

  private static String text(LiteratureSolver.Answer answer) {
    return String.format(
        Locale.ROOT,
        "%s, p = %d: objective %s, bound %s, gap %.4f %% (%s), %.2f s%n  sites %s",
        answer.model(),
        answer.p(),
        answer.objective(),
        answer.bound(),
        100 * answer.gap(),
        answer.proven() ? "proven" : "not proven",
        answer.seconds(),
        String.join(", ", answer.siteNames()));
  }
}
