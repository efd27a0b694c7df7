package org.caremap.standards;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.caremap.area.Area;
import org.caremap.area.AreaFacts;
import org.caremap.core.standards.AreaFact;
import org.caremap.core.standards.CountyFacts;
import org.caremap.core.standards.FacilityFact;
import org.caremap.core.standards.GroupCount;
import org.caremap.core.standards.Neighbours;
import org.caremap.core.standards.RuleInput;
import org.caremap.core.standards.StandardRule;
import org.caremap.core.standards.WalkingShares;
import org.caremap.coverage.CareSnapshot;
import org.caremap.coverage.PointAreas;
import org.caremap.facility.Facility;
import org.caremap.facility.FacilityDetails;
import org.caremap.facility.FacilityStanding;
import org.caremap.population.DemandGroup;
import org.jspecify.annotations.Nullable;

/** Turns a snapshot into what rules are judged on. */
final class CountyReader {
  private CountyReader() {}

  static CountyFacts read(
      CareSnapshot snapshot,
      Collection<StandardRule> rules,
      Neighbours neighbours,
      WalkingShares walking,
      LocalDate asOf,
      boolean countsUndated) {
    List<AreaFact> areas = snapshot.areas().list().stream().map(CountyReader::fact).toList();
    List<FacilityFact> facilities =
        snapshot.facilities().list().stream().map(one -> fact(one, snapshot)).toList();
    return new CountyFacts(
        areas,
        facilities,
        people(snapshot, groups(rules)),
        neighbours,
        walking,
        asOf,
        countsUndated);
  }

  private static AreaFact fact(Area a) {
    AreaFacts facts = a.facts();
    return new AreaFact(
        a.code(),
        a.name(),
        a.level().code(),
        a.parentCode(),
        a.urban(),
        a.serviceZone(),
        a.households(),
        a.residents(),
        facts.estateAge(),
        facts.purchasedServiceElders(),
        facts.emergencyCallElders(),
        facts.regionalProvision());
  }

  private static FacilityFact fact(Facility facility, CareSnapshot snapshot) {
    FacilityDetails d = facility.details();
    FacilityStanding s = d.standing();
    return new FacilityFact(
        d.externalId(),
        d.name(),
        d.type(),
        facility.isOperating(),
        d.lon(),
        d.lat(),
        areaOf(d, snapshot),
        d.operator(),
        s.openedOn(),
        s.sociallyRun(),
        s.medicalCare() == null ? null : s.medicalCare().code(),
        s.residents(),
        s.landAreaSquareMeters(),
        d.floorAreaSquareMeters(),
        d.beds(),
        d.nursingBeds(),
        s.meetsStandard(),
        s.leadingCentre(),
        s.demonstrationSite(),
        s.regionalCentre(),
        d.deliveryAreas());
  }

  /** The area it names; otherwise the smallest that it lies in. */
  private static @Nullable String areaOf(FacilityDetails d, CareSnapshot snapshot) {
    return snapshot.areas().find(d.areaCode()).isPresent()
        ? d.areaCode()
        : snapshot.areaAt(d.lon(), d.lat()).map(Area::code).orElse(null);
  }

  private static Set<DemandGroup> groups(Collection<StandardRule> rules) {
    Set<DemandGroup> groups =
        rules.stream()
            .map(rule -> rule.text("group", RuleInput.ELDERS))
            .flatMap(code -> DemandGroup.find(code).stream())
            .collect(Collectors.toSet());
    groups.add(DemandGroup.AGE60);
    return groups;
  }

  private static Map<String, Map<String, GroupCount>> people(
      CareSnapshot snapshot, Set<DemandGroup> groups) {
    PointAreas areas = snapshot.pointAreas();
    int size = areas.codes().size();
    int[] areaOfPoint = areas.areaOfPoint();
    Map<String, Map<String, GroupCount>> people = new HashMap<>();
    double[] residents = snapshot.demand().counts(DemandGroup.RESIDENTS);
    for (DemandGroup group : groups) {
      boolean persons = group != DemandGroup.RESIDENTS && group != DemandGroup.HOUSEHOLDS;
      double[] counts = snapshot.demand().counts(group);
      double[] known = new double[size];
      int[] unknown = new int[size];
      int[] points = new int[size];
      double[] most = new double[size];
      for (int i = 0; i < areaOfPoint.length; i++) {
        int area = areaOfPoint[i];
        if (area != PointAreas.NONE) {
          points[area]++;
          if (Double.isNaN(counts[i])) {
            unknown[area]++;
            boolean bounded = persons && !Double.isNaN(residents[i]);
            most[area] += bounded ? residents[i] : Double.POSITIVE_INFINITY;
          } else {
            known[area] += counts[i];
          }
        }
      }
      for (int area = 0; area < size; area++) {
        people
            .computeIfAbsent(areas.codes().get(area), code -> new HashMap<>())
            .put(
                group.code(), new GroupCount(known[area], unknown[area], points[area], most[area]));
      }
    }
    return people;
  }
}
