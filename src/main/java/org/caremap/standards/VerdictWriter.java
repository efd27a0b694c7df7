package org.caremap.standards;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.caremap.core.standards.Bounds;
import org.caremap.core.standards.Measure;
import org.caremap.core.standards.RuleVerdict;
import org.caremap.core.standards.StandardRule;
import org.caremap.core.standards.Subject;
import org.caremap.core.standards.SubjectVerdict;
import org.caremap.coverage.Rounding;
import org.jspecify.annotations.Nullable;

/** Verdicts as the API shows them. */
final class VerdictWriter {
  private VerdictWriter() {}

  /**
   * A rule with what is to be known of it.
   *
   * @param changed whether the administrator changed it
   * @param builtIn whether it is of the files
   */
  static ObjectNode rule(StandardRule rule, boolean changed, boolean builtIn) {
    return RuleWriter.write(rule).put("changed", changed).put("builtIn", builtIn);
  }

  static VerdictAnswer.Rule write(RuleVerdict verdict, ObjectNode rule) {
    Bounds value = verdict.value();
    List<String> notes = new ArrayList<>();
    List<String> notesZh = new ArrayList<>();
    if (verdict.undated() > 0) {
      notes.add(verdict.undated() + " facilities have no opening date and are counted as open");
      notesZh.add(verdict.undated() + " 处设施没有启用日期，按已启用计算");
    }
    return new VerdictAnswer.Rule(
        rule,
        verdict.outcome().code(),
        verdict.withExceptions().code(),
        exact(value),
        number(value.low()),
        number(value.high()),
        exact(verdict.numerator()),
        exact(verdict.denominator()),
        verdict.rule().unit(),
        verdict.rule().unitZh(),
        verdict.rule().threshold(),
        verdict.wantedMet(),
        verdict.excepted(),
        GapWords.en(verdict.gaps()),
        GapWords.zh(verdict.gaps()),
        notes,
        notesZh,
        verdict.subjects().stream().map(VerdictWriter::write).toList());
  }

  private static VerdictAnswer.Subject write(SubjectVerdict verdict) {
    Subject subject = verdict.subject();
    Measure measure = subject.measure();
    return new VerdictAnswer.Subject(
        subject.kind() == Subject.Kind.AREA ? subject.id() : null,
        subject.kind() == Subject.Kind.FACILITY ? subject.id() : null,
        subject.kind() == Subject.Kind.OPERATOR ? subject.id() : null,
        subject.name(),
        verdict.outcome().code(),
        verdict.withException().code(),
        exact(measure.value()),
        number(measure.value().low()),
        number(measure.value().high()),
        exact(measure.numerator()),
        exact(measure.denominator()),
        GapWords.en(verdict.gaps()),
        GapWords.zh(verdict.gaps()),
        verdict.exception() == null ? null : ExceptionJson.write(verdict.exception()));
  }

  static @Nullable Double exact(Bounds bounds) {
    return bounds.value() == null ? null : number(bounds.value());
  }

  private static @Nullable Double number(double value) {
    return Double.isInfinite(value) ? null : (Double) Rounding.share(value);
  }
}
