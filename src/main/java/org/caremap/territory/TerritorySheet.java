package org.caremap.territory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caremap.core.geo.GreatCircle;
import org.caremap.core.siting.Territories;
import org.caremap.core.siting.TerritoryPlan;
import org.caremap.core.siting.TerritoryProblem;
import org.caremap.core.siting.TerritoryReview;
import org.caremap.coverage.CareSnapshot;
import org.caremap.facility.Facility;
import org.caremap.facility.FacilityDetails;
import org.jspecify.annotations.Nullable;

/** A sharing at hand: who has which part, which community belongs where, and what stays there. */
final class TerritorySheet {
  private static final int NONE = TerritoryProblem.NONE;

  private final TerritoryGround ground;
  private final TerritoryQuestion question;
  private final List<Owner> owners;
  private final int[] part;
  private final boolean[] fixed;
  private final List<String> gone;
  private final int[] seat;
  private final @Nullable Boolean exact;

  /**
   * Who has a part.
   *
   * @param name of an operator or of the part, null where it has none
   * @param externalId of the centre, null where there is none
   * @param centre its index in the catalogue, {@link TerritoryProblem#NONE} where it is not
   *     operating
   */
  record Owner(@Nullable String name, @Nullable String externalId, int centre) {
    /** As the facilities name whoever leads or runs them; null where nobody is named. */
    @Nullable String identity(TerritoryQuestion.Kind kind) {
      return kind == TerritoryQuestion.Kind.CENTRES ? externalId : name;
    }
  }

  private TerritorySheet(
      TerritoryGround ground,
      TerritoryQuestion question,
      List<Owner> owners,
      int[] part,
      boolean[] fixed,
      List<String> gone,
      @Nullable Boolean exact) {
    this.ground = ground;
    this.question = question;
    this.owners = owners;
    this.part = part;
    this.fixed = fixed;
    this.gone = gone;
    this.exact = exact;
    seat = seats();
  }

  /** A sheet on which nothing is drawn yet. */
  static TerritorySheet empty(TerritoryGround ground, TerritoryQuestion question) {
    int[] part = new int[ground.size()];
    Arrays.fill(part, NONE);
    return new TerritorySheet(
        ground,
        question,
        owners(ground, question),
        part,
        new boolean[part.length],
        List.of(),
        null);
  }

  /**
   * A sheet as it was sent or saved.
   *
   * @throws org.caremap.platform.ProblemException 400 where a part is named that there is not
   */
  static TerritorySheet of(
      TerritoryGround ground,
      TerritoryQuestion question,
      List<TerritoryForm.Holder> holders,
      List<TerritoryForm.Placed> units) {
    List<Owner> owners = holders.stream().map(holder -> owner(ground, holder)).toList();
    int[] part = new int[ground.size()];
    Arrays.fill(part, NONE);
    boolean[] fixed = new boolean[part.length];
    List<String> gone = new ArrayList<>();
    for (TerritoryForm.Placed placed : units) {
      int unit = placed.code() == null ? NONE : ground.indexOf(placed.code());
      int to = placed.part() == null ? NONE : placed.part();
      if (to < NONE || to >= owners.size()) {
        throw TerritoryQuestions.bad(
            "units.part", to, "index of a part from 0 to %d, or -1".formatted(owners.size() - 1));
      }
      if (unit == NONE) {
        gone.add(String.valueOf(placed.code()));
        continue;
      }
      part[unit] = to;
      fixed[unit] = placed.fixed() != null && placed.fixed() && to != NONE;
    }
    return new TerritorySheet(ground, question, owners, part, fixed, gone, null);
  }

  private static Owner owner(TerritoryGround ground, TerritoryForm.Holder holder) {
    String id = holder.centre();
    return new Owner(blankToNull(holder.name()), id, id == null ? NONE : operating(ground, id));
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static int operating(TerritoryGround ground, String externalId) {
    List<Facility> all = ground.snapshot().facilities().list();
    for (int i = 0; i < all.size(); i++) {
      if (externalId.equals(all.get(i).details().externalId())) {
        return all.get(i).isOperating() ? i : NONE;
      }
    }
    return NONE;
  }

  // ------------------------------------------------------------------- owners

  private static List<Owner> owners(TerritoryGround ground, TerritoryQuestion question) {
    List<Owner> owners = new ArrayList<>();
    if (question.kind() == TerritoryQuestion.Kind.OPERATORS) {
      question.operators().forEach(name -> owners.add(new Owner(name, null, NONE)));
      for (int p = owners.size(); question.parts() != null && p < question.parts(); p++) {
        owners.add(new Owner(null, null, NONE));
      }
    } else if (!question.centres().isEmpty()) {
      question.centres().forEach(id -> owners.add(centre(ground, id)));
    } else if (question.parts() != null) {
      for (int p = 0; p < question.parts(); p++) {
        owners.add(new Owner(null, null, NONE));
      }
    } else {
      for (int c : centres(ground, question)) {
        owners.add(new Owner(null, details(ground, c).externalId(), c));
      }
      if (owners.isEmpty()) {
        for (int p = 0; p < wanted(ground, question); p++) {
          owners.add(new Owner(null, null, NONE));
        }
      }
    }
    if (owners.size() > ground.size()) {
      throw TerritoryQuestions.bad(
          "parts", owners.size(), "at most %d, one for each community".formatted(ground.size()));
    }
    return owners;
  }

  /** How many centres the stations need. */
  static int wanted(TerritoryGround ground, TerritoryQuestion question) {
    long stations = Arrays.stream(ground.stationUnits()).filter(unit -> unit != NONE).count();
    return (int)
        Math.max(
            1,
            Math.min(ground.size(), Math.round((double) stations / question.stationsPerCentre())));
  }

  private static Owner centre(TerritoryGround ground, String id) {
    Facility facility =
        ground
            .snapshot()
            .facilities()
            .find(id)
            .filter(Facility::isOperating)
            .orElseThrow(
                () ->
                    TerritoryQuestions.bad(
                        "centres", id, "ids of operating facilities, ours or their owner's"));
    String externalId = String.valueOf(facility.details().externalId());
    return new Owner(null, externalId, operating(ground, externalId));
  }

  /** Operating centres in the communities asked for, or of which nothing says where they lie. */
  private static List<Integer> centres(TerritoryGround ground, TerritoryQuestion question) {
    List<Integer> centres = new ArrayList<>();
    for (int c : ground.snapshot().operating(List.of(question.centreType()))) {
      if (question.area() == null || ground.unitOfFacility(c) != NONE) {
        centres.add(c);
      }
    }
    return centres;
  }

  private static FacilityDetails details(TerritoryGround ground, int index) {
    return ground.snapshot().facilities().list().get(index).details();
  }

  // -------------------------------------------------------------------- seats

  /**
   * The community that each centre's part holds in any case: its own; where that is another's, by
   * hand or since two centres share one, the nearest that is nobody's.
   */
  private int[] seats() {
    int[] seats = new int[owners.size()];
    Arrays.fill(seats, NONE);
    boolean[] taken = new boolean[ground.size()];
    boolean[] anchored = new boolean[owners.size()];
    for (int u = 0; u < fixed.length; u++) {
      if (fixed[u]) {
        taken[u] = true;
        anchored[part[u]] = true;
      }
    }
    for (int p = 0; p < seats.length; p++) {
      int own =
          owners.get(p).centre() == NONE ? NONE : ground.unitOfFacility(owners.get(p).centre());
      if (own != NONE && (!taken[own] || (fixed[own] && part[own] == p))) {
        seats[p] = own;
        taken[own] = true;
      }
    }
    for (int p = 0; p < seats.length; p++) {
      if (owners.get(p).centre() != NONE && seats[p] == NONE && !anchored[p]) {
        double[] meters = ground.metersTo(owners.get(p).centre());
        for (int u = 0; u < meters.length; u++) {
          if (!taken[u] && (seats[p] == NONE || meters[u] < meters[seats[p]])) {
            seats[p] = u;
          }
        }
        if (seats[p] != NONE) {
          taken[seats[p]] = true;
        }
      }
    }
    return seats;
  }

  private TerritoryProblem problem() {
    TerritoryProblem.Builder builder = ground.problem().tolerance(question.tolerance());
    for (int p = 0; p < owners.size(); p++) {
      boolean seated = seat[p] != NONE && owners.get(p).centre() != NONE;
      builder.part(seat[p], 1, seated ? ground.metersTo(owners.get(p).centre()) : null);
    }
    for (int u = 0; u < fixed.length; u++) {
      if (fixed[u]) {
        builder.fix(u, part[u]);
      }
    }
    return builder.build();
  }

  // ------------------------------------------------------------------ drawing

  /** Draws anew; what is fixed stays. */
  TerritorySheet drawn() {
    TerritoryPlan plan = Territories.draw(problem(), question.seed());
    TerritorySheet sheet =
        new TerritorySheet(ground, question, owners, plan.part(), fixed, List.of(), plan.exact());
    return question.kind() == TerritoryQuestion.Kind.CENTRES ? sheet.withCentres() : sheet;
  }

  /** Parts without a centre get the one in them that is nearest to their stations. */
  private TerritorySheet withCentres() {
    List<Owner> named = new ArrayList<>(owners);
    List<Integer> centres = centres(ground, question);
    for (int p = 0; p < named.size(); p++) {
      Owner owner = named.get(p);
      if (owner.externalId() != null) {
        continue;
      }
      int best = NONE;
      double least = Double.POSITIVE_INFINITY;
      for (int c : centres) {
        int unit = ground.unitOfFacility(c);
        double meters = unit == NONE || part[unit] != p ? least : metersToStations(c, p);
        if (meters < least) {
          least = meters;
          best = c;
        }
      }
      if (best != NONE) {
        named.set(p, new Owner(owner.name(), details(ground, best).externalId(), best));
      }
    }
    return new TerritorySheet(ground, question, named, part, fixed, gone, exact);
  }

  private double metersToStations(int centre, int p) {
    FacilityDetails from = details(ground, centre);
    double sum = 0;
    for (int s = 0; s < ground.stations().length; s++) {
      int unit = ground.stationUnits()[s];
      if (unit != NONE && part[unit] == p) {
        FacilityDetails to = details(ground, ground.stations()[s]);
        sum += GreatCircle.meters(from.lon(), from.lat(), to.lon(), to.lat());
      }
    }
    return sum;
  }

  // ------------------------------------------------------------------ reading

  /** What the sharing is like. */
  TerritoryReview review() {
    return Territories.review(problem(), part);
  }

  TerritoryGround ground() {
    return ground;
  }

  CareSnapshot snapshot() {
    return ground.snapshot();
  }

  TerritoryQuestion question() {
    return question;
  }

  List<Owner> owners() {
    return owners;
  }

  /** Part of a community, or {@link TerritoryProblem#NONE}. */
  int part(int unit) {
    return part[unit];
  }

  boolean isFixed(int unit) {
    return fixed[unit];
  }

  /** Community that a part holds in any case, or {@link TerritoryProblem#NONE}. */
  int seat(int p) {
    return seat[p];
  }

  /** Codes that the sheet names and that are no community of the question any more. */
  List<String> gone() {
    return gone;
  }

  /** Whether every sharing was looked at; null where it was not drawn just now. */
  @Nullable Boolean exact() {
    return exact;
  }

  List<TerritoryForm.Holder> holders() {
    return owners.stream()
        .map(owner -> new TerritoryForm.Holder(owner.externalId(), owner.name()))
        .toList();
  }

  List<TerritoryForm.Placed> placed() {
    List<TerritoryForm.Placed> placed = new ArrayList<>();
    for (int u = 0; u < part.length; u++) {
      placed.add(new TerritoryForm.Placed(ground.area(u).code(), part[u], fixed[u]));
    }
    return placed;
  }

  /** Stations that taking over would change, by catalogue index, with the new name. */
  Map<Integer, String> changes() {
    Map<Integer, String> changes = new LinkedHashMap<>();
    for (int s = 0; s < ground.stations().length; s++) {
      int unit = ground.stationUnits()[s];
      int p = unit == NONE ? NONE : part[unit];
      String next = p == NONE ? null : owners.get(p).identity(question.kind());
      if (next != null && !next.equals(named(ground.stations()[s]))) {
        changes.put(ground.stations()[s], next);
      }
    }
    return changes;
  }

  /** How many stations lie in a part that names somebody. */
  int namedStations() {
    int named = 0;
    for (int unit : ground.stationUnits()) {
      int p = unit == NONE ? NONE : part[unit];
      named += p != NONE && owners.get(p).identity(question.kind()) != null ? 1 : 0;
    }
    return named;
  }

  /** Who leads or runs a station now, by its own facts. */
  @Nullable String named(int station) {
    FacilityDetails of = details(ground, station);
    return question.kind() == TerritoryQuestion.Kind.CENTRES
        ? of.standing().leadingCentre()
        : of.operator();
  }
}
