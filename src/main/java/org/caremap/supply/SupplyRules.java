package org.caremap.supply;

import java.util.List;

/**
 * The needs in force and what counts as a place of care.
 *
 * @param needs who needs what
 * @param places types of facility
 */
record SupplyRules(List<Need> needs, List<String> places) {
  SupplyRules {
    needs = List.copyOf(needs);
    places = List.copyOf(places);
  }
}
