package org.caremap.platform.geojson;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A GeoJSON feature collection.
 *
 * @param features the features
 * @param numberMatched how many there are in all, where fewer are returned
 * @param properties facts about the whole answer, null where there are none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FeatureCollection(
    List<Feature> features, @Nullable Integer numberMatched, @Nullable Object properties) {
  /** A collection that is complete. */
  public static FeatureCollection of(List<Feature> features) {
    return new FeatureCollection(features, null, null);
  }

  /** Always {@code FeatureCollection}. */
  @JsonProperty
  public String type() {
    return "FeatureCollection";
  }

  /** How many are here. */
  @JsonProperty
  public int numberReturned() {
    return features.size();
  }
}
