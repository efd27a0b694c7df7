package org.caremap.core.standards;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How large the building of each facility is. */
final class FloorAreaPerFacility extends FacilityIndicator {
  @Override
  public String code() {
    return "floor-area-per-facility";
  }

  @Override
  public String zh() {
    return "每处设施的建筑面积";
  }

  @Override
  public String en() {
    return "Floor area per facility";
  }

  @Override
  public String numerator() {
    return "floor area of the facility, m2";
  }

  @Override
  public List<Gap.Field> needs() {
    return List.of(Gap.Field.FLOOR_AREA);
  }

  @Override
  @Nullable Number value(RuleInput in, FacilityFact facility) {
    return facility.floorAreaSquareMeters();
  }

  @Override
  Gap.Field field(RuleInput in) {
    return Gap.Field.FLOOR_AREA;
  }
}
