package org.caremap.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * Invents idle premises (closed kindergartens, schools, shops, village offices) and community
 * buildings with room to spare. Has dice of its own: the rest of the county is the same with and
 * without it.
 */
final class Premises {
  private static final int IDLE_PER_1000_FACILITIES = 80;
  private static final int BUILDINGS_PER_1000_FACILITIES = 27;
  private static final double COST_STEP_YUAN = 1_000;

  /** What a place was. */
  private enum Former {
    KINDERGARTEN("原幼儿园", "教育体育局", 350, 1_200, 1_100, 1_900),
    SCHOOL("原小学校舍", "教育体育局", 600, 2_400, 900, 1_600),
    SHOP("沿街商铺", "国有资产经营公司", 70, 260, 700, 1_300),
    OFFICE("原办公用房", "集体经济合作社", 160, 620, 800, 1_500),
    STORE("原供销社门市", "供销合作总社", 120, 480, 700, 1_400),
    PARTY_CENTRE("党群服务中心", "民委员会", 120, 420, 400, 900),
    ACTIVITY_ROOM("文化活动室", "民委员会", 80, 260, 350, 800);

    private final String label;
    private final String owner;
    private final int leastSquareMeters;
    private final int mostSquareMeters;
    private final int leastYuanPerSquareMeter;
    private final int mostYuanPerSquareMeter;

    Former(String label, String owner, int least, int most, int leastYuan, int mostYuan) {
      this.label = label;
      this.owner = owner;
      this.leastSquareMeters = least;
      this.mostSquareMeters = most;
      this.leastYuanPerSquareMeter = leastYuan;
      this.mostYuanPerSquareMeter = mostYuan;
    }

    String label(boolean urban) {
      return this == OFFICE ? (urban ? "原居委会用房" : "原村委会用房") : label;
    }
  }

  private final List<Community> communities;
  private final Warp warp;
  private final Frontage frontage;
  private final List<SampleCandidate> all = new ArrayList<>();

  /**
   * @param facilities how many facilities the county has; the candidates are in proportion
   */
  Premises(Warp warp, Census census, Frontage frontage, int facilities, Dice dice) {
    this.warp = warp;
    this.communities = census.communities();
    this.frontage = frontage;
    int idle = facilities * IDLE_PER_1000_FACILITIES / 1_000;
    int buildings = facilities * BUILDINGS_PER_1000_FACILITIES / 1_000;
    // Every community once before any a second time, so that the places are spread.
    int[] order = new int[communities.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    dice.shuffle(order);
    int at = 0;
    while (all.size() < idle + buildings) {
      int community = order[at++ % order.length];
      if (!frontage.isEmpty(community)) {
        all.add(place(community, all.size() >= idle, dice.fork(all.size())));
      }
    }
  }

  List<SampleCandidate> all() {
    return Collections.unmodifiableList(all);
  }

  private SampleCandidate place(int index, boolean building, Dice dice) {
    Community community = communities.get(index);
    Former former = former(building, community.urban(), dice);
    Frontage.Site site = frontage.strew(index, 1, false, dice)[0];
    Coordinate at = warp.toLonLat(site.u(), site.v());
    String street = frontage.styleAt(site).name();
    String place = community.townName() + community.name();
    int squareMeters = dice.whole(former.leastSquareMeters, former.mostSquareMeters);
    int perSquareMeter = dice.whole(former.leastYuanPerSquareMeter, former.mostYuanPerSquareMeter);
    double yuan =
        Math.rint(squareMeters * (double) perSquareMeter / COST_STEP_YUAN) * COST_STEP_YUAN;
    return new SampleCandidate(
        "S-C-" + (all.size() + 1),
        place + former.label(community.urban()),
        building,
        at.x,
        at.y,
        maybe((double) squareMeters, 0.95, dice),
        maybe(yuan, 0.88, dice),
        maybe(Math.max(10, squareMeters / 6 / 5 * 5), 0.8, dice),
        dice.chance(0.85) ? types(squareMeters) : List.of(),
        maybe(owner(former, community), 0.9, dice),
        maybe(place + (street == null ? "" : street + dice.whole(1, 399) + "号"), 0.95, dice),
        community.code(),
        dice.chance(0.92));
  }

  private static Former former(boolean building, boolean urban, Dice dice) {
    if (building) {
      return dice.chance(0.6) ? Former.PARTY_CENTRE : Former.ACTIVITY_ROOM;
    }
    return urban
        ? dice.pick(Former.KINDERGARTEN, Former.SHOP, Former.SHOP, Former.OFFICE, Former.STORE)
        : dice.pick(Former.SCHOOL, Former.KINDERGARTEN, Former.OFFICE, Former.OFFICE, Former.STORE);
  }

  private static String owner(Former former, Community community) {
    return switch (former) {
      case KINDERGARTEN, SCHOOL, SHOP, STORE -> "区" + former.owner;
      case OFFICE -> community.name() + former.owner;
      case PARTY_CENTRE, ACTIVITY_ROOM ->
          community.name() + (community.urban() ? "居" : "村") + former.owner;
    };
  }

  /** Small rooms suit a meal point; a whole school even a care home. Sorted. */
  private static List<String> types(int squareMeters) {
    if (squareMeters < 200) {
      return List.of("adviser_desk", "home_care_station", "meal_point", "mutual_aid_point");
    }
    if (squareMeters < 600) {
      return List.of(
          "activity_centre",
          "day_care_centre",
          "home_care_station",
          "meal_point",
          "mutual_aid_point",
          "nursing_station");
    }
    return List.of(
        "care_centre",
        "care_home",
        "day_care_centre",
        "elder_inn",
        "home_care_station",
        "nursing_station");
  }

  private static <T> @Nullable T maybe(T value, double knownShare, Dice dice) {
    return dice.chance(knownShare) ? value : null;
  }
}
