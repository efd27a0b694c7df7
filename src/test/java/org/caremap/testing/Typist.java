package org.caremap.testing;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.util.SplittableRandom;

/** Types names as people do: in pinyin, as initials, with one typo. */
public final class Typist {
  private static final String HAN = "的一是在人有我他这们来到说国和地也子得着下自之年过发后作里用道行所然家种事成方多经";
  private static final String LATIN = "abcdefghijklmnopqrstuvwxyz";

  private final SplittableRandom random;

  public Typist(long seed) {
    random = new SplittableRandom(seed);
  }

  /** The name as it is read aloud: the library knows the phrases in which 长 is zhang. */
  public static String pinyin(String name) {
    return PinyinHelper.toPinyin(name, PinyinStyleEnum.NORMAL, "").replace('ü', 'v');
  }

  /** The first letter of each syllable. */
  public static String initials(String name) {
    StringBuilder letters = new StringBuilder();
    for (String syllable : PinyinHelper.toPinyin(name, PinyinStyleEnum.NORMAL, " ").split(" ")) {
      letters.append(syllable.charAt(0));
    }
    return letters.toString();
  }

  /** One character replaced or dropped. */
  public String withChineseTypo(String name) {
    int at = random.nextInt(name.length());
    return name.substring(0, at)
        + (random.nextBoolean() ? "" : other(HAN, name.charAt(at)))
        + name.substring(at + 1);
  }

  /** One letter replaced, dropped or swapped with its neighbour. */
  public String withLatinTypo(String text) {
    int at = random.nextInt(text.length() - 1);
    char c = text.charAt(at);
    String before = text.substring(0, at);
    String after = text.substring(at + 1);
    return switch (random.nextInt(3)) {
      case 0 -> before + other(LATIN, c) + after;
      case 1 -> before + after;
      default -> before + after.charAt(0) + c + after.substring(1);
    };
  }

  private String other(String letters, char than) {
    char c = than;
    while (c == than) {
      c = letters.charAt(random.nextInt(letters.length()));
    }
    return String.valueOf(c);
  }
}
