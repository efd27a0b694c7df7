package org.caremap.core.standards;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a rule may set of its indicator.
 *
 * @param name in {@link StandardRule#parameters()}
 * @param kind what values are legal
 * @param low smallest number
 * @param high largest number
 * @param choices legal texts
 * @param otherwise value where a rule sets none, null where there is none
 * @param zh what it is, in Chinese
 * @param en what it is, in English
 */
public record IndicatorParameter(
    String name,
    Kind kind,
    double low,
    double high,
    List<String> choices,
    @Nullable Object otherwise,
    String zh,
    String en) {
  /** Kinds of values. */
  public enum Kind {
    NUMBER,
    FLAG,
    CHOICE,
    GROUP,
    TYPES
  }

  static IndicatorParameter number(
      String name, double low, double high, @Nullable Double otherwise, String zh, String en) {
    return new IndicatorParameter(name, Kind.NUMBER, low, high, List.of(), otherwise, zh, en);
  }

  static IndicatorParameter flag(String name, String zh, String en) {
    return new IndicatorParameter(name, Kind.FLAG, 0, 0, List.of(), false, zh, en);
  }

  static IndicatorParameter choice(String name, List<String> choices, String zh, String en) {
    return new IndicatorParameter(name, Kind.CHOICE, 0, 0, choices, choices.get(0), zh, en);
  }

  static IndicatorParameter types(String name, List<String> otherwise, String zh, String en) {
    return new IndicatorParameter(name, Kind.TYPES, 0, 0, List.of(), otherwise, zh, en);
  }

  /** Which people count as elders. */
  static IndicatorParameter group() {
    return new IndicatorParameter(
        "group", Kind.GROUP, 0, 0, List.of(), RuleInput.ELDERS, "老年人的口径", "who counts as an elder");
  }
}
