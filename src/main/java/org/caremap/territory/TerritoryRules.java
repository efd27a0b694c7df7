package org.caremap.territory;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caremap.platform.GeoData;
import org.caremap.platform.HomeFolder;

/**
 * The rules of {@code geodata/territory/rules.yaml}, extended by {@code territory/rules.yaml} in
 * the home folder. Read at start, so that a mistake in them is an error then.
 */
@Startup
@ApplicationScoped
public class TerritoryRules {
  private static final String FILE = "territory/rules.yaml";
  private static final TypeReference<List<TerritoryRule>> LIST = new TypeReference<>() {};

  private final Map<String, TerritoryRule> rules = new LinkedHashMap<>();

  TerritoryRules(HomeFolder home) {
    GeoData.listBuiltIn(FILE, LIST).forEach(rule -> rules.put(rule.code(), rule));
    GeoData.listOwn(home.root().resolve(FILE), LIST).forEach(rule -> rules.put(rule.code(), rule));
    stationsPerCentre();
    tolerance();
  }

  /** All, in order. */
  public List<TerritoryRule> list() {
    return List.copyOf(rules.values());
  }

  /** How many stations one centre should lead. */
  int stationsPerCentre() {
    return (int) number("stations-per-centre", 1, TerritoryQuestions.MOST_PARTS);
  }

  /** Deviation that counts as balanced. */
  double tolerance() {
    return number("tolerance", 0, 1);
  }

  private double number(String code, double least, double most) {
    TerritoryRule rule = rules.get(code);
    Double value = rule == null ? null : rule.value();
    if (value == null || !(value >= least && value <= most)) {
      throw new IllegalStateException(
          "%s, value of %s is %s; legal: a number from %s to %s"
              .formatted(FILE, code, value, least, most));
    }
    return value;
  }
}
