package org.caremap.overview;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.stream.Stream;
import org.caremap.coverage.CareSnapshot;
import org.caremap.coverage.SnapshotService;
import org.caremap.coverage.WalkingProfiles;
import org.caremap.facility.CodeLists;
import org.caremap.find.FindService;
import org.caremap.find.Hotlines;
import org.caremap.find.Need;
import org.caremap.find.Needs;
import org.caremap.hours.HoursService;
import org.caremap.imports.SampleData;
import org.caremap.platform.Query;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1/welcome}. */
@Path("/api/v1/welcome")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Find care")
public class WelcomeResource {
  private final SnapshotService snapshots;
  private final WalkingProfiles profiles;
  private final CodeLists codes;
  private final Needs needs;
  private final FindService find;
  private final Hotlines hotlines;
  private final HoursService hours;
  private final SampleData sample;
  private final String version;

  WelcomeResource(
      SnapshotService snapshots,
      WalkingProfiles profiles,
      CodeLists codes,
      Needs needs,
      FindService find,
      Hotlines hotlines,
      HoursService hours,
      SampleData sample,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    this.snapshots = snapshots;
    this.profiles = profiles;
    this.codes = codes;
    this.needs = needs;
    this.find = find;
    this.hotlines = hotlines;
    this.hours = hours;
    this.sample = sample;
    this.version = version;
  }

  @GET
  @Operation(summary = "What the search page needs before anybody asks")
  public WelcomeAnswer welcome(@Context UriInfo uri) {
    Query.of(uri);
    CareSnapshot snapshot = snapshots.current();
    return new WelcomeAnswer(
        version,
        sample.isLoaded(),
        snapshot.method(false).code(),
        Loaded.bounds(snapshot),
        snapshot.detourFactor(),
        snapshot.snapLimitMeters(),
        needs.list().stream().map(this::button).toList(),
        codes.listTypes().stream()
            .map(c -> new WelcomeAnswer.Kind(c.code(), c.zh(), c.en(), c.symbol(), c.color()))
            .toList(),
        codes.listServices().stream()
            .map(c -> new WelcomeAnswer.Name(c.code(), c.zh(), c.en()))
            .toList(),
        profiles.list().stream()
            .map(
                p ->
                    new WelcomeAnswer.Profile(
                        p.code(),
                        p.zh(),
                        p.en(),
                        Math.rint(p.speedMetersPerSecond() * 3600) / 1000,
                        p.stepsAllowed()))
            .toList(),
        hotlines.county().orElse(null),
        hotlines.general(),
        Loaded.attribution(snapshot),
        hours.zone().getId());
  }

  private WelcomeAnswer.NeedButton button(Need need) {
    return new WelcomeAnswer.NeedButton(
        need.code(),
        need.zh(),
        need.en(),
        need.hintZh(),
        need.hintEn(),
        need.symbol(),
        need.color(),
        Stream.concat(need.types().stream(), need.orTypes().stream()).distinct().toList(),
        need.withServices(),
        find.count(need));
  }
}
