package org.caremap.pages;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caremap.area.Area;
import org.caremap.facility.Facility;
import org.caremap.platform.WebAddress;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Pages for people, without JavaScript. */
@Path("/")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class PageResource {
  // Nothing from elsewhere, no script or style inside the page; JSON-LD is data and not script.
  private static final String POLICY =
      "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'self'";

  private final PageFrames frames;
  private final FacilityPages facilities;
  private final Comparisons comparisons;
  private final Communities communities;
  private final WebAddress address;

  PageResource(
      PageFrames frames,
      FacilityPages facilities,
      Comparisons comparisons,
      Communities communities,
      WebAddress address) {
    this.frames = frames;
    this.facilities = facilities;
    this.comparisons = comparisons;
    this.communities = communities;
    this.address = address;
  }

  @GET
  @Path("facility/{id: .+}")
  @Operation(hidden = true)
  public Response facility(@PathParam("id") String id, @Context UriInfo uri) {
    Optional<Facility> found = facilities.find(id);
    if (found.isEmpty()) {
      PageRequest request = request(uri, "facility/" + WebAddress.encode(id));
      PageFrame frame = frames.unlisted(request, request.texts().get("missing.title"));
      return answer(404, Templates.missing(frame));
    }
    Facility facility = found.get();
    PageRequest request = request(uri, FacilityPages.path(facility));
    FacilityPage page = facilities.page(facility, request);
    PageFrame frame =
        frames.listed(
            request,
            page.name(),
            facilities.description(facility, request.texts()),
            facilities.jsonLd(facility, request));
    return answer(200, Templates.facility(frame, page));
  }

  @GET
  @Path("compare")
  @Operation(hidden = true)
  public Response compare(@Context UriInfo uri) {
    PageRequest request = request(uri, "compare");
    ComparePage page = comparisons.page(request);
    String title = request.texts().get("compare.title");
    if (page.columns().isEmpty()) {
      return answer(200, Templates.compare(frames.unlisted(request, title, "id", ""), page));
    }
    // In whatever order somebody ticked them, it is one comparison with one lasting address.
    String[] ids =
        request.values("id").stream()
            .distinct()
            .sorted()
            .flatMap(id -> Stream.of("id", id))
            .toArray(String[]::new);
    String names =
        page.columns().stream().map(ComparePage.Column::name).collect(Collectors.joining("、"));
    PageFrame frame = frames.listed(request, title, title + " · " + names, null, ids);
    return answer(200, Templates.compare(frame, page));
  }

  @GET
  @Path("communities")
  @Operation(hidden = true)
  public Response communities(@Context UriInfo uri) {
    PageRequest request = request(uri, "communities");
    String code = request.first("area");
    if (code == null) {
      PageFrame frame =
          frames.listed(
              request,
              request.texts().get("communities.title"),
              request.texts().get("communities.description"),
              null);
      return answer(200, Templates.communities(frame, communities.index(request)));
    }
    Optional<Area> area = communities.find(code);
    if (area.isEmpty()) {
      PageFrame frame =
          frames.unlisted(request, request.texts().get("missing.title"), "area", code);
      return answer(404, Templates.missing(frame));
    }
    String title = request.texts().with("communities.areaTitle", area.get().name());
    PageFrame frame = frames.listed(request, title, title, null, "area", area.get().code());
    return answer(200, Templates.communities(frame, communities.of(area.get(), request)));
  }

  private PageRequest request(UriInfo uri, String path) {
    return new PageRequest(uri, path, address.root(uri));
  }

  private static Response answer(int status, TemplateInstance page) {
    return Response.status(status)
        .entity(page.render())
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .header("Content-Security-Policy", POLICY)
        .build();
  }
}
