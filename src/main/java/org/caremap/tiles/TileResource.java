package org.caremap.tiles;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.caremap.platform.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /tiles/{z}/{x}/{y}.mvt}. */
@Path("/tiles")
@Tag(name = "Map")
public class TileResource {
  private static final String LEGAL =
      "whole numbers: z from 0 to " + TileAddress.MAX_ZOOM + ", x and y from 0 to 2^z - 1";

  private final TileService service;

  TileResource(TileService service) {
    this.service = service;
  }

  @GET
  @Path("{z}/{x}/{y}.mvt")
  @Operation(summary = "Mapbox vector tile of streets, waters, railways, parks and areas")
  public Response tile(
      @PathParam("z") String z, @PathParam("x") String x, @PathParam("y") String y) {
    TileAddress address;
    try {
      address = new TileAddress(Integer.parseInt(z), Integer.parseInt(x), Integer.parseInt(y));
    } catch (NumberFormatException e) {
      throw ProblemException.badParameter("tile", z + "/" + x + "/" + y, LEGAL);
    }
    if (!address.isLegal()) {
      throw ProblemException.badParameter("tile", z + "/" + x + "/" + y, LEGAL);
    }
    byte[] tile = service.tile(address);
    // Tiles change when streets are imported: ask again, but only now and then.
    return Response.status(tile.length == 0 ? 204 : 200)
        .entity(tile.length == 0 ? null : tile)
        .type("application/vnd.mapbox-vector-tile")
        .header(HttpHeaders.CACHE_CONTROL, "max-age=60")
        .build();
  }
}
