package org.caremap.ledger;

import jakarta.enterprise.context.ApplicationScoped;
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
}
