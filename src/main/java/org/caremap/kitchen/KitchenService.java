package org.caremap.kitchen;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.caremap.area.Area;
import org.caremap.core.coverage.DeliveryAssignment;
import org.caremap.core.graph.StreetGraph;
import org.caremap.core.routing.NetworkPlaces;
import org.caremap.core.routing.WalkingNetwork;
import org.caremap.core.routing.WalkingPath;
import org.caremap.coverage.CareSnapshot;
import org.caremap.coverage.RecentAnswers;
import org.caremap.coverage.Rounding;
import org.caremap.facility.Facility;
import org.caremap.ledger.Ledger;
import org.caremap.platform.geojson.Shape;
import org.caremap.streets.StreetNetwork;
import org.jspecify.annotations.Nullable;

/** Which kitchen feeds which meal point, as things are and as they would be; nothing is stored. */
@ApplicationScoped
public class KitchenService {
  private static final String POINT = "meal_point";
  private static final int KEPT = 6;
  private static final double CENTS = 100;

  private final KitchenVehicles vehicles;
  private final Ledger ledger;
  private final RecentAnswers<KitchenQuestion, KitchensAnswer> answers = new RecentAnswers<>(KEPT);
  private final RecentAnswers<KitchenQuestion, PointPeople> people = new RecentAnswers<>(KEPT);

  KitchenService(KitchenVehicles vehicles, Ledger ledger) {
    this.vehicles = vehicles;
    this.ledger = ledger;
  }

  /** The answer for the kitchens as they are. */
  public KitchensAnswer kitchens(CareSnapshot snapshot, KitchenQuestion question) {
    return answers.get(
        snapshot,
        question,
        () -> compute(snapshot, question, new KitchenSites(snapshot, null), null));
  }

  /**
   * The answer with kitchens added and closed.
   *
   * @throws org.caremap.platform.ProblemException 400 naming what is wrong in the change
   */
  KitchensAnswer attempt(CareSnapshot snapshot, KitchenQuestion question, KitchenChange change) {
    KitchenSites sites = new KitchenSites(snapshot, change);
    return compute(snapshot, question, sites, kitchens(snapshot, question).totals());
  }

  private KitchensAnswer compute(
      CareSnapshot snapshot,
      KitchenQuestion q,
      KitchenSites sites,
      KitchensAnswer.@Nullable Totals before) {
    var inputs = ledger.inputs(snapshot, q.parameters(), Ledger.digest(q.vehicle().content()));
    int[] indices = snapshot.operating(List.of(POINT));
    List<Facility> facilities =
        Arrays.stream(indices).mapToObj(snapshot.facilities().list()::get).toList();
    PointPeople walkers =
        people.get(snapshot, q, () -> PointPeople.of(snapshot, q, List.of(POINT), indices));
    double[] meals =
        facilities.stream().mapToDouble(f -> number(f.details().mealsPerDay())).toArray();
    KitchenPlan plan = plan(snapshot, q, sites, facilities, meals);
    List<KitchensAnswer.Kitchen> kitchens = new ArrayList<>();
    for (int k = 0; k < sites.open().size(); k++) {
      kitchens.add(kitchen(sites.open().get(k), k, plan, walkers, meals, q));
    }
    sites.closed().forEach(site -> kitchens.add(closed(site)));
    List<KitchensAnswer.Point> points = new ArrayList<>();
    double fed = 0;
    for (int i = 0; i < indices.length; i++) {
      fed += plan == null ? 0 : walkers.people(i) * plan.share(i);
      points.add(point(snapshot, q, facilities.get(i), i, indices[i], plan, sites, walkers));
    }
    KitchensAnswer.Totals totals = totals(points, sites.open().size(), fed);
    points.sort(worstFirst());
    String streets = streets(snapshot);
    return new KitchensAnswer(
        inputs.id(),
        inputs,
        q.vehicle().code(),
        q.minutes(),
        q.capacity(),
        q.group().code(),
        q.walkMinutes(),
        q.vehicle().loadingMinutes(),
        q.vehicle().handOverMinutes(),
        streets,
        message(streets),
        messageZh(streets),
        kitchens,
        points,
        totals,
        before);
  }

  private static String streets(CareSnapshot snapshot) {
    StreetNetwork streets = snapshot.streets();
    return streets == null ? "none" : streets.drives() == null ? "again" : "ready";
  }

  private static @Nullable String message(String streets) {
    return switch (streets) {
      case "none" -> "no streets are loaded: import them, then deliveries can be reckoned";
      case "again" ->
          "the loaded streets do not say how vehicles use them: import the streets again";
      default -> null;
    };
  }

  private static @Nullable String messageZh(String streets) {
    return switch (streets) {
      case "none" -> "还没有导入街道，导入后才能计算送餐时间。";
      case "again" -> "现有街道数据没有车辆通行信息，请重新导入街道。";
      default -> null;
    };
  }

  /** Null where the streets do not say how vehicles use them. */
  private @Nullable KitchenPlan plan(
      CareSnapshot snapshot,
      KitchenQuestion q,
      KitchenSites sites,
      List<Facility> points,
      double[] meals) {
    StreetNetwork streets = snapshot.streets();
    StreetGraph drives = streets == null ? null : streets.drives();
    if (drives == null) {
      return null;
    }
    WalkingNetwork network = vehicles.network(drives, q.vehicle());
    double limit = snapshot.snapLimitMeters();
    NetworkPlaces from =
        NetworkPlaces.of(
            network,
            sites.open().stream().mapToDouble(KitchenSites.Site::lon).toArray(),
            sites.open().stream().mapToDouble(KitchenSites.Site::lat).toArray(),
            limit);
    NetworkPlaces to =
        NetworkPlaces.of(
            network,
            points.stream().mapToDouble(f -> f.details().lon()).toArray(),
            points.stream().mapToDouble(f -> f.details().lat()).toArray(),
            limit);
    return new KitchenPlan(
        q.vehicle().profile(),
        from,
        to,
        q.minutes() - q.vehicle().standingMinutes(),
        q.capacity(),
        sites.open().stream().mapToDouble(site -> number(site.capacity())).toArray(),
        meals);
  }

  private static double number(@Nullable Integer value) {
    return value == null ? Double.NaN : value;
  }

  private static double minutes(double seconds, KitchenQuestion q) {
    return Math.rint((seconds / 60 + q.vehicle().standingMinutes()) * CENTS) / CENTS;
  }

  private static KitchensAnswer.Kitchen closed(KitchenSites.Site site) {
    return kitchen(site, null, 0, 0.0, 0L, 0, null);
  }

  private static KitchensAnswer.Kitchen kitchen(
      KitchenSites.Site site,
      @Nullable Boolean onStreet,
      @Nullable Integer points,
      @Nullable Double people,
      @Nullable Long load,
      @Nullable Integer unknownLoads,
      @Nullable Double farthestMinutes) {
    return new KitchensAnswer.Kitchen(
        site.id(),
        site.externalId(),
        site.name(),
        site.lon(),
        site.lat(),
        site.capacity(),
        site.state(),
        onStreet,
        points,
        people,
        load,
        unknownLoads,
        farthestMinutes);
  }

  private static KitchensAnswer.Kitchen kitchen(
      KitchenSites.Site site,
      int k,
      @Nullable KitchenPlan plan,
      PointPeople walkers,
      double[] meals,
      KitchenQuestion q) {
    if (plan == null) {
      return kitchen(site, null, null, null, null, null, null);
    }
    int[] own = plan.pointsOf(k);
    return kitchen(
        site,
        plan.isOnStreet(k),
        own.length,
        Rounding.people(
            Arrays.stream(own).mapToDouble(i -> walkers.people(i) * plan.share(i, k)).sum()),
        plan.load(k),
        (int) Arrays.stream(own).filter(i -> Double.isNaN(meals[i])).count(),
        own.length == 0
            ? null
            : (Double)
                minutes(Arrays.stream(own).mapToDouble(i -> way(plan, k, i)).max().orElse(0), q));
  }

  /** Seconds from a kitchen to a point that it feeds. */
  private static double way(KitchenPlan plan, int k, int point) {
    for (DeliveryAssignment.Part part : plan.parts(point)) {
      if (part.kitchen() == k) {
        return plan.seconds(part);
      }
    }
    return plan.seconds(point);
  }

  private static KitchensAnswer.Point point(
      CareSnapshot snapshot,
      KitchenQuestion q,
      Facility facility,
      int i,
      int index,
      @Nullable KitchenPlan plan,
      KitchenSites sites,
      PointPeople walkers) {
    int kitchen = plan == null ? -1 : plan.kitchen(i);
    WalkingPath line = plan == null ? null : plan.line(i);
    Area area = snapshot.areaOfFacility(index).flatMap(snapshot.areas()::find).orElse(null);
    List<KitchensAnswer.Part> parts = new ArrayList<>();
    if (plan != null && plan.parts(i).size() > 1) {
      for (DeliveryAssignment.Part part : plan.parts(i)) {
        parts.add(
            new KitchensAnswer.Part(
                sites.open().get(part.kitchen()).id(),
                part.meals(),
                minutes(plan.seconds(part), q)));
      }
    }
    return new KitchensAnswer.Point(
        facility.id().toString(),
        facility.details().externalId(),
        facility.details().name(),
        facility.details().lon(),
        facility.details().lat(),
        area == null ? null : area.code(),
        area == null ? null : area.name(),
        Rounding.people(walkers.people(i)),
        walkers.unknownPoints(i),
        facility.details().mealsPerDay(),
        plan == null ? null : plan.given(i),
        kitchen < 0 ? null : sites.open().get(kitchen).id(),
        plan == null || kitchen < 0 ? null : (Double) minutes(plan.seconds(i), q),
        line == null ? null : (Double) Rounding.meters(line.meters()),
        (plan == null ? PointState.UNKNOWN : plan.state(i)).code(),
        line == null ? null : Shape.line(line.lonLat()),
        parts);
  }

  /** Those that nobody feeds first, then most people first. */
  private static Comparator<KitchensAnswer.Point> worstFirst() {
    List<String> order = Arrays.stream(PointState.values()).map(PointState::code).toList();
    return Comparator.comparingInt((KitchensAnswer.Point p) -> order.indexOf(p.state()))
        .thenComparing(Comparator.comparingDouble(KitchensAnswer.Point::people).reversed())
        .thenComparing(p -> p.externalId() == null ? "" : p.externalId());
  }

  /**
   * @param fed people of the points, each by the share of its meals that is cooked
   */
  private static KitchensAnswer.Totals totals(
      List<KitchensAnswer.Point> points, int kitchens, double fed) {
    int[] states =
        Arrays.stream(PointState.values())
            .mapToInt(
                state -> (int) points.stream().filter(p -> p.state().equals(state.code())).count())
            .toArray();
    List<KitchensAnswer.Point> served =
        points.stream().filter(p -> p.state().equals(PointState.SERVED.code())).toList();
    double[] minutes =
        served.stream().mapToDouble(p -> p.minutes() == null ? 0 : p.minutes()).toArray();
    return new KitchensAnswer.Totals(
        kitchens,
        points.size(),
        served.size(),
        states[PointState.TOO_FAR.ordinal()],
        states[PointState.UNREACHABLE.ordinal()],
        states[PointState.OVER_CAPACITY.ordinal()],
        states[PointState.UNKNOWN.ordinal()],
        Rounding.people(points.stream().mapToDouble(KitchensAnswer.Point::people).sum()),
        Rounding.people(fed),
        points.stream().mapToLong(p -> p.meals() == null ? 0 : p.meals()).sum(),
        points.stream().mapToLong(KitchenService::mealsServed).sum(),
        (int) points.stream().filter(p -> p.meals() == null).count(),
        minutes.length == 0
            ? null
            : (Double)
                (Math.rint(
                        IntStream.range(0, minutes.length)
                                .mapToDouble(i -> minutes[i])
                                .average()
                                .orElse(0)
                            * CENTS)
                    / CENTS),
        minutes.length == 0 ? null : (Double) Arrays.stream(minutes).max().orElse(0));
  }

  private static long mealsServed(KitchensAnswer.Point p) {
    if (p.given() != null) {
      return p.given();
    }
    return p.state().equals(PointState.SERVED.code()) && p.meals() != null ? p.meals() : 0;
  }
}
