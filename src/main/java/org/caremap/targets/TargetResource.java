package org.caremap.targets;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.caremap.core.targets.Contradiction;
import org.caremap.coverage.SnapshotService;
import org.caremap.platform.AdminAccount;
import org.caremap.platform.ProblemException;
import org.caremap.platform.Query;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/targets}: plan tables by year, their contradictions, progress. */
@Path("/api/v1/targets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Targets")
public class TargetResource {
  private static final long MOST_BYTES = 20L << 20;

  private final TargetService targets;
  private final SnapshotService snapshots;

  TargetResource(TargetService targets, SnapshotService snapshots) {
    this.targets = targets;
    this.snapshots = snapshots;
  }

  /** A table that was stored, with what it says against itself. */
  public record Stored(TargetSummary table, List<Contradiction> found) {}

  @GET
  @Operation(summary = "Loaded plan tables")
  public List<TargetSummary> list(@Context UriInfo uri) {
    Query.of(uri);
    return targets.list();
  }

  @POST
  @RolesAllowed(AdminAccount.ADMIN_ROLE)
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(
      summary = "Loads a plan table (CSV or .xlsx); one with the same code is replaced",
      description =
          "Contradictions are listed in the answer; they are no reason to refuse a table.")
  public Response load(
      @RestForm("file") @Nullable FileUpload file,
      @RestForm("code") @Nullable String code,
      @RestForm("name") @Nullable String name)
      throws IOException {
    if (file == null || file.size() > MOST_BYTES) {
      throw ProblemException.badParameter(
          "file",
          file == null ? null : file.size() + " bytes",
          "a file part of the multipart body, at most " + MOST_BYTES + " bytes");
    }
    String fileName = file.fileName() == null ? "table" : file.fileName();
    TargetSummary table =
        targets.put(code, name, fileName, Files.readAllBytes(file.uploadedFile()));
    return Response.created(URI.create("/api/v1/targets/" + table.code() + "/check"))
        .entity(new Stored(table, targets.check(table.code())))
        .build();
  }

  @DELETE
  @Path("{code}")
  @RolesAllowed(AdminAccount.ADMIN_ROLE)
  @Operation(summary = "Removes a bureau's own plan table")
  public Response delete(@PathParam("code") String code) {
    targets.delete(code);
    return Response.noContent().build();
  }

  @GET
  @Path("{code}/check")
  @Operation(summary = "What a plan table says against itself")
  public List<Contradiction> check(@PathParam("code") String code, @Context UriInfo uri) {
    Query.of(uri);
    return targets.check(code);
  }

  @GET
  @Path("{code}/progress")
  @Operation(summary = "How far a plan table's targets are reached on a day")
  @Parameter(name = "asOf", in = ParameterIn.QUERY, description = "a day, default today")
  @Parameter(name = "area", in = ParameterIn.QUERY, description = "code of an area; default all")
  public ProgressAnswer progress(@PathParam("code") String code, @Context UriInfo uri) {
    Query query = Query.of(uri, "asOf", "area");
    Map<String, String> texts = new TreeMap<>(Map.of("code", code));
    for (String name : List.of("asOf", "area")) {
      String value = query.text(name);
      if (value != null) {
        texts.put(name, value);
      }
    }
    return targets.progress(snapshots.current(), ProgressQuestion.of(texts, targets.today()));
  }
}
