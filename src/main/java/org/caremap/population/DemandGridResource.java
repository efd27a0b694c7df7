package org.caremap.population;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.caremap.core.geo.BoundingBox;
import org.caremap.platform.ProblemException;
import org.caremap.platform.Query;
import org.caremap.platform.geojson.FeatureCollection;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1/demand/grid}: people by grid cell, never by point. */
@Path("/api/v1/demand/grid")
@Produces({"application/geo+json", "application/json"})
@Tag(name = "Population")
public class DemandGridResource {
  private final PopulationService service;

  DemandGridResource(PopulationService service) {
    this.service = service;
  }

  @GET
  @Operation(summary = "People of a group by square grid cell")
  @Parameter(name = "group", in = ParameterIn.QUERY, description = "default age60")
  @Parameter(name = "cellMeters", in = ParameterIn.QUERY, description = "100 to 10000, default 500")
  @Parameter(
      name = "bbox",
      in = ParameterIn.QUERY,
      description = "west,south,east,north in degrees")
  public FeatureCollection grid(@Context UriInfo uri) {
    Query query = Query.of(uri, "group", "cellMeters", "bbox");
    String code = query.text("group");
    DemandGroup group =
        code == null
            ? DemandGroup.AGE60
            : DemandGroup.find(code)
                .orElseThrow(
                    () -> ProblemException.badParameter("group", code, DemandGroup.legal()));
    BoundingBox box = query.findBox("bbox").orElse(null);
    return DemandGrid.of(
        service.points(), group, query.number("cellMeters", 100, 10_000, 500), box);
  }
}
