package org.caremap.sample;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Adds what standards and targets ask to facilities that are drawn already: when each opened, who
 * runs it, which centre leads it, in which estate it stands. It has dice of its own, so that
 * places, beds and hours are the same with and without it.
 */
final class Standing {
  private static final int FIRST_YEAR = 2012;

  /** Of 100 facilities, how many opened in each year from 2012 to 2025. */
  private static final int[] OPENED = {2, 2, 3, 5, 7, 10, 14, 16, 15, 11, 6, 4, 3, 2};

  private static final Set<String> NOT_CARE = Set.of("clinic", "hospital", "supermarket");
  private static final String CHAIN = "福寿康养老服务公司";
  private static final String[] OPERATORS = {
    "江海颐养服务社", "银龄居家养老服务公司", "安康社会工作服务中心", "九久养老服务公司", "和颐为老服务中心",
    "鹤寿养老产业公司", "常青藤为老服务社", "慈悦养老服务公司", "孝满社区养老中心", "东洲颐年服务公司"
  };
  private static final int LEAST_LED = 8;
  private static final int MOST_LED = 12;

  /** Degrees; about eight kilometres. */
  private static final double FARTHEST_LED = 0.08;

  private final List<Community> communities;
  private final Estates estates;
  private final Map<String, Integer> indexOfCommunity = new HashMap<>();
  private final List<SampleFacility> facilities;

  /**
   * @param drawn the facilities without their standing
   */
  Standing(List<SampleFacility> drawn, Census census, Estates estates, Dice dice) {
    this.communities = census.communities();
    this.estates = estates;
    for (int c = 0; c < communities.size(); c++) {
      indexOfCommunity.put(communities.get(c).code(), c);
    }
    facilities = new ArrayList<>(drawn);
    Set<Integer> chain = chain(census.adjoining());
    String[] leaders = leaders(dice.fork(-1));
    int ruralHomes = 0;
    for (int i = 0; i < facilities.size(); i++) {
      SampleFacility f = facilities.get(i);
      boolean ruralHome = f.type().equals("care_home") && !urban(f);
      Integer living = ruralHome ? ruralHomes++ : null;
      facilities.set(i, stand(f, chain.contains(i), leaders[i], living, dice.fork(i)));
    }
  }

  List<SampleFacility> all() {
    return Collections.unmodifiableList(facilities);
  }

  private boolean urban(SampleFacility f) {
    return communities.get(community(f)).urban();
  }

  private int community(SampleFacility f) {
    return indexOfCommunity.get(f.areaCode());
  }

  private SampleFacility stand(
      SampleFacility f,
      boolean inChain,
      @Nullable String leader,
      @Nullable Integer ruralHome,
      Dice dice) {
    boolean urban = urban(f);
    boolean care = !NOT_CARE.contains(f.type());
    Boolean social = care ? sociallyRun(f, inChain, urban, dice) : null;
    SampleStanding standing =
        new SampleStanding(
            openedOn(f, dice),
            social == null || dice.chance(0.03) && !inChain ? null : social,
            care ? medicalCare(f.type(), dice) : null,
            residents(f, ruralHome, dice),
            care ? land(f, dice) : null,
            care && dice.chance(0.96) ? Boolean.valueOf(dice.chance(urban ? 0.85 : 0.65)) : null,
            leader,
            care && dice.chance(0.96) ? Boolean.valueOf(dice.chance(0.08)) : null,
            regional(f, dice));
    String areaCode = estate(f, dice);
    String operator = operator(f, inChain, social, dice);
    return f.with(areaCode, operator, nursingBeds(f, dice), standing);
  }

  /** A care centre is one by its papers or not; of a home nobody may have said. */
  private static @Nullable Boolean regional(SampleFacility f, Dice dice) {
    if (f.type().equals("care_centre")) {
      return false;
    }
    return f.type().equals("care_home") && dice.chance(0.94)
        ? Boolean.valueOf(f.name().endsWith("敬老院") && dice.chance(0.5))
        : null;
  }

  /** Where beds are known, nearly always the nursing beds among them too. */
  private static @Nullable Integer nursingBeds(SampleFacility f, Dice dice) {
    Integer beds = f.beds();
    if (f.nursingBeds() != null || beds == null || !f.type().equals("care_centre")) {
      return f.nursingBeds();
    }
    return dice.chance(0.95) ? (int) (beds * dice.between(0.35, 0.75)) : null;
  }

  private static @Nullable String operator(
      SampleFacility f, boolean inChain, @Nullable Boolean social, Dice dice) {
    if (inChain) {
      return CHAIN;
    }
    String own = f.operator();
    boolean ownRun = own != null && own.endsWith("自营");
    return ownRun && social != null && social ? dice.pick(OPERATORS) : own;
  }

  /** About 85 % in town and half in the country; a named company always is a company. */
  private static boolean sociallyRun(SampleFacility f, boolean inChain, boolean urban, Dice dice) {
    boolean company = f.operator() != null && !f.operator().endsWith("自营");
    boolean lucky = dice.chance(urban ? 0.79 : 0.31);
    return inChain || company || lucky;
  }

  private static @Nullable LocalDate openedOn(SampleFacility f, Dice dice) {
    int percent = dice.below(100);
    int year = FIRST_YEAR;
    for (int i = 0; percent >= OPENED[i]; i++) {
      percent -= OPENED[i];
      year++;
    }
    LocalDate day = LocalDate.of(year, dice.whole(1, 12), dice.whole(1, 28));
    if (f.lastVerified() != null && day.isAfter(f.lastVerified())) {
      day = f.lastVerified().minusDays(dice.whole(20, 300));
    }
    boolean known = dice.chance(0.96);
    boolean opened = f.status().equals("operating") || f.status().equals("closed");
    return known && opened ? day : null;
  }

  private static @Nullable String medicalCare(String type, Dice dice) {
    double site;
    double agreement;
    switch (type) {
      case "care_home" -> {
        site = 0.4;
        agreement = 0.45;
      }
      case "care_centre", "nursing_station" -> {
        site = 0.3;
        agreement = 0.55;
      }
      default -> {
        site = 0.06;
        agreement = 0.5;
      }
    }
    double share = dice.unit();
    boolean known = dice.chance(0.95);
    return !known ? null : share < site ? "site" : share < site + agreement ? "agreement" : "none";
  }

  /** Fits beds and published free places; of rural homes half have under 10, a quarter under 20. */
  private static @Nullable Integer residents(
      SampleFacility f, @Nullable Integer ruralHome, Dice dice) {
    double share = dice.between(0.55, 0.95);
    int few = dice.whole(3, 9);
    boolean known = dice.chance(0.93);
    boolean lived =
        f.type().equals("care_home")
            || f.type().equals("elder_inn")
            || f.type().equals("care_centre");
    if (!lived || !f.status().equals("operating")) {
      return null;
    }
    if (ruralHome != null && ruralHome % 4 != 2) {
      return ruralHome % 4 == 1 ? 10 + few : few;
    }
    if (!known || f.beds() == null) {
      return null;
    }
    return f.freePlaces() != null ? f.beds() - f.freePlaces() : (int) (f.beds() * share);
  }

  private static @Nullable Double land(SampleFacility f, Dice dice) {
    double share = dice.between(0.5, 1.5);
    boolean known = dice.chance(0.92);
    return known && f.floorAreaSquareMeters() != null
        ? Math.rint(f.floorAreaSquareMeters() * share)
        : null;
  }

  /** Some stations stand in an estate of their community, or in a natural village. */
  private String estate(SampleFacility f, Dice dice) {
    boolean station = f.type().equals("home_care_station") || f.type().equals("mutual_aid_point");
    boolean inside = dice.chance(0.4);
    double which = dice.unit();
    List<String> codes = estates.in(community(f));
    return station && inside && !codes.isEmpty()
        ? codes.get((int) (which * codes.size()))
        : f.areaCode();
  }

  /**
   * Operating day-care centres that one company runs: those of the largest set of communities that
   * hang together and all have one.
   */
  private Set<Integer> chain(List<Set<Integer>> adjoining) {
    Map<Integer, List<Integer>> centres = new HashMap<>();
    for (int i = 0; i < facilities.size(); i++) {
      SampleFacility f = facilities.get(i);
      if (f.type().equals("day_care_centre") && f.status().equals("operating")) {
        centres.computeIfAbsent(community(f), c -> new ArrayList<>()).add(i);
      }
    }
    Set<Integer> best = new TreeSet<>();
    Set<Integer> seen = new TreeSet<>();
    for (int start : new TreeSet<>(centres.keySet())) {
      Set<Integer> found = new TreeSet<>();
      Deque<Integer> front = new ArrayDeque<>(List.of(start));
      while (!front.isEmpty()) {
        int community = front.remove();
        if (seen.add(community)) {
          found.addAll(centres.get(community));
          adjoining.get(community).stream().filter(centres::containsKey).forEach(front::add);
        }
      }
      if (found.size() > best.size()) {
        best = found;
      }
    }
    return best;
  }

  /** External id of the centre that leads each facility, null where none does. */
  private @Nullable String[] leaders(Dice dice) {
    @Nullable String[] leaders = new @Nullable String[facilities.size()];
    List<Integer> stations = new ArrayList<>();
    List<Integer> centres = new ArrayList<>();
    for (int i = 0; i < leaders.length; i++) {
      SampleFacility f = facilities.get(i);
      if (f.status().equals("operating") && f.type().equals("home_care_station")) {
        stations.add(i);
      } else if (f.status().equals("operating") && f.type().equals("care_centre")) {
        centres.add(i);
      }
    }
    int[] room = new int[facilities.size()];
    centres.forEach(centre -> room[centre] = dice.whole(LEAST_LED, MOST_LED));
    stations.sort(
        Comparator.comparing((Integer i) -> !urban(facilities.get(i))).thenComparingInt(i -> i));
    for (int station : stations) {
      SampleFacility s = facilities.get(station);
      int nearest = -1;
      double least = FARTHEST_LED * FARTHEST_LED;
      for (int centre : centres) {
        double distance = squaredDegrees(s, facilities.get(centre));
        if (room[centre] > 0 && distance < least) {
          nearest = centre;
          least = distance;
        }
      }
      boolean known = dice.chance(0.95);
      if (nearest >= 0 && known) {
        room[nearest]--;
        leaders[station] = facilities.get(nearest).externalId();
      }
    }
    return leaders;
  }

  private static double squaredDegrees(SampleFacility a, SampleFacility b) {
    double x = (a.lon() - b.lon()) * 0.85;
    double y = a.lat() - b.lat();
    return x * x + y * y;
  }
}
