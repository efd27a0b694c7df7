package org.caremap.card;

import java.util.List;
import org.caremap.coverage.Walker;
import org.caremap.find.Need;

/** Where a card gets its answers from. */
interface CardPlaces {
  /** How far is near enough. */
  int NEAR_MINUTES = 15;

  /** Every kind of help that can be asked for, in display order. */
  List<Need> listNeeds();

  /** The nearest of one kind. */
  CardPlace find(CardStart start, Need need, Walker walker);
}
