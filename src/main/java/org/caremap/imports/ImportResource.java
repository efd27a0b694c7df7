package org.caremap.imports;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.caremap.platform.AdminAccount;
import org.caremap.platform.CareMapConfig;
import org.caremap.platform.HomeFolder;
import org.caremap.platform.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/imports}: files in, by the administrator. */
@Path("/api/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
public class ImportResource {
  private static final int UNPROCESSABLE = 422;

  private final ImportService service;
  private final HomeFolder home;
  private final CareMapConfig config;

  ImportResource(ImportService service, HomeFolder home, CareMapConfig config) {
    this.service = service;
    this.home = home;
    this.config = config;
  }

  @POST
  @Path("{kind}")
  @RolesAllowed(AdminAccount.ADMIN_ROLE)
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(
      summary = "Imports a file: all of it or nothing",
      description =
          "kind: streets, facilities, demand, areas, elevation, candidates. 200 imported or dry run,"
              + " 202 still running (poll Location), 422 rejected with every bad row named.")
  public Response start(
      @PathParam("kind") String kindCode,
      @RestForm("file") @Nullable FileUpload file,
      @RestForm("mapping") @Nullable FileUpload mapping,
      @RestForm("dryRun") @Nullable String dryRun,
      @RestForm("crs") @Nullable String crs,
      @RestForm("mode") @Nullable String mode)
      throws IOException {
    ImportKind kind =
        ImportKind.find(kindCode)
            .orElseThrow(() -> ProblemException.badParameter("kind", kindCode, ImportKind.legal()));
    boolean dry = flag(dryRun);
    boolean replace = replace(mode);
    if (file == null) {
      throw ProblemException.badParameter("file", null, "a file part of the multipart body");
    }
    // The server deletes uploads when the request ends; the job may outlive it.
    java.nio.file.Path kept = keep(file);
    java.nio.file.Path keptMapping = mapping == null || mapping.size() == 0 ? null : keep(mapping);
    ImportJob job =
        service.submit(
            new ImportRequest(
                kind,
                kept,
                name(file),
                keptMapping,
                keptMapping == null ? null : name(mapping),
                dry,
                blankToNull(crs),
                replace),
            () -> {
              delete(kept);
              delete(keptMapping);
            });
    return answer(job, job.await(config.imports().waitSeconds()), true);
  }

  @DELETE
  @Path("elevation")
  @RolesAllowed(AdminAccount.ADMIN_ROLE)
  @Operation(summary = "Removes the elevation; slopes count no longer")
  public Response removeElevation() {
    if (!service.removeElevation()) {
      throw ProblemException.notFound("elevation", "elevation");
    }
    return Response.noContent().build();
  }

  @GET
  @Path("jobs/{id}")
  @RolesAllowed(AdminAccount.ADMIN_ROLE)
  @Operation(summary = "How an import stands or ended")
  public Response poll(@PathParam("id") String id) {
    ImportJob job;
    try {
      job =
          service
              .find(UUID.fromString(id))
              .orElseThrow(() -> ProblemException.notFound("import", id));
    } catch (IllegalArgumentException e) {
      throw ProblemException.notFound("import", id);
    }
    return answer(job, job.report(), false);
  }

  private static Response answer(ImportJob job, ImportReport report, boolean first) {
    boolean running = report.status().equals(ImportReport.RUNNING);
    if (!first) {
      return Response.ok(report).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
    Response.ResponseBuilder builder =
        switch (report.status()) {
          case ImportReport.RUNNING -> Response.accepted();
          case ImportReport.REJECTED -> Response.status(UNPROCESSABLE);
          case ImportReport.FAILED -> Response.serverError();
          default -> Response.ok();
        };
    if (running) {
      builder.header(HttpHeaders.LOCATION, "/api/v1/imports/jobs/" + job.id());
    }
    return builder.entity(report).build();
  }

  private java.nio.file.Path keep(FileUpload upload) throws IOException {
    java.nio.file.Path kept = home.uploads().resolve("import-" + UUID.randomUUID());
    return Files.move(upload.uploadedFile(), kept, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void delete(java.nio.file.@Nullable Path file) {
    if (file != null) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        // Swept away with the uploads folder at the next start.
        file.toFile().deleteOnExit();
      }
    }
  }

  private static String name(FileUpload upload) {
    String name = upload.fileName();
    return name == null || name.isBlank() ? "file" : name;
  }

  private static boolean flag(@Nullable String value) {
    String given = value == null ? "false" : value.strip();
    return switch (given) {
      case "true", "1" -> true;
      case "false", "0", "" -> false;
      default -> throw ProblemException.badParameter("dryRun", given, "true or false");
    };
  }

  private static boolean replace(@Nullable String value) {
    String given = value == null ? "update" : value.strip();
    return switch (given) {
      case "replace" -> true;
      case "update", "" -> false;
      default -> throw ProblemException.badParameter("mode", given, "update or replace");
    };
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
