package org.caremap.platform;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1/session}: whether a sign-in is right. */
@Path("/api/v1/session")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class SessionResource {
  /** Who is signed in. */
  public record Session(String user, List<String> roles) {}

  @GET
  @RolesAllowed(AdminAccount.ADMIN_ROLE)
  @Operation(summary = "Who this sign-in is; 401 where it is wrong")
  public Session get(@Context SecurityContext security) {
    return new Session(security.getUserPrincipal().getName(), List.of(AdminAccount.ADMIN_ROLE));
  }
}
