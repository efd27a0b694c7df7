package org.caremap.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.caremap.standards.VerdictAnswer;
import org.jspecify.annotations.Nullable;

/**
 * What a rule asks and what is, in the words of the planner's page ({@code web/src/board}): an
 * export that says less than the page would be believed more.
 */
final class VerdictWords {
  private static final double SMALL = 10;

  private VerdictWords() {}

  /** {@code 不低于 100%}: what the rule asks. */
  static String asked(VerdictAnswer.Rule rule, ReportText text) {
    return text.get(
        "verdicts.asked",
        text.label("comparison", rule.rule().path("comparison").asText()),
        value(rule.threshold(), rule, text));
  }

  /**
   * What is: {@code 70.6% 至 73.5% 之间（48 / 68）}; where each subject is judged by itself {@code 68 个中
   * 61 个达到，最差的一处 0 个}.
   */
  static String now(VerdictAnswer.Rule rule, ReportText text) {
    String range = range(rule.value(), rule.low(), rule.high(), rule, text);
    if (rule.numerator() == null || rule.denominator() == null) {
      return range;
    }
    return text.get(
        isOneByOne(rule) ? "verdicts.oneByOne" : "verdicts.fraction",
        range,
        figure(rule.numerator(), 1),
        figure(rule.denominator(), 1));
  }

  /** The same of one subject. */
  static String now(VerdictAnswer.Subject subject, VerdictAnswer.Rule rule, ReportText text) {
    return range(subject.value(), subject.low(), subject.high(), rule, text);
  }

  private static String range(
      @Nullable Double value,
      @Nullable Double low,
      @Nullable Double high,
      VerdictAnswer.Rule rule,
      ReportText text) {
    if (value != null) {
      return value(value, rule, text);
    }
    if (high != null) {
      return text.get(
          "verdicts.between", value(low == null ? 0 : low, rule, text), value(high, rule, text));
    }
    return low == null || low <= 0
        ? text.get("verdicts.unknown")
        : text.get("verdicts.atLeast", value(low, rule, text));
  }

  private static String value(double value, VerdictAnswer.Rule rule, ReportText text) {
    String figure = figure(value, Math.abs(value) < SMALL ? 2 : 1);
    if (isPercent(rule)) {
      return figure + "%";
    }
    String unit = text.pick(rule.unitZh(), rule.unit());
    return unit.isEmpty() ? figure : figure + " " + unit;
  }

  private static String figure(double value, int decimals) {
    DecimalFormat format =
        new DecimalFormat(
            "#,##0." + "#".repeat(decimals), DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(new BigDecimal(Double.toString(value + 0.0)));
  }

  /** Whether each subject is judged by itself, so that the two numbers count subjects. */
  private static boolean isOneByOne(VerdictAnswer.Rule rule) {
    String levels = rule.rule().path("level").toString();
    return !isPercent(rule) && !levels.contains("whole") && !levels.contains("county");
  }

  private static boolean isPercent(VerdictAnswer.Rule rule) {
    return rule.unit().matches("percent\\b.*");
  }
}
