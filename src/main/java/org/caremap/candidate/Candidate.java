package org.caremap.candidate;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place where a facility could open: idle premises (闲置用房) or a community building (社区用房). Null is
 * unknown.
 *
 * @param id internal id, lasting
 * @param externalId the owner's id, unique
 * @param name as people know it
 * @param kind {@link #IDLE_PREMISES} or {@link #COMMUNITY_BUILDING}
 * @param lon degrees, WGS 84
 * @param lat degrees, WGS 84
 * @param areaSquareMeters floor area
 * @param costYuan what making it fit for use costs
 * @param capacity people it can take
 * @param types facility types it suits; empty = any
 * @param owner whose property it is
 * @param address for people
 * @param areaCode code of the area it lies in
 * @param available whether it can be had now
 * @param sample whether the sample county brought it
 * @param version rises with every change (optimistic locking)
 */
public record Candidate(
    UUID id,
    String externalId,
    String name,
    String kind,
    double lon,
    double lat,
    @Nullable Double areaSquareMeters,
    @Nullable Double costYuan,
    @Nullable Integer capacity,
    List<String> types,
    @Nullable String owner,
    @Nullable String address,
    @Nullable String areaCode,
    boolean available,
    boolean sample,
    long version) {
  /** Premises that nobody uses: a former school, shop or office. */
  public static final String IDLE_PREMISES = "idle_premises";

  /** A building of the community with room to spare. */
  public static final String COMMUNITY_BUILDING = "community_building";

  /** The legal kinds. */
  public static final List<String> KINDS = List.of(IDLE_PREMISES, COMMUNITY_BUILDING);

  /** Largest floor area, square metres. */
  public static final double LARGEST_SQUARE_METERS = 10_000_000;

  /** Highest cost, yuan. */
  public static final double HIGHEST_YUAN = 100_000_000_000.0;

  /** Most people in one place. */
  public static final int MOST_PEOPLE = 1_000_000;

  /** Whether a facility of this type could open here. */
  public boolean suits(String type) {
    return types.isEmpty() || types.contains(type);
  }

  /** What is known of it, without how it is stored. */
  public CandidateDetails details() {
    return new CandidateDetails(
        externalId,
        name,
        kind,
        lon,
        lat,
        areaSquareMeters,
        costYuan,
        capacity,
        types,
        owner,
        address,
        areaCode,
        available);
  }
}
