package org.caremap.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.caremap.sample.SampleCounty;
import org.caremap.sample.SampleDemandPoint;
import org.caremap.sample.SampleOptions;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * What every rule must say of the loaded county, counted plainly from what the API publishes of
 * areas, facilities and coverage. It shares no code with the product, and says of each rule for
 * itself what it is about.
 */
final class StandardsOracle {
  private static final String[] CARE = {
    "care_home",
    "care_centre",
    "day_care_centre",
    "home_care_station",
    "nursing_station",
    "elder_inn",
    "mutual_aid_point",
    "meal_point"
  };
  private static final String[] FLOOR = {
    "care_centre",
    "day_care_centre",
    "home_care_station",
    "nursing_station",
    "elder_inn",
    "meal_point",
    "activity_centre"
  };
  private static final String[] BEDS = {
    "care_home", "care_centre", "day_care_centre", "nursing_station", "elder_inn"
  };
  private static final String[] RUN = {
    "care_home", "care_centre", "day_care_centre", "home_care_station", "mutual_aid_point"
  };
  private static final String[] CIRCLE = {
    "home_care_station", "care_centre", "day_care_centre", "mutual_aid_point"
  };

  private static final GeometryFactory SHAPES = new GeometryFactory();
  private static final int RESIDENTS = SampleDemandPoint.GROUPS.indexOf("residents");
  private static final int AGE60 = SampleDemandPoint.GROUPS.indexOf("age60");

  private final boolean past;
  private final Map<String, JsonNode> areas = new LinkedHashMap<>();
  private final Map<String, JsonNode> outlines = new HashMap<>();
  private final List<JsonNode> facilities = new ArrayList<>();
  private final Map<String, JsonNode> people = new HashMap<>();
  private final Map<String, Double> ofUnknown = new HashMap<>();

  /** Between what a value lies, and what follows. */
  record Expected(String outcome, double low, double high) {}

  private record Range(double low, double high) {
    Range plus(Range other) {
      return new Range(low + other.low, high + other.high);
    }

    Range over(Range other, double factor) {
      double most = other.low == 0 ? Double.POSITIVE_INFINITY : high * factor / other.low;
      return new Range(low * factor / other.high, most);
    }
  }

  /**
   * @param past whether the day is before today, so that nobody knows of facilities without an
   *     opening day whether they served then
   */
  StandardsOracle(LocalDate asOf, boolean past) {
    this.past = past;
    for (JsonNode feature : Api.get("/api/v1/areas").get("features")) {
      JsonNode area = feature.get("properties");
      areas.put(area.get("code").asText(), area);
      outlines.put(area.get("code").asText(), feature.get("geometry"));
    }
    for (JsonNode feature : Api.get("/api/v1/facilities?limit=10000").get("features")) {
      JsonNode facility = feature.get("properties");
      if (!areas.containsKey(facility.path("areaCode").asText())) {
        throw new AssertionError("this oracle needs an area for each facility: " + facility);
      }
      JsonNode opened = facility.get("openedOn");
      boolean open = opened.isNull() || !LocalDate.parse(opened.asText()).isAfter(asOf);
      if (facility.get("status").asText().equals("operating") && open) {
        facilities.add(facility);
      }
    }
  }

  Expected rule(String id) {
    return switch (id) {
      case "haimen-urban-station" -> standard(true, 100);
      case "haimen-rural-station" -> standard(false, 60);
      case "haimen-street-day-care" -> each(list("street"), 1, count("day_care_centre"));
      case "haimen-community-station" -> each(list("community"), 1, count("home_care_station"));
      case "haimen-floor-new", "county-floor-new" -> floor("new", 20);
      case "haimen-floor-old", "county-floor-old" -> floor("old", 15);
      case "haimen-elder-inn" -> each(list("street"), 1, count("elder_inn"));
      case "haimen-nursing-station" -> each(list("street"), 1, count("nursing_station"));
      case "haimen-kitchen" -> each(list("street"), 1, count("central_kitchen"));
      case "haimen-meal-point" -> each(urban(true), 1, count("meal_point"));
      case "haimen-purchased-service" -> service("purchasedServiceElders", 10);
      case "haimen-emergency-call" -> service("emergencyCallElders", 10);
      case "haimen-chain" -> chain();
      case "haimen-station-run" ->
          share(
              all("day_care_centre", "home_care_station")
                  .filter(
                      f ->
                          f.get("type").asText().equals("home_care_station")
                              || isIn(f, a -> level(a).equals("street")))
                  .toList(),
              100,
              f -> flag(f, "sociallyRun"));
      case "county-circle" -> walk(null, 20, CIRCLE);
      case "county-beds" -> beds(50, BEDS);
      case "county-urban-site" ->
          share(urban(true), 100, a -> has(a, "home_care_station", "care_centre"));
      case "county-town-site" -> share(list("town"), 100, a -> has(a, CIRCLE));
      case "county-rural-site" -> share(urban(false), 60, a -> has(a, CIRCLE));
      case "county-land" -> each(list("street", "town"), 0.1, this::land);
      case "county-admin-village-area" -> sites("village", 200);
      case "county-natural-village-area" -> sites("natural_village", 150);
      case "county-demo-site" ->
          each(
              list("town"),
              1,
              a ->
                  sum(
                      in(a, "home_care_station", "care_centre", "mutual_aid_point"),
                      f -> both(flag(f, "demonstrationSite"), since(f, 2024))));
      case "county-demo-site-main" -> new Expected("not-applicable", 0, Double.NaN);
      case "guangzhou-meal-centre" -> walk("centre", 15, "meal_point");
      case "guangzhou-meal-outer" -> walk("outer", 25, "meal_point");
      case "nanjing-circle" ->
          walk(
              null,
              15,
              "meal_point",
              "day_care_centre",
              "home_care_station",
              "care_centre",
              "nursing_station",
              "mutual_aid_point",
              "activity_centre");
      case "qijiang-circle" -> walk(null, 15, CIRCLE);
      case "qijiang-street-centre" -> each(list("street"), 1, count("care_centre"));
      case "qijiang-community-station" -> each(urban(true), 1, count("home_care_station"));
      case "qijiang-town-centre" -> each(list("town"), 1, count("care_centre"));
      case "qijiang-village-point" -> each(list("village"), 1, count("mutual_aid_point"));
      case "qijiang-land" -> each(roots(), 0.2, this::land);
      case "qijiang-street-centre-area" ->
          each(centres("street"), 1500, f -> known(f, "floorAreaSquareMeters"));
      case "qijiang-street-centre-beds" -> each(centres("street"), 20, this::bedsOf);
      case "qijiang-station-area" -> relaxedStations();
      case "qijiang-town-centre-area" ->
          each(centres("town"), 800, f -> known(f, "floorAreaSquareMeters"));
      case "qijiang-town-centre-beds" -> each(centres("town"), 20, this::nursingOf);
      case "qijiang-centre-leads" -> leads();
      case "qijiang-urban-run" -> run(true, 90);
      case "qijiang-rural-run" -> run(false, 60);
      case "qijiang-medical" ->
          share(
              all(RUN).toList(),
              100,
              f ->
                  f.get("medicalCare").isNull()
                      ? new Range(0, 1)
                      : yes(!f.get("medicalCare").asText().equals("none")));
      case "qijiang-nursing-beds" ->
          nursing(50, Stream.concat(centres("street").stream(), centres("town").stream()).toList());
      case "changzhi-circle" ->
          walk("centre", 15, "home_care_station", "care_centre", "day_care_centre");
      case "changzhi-urban-full" -> share(urban(true), 100, a -> has(a, "activity_centre"));
      case "changzhi-dining" -> each(roots(), 80, count("meal_point"));
      case "changzhi-beds" -> beds(35, "care_home");
      case "changzhi-nursing-beds" -> nursing(30, all("care_home").toList());
      case "changzhi-close-10" -> homes(10);
      case "changzhi-close-20" -> homes(20);
      case "changzhi-contiguous" -> contiguous();
      case "changzhi-regional-run" -> regionalRun();
      case "changzhi-regional-provision" ->
          share(list("county"), 80, a -> flag(a, "regionalProvision"));
      default -> throw new AssertionError("no expectation of " + id);
    };
  }

  // --- areas ---

  private static String level(JsonNode area) {
    return area.get("level").asText();
  }

  private List<JsonNode> list(String... levels) {
    return areas.values().stream().filter(a -> List.of(levels).contains(level(a))).toList();
  }

  private List<JsonNode> roots() {
    return areas.values().stream()
        .filter(a -> !areas.containsKey(a.path("parent").asText()))
        .toList();
  }

  private List<JsonNode> lineage(String code) {
    List<JsonNode> line = new ArrayList<>();
    for (JsonNode a = areas.get(code); a != null; a = areas.get(a.path("parent").asText())) {
      line.add(a);
    }
    return line;
  }

  private String said(String code, String field) {
    return lineage(code).stream()
        .filter(a -> !a.get(field).isNull())
        .findFirst()
        .orElseThrow(() -> new AssertionError("nobody says " + field + " of " + code))
        .get(field)
        .asText();
  }

  private List<JsonNode> urban(boolean urban) {
    return list("community", "village").stream()
        .filter(a -> said(a.get("code").asText(), "urban").equals(Boolean.toString(urban)))
        .toList();
  }

  // --- facilities ---

  private Stream<JsonNode> all(String... types) {
    return facilities.stream().filter(f -> List.of(types).contains(f.get("type").asText()));
  }

  private boolean isIn(JsonNode facility, Predicate<JsonNode> area) {
    return lineage(facility.get("areaCode").asText()).stream().anyMatch(area);
  }

  private List<JsonNode> in(JsonNode area, String... types) {
    String code = area.get("code").asText();
    return all(types).filter(f -> isIn(f, a -> a.get("code").asText().equals(code))).toList();
  }

  private List<JsonNode> centres(String level) {
    return all("care_centre").filter(f -> isIn(f, a -> level(a).equals(level))).toList();
  }

  private Function<JsonNode, Range> count(String type) {
    return area -> sum(in(area, type), f -> exactly(1));
  }

  private Range has(JsonNode area, String... types) {
    Range all = sum(in(area, types), f -> exactly(1));
    return new Range(Math.min(all.low, 1), Math.min(all.high, 1));
  }

  /** Areas always count; a facility of unknown opening day may not have served on a past day. */
  private Range counts(JsonNode one) {
    boolean open = past && one.has("openedOn") && one.get("openedOn").isNull();
    return new Range(open ? 0 : 1, 1);
  }

  // --- values ---

  private static Range exactly(double value) {
    return new Range(value, value);
  }

  private static Range yes(boolean holds) {
    return exactly(holds ? 1 : 0);
  }

  private static Range known(JsonNode of, String field) {
    return of.get(field).isNull()
        ? new Range(0, Double.POSITIVE_INFINITY)
        : exactly(of.get(field).asDouble());
  }

  private static Range flag(JsonNode of, String field) {
    return of.get(field).isNull() ? new Range(0, 1) : yes(of.get(field).asBoolean());
  }

  private static Range since(JsonNode facility, int year) {
    return facility.get("openedOn").isNull()
        ? new Range(0, 1)
        : yes(LocalDate.parse(facility.get("openedOn").asText()).getYear() >= year);
  }

  private static Range both(Range a, Range b) {
    return new Range(Math.min(a.low, b.low), Math.min(a.high, b.high));
  }

  private Range sum(List<JsonNode> all, Function<JsonNode, Range> value) {
    Range sum = exactly(0);
    for (JsonNode one : all) {
      Range its = value.apply(one);
      sum = sum.plus(new Range(counts(one).low == 0 ? 0 : its.low, its.high));
    }
    return sum;
  }

  private Range bedsOf(JsonNode f) {
    return !f.get("beds").isNull() || f.get("nursingBeds").isNull()
        ? known(f, "beds")
        : new Range(f.get("nursingBeds").asDouble(), Double.POSITIVE_INFINITY);
  }

  private Range nursingOf(JsonNode f) {
    return !f.get("nursingBeds").isNull() || f.get("beds").isNull()
        ? known(f, "nursingBeds")
        : new Range(0, f.get("beds").asDouble());
  }

  private Range elders(JsonNode area) {
    JsonNode counts =
        people.computeIfAbsent(
            level(area),
            level ->
                Api.get("/api/v1/coverage?type=care_home&straightLine=true&level=" + level)
                    .get("areas"));
    for (JsonNode one : counts) {
      if (one.get("code").equals(area.get("code"))) {
        double demand = one.get("demand").asDouble();
        return one.get("unknownPoints").asInt() == 0
            ? exactly(demand)
            : new Range(demand, demand + residentsOfUnknown(area.get("code").asText()));
      }
    }
    throw new AssertionError("no elders of " + area);
  }

  /** Elders are residents, whom the sample's own generator knows at every point. */
  private double residentsOfUnknown(String area) {
    if (ofUnknown.isEmpty()) {
      SampleCounty.of(SampleOptions.standard())
          .demand(
              point -> {
                if (Double.isNaN(point.counts()[AGE60])) {
                  for (JsonNode above : lineage(point.areaCode())) {
                    ofUnknown.merge(
                        above.get("code").asText(), point.counts()[RESIDENTS], Double::sum);
                  }
                }
              });
    }
    return ofUnknown.get(area);
  }

  private Range residents(JsonNode area) {
    if (!area.get("residents").isNull()) {
      return exactly(area.get("residents").asDouble());
    }
    List<JsonNode> parts =
        areas.values().stream().filter(a -> a.get("parent").equals(area.get("code"))).toList();
    return level(area).equals("community") || level(area).equals("village") || parts.isEmpty()
        ? new Range(0, Double.POSITIVE_INFINITY)
        : sum(parts, this::residents);
  }

  private Range land(JsonNode area) {
    return sum(in(area, CARE), f -> known(f, "landAreaSquareMeters")).over(residents(area), 1);
  }

  // --- verdicts ---

  private static Expected judged(double low, double high, double threshold) {
    String outcome = low >= threshold ? "met" : high < threshold ? "missed" : "cannot-be-judged";
    return new Expected(outcome, low, high);
  }

  private Expected each(List<JsonNode> all, double threshold, Function<JsonNode, Range> value) {
    if (all.isEmpty()) {
      return new Expected("not-applicable", 0, Double.NaN);
    }
    double low = all.stream().mapToDouble(f -> value.apply(f).low).min().orElseThrow();
    List<JsonNode> sure = all.stream().filter(f -> counts(f).low == 1).toList();
    if (sure.isEmpty()) {
      double most = all.stream().mapToDouble(f -> value.apply(f).high).max().orElseThrow();
      return new Expected("cannot-be-judged", low, most);
    }
    double high = sure.stream().mapToDouble(f -> value.apply(f).high).min().orElseThrow();
    return judged(low, high, threshold);
  }

  private Expected share(List<JsonNode> all, double threshold, Function<JsonNode, Range> holds) {
    return share(all, threshold, holds, this::counts);
  }

  /** Every way to count what may count: the worst leaves out what keeps, the best what does not. */
  private static Expected share(
      List<JsonNode> all,
      double threshold,
      Function<JsonNode, Range> holds,
      Function<JsonNode, Range> counts) {
    double good = 0;
    double goodForWorst = 0;
    double allForWorst = 0;
    double allForBest = 0;
    int asked = 0;
    for (JsonNode one : all) {
      Range counted = counts.apply(one);
      Range held = holds.apply(one);
      if (counted.high == 0) {
        continue;
      }
      asked++;
      boolean sure = counted.low == 1;
      goodForWorst += sure ? held.low : 0;
      allForWorst += sure || held.low == 0 ? 1 : 0;
      good += held.high;
      allForBest += sure || held.high == 1 ? 1 : 0;
    }
    if (asked == 0) {
      return new Expected("not-applicable", 0, Double.NaN);
    }
    return judged(
        allForWorst == 0 ? 0 : 100 * goodForWorst / allForWorst,
        allForBest == 0 ? 100 : 100 * good / allForBest,
        threshold);
  }

  private Expected standard(boolean urban, double threshold) {
    return share(
        urban(urban),
        threshold,
        a -> {
          Range best = exactly(0);
          for (JsonNode f : in(a, "home_care_station")) {
            Range one = both(flag(f, "meetsStandard"), counts(f));
            best = new Range(Math.max(best.low, one.low), Math.max(best.high, one.high));
          }
          return best;
        });
  }

  private Expected floor(String age, double threshold) {
    return each(
        list("estate").stream().filter(a -> a.get("estateAge").asText().equals(age)).toList(),
        threshold,
        a ->
            sum(in(a, FLOOR), f -> known(f, "floorAreaSquareMeters"))
                .over(known(a, "households"), 100));
  }

  private Expected service(String field, double threshold) {
    return each(
        roots(),
        threshold,
        root -> {
          Range served = served(root, field);
          return served.over(elders(root), 100);
        });
  }

  private Range served(JsonNode area, String field) {
    if (!area.get(field).isNull()) {
      return exactly(area.get(field).asDouble());
    }
    List<JsonNode> parts =
        areas.values().stream().filter(a -> a.get("parent").equals(area.get("code"))).toList();
    return level(area).equals("community") || level(area).equals("village") || parts.isEmpty()
        ? new Range(0, elders(area).high)
        : sum(parts, part -> served(part, field));
  }

  private Expected chain() {
    Map<String, Range> centres = new HashMap<>();
    int unknown = 0;
    for (JsonNode f : all("day_care_centre").toList()) {
      if (f.get("operator").isNull()) {
        unknown++;
      } else {
        centres.merge(f.get("operator").asText(), counts(f), Range::plus);
      }
    }
    long low = centres.values().stream().filter(n -> n.low >= 5).count();
    long high = low;
    int left = unknown;
    for (double most :
        centres.values().stream()
            .filter(n -> n.low < 5)
            .map(Range::high)
            .sorted((a, b) -> Double.compare(b, a))
            .toList()) {
      double lack = Math.max(0, 5 - most);
      if (lack <= left) {
        left -= (int) lack;
        high++;
      }
    }
    return judged(low, high + left / 5, 2);
  }

  private Expected beds(double threshold, String... types) {
    return each(
        roots(),
        threshold,
        root -> sum(in(root, types), f -> known(f, "beds")).over(elders(root), 1000));
  }

  private Expected nursing(double threshold, List<JsonNode> all) {
    double least = 0;
    double most = 0;
    double otherLeast = 0;
    double otherMost = 0;
    for (JsonNode f : all) {
      Range nursing = nursingOf(f);
      boolean sure = counts(f).low == 1;
      least += sure ? nursing.low : 0;
      most += nursing.high;
      if (f.get("beds").isNull()) {
        otherMost = Double.POSITIVE_INFINITY;
      } else {
        double beds = f.get("beds").asDouble();
        otherLeast += f.get("nursingBeds").isNull() || !sure ? 0 : beds - nursing.low;
        otherMost += f.get("nursingBeds").isNull() ? beds : beds - nursing.low;
      }
    }
    if (all.isEmpty()) {
      return new Expected("not-applicable", 0, Double.NaN);
    }
    double low = Double.isInfinite(otherMost) ? 0 : 100 * least / (least + otherMost);
    double high = Double.isInfinite(most) ? 100 : 100 * most / (most + otherLeast);
    return judged(low, high, threshold);
  }

  private Expected sites(String level, double threshold) {
    return each(
        all("home_care_station", "mutual_aid_point")
            .filter(f -> level(areas.get(f.get("areaCode").asText())).equals(level))
            .toList(),
        threshold,
        f -> known(f, "floorAreaSquareMeters"));
  }

  /** The plan does not say what few elders are: between 200 and 300 nothing can be judged. */
  private Expected relaxedStations() {
    List<JsonNode> stations =
        all("home_care_station")
            .filter(f -> said(f.get("areaCode").asText(), "urban").equals("true"))
            .toList();
    Expected strict = each(stations, 300, f -> known(f, "floorAreaSquareMeters"));
    Expected loose = each(stations, 200, f -> known(f, "floorAreaSquareMeters"));
    return loose.outcome.equals("missed") || strict.outcome.equals("met")
        ? strict
        : new Expected("cannot-be-judged", strict.low, strict.high);
  }

  private Expected leads() {
    List<JsonNode> stations = all("home_care_station").toList();
    double unknown = stations.stream().filter(f -> f.get("leadingCentre").isNull()).count();
    Expected led =
        each(
            centres("street"),
            0,
            centre ->
                sum(
                        stations.stream()
                            .filter(f -> f.get("leadingCentre").equals(centre.get("externalId")))
                            .toList(),
                        f -> exactly(1))
                    .plus(new Range(0, unknown)));
    return new Expected(
        led.outcome.equals("not-applicable") ? led.outcome : "reported", led.low, led.high);
  }

  private Expected run(boolean urban, double threshold) {
    return share(
        all(RUN)
            .filter(f -> said(f.get("areaCode").asText(), "urban").equals(Boolean.toString(urban)))
            .toList(),
        threshold,
        f -> flag(f, "sociallyRun"));
  }

  private Expected homes(double threshold) {
    return each(
        all("care_home")
            .filter(f -> said(f.get("areaCode").asText(), "urban").equals("false"))
            .toList(),
        threshold,
        f -> known(f, "residents"));
  }

  private Expected regionalRun() {
    return share(
        all("care_home").toList(),
        60,
        f -> flag(f, "sociallyRun"),
        f -> both(flag(f, "regionalCentre"), counts(f)));
  }

  private Expected contiguous() {
    Map<String, List<JsonNode>> byOperator = new LinkedHashMap<>();
    boolean unknown = false;
    for (JsonNode f : all("day_care_centre").toList()) {
      if (said(f.get("areaCode").asText(), "urban").equals("false")) {
        unknown |= f.get("operator").isNull() || counts(f).low == 0;
        byOperator.computeIfAbsent(f.get("operator").asText(), o -> new ArrayList<>()).add(f);
      }
    }
    if (unknown) {
      throw new AssertionError(
          "this oracle needs an operator and an opening day for each rural centre");
    }
    double least = Double.POSITIVE_INFINITY;
    for (List<JsonNode> own : byOperator.values()) {
      least = Math.min(least, largest(own));
    }
    return byOperator.isEmpty()
        ? new Expected("not-applicable", 0, Double.NaN)
        : judged(least, least, 5);
  }

  /** The largest set of an operator's day care centres that hang together, in town or country. */
  double largestSet(String operator) {
    return largest(
        all("day_care_centre").filter(f -> f.get("operator").asText().equals(operator)).toList());
  }

  private double largest(List<JsonNode> own) {
    int[] set = new int[own.size()];
    for (int i = 0; i < set.length; i++) {
      set[i] = i;
    }
    for (int i = 0; i < set.length; i++) {
      for (int j = 0; j < i; j++) {
        if (set[i] != set[j] && areNeighbours(own.get(i), own.get(j))) {
          int from = set[i];
          int to = set[j];
          for (int k = 0; k < set.length; k++) {
            set[k] = set[k] == from ? to : set[k];
          }
        }
      }
    }
    Map<Integer, Integer> sizes = new HashMap<>();
    for (int one : set) {
      sizes.merge(one, 1, Integer::sum);
    }
    return sizes.values().stream().mapToInt(n -> n).max().orElseThrow();
  }

  private boolean areNeighbours(JsonNode one, JsonNode other) {
    Geometry a = outline(one);
    Geometry b = outline(other);
    return a.equalsExact(b)
        || a.getEnvelopeInternal().intersects(b.getEnvelopeInternal())
            && a.getBoundary().intersection(b.getBoundary()).getLength() > 0;
  }

  private Geometry outline(JsonNode facility) {
    String code =
        lineage(facility.get("areaCode").asText()).stream()
            .filter(a -> List.of("community", "village").contains(level(a)))
            .findFirst()
            .orElseThrow()
            .get("code")
            .asText();
    List<Polygon> parts = new ArrayList<>();
    for (JsonNode part : outlines.get(code).get("coordinates")) {
      LinearRing shell = ring(part.get(0));
      LinearRing[] holes = new LinearRing[part.size() - 1];
      for (int i = 0; i < holes.length; i++) {
        holes[i] = ring(part.get(i + 1));
      }
      parts.add(SHAPES.createPolygon(shell, holes));
    }
    return SHAPES.createMultiPolygon(parts.toArray(Polygon[]::new));
  }

  private static LinearRing ring(JsonNode points) {
    Coordinate[] line = new Coordinate[points.size()];
    for (int i = 0; i < line.length; i++) {
      line[i] = new Coordinate(points.get(i).get(0).asDouble(), points.get(i).get(1).asDouble());
    }
    return SHAPES.createLinearRing(line);
  }

  /** All elders of a zone, or of the county, within the minutes. */
  private Expected walk(String zone, double minutes, String... types) {
    String question =
        "/api/v1/coverage?minutes=%s&level=%s&type=%s"
            .formatted(
                minutes, zone == null ? "county" : "community", String.join("&type=", types));
    double demand = 0;
    double covered = 0;
    int unknown = 0;
    for (JsonNode area : Api.get(question).get("areas")) {
      if (zone == null || said(area.get("code").asText(), "serviceZone").equals(zone)) {
        demand += area.get("demand").asDouble();
        covered += area.get("covered").asDouble();
        unknown += area.get("unknownPoints").asInt();
      }
    }
    boolean missed = covered < demand;
    String outcome = missed ? "missed" : unknown > 0 ? "cannot-be-judged" : "met";
    return new Expected(
        outcome, missed ? minutes : 0, missed || unknown > 0 ? Double.POSITIVE_INFINITY : minutes);
  }
}
