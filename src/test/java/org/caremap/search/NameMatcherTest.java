package org.caremap.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the textbook table over every way of writing a name, spelled out. */
class NameMatcherTest {
  // Polyphones, syllables of one letter, and none of the characters that end a part of a name.
  private static final String HAN = "长行重大安阿永海乐绿";
  private static final String LATIN = "abnghl";

  /** Optimal string alignment: edits with swaps of neighbours, no piece edited twice. */
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(d[i - 1][j - 1] + change, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }

  private static List<String> spelledOut(String name) {
    List<String> all = new ArrayList<>(List.of(""));
    for (char c : name.toCharArray()) {
      List<String> more = new ArrayList<>();
      for (String start : all) {
        more.add(start + c);
        for (String reading : Readings.of(c)) {
          more.add(start + reading);
        }
      }
      all = more;
    }
    return all;
  }

  /** The least distance to any part: from where a character starts to anywhere. */
  private static int plain(String typed, String name) {
    int best = Integer.MAX_VALUE;
    for (int from = 0; from < name.length(); from++) {
      for (String written : spelledOut(name.substring(from))) {
        for (int to = 0; to <= written.length(); to++) {
          best = Math.min(best, distance(typed, written.substring(0, to)));
        }
      }
    }
    return best;
  }

  private static String random(SplittableRandom random, String letters, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }

  private static String edited(SplittableRandom random, String text) {
    StringBuilder out = new StringBuilder(text);
    for (int edits = random.nextInt(4); edits > 0 && out.length() > 1; edits--) {
      int at = random.nextInt(out.length() - 1);
      switch (random.nextInt(4)) {
        case 0 -> out.setCharAt(at, random(random, LATIN, 1).charAt(0));
        case 1 -> out.deleteCharAt(at);
        case 2 -> out.insert(at, random(random, LATIN + HAN, 1));
        default -> {
          char c = out.charAt(at);
          out.setCharAt(at, out.charAt(at + 1));
          out.setCharAt(at + 1, c);
        }
      }
    }
    return out.toString();
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 20261125})
  void asManyTyposAsThePlainTableSays(long seed) {
    System.out.println("seed " + seed);
    SplittableRandom random = new SplittableRandom(seed);
    NameMatcher matcher = new NameMatcher();
    int[] seen = new int[3];
    for (int round = 0; round < 1_500; round++) {
      String name = random(random, HAN + LATIN.substring(0, 3), 1 + random.nextInt(4));
      List<String> ways = spelledOut(name);
      String typed = edited(random, ways.get(random.nextInt(ways.size())));
      int expected = plain(typed, name);
      for (int most = 0; most <= 2; most++) {
        int cost = matcher.cost(typed, name, NameWalk.Way.READINGS, most);
        boolean fits = new NameFilter(typed).mayFit(name, NameWalk.Way.READINGS, most);
        String what = typed + " in " + name + ", up to " + most;
        if (expected <= most) {
          assertThat(cost / NameMatcher.TYPO).as(what).isEqualTo(expected);
          assertThat(fits).as("filter: " + what).isTrue();
        } else if (!hasHomophone(typed, name)) {
          assertThat(cost).as(what).isEqualTo(NameMatcher.NONE);
          assertThat(fits).as("filter: " + what).isFalse();
        }
      }
      if (expected <= 2) {
        seen[expected]++;
      }
    }
    assertThat(seen[0]).isPositive();
    assertThat(seen[1]).isPositive();
    assertThat(seen[2]).isPositive();
  }

  /** Another character of the same sound is no typo to us, and one to the table. */
  private static boolean hasHomophone(String typed, String name) {
    return typed
        .chars()
        .anyMatch(t -> name.chars().anyMatch(n -> t != n && Readings.alike((char) t, (char) n)));
  }

  @ParameterizedTest
  @CsvSource({
    // The whole name, its start, a later part, elsewhere, with a part left out.
    "海门街道永安社区, 海门街道永安社区, 0",
    "海门, 海门街道永安社区, 1",
    "永安社区, 海门街道永安社区, 3",
    "安社区, 海门街道永安社区, 5",
    "永安, 海门街道永安社区, 4",
    "海门永安社区, 海门街道永安社区, 4",
    "海门永安, 海门街道永安社区, 5",
  })
  void whereThePartLies(String typed, String name, int cost) {
    assertThat(new NameMatcher().cost(typed, name, NameWalk.Way.LITERAL, 0)).isEqualTo(cost);
  }

  @Test
  void digitsAreNoTypos() {
    NameMatcher matcher = new NameMatcher();
    for (String other : List.of("人民路13号", "人民路2号", "人民路1号", "人民路123号", "人民路21号")) {
      assertThat(matcher.cost(other, "人民路12号", NameWalk.Way.READINGS, 2))
          .as(other)
          .isEqualTo(NameMatcher.NONE);
    }
    assertThat(matcher.cost("人民12号", "人民路12号", NameWalk.Way.READINGS, 0))
        .isEqualTo(NameMatcher.GAP);
  }

  @Test
  void readings() {
    assertThat(Readings.of('长')).contains("zhang", "chang");
    assertThat(Readings.of('行')).contains("xing", "hang");
    assertThat(Readings.of('重')).contains("zhong", "chong");
    assertThat(Readings.of('绿')).contains("lv", "lu");
    assertThat(Readings.of('女')).contains("nv", "nu");
    assertThat(Readings.of('a')).isEmpty();
    assertThat(Readings.of('，')).isEmpty();
    assertThat(Readings.alike('点', '店')).isTrue();
    assertThat(Readings.alike('点', '电')).isTrue();
    assertThat(Readings.alike('点', '餐')).isFalse();
    assertThat(SearchText.folded("zhongshanlang")).isEqualTo("zonsannan");
    assertThat(SearchText.normalized("  ＨＡＩ　門（一） É’ ")).isEqualTo("hai 门 一 e");
  }
}
