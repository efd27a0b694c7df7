package org.caremap.supply;

import java.util.List;

/**
 * Who needs what, as a document says it.
 *
 * @param code stable code
 * @param groups codes of groups
 * @param services codes of the services that they are to get
 * @param zh where that is from, in Chinese
 * @param en the same in English
 * @param seed number of the shared document, or a bureau's own name for its
 * @param quote the clause, word for word
 */
public record Need(
    String code,
    List<String> groups,
    List<String> services,
    String zh,
    String en,
    String seed,
    String quote) {
  /** Copies the lists. */
  public Need {
    groups = List.copyOf(groups);
    services = List.copyOf(services);
  }
}
