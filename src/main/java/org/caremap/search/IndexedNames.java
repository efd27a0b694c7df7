package org.caremap.search;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The names of an entry as they are compared.
 *
 * @param texts normalized, distinct, not empty; its own name first
 * @param strong how many of them rank as its name; the others are weaker
 */
@SuppressWarnings("ArrayRecordComponent") // read only, a hundred thousand of them
record IndexedNames(String[] texts, int strong) {
  static IndexedNames of(SearchEntry entry) {
    Set<String> distinct = new LinkedHashSet<>();
    add(entry.name(), distinct);
    entry.otherNames().forEach(name -> add(name, distinct));
    int strong = distinct.size();
    entry.weakerNames().forEach(name -> add(name, distinct));
    return new IndexedNames(distinct.toArray(String[]::new), strong);
  }

  /** Whether a word is a number that stands in none of the names, whole. */
  boolean lacksNumber(String word) {
    if (!word.chars().allMatch(c -> SearchText.isDigit((char) c))) {
      return false;
    }
    for (String text : texts) {
      for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        int end = at + word.length();
        boolean longer =
            at > 0 && SearchText.isDigit(text.charAt(at - 1))
                || end < text.length() && SearchText.isDigit(text.charAt(end));
        if (!longer) {
          return false;
        }
      }
    }
    return true;
  }

  private static void add(String name, Set<String> into) {
    String text = SearchText.normalized(name);
    if (!text.isEmpty()) {
      into.add(text);
    }
  }
}
