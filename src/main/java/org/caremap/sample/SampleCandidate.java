package org.caremap.sample;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One invented place where a facility could open. Null means unknown.
 *
 * @param externalId unique among the county's candidates
 * @param name Chinese name, containing its town's and community's name
 * @param communityBuilding a building of the community with room to spare, rather than idle
 *     premises
 * @param lon degrees east, WGS 84
 * @param lat degrees north, WGS 84
 * @param areaSquareMeters floor area
 * @param costYuan what making it fit for use costs
 * @param capacity people it can take
 * @param types codes of facility types it suits; empty = any
 * @param owner whose property it is
 * @param address Chinese address
 * @param areaCode code of the community or village it stands in
 * @param available whether it can be had
 */
public record SampleCandidate(
    String externalId,
    String name,
    boolean communityBuilding,
    double lon,
    double lat,
    @Nullable Double areaSquareMeters,
    @Nullable Double costYuan,
    @Nullable Integer capacity,
    List<String> types,
    @Nullable String owner,
    @Nullable String address,
    String areaCode,
    boolean available) {}
