package org.caremap.search;

import java.util.List;
import org.caremap.search.NameWalk.Way;

/**
 * How well an entry fits what was typed, as one number, the less the better: thousands for how it
 * matched, {@value #WEAKER} more for a weaker name, and the rest for where in the name.
 */
final class SearchRank {
  /** Does not fit. */
  static final int NONE = NameMatcher.NONE;

  /** From here on nothing matched but for typos. */
  static final int TYPOS = 6_000;

  private static final int PREFIX = 1_000;
  private static final int CONTAINS = 2_000;
  private static final int PINYIN = 3_000;
  private static final int INITIALS = 4_000;
  private static final int FOLDED = 5_000;
  private static final int STEP = 1_000;
  private static final int WEAKER = 500;

  /** Words in any order come behind the same words in a row. */
  private static final int WORD_BY_WORD = 200;

  private static final int MOST_DETAIL = 499;

  private final NameMatcher matcher = new NameMatcher();

  /** The kind of match that a rank says. */
  static SearchMatch match(int rank) {
    if (rank == 0) {
      return SearchMatch.EXACT;
    }
    return rank < PINYIN
        ? SearchMatch.NAME
        : rank < INITIALS
            ? SearchMatch.PINYIN
            : rank < FOLDED ? SearchMatch.INITIALS : SearchMatch.TYPO;
  }

  /**
   * Rank of the best of an entry's names.
   *
   * @param whole what was typed, blanks aside
   * @param words its words if there are several
   * @param typos whether typos are looked for; otherwise only what has none
   */
  int of(TypedText whole, List<TypedText> words, IndexedNames names, boolean typos) {
    int best = best(whole, names, typos);
    if (best == NONE && !words.isEmpty()) {
      int worst = 0;
      for (TypedText word : words) {
        // Among words in any order the start of a number is another number.
        worst =
            names.lacksNumber(word.letters()) ? NONE : Math.max(worst, best(word, names, typos));
        if (worst == NONE) {
          return NONE;
        }
      }
      best = Math.max(worst, CONTAINS) + WORD_BY_WORD;
    }
    return best;
  }

  private int best(TypedText typed, IndexedNames names, boolean typos) {
    int best = NONE;
    for (int i = 0; i < names.texts().length; i++) {
      int more = i < names.strong() ? 0 : WEAKER;
      int rank =
          typos ? withTypos(typed, names.texts()[i]) : faultless(typed, names.texts()[i], best);
      if (rank != NONE) {
        best = Math.min(best, rank + more);
      }
    }
    return best;
  }

  private int faultless(TypedText typed, String name, int toBeat) {
    int cost = cost(typed, name, Way.LITERAL, 0);
    if (cost != NONE) {
      return cost == 0 ? 0 : detail(cost) + (cost <= NameMatcher.END_INSIDE ? PREFIX : CONTAINS);
    }
    boolean han = name.chars().anyMatch(c -> SearchText.isHan((char) c));
    if (toBeat > PINYIN && han) {
      cost = cost(typed, name, Way.READINGS, 0);
      if (cost != NONE) {
        return PINYIN + detail(cost);
      }
    }
    if (toBeat > INITIALS && typed.hasLatin()) {
      cost = cost(typed, name, Way.INITIALS, 0);
      if (cost != NONE) {
        return INITIALS + detail(cost);
      }
    }
    if (toBeat > FOLDED && han) {
      cost = cost(typed, name, Way.FOLDED, 0);
      if (cost != NONE) {
        return FOLDED + detail(cost);
      }
    }
    return NONE;
  }

  private int withTypos(TypedText typed, String name) {
    if (typed.mostTypos() == 0) {
      return faultless(typed, name, NONE);
    }
    int cost = cost(typed, name, Way.READINGS, typed.mostTypos());
    return cost == NONE
        ? NONE
        : TYPOS + (cost / NameMatcher.TYPO - 1) * STEP + detail(cost % NameMatcher.TYPO);
  }

  private int cost(TypedText typed, String name, Way way, int mostTypos) {
    boolean folded = way == Way.FOLDED;
    NameFilter filter = folded ? typed.foldedFilter() : typed.filter();
    return filter.mayFit(name, way, mostTypos)
        ? matcher.cost(folded ? typed.folded() : typed.letters(), name, way, mostTypos)
        : NONE;
  }

  private static int detail(int cost) {
    return Math.min(cost, MOST_DETAIL);
  }
}
