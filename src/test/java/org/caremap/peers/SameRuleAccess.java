package org.caremap.peers;

import com.graphhopper.reader.ReaderWay;
import com.graphhopper.routing.ev.EncodedValueLookup;
import com.graphhopper.routing.util.FerrySpeedCalculator;
import com.graphhopper.routing.util.WayAccess;
import com.graphhopper.routing.util.parsers.FootAccessParser;
import com.graphhopper.util.PMap;
import java.util.Set;

/**
 * GraphHopper's own foot access, brought to our rule where the two are meant to differ: ferries are
 * no walk, nor are mountain paths for which hands are needed (sac_scale beyond mountain_hiking; the
 * parser's own limit cannot be set from outside), and the classes of street that the OSM wiki
 * counts among those for people on foot and GraphHopper 10.2 leaves out are judged like footways.
 */
final class SameRuleAccess extends FootAccessParser {
  private static final Set<String> LIKE_FOOTWAYS = Set.of("corridor", "bridleway", "elevator");

  private static final Set<String> TOO_HARD =
      Set.of(
          "demanding_mountain_hiking",
          "alpine_hiking",
          "demanding_alpine_hiking",
          "difficult_alpine_hiking");

  SameRuleAccess(EncodedValueLookup lookup) {
    super(lookup, new PMap());
  }

  @Override
  public WayAccess getAccess(ReaderWay way) {
    if (FerrySpeedCalculator.isFerry(way) || TOO_HARD.contains(way.getTag("sac_scale", ""))) {
      return WayAccess.CAN_SKIP;
    }
    String highway = way.getTag("highway");
    if (highway == null || !LIKE_FOOTWAYS.contains(highway)) {
      return super.getAccess(way);
    }
    way.setTag("highway", "footway");
    WayAccess access = super.getAccess(way);
    way.setTag("highway", highway);
    return access;
  }
}
