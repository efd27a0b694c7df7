package org.caremap.territory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.caremap.area.Area;
import org.caremap.area.AreaLevel;
import org.caremap.core.siting.TerritoryProblem;
import org.caremap.core.siting.TerritoryReview;
import org.caremap.coverage.CareSnapshot;
import org.caremap.coverage.Rounding;
import org.caremap.facility.Facility;
import org.caremap.ledger.RunInputs;
import org.jspecify.annotations.Nullable;

/** Says of a sheet what it is like. */
final class TerritoryAnswers {
  private static final int NONE = TerritoryProblem.NONE;
  private static final double SAME = 1e-9;

  private final TerritorySheet sheet;
  private final TerritoryGround ground;
  private final CareSnapshot snapshot;
  private final TerritoryReview review;
  private final PresentState present;
  private final long[] weights;
  private final Set<Integer> islands = new HashSet<>();

  /** Metres from every community to the centre of each part; null where it has none. */
  private final List<double @Nullable []> meters = new ArrayList<>();

  private TerritoryAnswers(TerritorySheet sheet) {
    this.sheet = sheet;
    ground = sheet.ground();
    snapshot = sheet.snapshot();
    review = sheet.review();
    present = new PresentState(sheet);
    weights = ground.weights();
    Arrays.stream(review.islands()).forEach(islands::add);
    for (TerritorySheet.Owner owner : sheet.owners()) {
      meters.add(owner.centre() == NONE ? null : ground.metersTo(owner.centre()));
    }
  }

  static TerritoryAnswer of(
      TerritorySheet sheet,
      RunInputs inputs,
      TerritoryAnswer.@Nullable Saved saved,
      List<TerritoryRule> rules) {
    return new TerritoryAnswers(sheet).answer(inputs, saved, rules);
  }

  private TerritoryAnswer answer(
      RunInputs inputs, TerritoryAnswer.@Nullable Saved saved, List<TerritoryRule> rules) {
    TerritoryQuestion question = sheet.question();
    boolean comparable = review.isComparable();
    double imbalance = review.imbalance();
    Boolean exact = sheet.exact();
    return new TerritoryAnswer(
        inputs.id(),
        inputs,
        saved,
        question.form(sheet.holders(), List.of()),
        IntStream.range(0, ground.size()).mapToObj(this::unit).toList(),
        IntStream.range(0, sheet.owners().size()).mapToObj(this::part).toList(),
        Rounding.share(imbalance),
        comparable ? Rounding.share(review.bound()) : null,
        comparable ? Rounding.share(Math.max(0, imbalance - review.bound())) : null,
        comparable && imbalance <= review.bound() + SAME,
        exact,
        question.tolerance(),
        imbalance <= question.tolerance() + SAME,
        review.isContiguous(),
        Rounding.meters(review.distanceMeters()),
        exact == null ? "reviewed" : exact ? "exhaustive" : "search",
        broken(),
        present.answer(review.target(), sheet.changes().size()),
        (int) Arrays.stream(ground.stationUnits()).filter(unit -> unit != NONE).count(),
        ground.stationsWithoutCommunity().stream().map(this::place).toList(),
        ground.unknownPoints(),
        question.kind() == TerritoryQuestion.Kind.CENTRES
            ? TerritorySheet.wanted(ground, question)
            : null,
        rules);
  }

  private TerritoryAnswer.Unit unit(int u) {
    Area area = ground.area(u);
    int p = sheet.part(u);
    double[] toCentre = p == NONE ? null : meters.get(p);
    Double load = ground.load(u);
    return new TerritoryAnswer.Unit(
        area.code(),
        area.name(),
        town(area),
        p,
        p == NONE ? (islands.contains(u) ? "island" : "unplaced") : null,
        Rounding.people(ground.shown(weights[u])),
        ground.stationCount(u),
        Rounding.people(ground.people(u)),
        load == null ? null : Rounding.people(load),
        sheet.isFixed(u),
        present.part(u),
        Arrays.stream(ground.neighbours(u)).mapToObj(v -> ground.area(v).code()).toList(),
        toCentre == null ? null : Double.valueOf(minutes(toCentre[u])),
        Double.isNaN(ground.lon(u)) ? null : Double.valueOf(ground.lon(u)),
        Double.isNaN(ground.lat(u)) ? null : Double.valueOf(ground.lat(u)));
  }

  private @Nullable String town(Area area) {
    return snapshot
        .areas()
        .findAtDepth(area.code(), AreaLevel.TOWN.depth())
        .map(Area::name)
        .orElse(null);
  }

  private double minutes(double meters) {
    double minutes = meters / sheet.question().walker().speedMetersPerSecond() / 60;
    return Math.rint(minutes * 10) / 10;
  }

  private TerritoryAnswer.Part part(int p) {
    TerritorySheet.Owner owner = sheet.owners().get(p);
    int units = 0;
    int stations = 0;
    double people = 0;
    double load = 0;
    for (int u = 0; u < ground.size(); u++) {
      if (sheet.part(u) == p) {
        units++;
        stations += ground.stationCount(u);
        people += ground.people(u);
        load += Optional.ofNullable(ground.load(u)).orElse(0.0);
      }
    }
    boolean loaded = sheet.question().balance() == TerritoryQuestion.Balance.LOAD;
    return new TerritoryAnswer.Part(
        p,
        owner.name(),
        owner.centre() == NONE ? null : place(owner.centre()),
        sheet.seat(p) == NONE ? null : ground.area(sheet.seat(p)).code(),
        units,
        Rounding.people(ground.shown(review.weight()[p])),
        Rounding.people(ground.shown(review.target()[p])),
        Rounding.share(review.deviation(p)),
        stations,
        Rounding.people(people),
        loaded ? Rounding.people(load) : null,
        review.isContiguous(p),
        review.pieces().get(p).stream().map(this::codes).toList(),
        meanMinutes(p, owner.centre()));
  }

  private List<String> codes(int[] units) {
    return Arrays.stream(units).mapToObj(u -> ground.area(u).code()).toList();
  }

  private @Nullable Double meanMinutes(int p, int centre) {
    if (centre == NONE) {
      return null;
    }
    double[] meters = ground.walks(centre).facilityMeters();
    double sum = 0;
    int count = 0;
    for (int s = 0; s < ground.stations().length; s++) {
      int unit = ground.stationUnits()[s];
      double way = meters[ground.stations()[s]];
      if (unit != NONE && sheet.part(unit) == p && way < Double.POSITIVE_INFINITY) {
        sum += way;
        count++;
      }
    }
    return count == 0 ? null : Double.valueOf(minutes(sum / count));
  }

  private TerritoryAnswer.Place place(int index) {
    Facility facility = snapshot.facilities().list().get(index);
    int unit = ground.unitOfFacility(index);
    return new TerritoryAnswer.Place(
        facility.id().toString(),
        String.valueOf(facility.details().externalId()),
        facility.details().name(),
        facility.details().lon(),
        facility.details().lat(),
        unit == NONE ? null : ground.area(unit).code());
  }

  private List<TerritoryAnswer.Broken> broken() {
    List<TerritoryAnswer.Broken> broken = new ArrayList<>();
    for (int p = 0; p < sheet.owners().size(); p++) {
      TerritorySheet.Owner owner = sheet.owners().get(p);
      List<int[]> pieces = review.pieces().get(p);
      if (pieces.size() > 1) {
        // All but the heaviest piece lie apart.
        broken.add(
            new TerritoryAnswer.Broken(
                "pieces",
                p,
                pieces.stream().skip(1).flatMap(piece -> codes(piece).stream()).toList()));
      }
      if (pieces.isEmpty()) {
        broken.add(new TerritoryAnswer.Broken("empty", p, List.of()));
      }
      if (owner.externalId() != null && owner.centre() == NONE) {
        broken.add(new TerritoryAnswer.Broken("centre-gone", p, List.of()));
      }
      int own = owner.centre() == NONE ? NONE : ground.unitOfFacility(owner.centre());
      if (own != NONE && sheet.part(own) != p) {
        broken.add(
            new TerritoryAnswer.Broken("centre-outside", p, List.of(ground.area(own).code())));
      }
    }
    if (review.unplaced().length > 0) {
      broken.add(new TerritoryAnswer.Broken("unplaced", null, codes(review.unplaced())));
    }
    if (review.islands().length > 0) {
      broken.add(new TerritoryAnswer.Broken("island", null, codes(review.islands())));
    }
    if (!sheet.gone().isEmpty()) {
      broken.add(new TerritoryAnswer.Broken("gone", null, sheet.gone()));
    }
    return broken;
  }
}
