package org.caremap.coverage;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.caremap.platform.Query;
import org.caremap.platform.geojson.Feature;
import org.caremap.platform.geojson.FeatureCollection;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1/service-area}: around any place. */
@Path("/api/v1/service-area")
@Tag(name = "Walking")
public class ServiceAreaResource {
  private final ServiceAreaService areas;
  private final Questions questions;
  private final WalkingProfiles profiles;

  ServiceAreaResource(ServiceAreaService areas, Questions questions, WalkingProfiles profiles) {
    this.areas = areas;
    this.questions = questions;
    this.profiles = profiles;
  }

  @GET
  @Produces({"application/geo+json", "application/json"})
  @Operation(summary = "The same for any place")
  @Parameter(name = "lon", in = ParameterIn.QUERY, required = true)
  @Parameter(name = "lat", in = ParameterIn.QUERY, required = true)
  @Parameter(
      name = "minutes",
      in = ParameterIn.QUERY,
      description = "0.1 to 240, default 15, may repeat (10 at most)")
  @Parameter(
      name = "speedKmh",
      in = ParameterIn.QUERY,
      description = "0.1 to 20; the profile's where absent")
  @Parameter(
      name = "profile",
      in = ParameterIn.QUERY,
      description = "elder, stick, step-free, adult")
  @Parameter(
      name = "trip",
      in = ParameterIn.QUERY,
      description = "to (the facility), back, worse (default: there and back, the slower counts)")
  @Parameter(
      name = "flat",
      in = ParameterIn.QUERY,
      description = "true: every metre takes the same time; no slopes, stairs, surfaces, delays")
  public Response ofPlace(@Context UriInfo uri) {
    Query query = Query.of(uri, "lon", "lat", "minutes", "speedKmh", "profile", "trip", "flat");
    Object answer =
        shaped(
            areas.ofPlace(
                query.number("lon", -180, 180),
                query.number("lat", -90, 90),
                questions.bands(query),
                profiles.of(query)));
    return Response.ok(answer).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }

  /** One band as a Feature, several as a FeatureCollection. */
  static Object shaped(List<Feature> bands) {
    return bands.size() == 1 ? bands.get(0) : FeatureCollection.of(bands);
  }
}
