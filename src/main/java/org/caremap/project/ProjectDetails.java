package org.caremap.project;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is written down of a project; null is unknown or does not apply.
 *
 * @param name what people call it
 * @param kind what it does
 * @param type code of the facility type; needed to add a facility
 * @param lon degrees, WGS 84; with {@code lat}, or neither
 * @param lat degrees, WGS 84
 * @param areaCode code of the area it lies in
 * @param year in which it is to be done
 * @param quarter of that year, 1 to 4
 * @param status how far it is
 * @param costYuan what it costs
 * @param fundingSource where the money comes from
 * @param responsibleUnit who answers for it
 * @param capacity people the facility can take afterwards
 * @param scenario the scenario it comes from
 * @param change which change of that scenario: its {@code op} and what it is about, such as {@code
 *     add:a1}
 * @param candidate the candidate site, such as {@code c:EXT}
 * @param facility external id of the facility that is moved or resized, or that came of it
 * @param gainPeople people who come within reach by it, by itself; at least 0
 * @param lostPeople people who are within reach and would be no more, by itself; at least 0
 * @param meetsStandard whether the facility is to meet the standard (标准化)
 * @param sociallyRun whether a company or association is to run it (社会化运营)
 * @param note anything else
 */
public record ProjectDetails(
    String name,
    ProjectKind kind,
    @Nullable String type,
    @Nullable Double lon,
    @Nullable Double lat,
    @Nullable String areaCode,
    int year,
    @Nullable Integer quarter,
    ProjectStatus status,
    @Nullable Double costYuan,
    @Nullable String fundingSource,
    @Nullable String responsibleUnit,
    @Nullable Integer capacity,
    @Nullable UUID scenario,
    @Nullable String change,
    @Nullable String candidate,
    @Nullable String facility,
    @Nullable Double gainPeople,
    @Nullable Double lostPeople,
    @Nullable Boolean meetsStandard,
    @Nullable Boolean sociallyRun,
    @Nullable String note) {
  /** Every field as a text by its name in the API, null where unknown: what history tells. */
  Map<String, @Nullable String> texts() {
    Map<String, @Nullable String> texts = new LinkedHashMap<>();
    texts.put("name", name);
    texts.put("kind", kind.code());
    texts.put("type", type);
    texts.put("lon", text(lon));
    texts.put("lat", text(lat));
    texts.put("areaCode", areaCode);
    texts.put("year", Integer.toString(year));
    texts.put("quarter", text(quarter));
    texts.put("status", status.code());
    texts.put("costYuan", text(costYuan));
    texts.put("fundingSource", fundingSource);
    texts.put("responsibleUnit", responsibleUnit);
    texts.put("capacity", text(capacity));
    texts.put("scenario", scenario == null ? null : scenario.toString());
    texts.put("change", change);
    texts.put("candidate", candidate);
    texts.put("facility", facility);
    texts.put("gainPeople", text(gainPeople));
    texts.put("lostPeople", text(lostPeople));
    texts.put("meetsStandard", meetsStandard == null ? null : meetsStandard.toString());
    texts.put("sociallyRun", sociallyRun == null ? null : sociallyRun.toString());
    texts.put("note", note);
    return texts;
  }

  private static @Nullable String text(@Nullable Number number) {
    return number == null
        ? null
        : new java.math.BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
  }
}
