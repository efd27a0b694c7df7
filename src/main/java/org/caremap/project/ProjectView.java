package org.caremap.project;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.caremap.area.Area;
import org.caremap.area.AreaLevel;
import org.caremap.area.AreaTree;
import org.jspecify.annotations.Nullable;

/**
 * A project as the API shows it; names as in {@link ProjectDetails}.
 *
 * @param areaName of the area it lies in, as loaded now
 * @param townCode of the street or town around it
 * @param townName of the same
 * @param deletedAt null while it is in the library
 * @param history what every field was before, the oldest first
 */
public record ProjectView(
    String id,
    String name,
    String kind,
    @Nullable String type,
    @Nullable Double lon,
    @Nullable Double lat,
    @Nullable String areaCode,
    @Nullable String areaName,
    @Nullable String townCode,
    @Nullable String townName,
    int year,
    @Nullable Integer quarter,
    String status,
    @Nullable Double costYuan,
    @Nullable String fundingSource,
    @Nullable String responsibleUnit,
    @Nullable Integer capacity,
    @Nullable String scenario,
    @Nullable String change,
    @Nullable String candidate,
    @Nullable String facility,
    @Nullable Double gainPeople,
    @Nullable Double lostPeople,
    @Nullable Boolean meetsStandard,
    @Nullable Boolean sociallyRun,
    @Nullable String note,
    long version,
    Instant createdAt,
    @Nullable Instant deletedAt,
    List<ProjectChange> history) {
  private static final int TOWN_DEPTH = AreaLevel.TOWN.depth();

  /** Whether it can bring people within reach or out of it. */
  boolean movesReach() {
    return !kind.equals(ProjectKind.RESIZE.code()) && !kind.equals(ProjectKind.OTHER.code());
  }

  /** Whether it is still to be done or done: not called off. */
  boolean counts() {
    return !status.equals(ProjectStatus.CANCELLED.code());
  }

  static ProjectView of(Project p, AreaTree areas) {
    ProjectDetails d = p.details();
    Optional<Area> area = areas.find(d.areaCode());
    Optional<Area> town = area.flatMap(a -> areas.findAtDepth(a.code(), TOWN_DEPTH));
    return new ProjectView(
        p.id().toString(),
        d.name(),
        d.kind().code(),
        d.type(),
        d.lon(),
        d.lat(),
        d.areaCode(),
        area.map(Area::name).orElse(null),
        town.map(Area::code).orElse(null),
        town.map(Area::name).orElse(null),
        d.year(),
        d.quarter(),
        d.status().code(),
        d.costYuan(),
        d.fundingSource(),
        d.responsibleUnit(),
        d.capacity(),
        d.scenario() == null ? null : d.scenario().toString(),
        d.change(),
        d.candidate(),
        d.facility(),
        d.gainPeople(),
        d.lostPeople(),
        d.meetsStandard(),
        d.sociallyRun(),
        d.note(),
        p.version(),
        p.createdAt(),
        p.deletedAt(),
        p.history());
  }
}
