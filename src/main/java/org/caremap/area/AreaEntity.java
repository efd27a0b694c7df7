package org.caremap.area;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.MultiPolygon;

/** Row of {@code area}. */
@Entity
@Table(name = "area")
class AreaEntity {
  @Id String code;
  String name;
  String level;

  @Column(name = "parent_code")
  @Nullable String parentCode;

  @Nullable Boolean urban;

  @Column(name = "service_zone")
  @Nullable String serviceZone;

  @Nullable Double households;
  @Nullable Double residents;

  @Column(columnDefinition = "geometry(multipolygon,4326)")
  @Nullable MultiPolygon boundary;

  @Column(name = "estate_age")
  @Nullable String estateAge;

  @Column(name = "purchased_service_elders")
  @Nullable Double purchasedServiceElders;

  @Column(name = "emergency_call_elders")
  @Nullable Double emergencyCallElders;

  @Column(name = "regional_provision")
  @Nullable Boolean regionalProvision;

  boolean sample;
  @Version long version;

  static AreaEntity of(Area area) {
    AreaEntity row = new AreaEntity();
    row.code = area.code();
    row.name = area.name();
    row.level = area.level().code();
    row.parentCode = area.parentCode();
    row.urban = area.urban();
    row.serviceZone = area.serviceZone();
    row.households = area.households();
    row.residents = area.residents();
    if (area.boundary() != null) {
      MultiPolygon boundary = (MultiPolygon) area.boundary().copy();
      boundary.setSRID(4326);
      row.boundary = boundary;
    }
    row.estateAge = area.facts().estateAge();
    row.purchasedServiceElders = area.facts().purchasedServiceElders();
    row.emergencyCallElders = area.facts().emergencyCallElders();
    row.regionalProvision = area.facts().regionalProvision();
    row.sample = area.sample();
    row.version = area.version();
    return row;
  }

  Area toArea() {
    return new Area(
        code,
        name,
        AreaLevel.find(level).orElseThrow(),
        parentCode,
        urban,
        serviceZone,
        households,
        residents,
        boundary,
        new AreaFacts(estateAge, purchasedServiceElders, emergencyCallElders, regionalProvision),
        sample,
        version);
  }
}
