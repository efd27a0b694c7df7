package org.caremap.territory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is sent: a question, and where there is one already, the sharing. What is absent has its
 * default.
 *
 * @param name what a saved plan is called
 * @param note words on it
 * @param version of the saved plan that was looked at
 * @param kind centres or operators
 * @param type of the stations
 * @param centreType of the centres
 * @param centres ids of the centres; all operating ones of the type where absent and no number is
 *     given
 * @param parts how many parts, where nobody is named
 * @param operators their names
 * @param stationsPerCentre how many stations one centre should lead
 * @param balance stations, people or load
 * @param tolerance deviation that counts as balanced
 * @param group who is counted
 * @param area only communities in this area
 * @param seed of random numbers
 * @param profile who walks
 * @param speedKmh how fast
 * @param trip which walk counts
 * @param flat whether every metre takes the same time
 * @param holders who has each part, in order
 * @param units which part each community has
 */
public record TerritoryForm(
    @Nullable String name,
    @Nullable String note,
    @Nullable Long version,
    @Nullable String kind,
    @Nullable String type,
    @Nullable String centreType,
    @Nullable List<String> centres,
    @Nullable Integer parts,
    @Nullable List<String> operators,
    @Nullable Integer stationsPerCentre,
    @Nullable String balance,
    @Nullable Double tolerance,
    @Nullable String group,
    @Nullable String area,
    @Nullable Long seed,
    @Nullable String profile,
    @Nullable Double speedKmh,
    @Nullable String trip,
    @Nullable Boolean flat,
    @Nullable List<Holder> holders,
    @Nullable List<Placed> units) {
  /**
   * Who has a part.
   *
   * @param centre external id of the centre, null where there is none
   * @param name of the operator or part, null where it is the centre's or none
   */
  public record Holder(@Nullable String centre, @Nullable String name) {}

  /**
   * A community's part.
   *
   * @param code of the community
   * @param part index, null or -1 for none
   * @param fixed whether drawing again leaves it there
   */
  public record Placed(String code, @Nullable Integer part, @Nullable Boolean fixed) {}

  /** The same question with another sharing. */
  TerritoryForm with(List<Holder> otherHolders, List<Placed> otherUnits) {
    return new TerritoryForm(
        name,
        note,
        version,
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
        seed,
        profile,
        speedKmh,
        trip,
        flat,
        otherHolders,
        otherUnits);
  }

  /** The same as it is stored: without name, note and version, which have columns of their own. */
  TerritoryForm stored() {
    return new TerritoryForm(
        null,
        null,
        null,
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
        seed,
        profile,
        speedKmh,
        trip,
        flat,
        holders,
        units);
  }
}
