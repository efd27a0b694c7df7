package org.caremap.area;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.caremap.platform.ProblemException;
import org.caremap.platform.Query;
import org.caremap.platform.geojson.Feature;
import org.caremap.platform.geojson.FeatureCollection;
import org.caremap.platform.geojson.Shape;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/areas}. */
@Path("/api/v1/areas")
@Produces({"application/geo+json", "application/json"})
@Tag(name = "Areas")
public class AreaResource {
  private final AreaService service;

  AreaResource(AreaService service) {
    this.service = service;
  }

  /** An area as the API shows it. */
  public record AreaProperties(
      String code,
      String name,
      String level,
      @Nullable String parent,
      @Nullable Boolean urban,
      @Nullable String serviceZone,
      @Nullable Double households,
      @Nullable Double residents,
      @Nullable String estateAge,
      @Nullable Double purchasedServiceElders,
      @Nullable Double emergencyCallElders,
      @Nullable Boolean regionalProvision,
      boolean sample) {}

  @GET
  @Operation(summary = "Areas with their outlines where known")
  @Parameter(name = "level", in = ParameterIn.QUERY, description = "may repeat")
  public FeatureCollection list(@Context UriInfo uri) {
    List<AreaLevel> levels =
        Query.of(uri, "level").texts("level").stream()
            .map(
                code ->
                    AreaLevel.find(code)
                        .orElseThrow(
                            () -> ProblemException.badParameter("level", code, AreaLevel.legal())))
            .toList();
    return FeatureCollection.of(
        service.tree().list().stream()
            .filter(a -> levels.isEmpty() || levels.contains(a.level()))
            .map(AreaResource::feature)
            .toList());
  }

  @GET
  @Path("{code}")
  @Operation(summary = "One area")
  public Feature get(@PathParam("code") String code, @Context UriInfo uri) {
    Query.of(uri);
    return feature(
        service.tree().find(code).orElseThrow(() -> ProblemException.notFound("area", code)));
  }

  private static Feature feature(Area a) {
    return new Feature(
        a.code(),
        Shape.multiPolygon(a.boundary()),
        new AreaProperties(
            a.code(),
            a.name(),
            a.level().code(),
            a.parentCode(),
            a.urban(),
            a.serviceZone(),
            a.households(),
            a.residents(),
            a.facts().estateAge(),
            a.facts().purchasedServiceElders(),
            a.facts().emergencyCallElders(),
            a.facts().regionalProvision(),
            a.sample()));
  }
}
