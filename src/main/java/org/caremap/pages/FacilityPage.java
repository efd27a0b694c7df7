package org.caremap.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a facility's page says, in words.
 *
 * @param name in the page's language
 * @param otherName its Chinese name on an English page where it has both
 * @param type its kind
 * @param status where it is in its life
 * @param operating whether it serves anybody now
 * @param closed whether it is closed for good
 * @param hours when it is open; null where it does not operate
 * @param phones numbers to call; empty where none is known
 * @param facts name and value, in order; a value that is null is unknown
 * @param services what is offered; empty where that is unknown
 * @param instead the nearest of its kind where it does not operate
 * @param around the nearest of other kinds
 * @param elders how many people aged 60 and over live within the minutes, in words
 * @param method whether streets were walked, in words
 * @param sketch the map, an SVG element
 * @param qr the code of its address, an SVG element
 * @param address its lasting address
 * @param way the search page with this facility chosen
 * @param card the print card of its community
 * @param compare the comparison that begins with it
 * @param maps other maps that take over
 */
record FacilityPage(
    String name,
    @Nullable String otherName,
    String type,
    String status,
    boolean operating,
    boolean closed,
    @Nullable HoursView hours,
    List<Phones.Phone> phones,
    List<Fact> facts,
    List<String> services,
    List<Near> instead,
    List<Near> around,
    String elders,
    String method,
    String sketch,
    String qr,
    String address,
    String way,
    String card,
    String compare,
    List<HandOver.Link> maps) {
  /**
   * A fact.
   *
   * @param label what it is
   * @param value null where it is unknown
   * @param href where it leads, null for plain text
   */
  record Fact(String label, @Nullable String value, @Nullable String href) {}

  /** A facility nearby, with the walk to it in words. */
  record Near(String name, String type, String walk, String href) {}
}
