package org.caremap.territory;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.caremap.coverage.SurveyQuestions;
import org.caremap.coverage.Walker;
import org.caremap.population.DemandGroup;
import org.jspecify.annotations.Nullable;

/**
 * What territories are asked for, checked.
 *
 * @param kind whose they are
 * @param type of the stations
 * @param centreType of the centres; of no meaning for operators
 * @param centres ids of the centres, empty where none are named
 * @param parts how many parts, null where holders are named or all centres are meant
 * @param operators their names, empty where none are named
 * @param stationsPerCentre how many stations one centre should lead
 * @param balance what is shared out evenly
 * @param tolerance deviation that counts as balanced
 * @param group who is counted
 * @param area only communities in this area, null for all
 * @param seed of random numbers
 * @param walker who walks
 * @param flat whether every metre takes the walker the same time
 */
public record TerritoryQuestion(
    Kind kind,
    String type,
    String centreType,
    List<String> centres,
    @Nullable Integer parts,
    List<String> operators,
    int stationsPerCentre,
    Balance balance,
    double tolerance,
    DemandGroup group,
    @Nullable String area,
    long seed,
    Walker walker,
    boolean flat) {
  /** Whose territories. */
  public enum Kind {
    /** Of centres that lead stations (中心带站). */
    CENTRES("centres"),
    /** Of operators that take over blocks (划片分块). */
    OPERATORS("operators");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    /** Code as in the API. */
    public String code() {
      return code;
    }
  }

  /** What is shared out evenly. */
  public enum Balance {
    /** Stations, one by one. */
    STATIONS("stations"),
    /** People of the group who live there. */
    PEOPLE("people"),
    /** People of the group whose nearest station, on foot, lies there. */
    LOAD("load");

    private final String code;

    Balance(String code) {
      this.code = code;
    }

    /** Code as in the API. */
    public String code() {
      return code;
    }
  }

  /** As parameters, defaults spelt out, in order of name. */
  Map<String, String> parameters() {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("kind", "territories");
    parameters.put("territory", kind.code());
    parameters.put("type", type);
    if (kind == Kind.CENTRES) {
      parameters.put("centreType", centreType);
      parameters.put("stationsPerCentre", Integer.toString(stationsPerCentre));
    }
    if (!centres.isEmpty()) {
      parameters.put("centres", String.join(",", centres));
    }
    if (parts != null) {
      parameters.put("parts", parts.toString());
    }
    if (!operators.isEmpty()) {
      parameters.put("operators", String.join(",", operators));
    }
    parameters.put("balance", balance.code());
    parameters.put("tolerance", SurveyQuestions.plain(tolerance));
    parameters.put("group", group.code());
    if (area != null) {
      parameters.put("area", area);
    }
    parameters.put("seed", Long.toString(seed));
    parameters.put("profile", walker.profile().code());
    parameters.put("speedKmh", SurveyQuestions.plain(walker.speedKmh()));
    parameters.put("trip", walker.trip().code());
    parameters.put("flat", Boolean.toString(flat));
    return parameters;
  }

  /** The same with other random numbers. */
  TerritoryQuestion withSeed(long other) {
    return new TerritoryQuestion(
        kind,
        type,
        centreType,
        centres,
        parts,
        operators,
        stationsPerCentre,
        balance,
        tolerance,
        group,
        area,
        other,
        walker,
        flat);
  }

  /** As it would be sent, defaults spelt out. */
  TerritoryForm form(List<TerritoryForm.Holder> holders, List<TerritoryForm.Placed> units) {
    return new TerritoryForm(
        null,
        null,
        null,
        kind.code(),
        type,
        centreType,
        centres.isEmpty() ? null : centres,
        parts,
        operators.isEmpty() ? null : operators,
        stationsPerCentre,
        balance.code(),
        tolerance,
        group.code(),
        area,
        seed,
        walker.profile().code(),
        walker.speedKmh(),
        walker.trip().code(),
        flat,
        holders,
        units);
  }
}
