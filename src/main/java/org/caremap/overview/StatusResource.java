package org.caremap.overview;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import org.caremap.core.geo.BoundingBox;
import org.caremap.coverage.CareSnapshot;
import org.caremap.coverage.SnapshotService;
import org.caremap.coverage.WalkingProfiles;
import org.caremap.elevation.Elevation;
import org.caremap.facility.Facility;
import org.caremap.imports.SampleData;
import org.caremap.platform.CareMapConfig;
import org.caremap.platform.Database;
import org.caremap.platform.Query;
import org.caremap.population.DemandGroup;
import org.caremap.streets.StreetNetwork;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/status}. */
@Path("/api/v1/status")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class StatusResource {
  private final SnapshotService snapshots;
  private final WalkingProfiles profiles;
  private final SampleData sample;
  private final Database database;
  private final CareMapConfig config;
  private final String version;

  StatusResource(
      SnapshotService snapshots,
      WalkingProfiles profiles,
      SampleData sample,
      Database database,
      CareMapConfig config,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    this.snapshots = snapshots;
    this.profiles = profiles;
    this.sample = sample;
    this.database = database;
    this.config = config;
    this.version = version;
  }

  @GET
  @Operation(summary = "What is loaded and how answers are found")
  public StatusAnswer status(@Context UriInfo uri) {
    Query.of(uri);
    CareSnapshot snapshot = snapshots.current();
    List<Facility> facilities = snapshot.facilities().list();
    return new StatusAnswer(
        version,
        database.engine(),
        sample.isLoaded(),
        streets(snapshot.streets()),
        elevation(snapshot.elevation()),
        new StatusAnswer.Counts(
            facilities.size(),
            (int) facilities.stream().filter(Facility::isOperating).count(),
            snapshot.demand().size(),
            snapshot.areas().size()),
        snapshot.method(false).code(),
        Loaded.bounds(snapshot),
        profiles.list().stream()
            .map(
                p ->
                    new StatusAnswer.Profile(
                        p.code(),
                        p.zh(),
                        p.en(),
                        Math.rint(p.speedMetersPerSecond() * 3600) / 1000,
                        p.stepsAllowed(),
                        p.source()))
            .toList(),
        snapshot.detourFactor(),
        snapshot.snapLimitMeters(),
        Arrays.stream(DemandGroup.values())
            .map(g -> new StatusAnswer.Group(g.code(), g.zh(), g.en()))
            .toList(),
        Loaded.attribution(snapshot),
        config.tileLayers().stream()
            .map(t -> new StatusAnswer.TileLayer(t.name(), t.url(), t.attribution()))
            .toList());
  }

  private static StatusAnswer.Streets streets(@Nullable StreetNetwork network) {
    if (network == null) {
      return new StatusAnswer.Streets(false, null, null, null, null, null, null);
    }
    return new StatusAnswer.Streets(
        true,
        network.name(),
        network.graph().nodeCount(),
        network.graph().edgeCount(),
        Math.rint(network.graph().totalLengthMeters() / 100) / 10,
        network.graph().componentCount(),
        network.importedAt());
  }

  private static StatusAnswer.Elevation elevation(@Nullable Elevation elevation) {
    if (elevation == null) {
      return new StatusAnswer.Elevation(false, null, null, null, null, null, null, null);
    }
    BoundingBox box = elevation.box();
    return new StatusAnswer.Elevation(
        true,
        elevation.name(),
        new double[] {box.west(), box.south(), box.east(), box.north()},
        Math.rint(elevation.resolutionMeters() * 10) / 10,
        Math.rint(elevation.minMeters() * 10) / 10,
        Math.rint(elevation.maxMeters() * 10) / 10,
        elevation.attribution(),
        elevation.importedAt());
  }
}
