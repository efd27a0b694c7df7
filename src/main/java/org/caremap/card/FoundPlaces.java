package org.caremap.card;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.caremap.coverage.Walker;
import org.caremap.find.FindQuestion;
import org.caremap.find.FindService;
import org.caremap.find.Need;
import org.caremap.find.Needs;

/** Answers as the find page gives them. */
@ApplicationScoped
class FoundPlaces implements CardPlaces {
  private final FindService find;
  private final Needs needs;

  FoundPlaces(FindService find, Needs needs) {
    this.find = find;
    this.needs = needs;
  }

  @Override
  public List<Need> listNeeds() {
    return needs.list();
  }

  @Override
  public CardPlace find(CardStart start, Need need, Walker walker) {
    return new CardPlace(
        need,
        find.count(need),
        find.answer(
            new FindQuestion(
                start.lon(), start.lat(), need.code(), List.of(), 1, NEAR_MINUTES, walker)));
  }
}
