package org.caremap.siting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.caremap.coverage.SitingReach;
import org.caremap.ledger.RunInputs;
import org.jspecify.annotations.Nullable;

/**
 * A site selection as it stands: under way, or at one of its ends.
 *
 * @param id of the run
 * @param status running, finished, cancelled, failed or infeasible
 * @param progress in [0, 1]
 * @param phase waiting, walks, greedy, interchange, lagrange, exact or done
 * @param run id of the inputs
 * @param inputs what it was computed from
 * @param request what was asked, defaults spelt out
 * @param objective of the best answer known; in a p-median nobody counts more than maxMinutes,
 *     unlike in the meanMinutes of before and after; null before the first
 * @param bound no answer is better than this
 * @param gap |bound − objective| / the greater of both
 * @param proven whether nothing is better
 * @param unit of objective and bound: people, weighted people, sites, yuan or person-minutes
 * @param method what gave answer or bound last: greedy, interchange, lagrange or exact
 * @param seconds computing time so far
 * @param memoryMiB memory in use when it ended, as of last look before
 * @param candidateCount candidates that were looked at
 * @param candidateKinds how many of each kind
 * @param leftOut how many of them could not be chosen for want of data: {@code price-unknown} where
 *     money decides, {@code capacity-unknown} where facilities can be full
 * @param demandPoints points whose people are known
 * @param existing facilities that are open in any case
 * @param unknownPoints points at which a group that counts is unknown; they count in nothing of it
 * @param before coverage as things are, by the coverage engine
 * @param start the same with facilities closed and added as asked; null where none are
 * @param after the same with the sites open too
 * @param served where facilities can be full: people who get a place; null otherwise
 * @param yuan what the sites cost together; null where a price is unknown
 * @param notCoverable people whom neither one of the {@code candidateCount} candidates that took
 *     part nor anything open reaches in time; other candidates, or more street corners, may reach
 *     them
 * @param sites the answer in the order of opening
 * @param rejected the best candidates that are not in it, at most ten
 * @param trail how the answer got better
 * @param infeasible which constraint cannot be met; null where all can
 * @param message why it failed; null otherwise
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SelectionAnswer(
    String id,
    String status,
    double progress,
    String phase,
    String run,
    RunInputs inputs,
    SitingRequest request,
    @Nullable Double objective,
    @Nullable Double bound,
    @Nullable Double gap,
    boolean proven,
    String unit,
    @Nullable String method,
    double seconds,
    long memoryMiB,
    @Nullable Integer candidateCount,
    Map<String, Integer> candidateKinds,
    Map<String, Integer> leftOut,
    @Nullable Integer demandPoints,
    @Nullable Integer existing,
    Map<String, Integer> unknownPoints,
    SitingReach.@Nullable Situation before,
    SitingReach.@Nullable Situation start,
    SitingReach.@Nullable Situation after,
    @Nullable Served served,
    @Nullable Double yuan,
    @Nullable Double notCoverable,
    List<SiteFacts> sites,
    List<SiteFacts> rejected,
    List<Better> trail,
    @Nullable Infeasible infeasible,
    @Nullable String message) {
  /**
   * People who get a place.
   *
   * @param before with what is open in any case
   * @param after with the sites open too
   */
  public record Served(double before, double after) {}

  /**
   * A better answer, or a better bound.
   *
   * @param seconds after the start
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Better(double seconds, double objective, @Nullable Double bound, String method) {}

  /**
   * A constraint that no selection meets.
   *
   * @param constraint count, budget, forced, cover-share, town-share, capacity or demand
   * @param message in English
   * @param messageZh in Chinese
   * @param wanted what was asked: sites, yuan, share or people
   * @param attainable what would be possible, in the same unit; null where that is not known
   * @param attainableIs {@code least} where attainable is the least that has to be allowed (count,
   *     budget), {@code most} where it is the most that can be had
   * @param town code of the town for town-share
   * @param townName its name
   * @param towns every town whose share cannot be had, for town-share and capacity; else empty
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Infeasible(
      String constraint,
      String message,
      String messageZh,
      double wanted,
      @Nullable Double attainable,
      String attainableIs,
      @Nullable String town,
      @Nullable String townName,
      List<ShortTown> towns) {}

  /**
   * A town whose least share cannot be had whichever candidates are opened.
   *
   * @param wanted share asked for, in [0, 1]
   * @param attainable the most of it that can be had
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record ShortTown(String code, @Nullable String name, double wanted, double attainable) {}
}
