package org.caremap.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.caremap.coverage.CareSnapshot;
import org.caremap.coverage.WalkingProfiles;
import org.caremap.streets.StreetNetwork;
import org.jspecify.annotations.Nullable;

/** Says what a figure is computed from. Asking stores nothing. */
@ApplicationScoped
public class Ledger {
  private final Software software;
  private final DataHashes hashes = new DataHashes();
  private final String profiles;

  Ledger(Software software, WalkingProfiles profiles) {
    this.software = software;
    this.profiles = DataHashes.profiles(profiles);
  }

  /**
   * The inputs of a figure.
   *
   * @param question the API's parameters by name, {@code kind} among them; never a place
   * @param ruleSet 12 hex digits of the rules in force ({@link #digest}), null where none are
   *     needed
   */
  public RunInputs inputs(
      CareSnapshot snapshot, Map<String, String> question, @Nullable String ruleSet) {
    StreetNetwork streets = snapshot.streets();
    return new RunInputs(
        software.version(),
        data(snapshot),
        streets == null ? null : streets.name(),
        streets == null ? null : streets.importedAt().toString(),
        question,
        ruleSet);
  }

  /**
   * The inputs of a figure that is made of more than a snapshot.
   *
   * @param more content of that by name, for example {@code candidates}; see {@link #content}
   */
  public RunInputs inputs(
      CareSnapshot snapshot,
      Map<String, String> question,
      @Nullable String ruleSet,
      Map<String, String> more) {
    RunInputs plain = inputs(snapshot, question, ruleSet);
    Map<String, String> data = new TreeMap<>(plain.data());
    data.putAll(more);
    return new RunInputs(
        plain.software(),
        data,
        plain.streetsName(),
        plain.streetsImportedAt(),
        plain.question(),
        plain.ruleSet());
  }

  /** Content hashes of everything in a snapshot, and the settings that figures hang on. */
  Map<String, String> data(CareSnapshot snapshot) {
    Map<String, String> data = new TreeMap<>();
    data.put("streets", hashes.streets(snapshot.streets()));
    data.put("facilities", hashes.facilities(snapshot.facilities()));
    data.put("demand", hashes.demand(snapshot.demand()));
    data.put("areas", hashes.areas(snapshot.areas()));
    data.put("elevation", hashes.elevation(snapshot.elevation()));
    data.put("profiles", profiles);
    data.put("snapLimitMeters", Double.toString(snapshot.snapLimitMeters()));
    data.put("detourFactor", Double.toString(snapshot.detourFactor()));
    return data;
  }

  /** How contents are hashed; what was hashed before is known. */
  DataHashes hashes() {
    return hashes;
  }

  /**
   * Content of a text, such as the rules in force.
   *
   * @return 12 hex digits
   */
  public static String digest(String text) {
    return DataHashes.text(text);
  }

  /**
   * Content of records that are no part of the snapshot, such as candidate sites.
   *
   * @param records in an order that does not hang on storage; what is null in them counts as not
   *     there
   * @return 12 hex digits, the same on every machine; {@code none} where there are none
   */
  public static String content(List<? extends Record> records) {
    return DataHashes.records(records);
  }
}
