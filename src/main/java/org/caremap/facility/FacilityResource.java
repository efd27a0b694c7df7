package org.caremap.facility;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.caremap.core.geo.BoundingBox;
import org.caremap.platform.AdminAccount;
import org.caremap.platform.ProblemException;
import org.caremap.platform.Query;
import org.caremap.platform.geojson.Feature;
import org.caremap.platform.geojson.FeatureCollection;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/facilities}: reading is open, writing is the administrator's. */
@Path("/api/v1/facilities")
@Tag(name = "Facilities")
public class FacilityResource {
  private static final int MAX_LIMIT = 10_000;

  private final FacilityService service;
  private final CodeLists codes;

  FacilityResource(FacilityService service, CodeLists codes) {
    this.service = service;
    this.codes = codes;
  }

  @GET
  @Produces({"application/geo+json", "application/json"})
  @Operation(summary = "Facilities in a box, of some types, matching a text")
  @Parameter(
      name = "bbox",
      in = ParameterIn.QUERY,
      description = "west,south,east,north in degrees")
  @Parameter(name = "type", in = ParameterIn.QUERY, description = "may repeat")
  @Parameter(
      name = "q",
      in = ParameterIn.QUERY,
      description = "part of name, address, operator or id")
  @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 10000, default 100")
  public FeatureCollection list(@Context UriInfo uri) {
    Query query = Query.of(uri, "bbox", "type", "q", "limit");
    int limit = query.integer("limit", 1, MAX_LIMIT, 100);
    List<String> types = query.texts("type");
    if (!types.isEmpty()) {
      codes.requireTypes(types);
    }
    BoundingBox box = query.findBox("bbox").orElse(null);
    Predicate<Facility> matches = matching(query.text("q"));
    List<Facility> all =
        service.catalog().list().stream()
            .filter(f -> types.isEmpty() || types.contains(f.details().type()))
            .filter(f -> box == null || box.contains(f.details().lon(), f.details().lat()))
            .filter(matches)
            .toList();
    List<Feature> shown = all.stream().limit(limit).map(FacilityProperties::feature).toList();
    return new FeatureCollection(shown, all.size(), null);
  }

  private static Predicate<Facility> matching(@Nullable String text) {
    if (text == null) {
      return f -> true;
    }
    String wanted = text.toLowerCase(Locale.ROOT);
    return f -> {
      FacilityDetails d = f.details();
      return contains(d.name(), wanted)
          || contains(d.address(), wanted)
          || contains(d.operator(), wanted)
          || contains(d.externalId(), wanted);
    };
  }

  private static boolean contains(@Nullable String text, String wanted) {
    return text != null && text.toLowerCase(Locale.ROOT).contains(wanted);
  }

  @GET
  @Path("{id}")
  @Produces({"application/geo+json", "application/json"})
  @Operation(summary = "One facility, by our id or by its owner's")
  public Feature get(@PathParam("id") String id, @Context UriInfo uri) {
    Query.of(uri);
    return FacilityProperties.feature(service.get(id));
  }

  @POST
  @RolesAllowed(AdminAccount.ADMIN_ROLE)
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces({"application/geo+json", "application/json"})
  @Operation(summary = "Adds a facility")
  public Response create(FacilityForm form) {
    Facility made = service.create(body(form).toDetails(null, codes));
    return Response.created(URI.create("/api/v1/facilities/" + made.id()))
        .entity(FacilityProperties.feature(made))
        .build();
  }

  @PUT
  @Path("{id}")
  @RolesAllowed(AdminAccount.ADMIN_ROLE)
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces({"application/geo+json", "application/json"})
  @Operation(summary = "Corrects a facility; the body states the whole of it")
  public Feature update(@PathParam("id") String id, FacilityForm form) {
    return FacilityProperties.feature(
        service.update(
            id, body(form).version(), before -> form.toDetails(before.externalId(), codes)));
  }

  /**
   * The version that was looked at when closing.
   *
   * @param version null to close whichever version is there
   */
  public record CloseForm(@Nullable Long version) {}

  @POST
  @Path("{id}/close")
  @RolesAllowed(AdminAccount.ADMIN_ROLE)
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces({"application/geo+json", "application/json"})
  @Operation(summary = "Closes a facility; it stays stored")
  public Feature close(@PathParam("id") String id, @Nullable CloseForm form) {
    return FacilityProperties.feature(
        service.update(
            id,
            form == null ? null : form.version(),
            before -> before.withStatus(FacilityStatus.CLOSED)));
  }

  private static FacilityForm body(@Nullable FacilityForm form) {
    if (form == null) {
      throw ProblemException.badRequest("a JSON body with the facility's fields is needed");
    }
    return form;
  }
}
