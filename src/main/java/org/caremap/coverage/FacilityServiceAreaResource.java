package org.caremap.coverage;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.caremap.platform.Query;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1/facilities/{id}/service-area}: around a facility. */
@Path("/api/v1/facilities/{id}/service-area")
@Tag(name = "Walking")
public class FacilityServiceAreaResource {
  private final ServiceAreaService areas;
  private final Questions questions;
  private final WalkingProfiles profiles;

  FacilityServiceAreaResource(
      ServiceAreaService areas, Questions questions, WalkingProfiles profiles) {
    this.areas = areas;
    this.questions = questions;
    this.profiles = profiles;
  }

  @GET
  @Produces({"application/geo+json", "application/json"})
  @Operation(
      summary = "From where people arrive at a facility in time, and who they are",
      description = "minutes may repeat for nested bands: then a FeatureCollection, shortest first")
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
  public Object ofFacility(@PathParam("id") String id, @Context UriInfo uri) {
    Query query = Query.of(uri, "minutes", "speedKmh", "profile", "trip", "flat");
    return ServiceAreaResource.shaped(
        areas.ofFacility(id, questions.bands(query), profiles.of(query)));
  }
}
