package org.caremap.core.standards;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many people live in each home. */
final class ResidentsOfHome extends FacilityIndicator {
  @Override
  public String code() {
    return "residents-of-home";
  }

  @Override
  public String zh() {
    return "每所养老院的入住人数";
  }

  @Override
  public String en() {
    return "Residents of a home";
  }

  @Override
  public String numerator() {
    return "people who live in the facility";
  }

  @Override
  public List<Gap.Field> needs() {
    return List.of(Gap.Field.RESIDENTS_OF_HOME);
  }

  @Override
  @Nullable Number value(RuleInput in, FacilityFact facility) {
    return facility.residents();
  }

  @Override
  Gap.Field field(RuleInput in) {
    return Gap.Field.RESIDENTS_OF_HOME;
  }
}
