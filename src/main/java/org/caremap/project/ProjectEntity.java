package org.caremap.project;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.PrecisionModel;

/** Row of {@code project}; the same on H2GIS and PostGIS. */
@Entity
@Table(name = "project")
class ProjectEntity {
  private static final GeometryFactory WGS84 = new GeometryFactory(new PrecisionModel(), 4326);

  @Id UUID id;
  String name;
  String kind;
  @Nullable String type;

  @Column(columnDefinition = "geometry(point,4326)")
  @Nullable Point location;

  @Column(name = "area_code")
  @Nullable String areaCode;

  @Column(name = "plan_year")
  int year;

  @Nullable Integer quarter;
  String status;

  @Column(name = "cost_yuan")
  @Nullable Double costYuan;

  @Column(name = "funding_source")
  @Nullable String fundingSource;

  @Column(name = "responsible_unit")
  @Nullable String responsibleUnit;

  @Nullable Integer capacity;
  @Nullable UUID scenario;

  @Column(name = "scenario_change")
  @Nullable String change;

  @Nullable String candidate;
  @Nullable String facility;

  @Column(name = "gain_people")
  @Nullable Double gainPeople;

  @Column(name = "lost_people")
  @Nullable Double lostPeople;

  @Column(name = "meets_standard")
  @Nullable Boolean meetsStandard;

  @Column(name = "socially_run")
  @Nullable Boolean sociallyRun;

  @Nullable String note;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "deleted_at")
  @Nullable Instant deletedAt;

  @Version long version;

  void fill(ProjectDetails d) {
    name = d.name();
    kind = d.kind().code();
    type = d.type();
    location =
        d.lon() == null || d.lat() == null
            ? null
            : WGS84.createPoint(new Coordinate(d.lon(), d.lat()));
    areaCode = d.areaCode();
    year = d.year();
    quarter = d.quarter();
    status = d.status().code();
    costYuan = d.costYuan();
    fundingSource = d.fundingSource();
    responsibleUnit = d.responsibleUnit();
    capacity = d.capacity();
    scenario = d.scenario();
    change = d.change();
    candidate = d.candidate();
    facility = d.facility();
    gainPeople = d.gainPeople();
    lostPeople = d.lostPeople();
    meetsStandard = d.meetsStandard();
    sociallyRun = d.sociallyRun();
    note = d.note();
  }

  Project toProject(List<ProjectChange> history) {
    return new Project(
        id,
        version,
        createdAt,
        deletedAt,
        new ProjectDetails(
            name,
            ProjectKind.find(kind).orElseThrow(),
            type,
            location == null ? null : location.getX(),
            location == null ? null : location.getY(),
            areaCode,
            year,
            quarter,
            ProjectStatus.find(status).orElseThrow(),
            costYuan,
            fundingSource,
            responsibleUnit,
            capacity,
            scenario,
            change,
            candidate,
            facility,
            gainPeople,
            lostPeople,
            meetsStandard,
            sociallyRun,
            note),
        List.copyOf(history));
  }
}
