package org.caremap.imports.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A code list with the labels accepted for each code, whatever their case, blanks and width. */
final class Vocabulary {
  private final Map<String, String> codesByKey = new HashMap<>();
  private final List<String> codes = new ArrayList<>();

  /** Codes win over labels; of two codes that share a label the first keeps it. */
  Vocabulary(Map<String, ? extends Collection<String>> labelsByCode) {
    for (String code : labelsByCode.keySet()) {
      codes.add(code);
      codesByKey.put(Texts.key(code), code);
    }
    labelsByCode.forEach(
        (code, labels) -> labels.forEach(label -> codesByKey.putIfAbsent(Texts.key(label), code)));
  }

  Optional<String> find(String label) {
    return Optional.ofNullable(codesByKey.get(Texts.key(label)));
  }

  /** The legal codes for a message. */
  String legal() {
    return String.join(", ", codes);
  }
}
