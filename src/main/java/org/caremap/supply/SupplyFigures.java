package org.caremap.supply;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caremap.coverage.CareSnapshot;
import org.caremap.ledger.FigureSource;

/** The figures of supply, for the ledger. */
@ApplicationScoped
class SupplyFigures implements FigureSource {
  static final String KIND = "supply";

  private final SupplyService supply;
  private final SupplyQuestions questions;
  private final SupplyNeeds needs;

  SupplyFigures(SupplyService supply, SupplyQuestions questions, SupplyNeeds needs) {
    this.supply = supply;
    this.questions = questions;
    this.needs = needs;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Map<String, Double> figures(CareSnapshot snapshot, Map<String, String> question) {
    return figures(supply.supply(snapshot, questions.read(question)));
  }

  @Override
  public Map<String, String> asked(Map<String, String> question) {
    return questions.read(question).parameters();
  }

  @Override
  public String rules(Map<String, String> question) {
    return SupplyNeeds.text(needs.rules());
  }

  @Override
  public Map<String, Double> figuresUnder(
      String rules, CareSnapshot snapshot, Map<String, String> question) {
    return figures(supply.supply(snapshot, questions.read(question), SupplyNeeds.read(rules)));
  }

  static Map<String, Double> figures(SupplyAnswer answer) {
    Map<String, Double> figures = new LinkedHashMap<>();
    cells(figures, "total", answer.summary());
    answer.rows().forEach(row -> cells(figures, row.code(), row.cells()));
    if (answer.unassigned() != null) {
      cells(figures, "none", answer.unassigned());
    }
    return figures;
  }

  private static void cells(
      Map<String, Double> figures, String area, List<SupplyAnswer.Cell> cells) {
    for (SupplyAnswer.Cell cell : cells) {
      String at = KIND + "/" + cell.group() + "/" + cell.service() + "/" + area;
      figures.put(at + "/people", cell.people());
      figures.put(at + "/served", cell.served());
      figures.put(at + "/contentMissing", cell.contentMissing());
      figures.put(at + "/contentUnknown", cell.contentUnknown());
      figures.put(at + "/placeMissing", cell.placeMissing());
      figures.put(at + "/unknownPoints", (double) cell.unknownPoints());
    }
  }
}
