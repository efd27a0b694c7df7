package org.caremap.coverage;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.caremap.facility.Facility;
import org.caremap.facility.FacilityDetails;
import org.jspecify.annotations.Nullable;

/** Which number of a facility says how many people it can take. */
enum CapacityField {
  /** Meals a day for meal points and central kitchens, beds for all others. */
  BY_TYPE("by-type") {
    @Override
    @Nullable Integer of(FacilityDetails details) {
      return SERVES_MEALS.contains(details.type()) ? details.mealsPerDay() : details.beds();
    }
  },
  BEDS("beds") {
    @Override
    @Nullable Integer of(FacilityDetails details) {
      return details.beds();
    }
  },
  NURSING_BEDS("nursingBeds") {
    @Override
    @Nullable Integer of(FacilityDetails details) {
      return details.nursingBeds();
    }
  },
  MEALS_PER_DAY("mealsPerDay") {
    @Override
    @Nullable Integer of(FacilityDetails details) {
      return details.mealsPerDay();
    }
  };

  private static final List<String> SERVES_MEALS = List.of("meal_point", "central_kitchen");

  private final String code;

  CapacityField(String code) {
    this.code = code;
  }

  /** Code as in the API. */
  String code() {
    return code;
  }

  /** People it can take, null where nobody has said. */
  abstract @Nullable Integer of(FacilityDetails details);

  /** The same for some facilities of a catalogue; NaN where nobody has said. */
  double[] of(List<Facility> catalog, int[] indices) {
    return Arrays.stream(indices)
        .mapToObj(index -> of(catalog.get(index).details()))
        .mapToDouble(capacity -> capacity == null ? Double.NaN : capacity)
        .toArray();
  }

  static Optional<CapacityField> find(String code) {
    return Arrays.stream(values()).filter(field -> field.code.equals(code)).findFirst();
  }

  /** Codes, separated by commas, for error texts. */
  static String legal() {
    return Arrays.stream(values()).map(CapacityField::code).collect(Collectors.joining(", "));
  }
}
