package org.caremap.population;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.PrecisionModel;

/** Row of {@code demand_point}; a count that is null is unknown. */
@Entity
@Table(name = "demand_point")
class DemandPointEntity {
  private static final GeometryFactory WGS84 = new GeometryFactory(new PrecisionModel(), 4326);

  @Id long id;

  @Column(name = "external_id")
  String externalId;

  @Column(columnDefinition = "geometry(point,4326)")
  Point location;

  @Column(name = "area_code")
  @Nullable String areaCode;

  @Nullable Double residents;
  @Nullable Double households;
  @Nullable Double age60;
  @Nullable Double age65;
  @Nullable Double age80;

  @Column(name = "living_alone")
  @Nullable Double livingAlone;

  @Column(name = "empty_nest")
  @Nullable Double emptyNest;

  @Column(name = "left_behind")
  @Nullable Double leftBehind;

  @Nullable Double disabled;
  @Nullable Double dementia;
  @Nullable Double bereaved;

  @Column(name = "low_income")
  @Nullable Double lowIncome;

  boolean sample;
  @Version long version;

  void fill(DemandPoint point) {
    externalId = point.externalId();
    location = WGS84.createPoint(new Coordinate(point.lon(), point.lat()));
    areaCode = point.areaCode();
    residents = known(point, DemandGroup.RESIDENTS);
    households = known(point, DemandGroup.HOUSEHOLDS);
    age60 = known(point, DemandGroup.AGE60);
    age65 = known(point, DemandGroup.AGE65);
    age80 = known(point, DemandGroup.AGE80);
    livingAlone = known(point, DemandGroup.LIVING_ALONE);
    emptyNest = known(point, DemandGroup.EMPTY_NEST);
    leftBehind = known(point, DemandGroup.LEFT_BEHIND);
    disabled = known(point, DemandGroup.DISABLED);
    dementia = known(point, DemandGroup.DEMENTIA);
    bereaved = known(point, DemandGroup.BEREAVED);
    lowIncome = known(point, DemandGroup.LOW_INCOME);
  }

  /** In the order of {@link DemandGroup}. */
  double[] counts() {
    Double[] known = {
      residents,
      households,
      age60,
      age65,
      age80,
      livingAlone,
      emptyNest,
      leftBehind,
      disabled,
      dementia,
      bereaved,
      lowIncome
    };
    double[] counts = new double[known.length];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = known[i] == null ? Double.NaN : known[i];
    }
    return counts;
  }

  private static @Nullable Double known(DemandPoint point, DemandGroup group) {
    double count = point.counts()[group.ordinal()];
    return Double.isNaN(count) ? null : count;
  }
}
