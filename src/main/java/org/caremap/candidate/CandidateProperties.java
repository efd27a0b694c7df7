package org.caremap.candidate;

import java.util.List;
import org.caremap.platform.geojson.Feature;
import org.caremap.platform.geojson.Shape;
import org.jspecify.annotations.Nullable;

/** A candidate as the API shows it. Names as in {@link Candidate}. */
public record CandidateProperties(
    String id,
    String externalId,
    String name,
    String kind,
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
  /** The properties of a candidate. */
  public static CandidateProperties of(Candidate c) {
    return new CandidateProperties(
        c.id().toString(),
        c.externalId(),
        c.name(),
        c.kind(),
        c.areaSquareMeters(),
        c.costYuan(),
        c.capacity(),
        c.types(),
        c.owner(),
        c.address(),
        c.areaCode(),
        c.available(),
        c.sample(),
        c.version());
  }

  /** The candidate as a GeoJSON feature. */
  public static Feature feature(Candidate c) {
    return new Feature(c.id().toString(), Shape.point(c.lon(), c.lat()), of(c));
  }
}
