package org.caremap.core.standards;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All indicators by code. A new one is one class and one line here. */
public final class Indicators {
  private static final Map<String, Indicator> ALL = new LinkedHashMap<>();

  static {
    List.of(
            new FacilitiesPerArea(),
            new AreasServedShare(),
            new FloorAreaPerFacility(),
            new FloorAreaPerHundredHouseholds(),
            new BedsPerThousandElders(),
            new BedsPerFacility(),
            new NursingBedShare(),
            new LandPerResident(),
            new SociallyRunShare(),
            new MedicalCareShare(),
            new WalkingMinutes(),
            new ResidentsOfHome(),
            new ChainOperators(),
            new ContiguousCentres(),
            new StationsLed(),
            new EldersWithServiceShare(),
            new FlaggedAreasShare())
        .forEach(indicator -> ALL.put(indicator.code(), indicator));
  }

  private Indicators() {}

  /** All, in display order. */
  public static Collection<Indicator> list() {
    return List.copyOf(ALL.values());
  }

  /** The indicator of a code. */
  public static Optional<Indicator> find(String code) {
    return Optional.ofNullable(ALL.get(code));
  }

  /** Codes, separated by commas, for error texts. */
  public static String legal() {
    return String.join(", ", ALL.keySet());
  }
}
