package org.caremap.ledger;

import java.util.Set;
import org.caremap.print.MessageFile;

/**
 * What the inputs of a run are called in one language: the one place for every sheet and paper,
 * from {@code inputs_zh.properties} and its twin.
 */
public enum InputNames {
  ZH("zh"),
  EN("en");

  private final MessageFile words;

  InputNames(String language) {
    words = new MessageFile(InputNames.class, "inputs_" + language + ".properties");
  }

  /** Name of a kind of data, such as {@code streets}; the code itself where none is known. */
  public String data(String kind) {
    return name("data." + kind, kind);
  }

  /** The content of a kind of data as it is shown: a hash, a number or a word for nothing. */
  public String content(String content) {
    return content.equals(DataHashes.NONE) ? words.get("none") : content;
  }

  /** Name of a parameter of a question; the parameter itself where none is known. */
  public String parameter(String parameter) {
    return name("asked." + parameter, parameter);
  }

  /** Name of what is published: board, verdicts, targets, supply. */
  public String kind(String kind) {
    return name("kind." + kind, kind);
  }

  /** A word for what is not there. */
  public String none() {
    return words.get("none");
  }

  /** Every key, to compare languages. */
  Set<String> keys() {
    return words.keys();
  }

  private String name(String key, String code) {
    String name = words.find(key);
    return name == null ? code : name;
  }
}
