package org.caremap.search;

/**
 * Goes through a name letter by letter in every way in which it may be written at once. A Chinese
 * character may be written as itself, as any of its readings, or as its first letter; so the name
 * is a small graph of letters whose ways meet again after each character. No combinations are made,
 * and characters and pinyin mix freely. What was typed may start anywhere, end anywhere, and leave
 * out whole parts in between.
 */
abstract class NameWalk {
  /** The part ends before the name does. */
  static final int END = 1;

  /** The part ends inside a syllable or word. */
  static final int END_INSIDE = 2;

  /** The part ends inside a number: another house, unless more is still to be typed. */
  static final int END_IN_NUMBER = 6;

  /** How a name may be written. */
  enum Way {
    /** As it is. */
    LITERAL,
    /** Characters as readings. */
    READINGS,
    /** Characters as readings or first letters, Latin words as first letters. */
    INITIALS,
    /** Characters as readings that are {@link SearchText#folded}. */
    FOLDED
  }

  final void walk(String name, Way way) {
    boolean partStart = true;
    boolean inWord = false;
    int suffixEnd = -1;
    int last = name.length() - 1;
    for (int i = 0; i <= last; i++) {
      char c = name.charAt(i);
      char before = i == 0 ? ' ' : name.charAt(i - 1);
      if (inWord && !isLatin(c)) {
        endWord();
        end(END);
        inWord = false;
      }
      if (c == ' ') {
        endPart();
        partStart = true;
        continue;
      }
      if (i == suffixEnd) {
        endPart();
        partStart = true;
      }
      if (i > 0 && i >= suffixEnd) {
        int suffix = NameParts.suffixAt(name, i);
        if (suffix > 0) {
          endPart();
          suffixEnd = i + suffix;
        }
      }
      boolean insideNumber = SearchText.isDigit(c) && SearchText.isDigit(before);
      start(i == 0, partStart, insideNumber);
      partStart = false;
      if (SearchText.isHan(c)) {
        character(c, way);
      } else {
        letter(c, before, way);
        if (way == Way.INITIALS && isLatin(c) && !isLatin(before)) {
          startWord();
          inWord = true;
        }
      }
      end(i == last ? 0 : endBetween(c, name.charAt(i + 1)));
    }
    if (inWord) {
      endWord();
    }
    end(0);
  }

  private static int endBetween(char c, char after) {
    if (SearchText.isDigit(c) && SearchText.isDigit(after)) {
      return END_IN_NUMBER;
    }
    return isLatin(c) && isLatin(after) ? END_INSIDE : END;
  }

  private static boolean isLatin(char c) {
    return Character.isLetter(c) && !SearchText.isHan(c);
  }

  private void letter(char c, char before, Way way) {
    if (way == Way.FOLDED) {
      String pair = SearchText.folded("" + before + c);
      if (pair.length() == 2) {
        letter(pair.charAt(1));
      }
    } else {
      letter(c);
    }
  }

  /**
   * What was typed may start here.
   *
   * @param nameStart at the very start
   * @param partStart at the start of a part; what fits an earlier part may go on here
   * @param insideNumber between two digits, where nothing may start
   */
  abstract void start(boolean nameStart, boolean partStart, boolean insideNumber);

  /** A letter that is written in one way only. */
  abstract void letter(char c);

  /** A Chinese character. */
  abstract void character(char c, Way way);

  /** A part ends here; what fits up to here may go on at a later part. */
  abstract void endPart();

  /** The first letter of a Latin word was written, which may stand for the word. */
  abstract void startWord();

  /** The word that last started ends. */
  abstract void endWord();

  /**
   * What was typed may end here.
   *
   * @param cost of ending here
   */
  abstract void end(int cost);
}
