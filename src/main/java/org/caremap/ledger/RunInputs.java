package org.caremap.ledger;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a figure was computed from: enough to compute it again.
 *
 * @param software version of the program, with the commit it was built from where the build knows
 *     it
 * @param data content of each kind of data as 12 hex digits of its SHA-256, {@code none} where
 *     nothing is loaded: streets, facilities, demand, areas, elevation, profiles; and the settings
 *     snapLimitMeters and detourFactor as numbers
 * @param streetsName what the loaded streets are called
 * @param streetsImportedAt when they were loaded, ISO 8601
 * @param question the API's parameters by name, {@code kind} among them
 * @param ruleSet 12 hex digits of the rules in force, null where the figure needs none
 */
public record RunInputs(
    String software,
    Map<String, String> data,
    @Nullable String streetsName,
    @Nullable String streetsImportedAt,
    Map<String, String> question,
    @Nullable String ruleSet) {
  /** Digits of an id. */
  private static final int ID_DIGITS = 16;

  /** Copies the maps in order of their keys. */
  public RunInputs {
    data = Collections.unmodifiableMap(new TreeMap<>(data));
    question = Collections.unmodifiableMap(new TreeMap<>(question));
  }

  /**
   * The run's id: the same for the same inputs, on every machine.
   *
   * @return 16 hex digits
   */
  public String id() {
    ContentHash hash = new ContentHash();
    hash.text(software);
    hash.texts(data);
    hash.text(streetsName);
    hash.text(streetsImportedAt);
    hash.texts(question);
    hash.text(ruleSet);
    return hash.hex(ID_DIGITS);
  }
}
