package org.caremap.candidate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.PrecisionModel;

/** Row of {@code candidate}; the same on H2GIS and PostGIS. */
@Entity
@Table(name = "candidate")
class CandidateEntity {
  private static final GeometryFactory WGS84 = new GeometryFactory(new PrecisionModel(), 4326);

  @Id UUID id;

  @Column(name = "external_id")
  String externalId;

  String name;
  String kind;

  @Column(columnDefinition = "geometry(point,4326)")
  Point location;

  @Column(name = "area_square_meters")
  @Nullable Double areaSquareMeters;

  @Column(name = "cost_yuan")
  @Nullable Double costYuan;

  @Nullable Integer capacity;
  @Nullable String types;
  @Nullable String owner;
  @Nullable String address;

  @Column(name = "area_code")
  @Nullable String areaCode;

  boolean available;
  boolean sample;
  @Version long version;

  void fill(CandidateDetails d) {
    externalId = d.externalId();
    name = d.name();
    kind = d.kind();
    location = WGS84.createPoint(new Coordinate(d.lon(), d.lat()));
    areaSquareMeters = d.areaSquareMeters();
    costYuan = d.costYuan();
    capacity = d.capacity();
    types = d.types().isEmpty() ? null : String.join(",", d.types());
    owner = d.owner();
    address = d.address();
    areaCode = d.areaCode();
    available = d.available();
  }

  Candidate toCandidate() {
    return new Candidate(
        id,
        externalId,
        name,
        kind,
        location.getX(),
        location.getY(),
        areaSquareMeters,
        costYuan,
        capacity,
        types == null ? List.of() : List.of(types.split(",")),
        owner,
        address,
        areaCode,
        available,
        sample,
        version);
  }
}
