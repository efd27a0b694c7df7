package org.caremap.find;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.caremap.facility.CodeLists;
import org.caremap.platform.GeoData;
import org.caremap.platform.HomeFolder;
import org.caremap.platform.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The needs of {@code geodata/needs.yaml}, extended by {@code needs.yaml} in the home folder. Read
 * at start, so that a mistake is an error then.
 */
@Startup
@ApplicationScoped
public class Needs {
  private static final String FILE = "needs.yaml";
  private static final TypeReference<List<Need>> LIST = new TypeReference<>() {};

  private final Map<String, Need> needs = new LinkedHashMap<>();

  Needs(HomeFolder home, CodeLists codes) {
    add("geodata/" + FILE, GeoData.listBuiltIn(FILE, LIST), codes);
    Path own = home.root().resolve(FILE);
    add(own.toString(), GeoData.listOwn(own, LIST), codes);
  }

  private void add(String file, List<Need> list, CodeLists codes) {
    for (int i = 0; i < list.size(); i++) {
      String entry = file + ", entry " + (i + 1);
      Need need = list.get(i);
      if (blank(need.code()) || blank(need.zh()) || blank(need.en()) || blank(need.symbol())) {
        throw new IllegalStateException(entry + ": code, zh, en and symbol are needed");
      }
      if (need.color() == null || !need.color().matches("#[0-9a-fA-F]{6}")) {
        throw new IllegalStateException(
            entry + ": color is '" + need.color() + "'; legal: #rrggbb, for example #b3470e");
      }
      check(entry, "types", need.types(), codes::hasType, codes.legalTypes());
      check(entry, "orTypes", need.orTypes(), codes::hasType, codes.legalTypes());
      check(entry, "deliveredBy", need.deliveredBy(), codes::hasType, codes.legalTypes());
      check(entry, "withServices", need.withServices(), codes::hasService, codes.legalServices());
      needs.put(need.code(), need);
    }
  }

  private static boolean blank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  private static void check(
      String entry, String field, List<String> codes, Predicate<String> known, String legal) {
    for (String code : codes) {
      if (!known.test(code)) {
        throw new IllegalStateException(
            entry + ": " + field + " has '" + code + "'; legal: any of " + legal);
      }
    }
  }

  /** All needs in display order. */
  public List<Need> list() {
    return List.copyOf(needs.values());
  }

  /**
   * The need of a code.
   *
   * @throws ProblemException 400 naming the legal codes
   */
  public Need get(String code) {
    Need need = needs.get(code);
    if (need == null) {
      throw ProblemException.badParameter(
          "need", code, "one of " + String.join(", ", needs.keySet()));
    }
    return need;
  }
}
