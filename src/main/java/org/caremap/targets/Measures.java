package org.caremap.targets;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.caremap.facility.CodeLists;
import org.caremap.platform.GeoData;
import org.caremap.platform.HomeFolder;

/** What is counted for each known column: built in, and a bureau's own. */
@ApplicationScoped
class Measures {
  private static final String FILE = "targets/measures.yaml";
  private static final Set<String> FACTS = Set.of("purchasedServiceElders", "emergencyCallElders");
  static final Set<String> CONDITIONS =
      Set.of("urban", "meetsStandard", "sociallyRun", "demonstrationSite", "regionalCentre");

  private final Map<String, Measure> byCode = new LinkedHashMap<>();

  Measures(HomeFolder home, CodeLists codes) {
    Set<String> types = new TreeSet<>();
    codes.listTypes().forEach(type -> types.add(type.code()));
    TypeReference<List<Measure>> list = new TypeReference<>() {};
    Path own = home.root().resolve(FILE);
    GeoData.listBuiltIn(FILE, list).forEach(one -> put("geodata/" + FILE, one, types));
    GeoData.listOwn(own, list).forEach(one -> put(own.toString(), one, types));
  }

  private void put(String file, Measure measure, Set<String> types) {
    for (String type : measure.types()) {
      legal(file, measure, "types", type, types);
    }
    for (String condition : measure.where().keySet()) {
      legal(file, measure, "where", condition, CONDITIONS);
    }
    if (measure.fact() != null) {
      legal(file, measure, "fact", measure.fact(), FACTS);
    } else if (measure.types().isEmpty()) {
      throw new IllegalStateException(
          "%s, %s: it needs types or fact".formatted(file, measure.code()));
    }
    byCode.put(measure.code(), measure);
  }

  private static void legal(
      String file, Measure measure, String field, String value, Set<String> legal) {
    if (!legal.contains(value)) {
      throw new IllegalStateException(
          "%s, %s, %s: '%s'; legal: %s"
              .formatted(
                  file, measure.code(), field, value, String.join(", ", new TreeSet<>(legal))));
    }
  }

  Map<String, Measure> all() {
    return byCode;
  }
}
