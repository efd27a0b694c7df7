package org.caremap.core.standards;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** How many operators run so many facilities or more. */
final class ChainOperators implements Indicator {
  private static final IndicatorParameter CENTRES =
      IndicatorParameter.number(
          "centres", 1, 1000, 5.0, "每家至少运营几处", "facilities that an operator must run");

  @Override
  public String code() {
    return "chain-operators";
  }

  @Override
  public String zh() {
    return "连锁运营的组织数";
  }

  @Override
  public String en() {
    return "Operators that run several facilities";
  }

  @Override
  public String numerator() {
    return "operators that run enough facilities of the rule";
  }

  @Override
  public String denominator() {
    return "one territory";
  }

  @Override
  public List<IndicatorParameter> parameters() {
    return List.of(CENTRES);
  }

  @Override
  public List<Gap.Field> needs() {
    return List.of(Gap.Field.OPERATOR);
  }

  @Override
  public Findings find(RuleInput in) {
    int enough = (int) Math.ceil(in.rule().number(CENTRES.name(), 5));
    OperatorCentres centres = new OperatorCentres(in);
    Set<Gap> gaps = new LinkedHashSet<>();
    int certain = 0;
    List<Integer> lacking = new ArrayList<>();
    for (List<Counted<FacilityFact>> own : centres.byOperator().values()) {
      Bounds count = in.count(own).value();
      gaps.addAll(in.count(own).gaps());
      if (count.low() >= enough) {
        certain++;
      } else {
        lacking.add((int) Math.max(0, enough - count.high()));
      }
    }
    for (Counted<FacilityFact> one : centres.unknown()) {
      gaps.add(new Gap(Gap.Field.OPERATOR, Gap.Of.FACILITY, one.what().id()));
      gaps.addAll(one.known().gaps());
    }
    Bounds operators =
        new Bounds(certain, certain + mostThatCan(lacking, centres.unknown().size(), enough));
    return new Findings.Together(Measure.of(operators, gaps), List.of());
  }

  /** As many operators as the facilities of unknown operators could bring over the line. */
  private static int mostThatCan(List<Integer> lacking, int unknown, int enough) {
    int left = unknown;
    int made = 0;
    for (int lack : lacking.stream().sorted().toList()) {
      if (lack <= left) {
        left -= lack;
        made++;
      }
    }
    // The rest may be run by operators that nobody has named.
    return made + left / enough;
  }
}
