package org.caremap.search;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.caremap.platform.ProblemException;
import org.caremap.platform.Query;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/search}. */
@Path("/api/v1/search")
@Tag(name = "Search")
public class SearchResource {
  private static final int MOST_LETTERS = 200;
  private static final int MOST_RESULTS = 50;
  private static final int DEFAULT_RESULTS = 10;

  private final SearchService service;

  SearchResource(SearchService service) {
    this.service = service;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Facilities, areas, streets, addresses and places by Chinese, pinyin or initials")
  @Parameter(
      name = "q",
      in = ParameterIn.QUERY,
      required = true,
      description = "1 to 200 characters; Chinese, pinyin, initials or mixed, typos forgiven")
  @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 50, default 10")
  @Parameter(
      name = "kind",
      in = ParameterIn.QUERY,
      description = "area, place, street, facility or address; default all")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SearchAnswer.class)))
  public Response find(@Context UriInfo uri) {
    Query query = Query.of(uri, "q", "limit", "kind");
    String text = query.text("q");
    if (text == null || text.length() > MOST_LETTERS) {
      throw ProblemException.badParameter("q", text, "1 to %d characters".formatted(MOST_LETTERS));
    }
    int limit = query.integer("limit", 1, MOST_RESULTS, DEFAULT_RESULTS);
    return Response.ok(SearchAnswer.of(service.find(text, limit, kind(query.text("kind")))))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private static @Nullable SearchKind kind(@Nullable String code) {
    return code == null
        ? null
        : SearchKind.find(code)
            .orElseThrow(() -> ProblemException.badParameter("kind", code, SearchKind.legal()));
  }
}
