package org.caremap.card;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A card in words, as both the page and the PDF set it.
 *
 * @param text its language
 * @param paper size of the sheet
 * @param title the community, or whose card it is
 * @param of where that is: county and street or town, empty where unknown
 * @param owner whose card it is, null where nobody said
 * @param pace how minutes are meant
 * @param entries one for each kind of help
 * @param sketchSvg map of the start, the numbered places and the ways; empty where there is none
 * @param qrSvg code that leads the family to the same on a phone
 * @param qrCaption what the code is for
 * @param calls numbers that always help
 * @param sources where the facts are from, and when it was printed
 * @param sample whether the facts are invented
 * @param start where the walks begin
 */
public record Card(
    CardText text,
    Paper paper,
    String title,
    String of,
    @Nullable String owner,
    String pace,
    List<Entry> entries,
    String sketchSvg,
    String qrSvg,
    String qrCaption,
    List<Call> calls,
    List<String> sources,
    boolean sample,
    CardStart start) {
  /**
   * One kind of help.
   *
   * @param number on the card and on its map
   * @param need what for
   * @param name of the nearest place, null where none can be reached on foot
   * @param phone null where unknown
   * @param minutes whole, rounded up; null where none can be reached on foot
   * @param thereAndBack both ways where they differ, otherwise null
   * @param beyond that it is farther than the standard, null where it is not
   * @param hours in words, a few at a time; empty where there is no place
   * @param address for people, null where unknown
   * @param details price, steps, last check: a few words each
   * @param notice what to do where nothing is near, null where it is
   */
  public record Entry(
      int number,
      String need,
      @Nullable String name,
      @Nullable String phone,
      @Nullable Long minutes,
      @Nullable String thereAndBack,
      @Nullable String beyond,
      List<String> hours,
      @Nullable String address,
      List<String> details,
      @Nullable String notice) {
    // About the half of the column at the largest type.
    private static final int FEW = 18;

    /** Whether words stand on one line; longer ones may be broken. */
    public boolean isShort(String words) {
      return words.codePoints().map(c -> c < 0x2E80 ? 1 : 2).sum() <= 2 * FEW;
    }
  }

  /** A number that always helps. */
  public record Call(String name, String phone) {
    /** The number as a telephone link has it. */
    public String dialled() {
      return phone.replaceAll("[^0-9+*#]", "");
    }
  }

  /** What stands above the title: that it is a card, and whose. */
  public String kind() {
    return owner == null ? text.get("card") : text.get("cardOf", owner);
  }

  /** The same with room for its pictures but without them, which is enough to measure it. */
  Card withoutPictures() {
    String nothing = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"></svg>";
    return new Card(
        text,
        paper,
        title,
        of,
        owner,
        pace,
        entries,
        sketchSvg.isEmpty() ? "" : nothing,
        nothing,
        qrCaption,
        calls,
        sources,
        sample,
        start);
  }

  /** What the document is called. */
  public String heading() {
    return text.get("cardPage", title);
  }
}
