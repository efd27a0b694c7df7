package org.caremap.launch;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.caremap.search.SearchEntry;
import org.caremap.search.SearchIndex;
import org.caremap.search.SearchKind;

/**
 * Search by name over generated facilities, single-threaded, without HTTP: how long the index takes
 * to make, how large it is, and how long answers take over a mixture of what people type.
 */
final class SearchRace {
  private static final long SEED = 42;
  private static final int QUESTIONS = 3_000;
  private static final int WARM_UP = 600;

  private static final String FIRST = "永兴长新同德民三双万大中东南西北青海江秀天福和安太树富聚平保锦瑞川汤重行乐单解";
  private static final String SECOND = "安丰乐和盛宁桥圩仁义港园泰忠合星庆旺林河塘阳灶场明昌荣竹洪南";
  private static final String[] LEVELS = {"社区", "村", "新村", "居委会"};
  private static final String[] KINDS = {
    "助餐点", "日间照料中心", "居家养老服务站", "养老服务中心", "护理站", "长者驿家", "养老院", "互助养老点", "养老顾问点", "卫生服务站", "康复医院",
    "老年大学", "老年活动中心", "便民超市", "中央厨房"
  };

  private final SplittableRandom random = new SplittableRandom(SEED);

  private SearchRace() {}

  static void run(int facilities) {
    SearchRace race = new SearchRace();
    List<SearchEntry> entries = race.entries(facilities);
    System.gc();
    long before = usedBytes();
    long start = System.nanoTime();
    SearchIndex index = SearchIndex.of(entries);
    double seconds = (System.nanoTime() - start) / 1e9;
    System.gc();
    System.out.printf(
        "Search: %,d generated facilities, index made in %.1f s, %,d MiB in memory (%,d MiB"
            + " inverted index)%n",
        facilities, seconds, (usedBytes() - before) >> 20, index.indexBytes() >> 20);
    race.ask(index, entries);
  }

  private static long usedBytes() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private void ask(SearchIndex index, List<SearchEntry> entries) {
    String[] ways = {
      "whole name",
      "part",
      "pinyin",
      "part of pinyin",
      "initials",
      "typo",
      "typo in pinyin",
      "mixed"
    };
    // On a busy machine the processor's time says more than the clock.
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    double[] busyMillis = new double[QUESTIONS];
    double[][] millis = new double[ways.length][];
    int[] sizes = new int[ways.length];
    Arrays.setAll(millis, w -> new double[QUESTIONS]);
    for (int i = -WARM_UP; i < QUESTIONS; i++) {
      int way = random.nextInt(ways.length);
      String typed = typed(way, entries.get(random.nextInt(entries.size())).name());
      long busy = threads.getCurrentThreadCpuTime();
      long start = System.nanoTime();
      index.find(typed, 10, null);
      if (i >= 0) {
        busyMillis[i] = (threads.getCurrentThreadCpuTime() - busy) / 1e6;
        millis[way][sizes[way]++] = (System.nanoTime() - start) / 1e6;
      }
    }
    double[] all = new double[0];
    for (int w = 0; w < ways.length; w++) {
      double[] own = Arrays.copyOf(millis[w], sizes[w]);
      print(ways[w], own);
      int size = all.length;
      all = Arrays.copyOf(all, size + own.length);
      System.arraycopy(own, 0, all, size, own.length);
    }
    print("search, all of these", all);
    print("search, all of these, processor time", busyMillis);
  }

  private static void print(String what, double[] millis) {
    Arrays.sort(millis);
    System.out.printf(
        "  %-44s %,10.1f ms median, %,.1f ms for 95 %%, %,.1f ms worst of %d%n",
        what,
        millis[millis.length / 2],
        millis[(int) Math.ceil(0.95 * millis.length) - 1],
        millis[millis.length - 1],
        millis.length);
  }

  private List<SearchEntry> entries(int count) {
    List<SearchEntry> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String town = name() + pick("镇", "街道", "乡");
      String community =
          name() + (random.nextInt(3) == 0 ? "" + letter(SECOND) : "") + pick(LEVELS);
      String address = town + community + name() + "路" + (1 + random.nextInt(400)) + "号";
      entries.add(
          new SearchEntry(
              SearchKind.FACILITY,
              Integer.toString(i),
              null,
              "meal_point",
              town + community + pick(KINDS),
              List.of(),
              List.of(address),
              address,
              null,
              121 + random.nextDouble(),
              31.5 + random.nextDouble()));
    }
    return entries;
  }

  private String typed(int way, String name) {
    int from = random.nextInt(Math.max(1, name.length() - 4));
    String part = name.substring(from, Math.min(name.length(), from + 3 + random.nextInt(4)));
    return switch (way) {
      case 0 -> name;
      case 1 -> part;
      case 2 -> pinyin(name, false);
      case 3 -> pinyin(part, false);
      case 4 -> pinyin(name, true);
      case 5 -> typo(name, FIRST);
      case 6 -> typo(pinyin(name, false), "abcdefghijklmnopqrstuvwxyz");
      default -> name.substring(0, from) + pinyin(part, false);
    };
  }

  private String typo(String text, String letters) {
    int at = random.nextInt(text.length() - 1);
    return switch (random.nextInt(3)) {
      case 0 -> text.substring(0, at) + letter(letters) + text.substring(at + 1);
      case 1 -> text.substring(0, at) + text.substring(at + 1);
      default ->
          text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
    };
  }

  private static String pinyin(String text, boolean initials) {
    StringBuilder out = new StringBuilder();
    for (char c : text.toCharArray()) {
      String reading = PinyinHelper.toPinyinList(c, PinyinStyleEnum.NORMAL).get(0);
      out.append(initials ? reading.substring(0, 1) : reading.replace('ü', 'v'));
    }
    return out.toString();
  }

  private String name() {
    return "" + letter(FIRST) + letter(SECOND);
  }

  private char letter(String of) {
    return of.charAt(random.nextInt(of.length()));
  }

  private String pick(String... of) {
    return of[random.nextInt(of.length)];
  }
}
