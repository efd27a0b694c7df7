package org.caremap.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** Invents the facilities: which community has what, where it stands and what is known of it. */
final class Services {
  private static final LocalDate FIRST_CHECK = LocalDate.of(2024, 1, 8);
  private static final LocalDate FREE_PLACES_ON = LocalDate.of(2025, 6, 30);
  private static final String[] OPERATORS = {"福寿康养老服务公司", "海豚社区服务中心", "夕阳红公益联合会", "康乐居家养老服务公司"};
  private static final String[] SECOND = {"", "二", "三", "四", "五", "六", "七", "八", "九", "十"};

  private record Wish(
      double urgency, FacilityKind kind, int community, boolean townWide, int serial) {}

  private final List<Community> communities;
  private final Warp warp;
  private final Frontage frontage;
  private final List<SampleFacility> facilities = new ArrayList<>();

  Services(Warp warp, Census census, Frontage frontage, int count, Dice dice) {
    this.warp = warp;
    this.communities = census.communities();
    this.frontage = frontage;
    List<Wish> wishes = wishes(count, dice);
    wishes.sort(Comparator.comparingDouble(Wish::urgency).thenComparingInt(Wish::serial));
    List<Wish> granted = new ArrayList<>(wishes.subList(0, count));
    granted.sort(
        Comparator.comparingInt(Wish::community)
            .thenComparing(Wish::kind)
            .thenComparingInt(Wish::serial));
    Map<String, Integer> uses = new HashMap<>();
    for (Wish wish : granted) {
      facilities.add(build(wish, uses, dice.fork(wish.serial)));
    }
  }

  List<SampleFacility> all() {
    return Collections.unmodifiableList(facilities);
  }

  /** At least {@code count} wishes; what a whole town shares is the most urgent. */
  private List<Wish> wishes(int count, Dice dice) {
    List<Wish> wishes = new ArrayList<>();
    for (int round = 0; wishes.size() < count; round++) {
      for (int c = 0; c < communities.size(); c++) {
        boolean urban = communities.get(c).urban();
        for (FacilityKind kind : FacilityKind.values()) {
          if (dice.chance(kind.share(urban)) && !frontage.isEmpty(c)) {
            wishes.add(new Wish(round + dice.unit(), kind, c, false, wishes.size()));
          }
        }
      }
      for (int town = 0; town < Town.ALL.size(); town++) {
        for (FacilityKind kind : FacilityKind.values()) {
          int c = urbanCommunity(town, dice);
          if (dice.chance(kind.townShare()) && !frontage.isEmpty(c)) {
            wishes.add(new Wish(round + 0.1 * dice.unit(), kind, c, true, wishes.size()));
          }
        }
      }
    }
    return wishes;
  }

  private int urbanCommunity(int town, Dice dice) {
    IntList urban = new IntList();
    for (int c = 0; c < communities.size(); c++) {
      if (communities.get(c).town() == town && communities.get(c).urban()) {
        urban.add(c);
      }
    }
    return urban.get(dice.below(urban.size()));
  }

  private SampleFacility build(Wish wish, Map<String, Integer> uses, Dice dice) {
    FacilityKind kind = wish.kind;
    Community community = communities.get(wish.community);
    Frontage.Site site = frontage.strew(wish.community, 1, false, dice)[0];
    Coordinate at = warp.toLonLat(site.u(), site.v());
    String place = community.townName() + (wish.townWide ? "" : community.name());
    String label = kind.label(wish.townWide, community.urban());
    int use = uses.merge(place + label, 1, Integer::sum);
    String name = place + (use == 1 ? "" : "第" + ordinal(use)) + label;
    String street = frontage.styleAt(site).name();
    String address =
        community.townName()
            + community.name()
            + (street == null ? "" : street + dice.whole(1, 399) + "号");
    String status = status(dice);
    boolean open = status.equals("operating");
    Integer beds = amount(kind.beds(), dice, 0.97);
    return new SampleFacility(
        "S-F-" + (facilities.size() + 1),
        name,
        kind.code(),
        at.x,
        at.y,
        community.code(),
        maybe(dice.chance(0.3) ? dice.pick(OPERATORS) : place + "自营", 0.93, dice),
        maybe(address, 0.97, dice),
        open ? maybe(String.format("0513-555-%04d", dice.below(10_000)), 0.9, dice) : null,
        open ? maybe(dice.pick(kind.hours()), 0.94, dice) : null,
        open ? maybe(dice.pick(kind.fees()), 0.85, dice) : null,
        services(kind, dice),
        beds,
        kind == FacilityKind.CARE_HOME && beds != null
            ? maybe((int) (beds * dice.between(0.3, 0.8)), 0.95, dice)
            : null,
        floor(kind, dice),
        amount(kind.meals(), dice, 0.92),
        kind == FacilityKind.CARE_HOME ? maybe(dice.whole(1, 5), 0.8, dice) : null,
        maybe(dice.chance(0.7), 0.8, dice),
        open ? maybe(FIRST_CHECK.plusDays(dice.below(540)), 0.9, dice) : null,
        status,
        open && kind.takesResidents() && beds != null
            ? maybe((int) (beds * dice.between(0, 0.3)), 0.7, dice)
            : null,
        open && kind.takesResidents() ? FREE_PLACES_ON : null,
        maybe(dice.pick(kind.audience()), 0.8, dice),
        open && dice.chance(kind.deliveryShare())
            ? List.of(
                kind == FacilityKind.CENTRAL_KITCHEN
                    ? Community.townCode(community.town())
                    : community.code())
            : List.of(),
        SampleFacility.UNKNOWN);
  }

  private static String ordinal(int use) {
    return use <= SECOND.length ? SECOND[use - 1] : Integer.toString(use);
  }

  private static String status(Dice dice) {
    double share = dice.unit();
    return share < 0.94
        ? "operating"
        : share < 0.965 ? "planned" : share < 0.98 ? "building" : "closed";
  }

  private static Set<String> services(FacilityKind kind, Dice dice) {
    Set<String> offered = new LinkedHashSet<>();
    for (String service : kind.services()) {
      if (offered.isEmpty() || dice.chance(0.8)) {
        offered.add(service);
      }
    }
    return Collections.unmodifiableSet(offered);
  }

  private static @Nullable Double floor(FacilityKind kind, Dice dice) {
    Integer area = amount(kind.floor(), dice, 0.85);
    return area == null ? null : area.doubleValue();
  }

  private static @Nullable Integer amount(int[] range, Dice dice, double knownShare) {
    int value = dice.whole(range[0], range[1]);
    return range[1] == 0 ? null : maybe(value, knownShare, dice);
  }

  private static <T> @Nullable T maybe(T value, double knownShare, Dice dice) {
    return dice.chance(knownShare) ? value : null;
  }
}
