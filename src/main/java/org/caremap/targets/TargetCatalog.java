package org.caremap.targets;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caremap.core.targets.PlanTable;
import org.caremap.core.targets.SheetLine;
import org.caremap.core.targets.TableProblem;
import org.caremap.platform.GeoData;
import org.caremap.platform.ProblemException;
import org.jspecify.annotations.Nullable;

/** The plan tables there are: those that come with the product, and a bureau's own. */
@ApplicationScoped
class TargetCatalog {
  private static final String CODE = "[a-z0-9][a-z0-9-]{1,59}";
  private static final int MOST_CHARACTERS = 1_000_000;
  private static final int LONGEST_NAME = 300;

  private final TargetTableStore store;
  private final Map<String, TargetSource> builtIn = new LinkedHashMap<>();

  private record Entry(
      String code,
      String zh,
      String en,
      Integer year,
      String seedFile,
      String file,
      String shape,
      String title,
      Map<String, List<String>> aliases) {}

  TargetCatalog(TargetTableStore store) {
    this.store = store;
    for (Entry entry :
        GeoData.listBuiltIn("targets/tables.yaml", new TypeReference<List<Entry>>() {})) {
      TargetSource source =
          new TargetSource(
              entry.code,
              entry.zh,
              entry.en,
              entry.year,
              entry.seedFile,
              entry.title,
              entry.file,
              true,
              text(entry.file),
              entry.aliases);
      String shape = parse(source).isYearly() ? "cumulative" : "increments";
      if (!shape.equals(entry.shape)) {
        throw new IllegalStateException(
            "geodata/targets/tables.yaml, %s, shape: '%s', but %s reads as %s"
                .formatted(entry.code, entry.shape, entry.file, shape));
      }
      builtIn.put(entry.code, source);
    }
  }

  private static String text(String file) {
    String resource = "geodata/targets/" + file;
    try (InputStream in =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not in the artefact");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " cannot be read", e);
    }
  }

  List<TargetSource> list() {
    List<TargetSource> all = new ArrayList<>(builtIn.values());
    all.addAll(store.list());
    return all;
  }

  /**
   * @throws ProblemException 404 where there is no such table
   */
  TargetSource get(String code) {
    TargetSource known = builtIn.get(code);
    Optional<TargetSource> found =
        known != null
            ? Optional.of(known)
            : store.list().stream().filter(one -> one.code().equals(code)).findFirst();
    return found.orElseThrow(() -> ProblemException.notFound("plan table", code));
  }

  /** The table of a source that was read before. */
  static PlanTable parse(TargetSource source) {
    try {
      return TableReader.read(source.text().getBytes(StandardCharsets.UTF_8), source.file());
    } catch (TableProblem e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Stores a bureau's own table, whatever contradictions it has.
   *
   * @throws ProblemException 400 where a value is not legal or the file is no plan table
   */
  TargetSource put(@Nullable String code, @Nullable String name, String fileName, byte[] bytes) {
    if (code == null || !code.matches(CODE)) {
      throw ProblemException.badParameter(
          "code", code, "2 to 60 small letters, digits and hyphens, such as 2027-targets");
    }
    if (builtIn.containsKey(code)) {
      throw ProblemException.badParameter(
          "code", code, "none of the tables that come with the product");
    }
    String title = name == null || name.isBlank() ? fileName : name.strip();
    if (title.length() > LONGEST_NAME) {
      throw ProblemException.badParameter("name", title, "1 to " + LONGEST_NAME + " characters");
    }
    String text = text(bytes, fileName);
    store.put(code, title, fileName, text);
    return get(code);
  }

  private static String text(byte[] bytes, String fileName) {
    try {
      TableReader.read(bytes, fileName); // refuses what is no table
      List<SheetLine> lines = SheetFile.read(bytes, fileName);
      String text = SheetFile.write(lines);
      if (text.length() > MOST_CHARACTERS) {
        throw new TableProblem(
            fileName + ": " + text.length() + " characters; legal: at most " + MOST_CHARACTERS);
      }
      return text;
    } catch (TableProblem e) {
      throw ProblemException.badParameter("file", fileName, String.valueOf(e.getMessage()));
    }
  }

  /**
   * @throws ProblemException 404 where there is none, 409 where it comes with the product
   */
  void delete(String code) {
    if (builtIn.containsKey(code)) {
      throw ProblemException.conflict(
          "'%s' comes with the product and cannot be removed".formatted(code));
    }
    if (!store.delete(code)) {
      throw ProblemException.notFound("plan table", code);
    }
  }
}
