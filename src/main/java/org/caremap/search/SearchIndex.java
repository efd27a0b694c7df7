package org.caremap.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.caremap.area.AreaLevel;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be found at one moment, immutable and safe for all threads. Candidates come
 * from an inverted index of pieces; those are then compared with what was typed exactly.
 */
public final class SearchIndex {
  /** Entries of each kind of piece that are compared exactly. */
  private static final int CANDIDATES = 200;

  /** Pieces that are looked up, the rarest ones: they tell most and are found fastest. */
  private static final int MOST_PIECES = 16;

  /** Longer texts are no first letters. */
  private static final int MOST_INITIALS = 40;

  private static final int LETTERS_A_PIECE = 3;

  /** Pieces of letters that one typo spoils: two letters swapped are part of four. */
  private static final int SPOILT_LETTERS = 4;

  /** Single characters and pairs that one typo spoils: two swapped are two and part of three. */
  private static final int SPOILT_CHARACTERS = 5;

  /** Parts of a name that may be left out in between. */
  private static final int GAPS = 2;

  private final List<SearchEntry> entries;
  private final List<IndexedNames> names;
  private final GramIndex grams;
  private final HouseNumbers houses;

  private SearchIndex(
      List<SearchEntry> entries, List<IndexedNames> names, GramIndex grams, HouseNumbers houses) {
    this.entries = entries;
    this.names = names;
    this.grams = grams;
    this.houses = houses;
  }

  private record Ranked(int rank, int place) {}

  /** Indexes entries; their order does not matter. */
  public static SearchIndex of(List<SearchEntry> all) {
    // Of equals the first one wins: short names, then areas before facilities and larger ones
    // before those in them, then what is stable.
    List<SearchEntry> entries = new ArrayList<>(all);
    entries.sort(
        Comparator.comparingInt(SearchIndex::shortestName)
            .thenComparing(SearchEntry::kind)
            .thenComparingInt(SearchIndex::depth)
            .thenComparingInt(e -> e.name().length())
            .thenComparing(SearchEntry::name)
            .thenComparing(e -> e.detail() == null ? "" : e.detail())
            .thenComparing(e -> e.id() == null ? "" : e.id())
            .thenComparing(e -> e.code() == null ? "" : e.code())
            .thenComparingDouble(SearchEntry::lon)
            .thenComparingDouble(SearchEntry::lat));
    List<IndexedNames> names = entries.stream().map(IndexedNames::of).toList();
    GramIndex grams = GramIndex.of(entries.stream().map(SearchEntry::kind).toList(), names);
    return new SearchIndex(List.copyOf(entries), names, grams, HouseNumbers.of(entries));
  }

  private static int shortestName(SearchEntry entry) {
    int shortest = entry.name().length();
    for (String other : entry.otherNames()) {
      shortest = Math.min(shortest, other.length());
    }
    return shortest;
  }

  /** Depth of an area; settlements before other places. */
  private static int depth(SearchEntry entry) {
    String type = entry.type();
    return entry.kind() == SearchKind.AREA && type != null
        ? AreaLevel.find(type).map(AreaLevel::depth).orElse(0)
        : Settlements.isOne(type) ? 0 : 1;
  }

  /** How many entries there are. */
  public int size() {
    return entries.size();
  }

  /** Size of the inverted index, bytes. */
  public long indexBytes() {
    return grams.bytes();
  }

  /**
   * What fits what was typed, best first, the same every time. Where a house number is not known,
   * the nearest known one on that street and the street itself.
   *
   * @param text as typed
   * @param limit how many at most, at least 1
   * @param kind only these, null for all
   */
  public List<SearchHit> find(String text, int limit, @Nullable SearchKind kind) {
    String normalized = SearchText.normalized(text);
    if (normalized.isEmpty()) {
      return List.of();
    }
    List<Ranked> found = ranked(normalized, limit, kind);
    Set<SearchHit> hits = new LinkedHashSet<>();
    HouseNumbers.Wanted wanted = HouseNumbers.wanted(normalized);
    if (wanted != null) {
      String number = Integer.toString(wanted.number());
      // Where the number was found only as the start of another one, it may be a house unknown.
      if (found.stream().allMatch(r -> names.get(r.place).lacksNumber(number))) {
        hits.addAll(nearby(wanted, limit, kind));
      }
    }
    Set<SearchEntry> known = new HashSet<>();
    hits.forEach(hit -> known.add(hit.entry()));
    for (Ranked r : found) {
      if (known.add(entries.get(r.place))) {
        hits.add(new SearchHit(entries.get(r.place), SearchRank.match(r.rank)));
      }
    }
    return hits.stream().limit(limit).toList();
  }

  private List<SearchHit> nearby(HouseNumbers.Wanted wanted, int limit, @Nullable SearchKind kind) {
    Set<SearchHit> hits = new LinkedHashSet<>();
    List<Ranked> streets = ranked(wanted.street(), limit, SearchKind.STREET);
    for (Ranked street : streets) {
      if (street.rank >= SearchRank.TYPOS && streets.get(0).rank < SearchRank.TYPOS) {
        // The street is known as it was typed: others would only confuse.
        break;
      }
      SearchEntry entry = entries.get(street.place);
      SearchMatch match = SearchRank.match(street.rank);
      SearchMatch partly = match == SearchMatch.EXACT ? SearchMatch.NAME : match;
      SearchEntry house = houses.nearest(entry, wanted.number());
      if (house != null && (kind == null || kind == SearchKind.ADDRESS)) {
        hits.add(new SearchHit(house, partly));
      }
      if (kind == null || kind == SearchKind.STREET) {
        hits.add(new SearchHit(entry, partly));
      }
    }
    return hits.stream().limit(limit).toList();
  }

  private List<Ranked> ranked(String normalized, int limit, @Nullable SearchKind kind) {
    TypedText whole = TypedText.of(SearchText.joined(normalized));
    List<TypedText> words = TypedText.words(normalized);
    int[] candidates = candidates(whole, words, kind);
    SearchRank ranks = new SearchRank();
    List<Ranked> found = rank(ranks, candidates, whole, words, false);
    if (found.size() < limit) {
      Set<Integer> known = new LinkedHashSet<>();
      found.forEach(r -> known.add(r.place));
      int[] others = Arrays.stream(candidates).filter(c -> !known.contains(c)).toArray();
      found.addAll(rank(ranks, others, whole, words, true));
    }
    found.sort(Comparator.comparingInt(Ranked::rank).thenComparingInt(Ranked::place));
    return found.subList(0, Math.min(limit, found.size()));
  }

  private List<Ranked> rank(
      SearchRank ranks, int[] candidates, TypedText whole, List<TypedText> words, boolean typos) {
    List<Ranked> found = new ArrayList<>();
    for (int place : candidates) {
      int rank = ranks.of(whole, words, names.get(place), typos);
      if (rank < SearchRank.NONE) {
        found.add(new Ranked(rank, place));
      }
    }
    return found;
  }

  private int[] candidates(TypedText whole, List<TypedText> words, @Nullable SearchKind kind) {
    Set<Integer> places = new LinkedHashSet<>();
    String letters = whole.letters();
    int borders = GAPS + Math.max(0, words.size() - 1);
    Set<String> pieces = new LinkedHashSet<>();
    if (whole.hasHan()) {
      Grams.characters(letters, pieces);
      look(pieces, SPOILT_CHARACTERS * whole.mostTypos() + borders, kind, places);
    }
    if (letters.length() >= LETTERS_A_PIECE || whole.hasHan()) {
      pieces.clear();
      Grams.letters(letters, pieces);
      words.forEach(word -> Grams.letters(word.letters(), pieces));
      look(pieces, SPOILT_LETTERS * whole.mostTypos() + 2 * borders, kind, places);
    }
    if (whole.hasLatin() && letters.length() <= MOST_INITIALS) {
      pieces.clear();
      Grams.initials(letters, true, pieces);
      if (letters.length() >= LETTERS_A_PIECE) {
        // Single letters say nothing.
        pieces.removeIf(piece -> piece.length() == 2);
      }
      look(pieces, Math.min(3 * borders, pieces.size() / 2), kind, places);
    }
    if (letters.length() < LETTERS_A_PIECE && !whole.hasHan()) {
      pieces.clear();
      Grams.syllables(letters, pieces);
      look(pieces, 0, kind, places);
    }
    return places.stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * @param spoilt how many of the pieces may be missing
   */
  private void look(Set<String> pieces, int spoilt, @Nullable SearchKind kind, Set<Integer> into) {
    List<String> rarest = grams.rarest(pieces, MOST_PIECES);
    if (!rarest.isEmpty()) {
      int least = Math.max(1, rarest.size() - spoilt);
      for (int place : grams.find(rarest, least, kind, CANDIDATES)) {
        into.add(place);
      }
    }
  }
}
