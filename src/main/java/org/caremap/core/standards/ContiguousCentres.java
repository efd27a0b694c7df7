package org.caremap.core.standards;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Each operator's largest set of facilities in neighbouring communities, connected from one to the
 * next. Facilities of one community are neighbours; so are those of communities that share a
 * border.
 */
final class ContiguousCentres implements Indicator {
  @Override
  public String code() {
    return "contiguous-centres";
  }

  @Override
  public String zh() {
    return "连片运营的设施数";
  }

  @Override
  public String en() {
    return "Contiguous facilities of an operator";
  }

  @Override
  public String numerator() {
    return "facilities of the largest connected set";
  }

  @Override
  public String denominator() {
    return "one operator";
  }

  @Override
  public List<Gap.Field> needs() {
    return List.of(Gap.Field.OPERATOR, Gap.Field.AREA_CODE, Gap.Field.BOUNDARY);
  }

  @Override
  public Findings find(RuleInput in) {
    OperatorCentres centres = new OperatorCentres(in);
    List<Subject> subjects = new ArrayList<>();
    centres
        .byOperator()
        .forEach(
            (operator, own) ->
                subjects.add(
                    new Subject(
                        Subject.Kind.OPERATOR,
                        operator,
                        operator,
                        applies(own),
                        measure(in.facts(), own, centres.unknown()),
                        null)));
    return new Findings.Each(subjects);
  }

  /** An operator is asked about as soon as one of its facilities counts. */
  private static Known applies(List<Counted<FacilityFact>> own) {
    Known applies = Known.NO;
    for (Counted<FacilityFact> one : own) {
      applies = applies.or(one.known());
    }
    return applies;
  }

  private static Measure measure(
      CountyFacts facts, List<Counted<FacilityFact>> own, List<Counted<FacilityFact>> unknown) {
    List<Counted<FacilityFact>> sure =
        own.stream().filter(one -> one.truth() == Truth.YES).toList();
    List<Counted<FacilityFact>> possible = new ArrayList<>(own);
    possible.addAll(unknown);
    Set<Gap> gaps = new LinkedHashSet<>();
    int low = largest(facts, sure, false, gaps);
    int high = largest(facts, possible, true, gaps);
    own.forEach(one -> gaps.addAll(one.known().gaps()));
    for (Counted<FacilityFact> one : unknown) {
      gaps.add(new Gap(Gap.Field.OPERATOR, Gap.Of.FACILITY, one.what().id()));
      gaps.addAll(one.known().gaps());
    }
    return Measure.of(new Bounds(low, high), low == high ? Set.of() : gaps);
  }

  private static void unbounded(CountyFacts facts, String area, Set<Gap> gaps) {
    if (!facts.isBounded(area)) {
      gaps.add(new Gap(Gap.Field.BOUNDARY, Gap.Of.AREA, area));
    }
  }

  /** Facilities of one community count as one node of so many. */
  private static int largest(
      CountyFacts facts, List<Counted<FacilityFact>> of, boolean possibly, Set<Gap> gaps) {
    Map<String, Integer> inCommunity = new LinkedHashMap<>();
    int anywhere = 0;
    int sureAlone = 0;
    for (Counted<FacilityFact> one : of) {
      Optional<String> community = facts.communityOf(one.what());
      if (community.isPresent()) {
        inCommunity.merge(community.get(), 1, Integer::sum);
      } else {
        gaps.add(new Gap(Gap.Field.AREA_CODE, Gap.Of.FACILITY, one.what().id()));
        anywhere++;
        sureAlone = 1;
      }
    }
    int largest = sureAlone;
    Set<String> seen = new LinkedHashSet<>();
    int joined = 0;
    for (String start : inCommunity.keySet()) {
      if (seen.add(start)) {
        int size = 0;
        Deque<String> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
          String community = open.pop();
          size += inCommunity.get(community);
          for (String other : inCommunity.keySet()) {
            if (!seen.contains(other)) {
              Truth border = facts.areNeighbours(community, other);
              if (border == Truth.UNKNOWN) {
                unbounded(facts, community, gaps);
                unbounded(facts, other, gaps);
              }
              if (border == Truth.YES || (possibly && border == Truth.UNKNOWN)) {
                seen.add(other);
                open.push(other);
              }
            }
          }
        }
        largest = Math.max(largest, size);
        joined += size;
      }
    }
    // A facility of unknown place may lie between all others.
    return possibly && anywhere > 0 ? joined + anywhere : largest;
  }
}
