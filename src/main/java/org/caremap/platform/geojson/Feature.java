package org.caremap.platform.geojson;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A GeoJSON feature.
 *
 * @param id feature id, left out where null
 * @param geometry null where the place has none
 * @param properties a record or map
 */
public record Feature(
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Object id,
    @Nullable Shape geometry,
    Object properties) {
  /** Always {@code Feature}. */
  @JsonProperty
  public String type() {
    return "Feature";
  }
}
