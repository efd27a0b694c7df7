package org.caremap.siting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What is given for a new place of care: the price of a candidate whose own cost nobody has given.
 *
 * @param code stable code
 * @param zh Chinese name
 * @param en English name
 * @param yuan for one place, as in force
 * @param builtInYuan the same as the document says
 * @param edited whether the bureau has changed it
 * @param types facility types it is given for; empty: only where a question names it
 * @param levels levels of the street or town around the place; empty: any
 * @param quote the document's own words
 * @param source the document
 * @param seed file of the document
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Grant(
    String code,
    String zh,
    String en,
    double yuan,
    double builtInYuan,
    boolean edited,
    List<String> types,
    List<String> levels,
    String quote,
    String source,
    String seed) {
  /** Copies the lists. */
  public Grant {
    types = List.copyOf(types);
    levels = List.copyOf(levels);
  }

  /** The same with a sum of the bureau's own. */
  Grant edited(double own) {
    return new Grant(code, zh, en, own, builtInYuan, true, types, levels, quote, source, seed);
  }
}
