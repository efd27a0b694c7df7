package org.caremap.core.standards;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How many stations each centre leads. */
final class StationsLed implements Indicator {
  private static final List<String> STATIONS = List.of("home_care_station");
  private static final IndicatorParameter LED =
      IndicatorParameter.types(
          "ledTypes", STATIONS, "由中心牵头运营的设施类型", "types of the facilities that are led");

  @Override
  public String code() {
    return "stations-led";
  }

  @Override
  public String zh() {
    return "一个中心牵头的服务站数";
  }

  @Override
  public String en() {
    return "Stations led by one centre";
  }

  @Override
  public String numerator() {
    return "operating stations that name the centre as the one that leads them";
  }

  @Override
  public String denominator() {
    return "one centre";
  }

  @Override
  public List<IndicatorParameter> parameters() {
    return List.of(LED);
  }

  @Override
  public List<Gap.Field> needs() {
    return List.of(Gap.Field.LEADING_CENTRE);
  }

  @Override
  public Findings find(RuleInput in) {
    List<String> types = in.rule().texts(LED.name(), STATIONS);
    Map<String, Integer> led = new HashMap<>();
    Set<Gap> gaps = new LinkedHashSet<>();
    for (FacilityFact station : in.facts().listFacilities()) {
      if (types.contains(station.type()) && in.isOpen(station)) {
        if (station.leadingCentre() == null) {
          gaps.add(new Gap(Gap.Field.LEADING_CENTRE, Gap.Of.FACILITY, station.id()));
        } else {
          led.merge(station.leadingCentre(), 1, Integer::sum);
        }
      }
    }
    return new Findings.Each(
        in.facilities().stream()
            .map(
                centre -> {
                  int known = led.getOrDefault(centre.what().id(), 0);
                  Bounds count = new Bounds(known, known + gaps.size());
                  return Subject.of(centre, Measure.of(count, gaps), in.facts());
                })
            .toList());
  }
}
