package org.caremap.search;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Toneless pinyin of single characters, every reading of those that have several: which of them a
 * name uses is left to whoever types it. ü is read as v and as u.
 */
final class Readings {
  /** More than there are toneless syllables in the library, ü read twice. */
  static final int MOST_SOUNDS = 1_024;

  private static final String[] NONE = {};
  private static final int[] SILENT = {};

  /** More readings than this are of old books only. */
  private static final int MOST = 5;

  // Filled when first asked for; two threads may do the same work, with the same result.
  private static final String[][] OF_CHAR = new String[Character.MAX_VALUE + 1][];
  private static final String[][] FOLDED = new String[Character.MAX_VALUE + 1][];

  private static final int[][] SOUNDS = new int[Character.MAX_VALUE + 1][];
  private static final AtomicInteger SOUNDS_SO_FAR = new AtomicInteger();
  private static final Map<String, Integer> SOUND_OF_READING = new ConcurrentHashMap<>();

  private Readings() {}

  /** Readings of a character in letters a to z, none if it has none; read only. */
  static String[] of(char c) {
    if (!SearchText.isHan(c)) {
      return NONE;
    }
    String[] known = OF_CHAR[c];
    if (known == null) {
      known = lookUp(c);
      OF_CHAR[c] = known;
    }
    return known;
  }

  /** Readings of a character, {@link SearchText#folded}; read only. */
  static String[] foldedOf(char c) {
    if (!SearchText.isHan(c)) {
      return NONE;
    }
    String[] known = FOLDED[c];
    if (known == null) {
      Set<String> distinct = new LinkedHashSet<>();
      for (String reading : of(c)) {
        distinct.add(SearchText.folded(reading));
      }
      known = distinct.toArray(String[]::new);
      FOLDED[c] = known;
    }
    return known;
  }

  /** Numbers in [0, MOST_SOUNDS) of the readings of a character; read only. */
  static int[] soundsOf(char c) {
    if (!SearchText.isHan(c)) {
      return SILENT;
    }
    int[] known = SOUNDS[c];
    if (known == null) {
      // A shared number makes a wrong yes of the filter, never a wrong answer.
      known =
          Arrays.stream(of(c))
              .mapToInt(
                  reading ->
                      SOUND_OF_READING.computeIfAbsent(
                          reading, r -> SOUNDS_SO_FAR.getAndIncrement() % MOST_SOUNDS))
              .toArray();
      SOUNDS[c] = known;
    }
    return known;
  }

  /** Whether two characters may sound alike, tones aside. */
  static boolean alike(char a, char b) {
    for (String one : of(a)) {
      for (String other : of(b)) {
        if (one.equals(other)) {
          return true;
        }
      }
    }
    return false;
  }

  private static String[] lookUp(char c) {
    List<String> all = PinyinHelper.toPinyinList(c, PinyinStyleEnum.NORMAL);
    Set<String> distinct = new LinkedHashSet<>();
    for (String reading : all) {
      if (distinct.size() >= MOST || reading.isEmpty() || !isPinyin(reading)) {
        continue;
      }
      if (reading.indexOf('ü') >= 0) {
        distinct.add(reading.replace('ü', 'v'));
      }
      distinct.add(reading.replace('ü', 'u'));
    }
    return distinct.toArray(String[]::new);
  }

  private static boolean isPinyin(String text) {
    return text.chars().allMatch(c -> c >= 'a' && c <= 'z' || c == 'ü');
  }
}
