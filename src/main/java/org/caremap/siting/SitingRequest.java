package org.caremap.siting;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a site selection; every field may be absent but model and type. The same form,
 * with all defaults spelt out, is part of every answer.
 *
 * @param model {@code mclp}: most people covered (Church and ReVelle, 1974); {@code lscp}: fewest
 *     sites or least money that cover a share (Toregas, 1971); {@code p-median}: least walking
 *     (Hakimi, 1964)
 * @param type of facility
 * @param sites at most so many new ones
 * @param budgetYuan at most so much money for them
 * @param minutes cut-off, inclusive
 * @param zoneMinutes minutes of zones that have their own
 * @param profile who walks
 * @param speedKmh flat walking speed
 * @param trip which walk counts
 * @param flat whether every metre takes the same time
 * @param group who is counted
 * @param weights by group: a person of it counts so often, at least 1
 * @param area only people in it are counted
 * @param coverShare lscp: least share of people covered; 1: all who can be
 * @param minimise lscp: {@code sites} or {@code yuan}
 * @param maxMinutes p-median: nobody walks longer, that is the price of being left out
 * @param minimumShare least share of every town's people covered
 * @param minimumShares the same for single towns, by code
 * @param capacities whether facilities can be full
 * @param siteCapacity people a new site takes where nobody has said; without it such a site takes
 *     nobody where facilities can be full
 * @param candidates where new sites may be
 * @param forced candidates that are opened in any case
 * @param forbidden candidates that are not
 * @param closed ids of existing facilities that are thought away
 * @param added places that are thought to be open already
 * @param seed same seed, same answer
 * @param seconds after so long the best known is the answer
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SitingRequest(
    @Nullable String model,
    @Nullable String type,
    @JsonSerialize(using = PlainNumber.class) @Nullable Double sites,
    @Nullable Double budgetYuan,
    @Nullable Double minutes,
    @Nullable Map<String, Double> zoneMinutes,
    @Nullable String profile,
    @Nullable Double speedKmh,
    @Nullable String trip,
    @Nullable Boolean flat,
    @Nullable String group,
    @Nullable Map<String, Double> weights,
    @Nullable String area,
    @Nullable Double coverShare,
    @Nullable String minimise,
    @Nullable Double maxMinutes,
    @Nullable Double minimumShare,
    @Nullable Map<String, Double> minimumShares,
    @Nullable Boolean capacities,
    @JsonSerialize(using = PlainNumber.class) @Nullable Double siteCapacity,
    @Nullable Sources candidates,
    @Nullable List<String> forced,
    @Nullable List<String> forbidden,
    @Nullable List<String> closed,
    @Nullable List<Place> added,
    @JsonSerialize(using = PlainNumber.class) @Nullable Double seed,
    @JsonSerialize(using = PlainNumber.class) @Nullable Double seconds) {
  /**
   * Where new sites may be.
   *
   * @param sources {@code premises}, {@code community-buildings}, {@code corners}
   * @param corners at most so many street corners
   * @param defaultCostYuan what a candidate costs whose own cost nobody has given
   * @param grant code of the grant that says so instead
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Sources(
      @Nullable List<String> sources,
      @JsonSerialize(using = PlainNumber.class) @Nullable Double corners,
      @Nullable Double defaultCostYuan,
      @Nullable String grant) {}

  /**
   * A place that is thought to be open already.
   *
   * @param lon degrees
   * @param lat degrees
   * @param capacity people it takes; needed, or siteCapacity, where facilities can be full
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Place(@Nullable Double lon, @Nullable Double lat, @Nullable Double capacity) {}
}
