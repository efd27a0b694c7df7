package org.caremap.search;

import java.util.Arrays;
import java.util.List;

/**
 * What somebody typed, prepared for one search.
 *
 * @param letters normalized, without blanks, not empty
 * @param folded the same with southern sounds made one, see {@link SearchText#folded}
 * @param filter of the letters
 * @param foldedFilter of the folded ones
 * @param hasHan whether there are Chinese characters
 * @param hasLatin whether there is anything else
 * @param mostTypos how many typos are forgiven
 */
record TypedText(
    String letters,
    String folded,
    NameFilter filter,
    NameFilter foldedFilter,
    boolean hasHan,
    boolean hasLatin,
    int mostTypos) {
  /** Words beyond this one are taken as one. */
  private static final int MOST_WORDS = 8;

  // One wrong character of two leaves nothing to go by.
  private static final int HAN_FOR_ONE_TYPO = 3;
  private static final int HAN_FOR_TWO_TYPOS = 7;
  private static final int LATIN_FOR_ONE_TYPO = 4;
  private static final int LATIN_FOR_TWO_TYPOS = 9;

  static TypedText of(String letters) {
    int han = (int) letters.chars().filter(c -> SearchText.isHan((char) c)).count();
    int digits = (int) letters.chars().filter(c -> SearchText.isDigit((char) c)).count();
    int latin = letters.length() - han - digits;
    int typos =
        han >= HAN_FOR_TWO_TYPOS || latin >= LATIN_FOR_TWO_TYPOS
            ? 2
            : han >= HAN_FOR_ONE_TYPO || latin >= LATIN_FOR_ONE_TYPO ? 1 : 0;
    String folded = SearchText.folded(letters);
    return new TypedText(
        letters,
        folded,
        new NameFilter(letters),
        new NameFilter(folded),
        han > 0,
        latin + digits > 0,
        typos);
  }

  /** The words of a text that has several; none if it is one. */
  static List<TypedText> words(String normalized) {
    String[] parts = normalized.split(" ", MOST_WORDS);
    return parts.length < 2
        ? List.of()
        : Arrays.stream(parts).map(part -> of(SearchText.joined(part))).toList();
  }
}
