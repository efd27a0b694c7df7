package org.caremap.facility;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Collection;
import java.util.List;
import org.caremap.platform.Query;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The code lists: kinds of facility and of service. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Facilities")
public class CodeListResource {
  private final CodeLists codes;

  CodeListResource(CodeLists codes) {
    this.codes = codes;
  }

  /** A code with its names and its look on the map. */
  public record CodeView(
      String code, String nameZh, String nameEn, @Nullable String symbol, @Nullable String color) {
    static List<CodeView> of(Collection<Code> list) {
      return list.stream()
          .map(c -> new CodeView(c.code(), c.zh(), c.en(), c.symbol(), c.color()))
          .toList();
    }
  }

  @GET
  @Path("facility-types")
  @Operation(summary = "Kinds of facility")
  public List<CodeView> types(@Context UriInfo uri) {
    Query.of(uri);
    return CodeView.of(codes.listTypes());
  }

  @GET
  @Path("service-types")
  @Operation(summary = "Kinds of service")
  public List<CodeView> services(@Context UriInfo uri) {
    Query.of(uri);
    return CodeView.of(codes.listServices());
  }
}
