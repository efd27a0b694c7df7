package org.caremap.facility;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a code list.
 *
 * @param code stable code
 * @param zh Chinese name
 * @param en English name
 * @param also other names that imports accept
 * @param symbol one character for the map, null where the list has none
 * @param color {@code #rrggbb} for the map, null where the list has none
 */
public record Code(
    String code,
    String zh,
    String en,
    @Nullable List<String> also,
    @Nullable String symbol,
    @Nullable String color) {
  /** Every name by which imports accept this entry, the code included. */
  public List<String> labels() {
    List<String> labels = new ArrayList<>(List.of(code, zh, en));
    if (also != null) {
      labels.addAll(also);
    }
    return labels;
  }
}
