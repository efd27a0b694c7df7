package org.caremap.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Residential estates in every urban community, natural villages in some villages. They have
 * households but no outline, and no demand point names them.
 */
final class Estates {
  private static final String FIRST = "滨江金海龙紫阳新锦华嘉翠碧东西南北中文景丽百";
  private static final String SECOND = "河园悦湖庭苑秀景泰源盛城岸桥林和荣康华乐";
  private static final String[] NEW_KINDS = {"花园", "府", "雅苑", "家园", "公馆"};
  private static final String[] OLD_KINDS = {"新村", "小区", "公寓", "一村", "二村"};
  private static final String VILLAGES = "王陈张李沈施黄顾陆徐朱倪袁茅季蔡";
  private static final double DIVIDED_VILLAGES = 0.22;

  private final List<SampleArea> all = new ArrayList<>();
  private final List<List<String>> codes = new ArrayList<>();

  /**
   * @param households of each community
   */
  Estates(List<Community> communities, double[] households, Dice dice) {
    for (int c = 0; c < communities.size(); c++) {
      codes.add(new ArrayList<>());
      Dice own = dice.fork(c);
      if (communities.get(c).urban()) {
        estates(communities.get(c), households[c], own);
      } else if (own.chance(DIVIDED_VILLAGES)) {
        villages(communities.get(c), households[c], own);
      }
    }
  }

  /** After their communities. */
  List<SampleArea> all() {
    return all;
  }

  /** Codes of what lies in a community, empty where it is not divided. */
  List<String> in(int community) {
    return codes.get(community);
  }

  private void estates(Community community, double households, Dice dice) {
    int[] names = names(FIRST.length() * SECOND.length(), dice);
    int[] parts = parts(dice.whole(3, 8), households, dice);
    for (int i = 0; i < parts.length; i++) {
      boolean fresh = dice.chance(0.4);
      String kind = fresh ? dice.pick(NEW_KINDS) : dice.pick(OLD_KINDS);
      String name =
          ""
              + FIRST.charAt(names[i] / SECOND.length())
              + SECOND.charAt(names[i] % SECOND.length())
              + kind;
      String age = dice.chance(0.05) ? null : fresh ? "new" : "old";
      add(community, i, name, "estate", known(parts[i], dice), age);
    }
  }

  private void villages(Community community, double households, Dice dice) {
    int[] names = names(VILLAGES.length(), dice);
    int[] parts = parts(dice.whole(2, 5), households, dice);
    for (int i = 0; i < parts.length; i++) {
      String name = VILLAGES.charAt(names[i]) + dice.pick("家宅", "家埭", "家桥");
      add(community, i, name, "natural_village", known(parts[i], dice), null);
    }
  }

  private void add(
      Community community,
      int index,
      String name,
      String level,
      @Nullable Double households,
      @Nullable String age) {
    String code = community.code() + String.format("-%02d", index + 1);
    String zone = AreaList.zone(Town.ALL.get(community.town()));
    codes.get(codes.size() - 1).add(code);
    all.add(
        new SampleArea(
            code,
            name,
            level,
            community.code(),
            community.urban(),
            zone,
            households,
            null,
            null,
            new SampleArea.Facts(age, null, null, null)));
  }

  /** Whole households of each part; some live in no estate. */
  private static int[] parts(int count, double households, Dice dice) {
    double[] weights = IntStream.range(0, count).mapToDouble(i -> dice.between(0.5, 2)).toArray();
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double housed = households * dice.between(0.82, 0.97);
    int[] parts = new int[count];
    for (int i = 0; i < count; i++) {
      parts[i] = (int) (housed * weights[i] / sum);
    }
    return parts;
  }

  private static int[] names(int count, Dice dice) {
    int[] order = IntStream.range(0, count).toArray();
    dice.shuffle(order);
    return order;
  }

  private static @Nullable Double known(int households, Dice dice) {
    return dice.chance(0.96) ? (double) households : null;
  }
}
