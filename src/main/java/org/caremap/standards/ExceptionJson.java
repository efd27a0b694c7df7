package org.caremap.standards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.caremap.core.standards.RuleException;
import org.jspecify.annotations.Nullable;

/** Exceptions as the API and the database write them; complains as {@link IllegalRule}. */
final class ExceptionJson {
  private static final String[] FIELDS = {
    "id",
    "rule",
    "area",
    "facility",
    "kind",
    "servedBy",
    "required",
    "reason",
    "approver",
    "approvedOn"
  };
  private static final List<String> KINDS =
      Arrays.stream(RuleException.Kind.values()).map(RuleException.Kind::code).toList();

  private ExceptionJson() {}

  /** Names of its fields. */
  static List<String> fields() {
    return List.of(FIELDS);
  }

  /** Reads one whose id it says itself. */
  static RuleException read(JsonNode node) {
    return read(node, null);
  }

  /**
   * @param id that it gets, null for the one it says
   */
  static RuleException read(@Nullable JsonNode node, @Nullable String id) {
    RuleFields fields = RuleFields.of(node, FIELDS);
    String area = fields.findText("area");
    String facility = fields.findText("facility");
    if ((area == null) == (facility == null)) {
      throw fields.wrong("area", "either area or facility, and not both");
    }
    String code = fields.oneOf("kind", KINDS);
    RuleException.Kind kind =
        Arrays.stream(RuleException.Kind.values())
            .filter(one -> one.code().equals(code))
            .findFirst()
            .orElseThrow();
    if (kind == RuleException.Kind.SEVERAL && area == null) {
      throw fields.wrong("area", "an area, as it is the area that needs several");
    }
    LocalDate approvedOn = fields.findDate("approvedOn");
    if (approvedOn == null) {
      throw fields.wrong("approvedOn", "a date such as 2026-03-31");
    }
    return new RuleException(
        id == null ? fields.code("id") : id,
        fields.code("rule"),
        area,
        facility,
        kind,
        kind == RuleException.Kind.SHARED ? fields.text("servedBy") : null,
        kind == RuleException.Kind.SEVERAL ? fields.number("required", 1, 1000) : null,
        fields.text("reason"),
        fields.text("approver"),
        approvedOn);
  }

  static ObjectNode write(RuleException one) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", one.id());
    node.put("rule", one.rule());
    node.put("area", one.area());
    node.put("facility", one.facility());
    node.put("kind", one.kind().code());
    node.put("servedBy", one.servedBy());
    node.put("required", one.required());
    node.put("reason", one.reason());
    node.put("approver", one.approver());
    node.put("approvedOn", one.approvedOn().toString());
    return node;
  }
}
