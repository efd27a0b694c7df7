package org.caremap.territory;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.caremap.ledger.RunInputs;
import org.jspecify.annotations.Nullable;

/**
 * Territories, drawn, saved or as they are tried.
 *
 * @param run id of the run
 * @param inputs what it was computed from
 * @param saved name and version of the saved plan, null of one that is not saved
 * @param request the question, defaults spelt out
 * @param units communities in order of code
 * @param parts in order of index
 * @param imbalance greatest |weight / target − 1|
 * @param bound no sharing of all communities in connected parts that keeps the fixed ones has less;
 *     null where this one leaves communities out or breaks a part, so that the bound says nothing
 * @param gap imbalance − bound, null with it
 * @param proven whether no sharing is better balanced
 * @param exact whether every sharing was looked at; null of what was not drawn just now
 * @param tolerance deviation that counts as balanced
 * @param withinTolerance whether every part deviates by no more
 * @param contiguous whether every part is in one piece
 * @param distanceMeters sum over the communities of the walk from their centre, or from the middle
 *     of their part
 * @param method how it was drawn
 * @param broken what is wrong with it
 * @param present who leads or operates the stations now
 * @param stations of the communities asked for
 * @param stationsWithoutCommunity those that could not be placed
 * @param unknownPoints demand points whose people are unknown
 * @param wantedParts stations ÷ stations a centre, rounded; null for operators
 * @param rules the words that it goes by
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record TerritoryAnswer(
    String run,
    RunInputs inputs,
    @Nullable Saved saved,
    TerritoryForm request,
    List<Unit> units,
    List<Part> parts,
    double imbalance,
    @Nullable Double bound,
    @Nullable Double gap,
    boolean proven,
    @Nullable Boolean exact,
    double tolerance,
    boolean withinTolerance,
    boolean contiguous,
    double distanceMeters,
    String method,
    List<Broken> broken,
    Present present,
    int stations,
    List<Place> stationsWithoutCommunity,
    int unknownPoints,
    @Nullable Integer wantedParts,
    List<TerritoryRule> rules) {
  /**
   * A saved plan.
   *
   * @param id lasting
   * @param version rises with every change
   */
  public record Saved(
      String id,
      String name,
      @Nullable String note,
      long version,
      Instant createdAt,
      Instant updatedAt) {}

  /**
   * A community.
   *
   * @param part index, -1 where it has none
   * @param reason why it has none: island (no street leads to any part), unplaced; null where it
   *     has one
   * @param weight what it counts in the balance: stations or people
   * @param fixed whether drawing again leaves it there
   * @param present index of the part that has most of its stations now, null where none has any
   * @param neighbours codes of the communities that a street joins it to
   * @param minutes mean walk of its people to its part's centre, null where there is none
   */
  public record Unit(
      String code,
      String name,
      @Nullable String townName,
      int part,
      @Nullable String reason,
      double weight,
      int stations,
      double people,
      @Nullable Double load,
      boolean fixed,
      @Nullable Integer present,
      List<String> neighbours,
      @Nullable Double minutes,
      @Nullable Double lon,
      @Nullable Double lat) {}

  /**
   * A facility in short.
   *
   * @param areaCode community it lies in, null where unknown
   */
  public record Place(
      String id,
      String externalId,
      String name,
      double lon,
      double lat,
      @Nullable String areaCode) {}

  /**
   * A part.
   *
   * @param name of the operator, or of the part where it has one
   * @param centre that leads it, null where there is none
   * @param startsIn code of the community that it holds in any case; not the centre's own where two
   *     centres share one
   * @param units how many communities
   * @param target weight that it should get
   * @param deviation weight / target − 1
   * @param pieces codes of the communities of each piece, the heaviest first
   * @param meanMinutes mean walk between its stations and the centre, null where there is neither
   */
  public record Part(
      int index,
      @Nullable String name,
      @Nullable Place centre,
      @Nullable String startsIn,
      int units,
      double weight,
      double target,
      double deviation,
      int stations,
      double people,
      @Nullable Double load,
      boolean contiguous,
      List<List<String>> pieces,
      @Nullable Double meanMinutes) {}

  /**
   * Something wrong.
   *
   * @param kind pieces (a part in several), empty (a part without communities), unplaced
   *     (communities without a part though a street leads to one), island (no street leads to any
   *     part), centre-outside (a centre's own community belongs to another part), centre-gone (the
   *     centre is not loaded or not operating), gone (communities of the saved plan that are no
   *     longer loaded)
   * @param part index, null where it is about none
   * @param codes communities it is about
   */
  public record Broken(String kind, @Nullable Integer part, List<String> codes) {}

  /**
   * Who leads or operates the stations now, by the facilities' own facts.
   *
   * @param parts in order of the plan's parts
   * @param imbalance as of the plan
   * @param contiguous whether the communities of every part hang together, over communities of
   *     nobody else where need be
   * @param others stations of somebody who has no part in the plan
   * @param unknown stations of which nobody is named
   * @param split communities whose stations belong to several
   * @param changes stations that taking the plan over would change
   */
  public record Present(
      List<PresentPart> parts,
      double imbalance,
      boolean contiguous,
      int others,
      int unknown,
      int split,
      int changes) {}

  /** One part of {@link Present}. */
  public record PresentPart(
      int index, int stations, double weight, double deviation, boolean contiguous) {}
}
