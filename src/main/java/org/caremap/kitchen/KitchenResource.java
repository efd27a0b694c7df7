package org.caremap.kitchen;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.caremap.core.graph.RoadClass;
import org.caremap.coverage.SnapshotService;
import org.caremap.platform.AdminAccount;
import org.caremap.platform.ProblemException;
import org.caremap.platform.Query;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/kitchens}: planners only, as everything that tries changes. */
@Path("/api/v1/kitchens")
@RolesAllowed(AdminAccount.ADMIN_ROLE)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Planning")
public class KitchenResource {
  private static final String NO_STORE = "no-store";

  private final KitchenService kitchens;
  private final KitchenQuestions questions;
  private final KitchenVehicles vehicles;
  private final SnapshotService snapshots;

  KitchenResource(
      KitchenService kitchens,
      KitchenQuestions questions,
      KitchenVehicles vehicles,
      SnapshotService snapshots) {
    this.kitchens = kitchens;
    this.questions = questions;
    this.vehicles = vehicles;
    this.snapshots = snapshots;
  }

  @GET
  @Operation(
      summary = "Which central kitchen feeds which meal point, and how long meals are on their way",
      description =
          "Along the streets that the vehicle may use: one-way streets, access and barriers as"
              + " tagged; turn restrictions, slopes, traffic and waiting at junctions are left out."
              + " people of a point are those of the group who can walk to it within walkMinutes and"
              + " have none nearer. With capacity=true meals are assigned exactly: as many as"
              + " possible, then least time on the way; a point may be fed by several kitchens"
              + " (parts). state: served, too-far, unreachable, over-capacity, unknown.")
  @Parameter(
      name = "vehicle",
      in = ParameterIn.QUERY,
      description = "bicycle (default) or van; speeds are data, see /kitchens/vehicles")
  @Parameter(
      name = "minutes",
      in = ParameterIn.QUERY,
      description = "0.1 to 240, inclusive; the vehicle's where absent")
  @Parameter(
      name = "capacity",
      in = ParameterIn.QUERY,
      description = "true: kitchens can be full; by mealsPerDay of kitchens and points")
  @Parameter(name = "group", in = ParameterIn.QUERY, description = "default age60")
  @Parameter(
      name = "walkMinutes",
      in = ParameterIn.QUERY,
      description = "0.1 to 240, default 15: how far people walk to a meal point")
  @Parameter(name = "profile", in = ParameterIn.QUERY, description = "who walks")
  @Parameter(name = "speedKmh", in = ParameterIn.QUERY, description = "0.1 to 20, of who walks")
  @Parameter(name = "trip", in = ParameterIn.QUERY, description = "to, back, worse")
  @Parameter(name = "flat", in = ParameterIn.QUERY, description = "true or false")
  public Response list(@Context UriInfo uri) {
    Query query = Query.of(uri, KitchenQuestions.parameters());
    return answer(kitchens.kitchens(snapshots.current(), questions.question(query)));
  }

  @POST
  @Path("try")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "The same with kitchens added and closed",
      description =
          "Parameters as for /kitchens; the body lists added places with their meals a day, and ids"
              + " of kitchens to close. before has the totals without the change; run and inputs are"
              + " those of the state before. Nothing is stored.")
  public Response attempt(@Context UriInfo uri, @Nullable KitchenChange change) {
    Query query = Query.of(uri, KitchenQuestions.parameters());
    if (change == null) {
      throw ProblemException.badRequest(
          "the body is missing; legal: {\"added\":[{\"lon\":…,\"lat\":…,\"capacity\":…}],"
              + "\"closed\":[…]}");
    }
    return answer(kitchens.attempt(snapshots.current(), questions.question(query), change));
  }

  @GET
  @Path("vehicles")
  @Operation(
      summary = "Vehicles, their speeds by class of street, and where these are from",
      description = "Data of geodata/profiles/delivery.yaml and of the bureau's own file.")
  public List<VehicleAnswer> vehicles(@Context UriInfo uri) {
    Query.of(uri);
    return vehicles.list().stream().map(VehicleAnswer::of).toList();
  }

  /**
   * A vehicle.
   *
   * @param speedKmh by class of street; classes that are missing are not used
   * @param surface part of the speed that is left, by surface
   * @param sources where the numbers are from, by field
   */
  public record VehicleAnswer(
      String code,
      String zh,
      String en,
      double minutes,
      double loadingMinutes,
      double handOverMinutes,
      double handKmh,
      Map<String, Double> speedKmh,
      Map<String, Double> surface,
      Map<String, String> sources) {
    static VehicleAnswer of(KitchenVehicle vehicle) {
      Map<String, Double> speeds = new TreeMap<>();
      for (RoadClass road : RoadClass.values()) {
        Double kmh = vehicle.profile().speedKmh().get(road);
        if (kmh != null) {
          speeds.put(road.code(), kmh);
        }
      }
      Map<String, Double> surfaces = new TreeMap<>();
      vehicle
          .profile()
          .surfaceFactor()
          .forEach(
              (surface, factor) ->
                  surfaces.put(surface.name().toLowerCase(java.util.Locale.ROOT), factor));
      return new VehicleAnswer(
          vehicle.code(),
          vehicle.zh(),
          vehicle.en(),
          vehicle.minutes(),
          vehicle.loadingMinutes(),
          vehicle.handOverMinutes(),
          vehicle.profile().handKmh(),
          speeds,
          surfaces,
          vehicle.sources());
    }
  }

  private static Response answer(KitchensAnswer answer) {
    return Response.ok(answer).header(HttpHeaders.CACHE_CONTROL, NO_STORE).build();
  }
}
