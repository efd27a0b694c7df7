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
    Map<String, Bounds> led = new HashMap<>();
    Map<String, Set<Gap>> undated = new HashMap<>();
    Set<Gap> nobody = new LinkedHashSet<>();
    int unled = 0;
    for (FacilityFact station : in.facts().listFacilities()) {
      Known open = in.facts().isOpen(station);
      if (types.contains(station.type()) && open.truth().isPossible()) {
        String centre = station.leadingCentre();
        if (centre == null) {
          unled++;
          nobody.add(new Gap(Gap.Field.LEADING_CENTRE, Gap.Of.FACILITY, station.id()));
          nobody.addAll(open.gaps());
        } else {
          led.merge(centre, Bounds.of(open.truth()), Bounds::plus);
          undated.computeIfAbsent(centre, id -> new LinkedHashSet<>()).addAll(open.gaps());
        }
      }
    }
    Bounds more = new Bounds(0, unled);
    return new Findings.Each(
        in.facilities().stream()
            .map(
                centre -> {
                  String id = centre.what().id();
                  Set<Gap> gaps = new LinkedHashSet<>(nobody);
                  gaps.addAll(undated.getOrDefault(id, Set.of()));
                  Bounds count = led.getOrDefault(id, Bounds.ZERO).plus(more);
                  return Subject.of(centre, Measure.of(count, gaps), in.facts());
                })
            .toList());
  }
}
