package org.caremap.sample;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * The county, its streets and towns, their communities and what lies in these as records, with
 * their residents added up.
 */
final class AreaList {
  private static final String COUNTY_CODE = "320684";
  private static final String COUNTY_NAME = "海门市（示例）";

  private final List<SampleArea> areas = new ArrayList<>();

  AreaList(Census census, Boundaries boundaries, Dwellings dwellings, Estates estates, Dice dice) {
    List<Community> communities = census.communities();
    double[] households = dwellings.sumByCommunity("households");
    double[] residents = dwellings.sumByCommunity("residents");
    double[] elders = dwellings.sumByCommunity("age60");
    double[] townHouseholds = new double[Town.ALL.size()];
    double[] townResidents = new double[Town.ALL.size()];
    double allHouseholds = 0;
    double allResidents = 0;
    for (int c = 0; c < residents.length; c++) {
      townHouseholds[communities.get(c).town()] += households[c];
      townResidents[communities.get(c).town()] += residents[c];
      allHouseholds += households[c];
      allResidents += residents[c];
    }
    add(
        COUNTY_CODE,
        COUNTY_NAME,
        "county",
        null,
        false,
        null,
        allHouseholds,
        allResidents,
        boundaries.county(),
        new SampleArea.Facts(null, null, null, true));
    for (int t = 0; t < Town.ALL.size(); t++) {
      Town town = Town.ALL.get(t);
      add(
          Community.townCode(t),
          town.name(),
          town.street() ? "street" : "town",
          COUNTY_CODE,
          town.centre(),
          zone(town),
          townHouseholds[t],
          townResidents[t],
          boundaries.town(t),
          SampleArea.Facts.UNKNOWN);
    }
    for (int c = 0; c < residents.length; c++) {
      Community community = communities.get(c);
      add(
          community.code(),
          community.name(),
          community.urban() ? "community" : "village",
          Community.townCode(community.town()),
          community.urban(),
          zone(Town.ALL.get(community.town())),
          households[c],
          residents[c],
          boundaries.community(c),
          served(elders[c], residents[c], dice));
    }
    areas.addAll(estates.all());
  }

  List<SampleArea> all() {
    return List.copyOf(areas);
  }

  /** Eight to ten percent of the elders have either service; a few communities did not report. */
  private static SampleArea.Facts served(double elders, double residents, Dice dice) {
    double people = Double.isNaN(elders) ? 0.3 * residents : elders;
    double purchased = Math.rint(people * dice.between(0.08, 0.1));
    double emergency = Math.rint(people * dice.between(0.08, 0.1));
    return new SampleArea.Facts(
        null, dice.chance(0.98) ? purchased : null, dice.chance(0.98) ? emergency : null, null);
  }

  static String zone(Town town) {
    return town.centre() ? "centre" : "outer";
  }

  private void add(
      String code,
      String name,
      String level,
      @Nullable String parent,
      boolean urban,
      @Nullable String zone,
      double households,
      double residents,
      MultiPolygon boundary,
      SampleArea.Facts facts) {
    areas.add(
        new SampleArea(
            code,
            name,
            level,
            parent,
            urban,
            zone,
            known(households),
            known(residents),
            boundary,
            facts));
  }

  private static @Nullable Double known(double sum) {
    return Double.isNaN(sum) ? null : sum;
  }
}
