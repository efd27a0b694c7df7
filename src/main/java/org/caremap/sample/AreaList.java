package org.caremap.sample;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.MultiPolygon;

/** The county, its towns and their communities as records, with their residents added up. */
final class AreaList {
  private static final String COUNTY_CODE = "320684";
  private static final String COUNTY_NAME = "海门市（示例）";

  private final List<SampleArea> areas = new ArrayList<>();

  AreaList(Census census, Boundaries boundaries, Dwellings dwellings) {
    List<Community> communities = census.communities();
    double[] households = dwellings.sumByCommunity("households");
    double[] residents = dwellings.sumByCommunity("residents");
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
        boundaries.county());
    for (int t = 0; t < Town.ALL.size(); t++) {
      Town town = Town.ALL.get(t);
      add(
          Community.townCode(t),
          town.name(),
          "town",
          COUNTY_CODE,
          town.centre(),
          zone(town),
          townHouseholds[t],
          townResidents[t],
          boundaries.town(t));
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
          boundaries.community(c));
    }
  }

  List<SampleArea> all() {
    return List.copyOf(areas);
  }

  private static String zone(Town town) {
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
      MultiPolygon boundary) {
    areas.add(
        new SampleArea(
            code, name, level, parent, urban, zone, known(households), known(residents), boundary));
  }

  private static @Nullable Double known(double sum) {
    return Double.isNaN(sum) ? null : sum;
  }
}
