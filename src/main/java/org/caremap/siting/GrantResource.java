package org.caremap.siting;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.caremap.platform.AdminAccount;
import org.caremap.platform.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/siting/grants}: what a new place costs where nobody has said. */
@Path("/api/v1/siting/grants")
@RolesAllowed(AdminAccount.ADMIN_ROLE)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Planning")
public class GrantResource {
  private final GrantService grants;

  GrantResource(GrantService grants) {
    this.grants = grants;
  }

  /** All grants. */
  public record Grants(List<Grant> grants) {}

  /**
   * A changed sum.
   *
   * @param yuan null: what the document says
   */
  public record Change(
      @Schema(implementation = Double.class, nullable = true) @Nullable JsonNode yuan) {}

  @GET
  @Operation(
      summary = "Grants for new places of care, each with the words of the document it is from")
  public Grants list() {
    return new Grants(grants.list());
  }

  @PUT
  @Path("{code}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Changes the sum of a grant; yuan null: what the document says")
  public Grant change(@PathParam("code") String code, @Nullable Change change) {
    // Left out is not null: who says nothing resets nothing.
    JsonNode yuan = change == null ? null : change.yuan();
    if (yuan == null || !yuan.isNull() && !yuan.isNumber()) {
      throw ProblemException.badParameter(
          "yuan", yuan == null ? null : yuan.toString(), "a number, or null for the document's");
    }
    return grants.change(code, yuan.isNull() ? null : yuan.asDouble());
  }
}
