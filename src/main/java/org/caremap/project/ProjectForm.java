package org.caremap.project;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;
import org.caremap.platform.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The body by which one project is added or changed; names as in {@link ProjectDetails}. A change
 * states the whole project: what it leaves out becomes unknown. What the answer shows beside these
 * may be sent back and is not read.
 *
 * @param kind default {@code other} without a type, {@code add} with one
 * @param status default {@code proposed}
 * @param scenario read where a project is added only: where it came from does not change
 * @param version the version that was edited; a stale one is refused
 */
@JsonIgnoreProperties({
  "id",
  "areaName",
  "townCode",
  "townName",
  "change",
  "createdAt",
  "deletedAt",
  "history",
  "run",
  "inputs"
})
public record ProjectForm(
    @Nullable String name,
    @Nullable String kind,
    @Nullable String type,
    @Nullable Double lon,
    @Nullable Double lat,
    @Nullable String areaCode,
    @Nullable Integer year,
    @Nullable Integer quarter,
    @Nullable String status,
    @Nullable Double costYuan,
    @Nullable String fundingSource,
    @Nullable String responsibleUnit,
    @Nullable Integer capacity,
    @Nullable String scenario,
    @Nullable String candidate,
    @Nullable String facility,
    @Nullable Double gainPeople,
    @Nullable Double lostPeople,
    @Nullable Boolean meetsStandard,
    @Nullable Boolean sociallyRun,
    @Nullable String note,
    @Nullable Long version) {
  /**
   * @param before what is stored, null where new
   * @throws ProblemException 400 where a needed field is missing or a code is unknown
   */
  ProjectDetails toDetails(@Nullable ProjectDetails before) {
    if (year == null) {
      throw ProblemException.badParameter(
          "year",
          null,
          "number from %d to %d".formatted(ProjectRules.FIRST_YEAR, ProjectRules.LAST_YEAR));
    }
    String ownType = blankToNull(type);
    String ownKind = blankToNull(kind);
    String kindCode = ownKind != null ? ownKind : ownType == null ? "other" : "add";
    return new ProjectDetails(
        name == null ? "" : name.strip(),
        ProjectKind.find(kindCode)
            .orElseThrow(
                () -> ProblemException.badParameter("kind", kindCode, ProjectKind.legal())),
        ownType,
        lon,
        lat,
        blankToNull(areaCode),
        year,
        quarter,
        status(status),
        costYuan,
        blankToNull(fundingSource),
        blankToNull(responsibleUnit),
        capacity,
        before == null ? scenarioId() : before.scenario(),
        before == null ? null : before.change(),
        blankToNull(candidate),
        blankToNull(facility),
        gainPeople,
        lostPeople,
        meetsStandard,
        sociallyRun,
        blankToNull(note));
  }

  /**
   * The status of a code, {@code proposed} where none is given.
   *
   * @throws ProblemException 400 where there is no such status
   */
  static ProjectStatus status(@Nullable String given) {
    String code = blankToNull(given);
    return code == null
        ? ProjectStatus.PROPOSED
        : ProjectStatus.find(code)
            .orElseThrow(
                () -> ProblemException.badParameter("status", code, ProjectStatus.legal()));
  }

  private @Nullable UUID scenarioId() {
    String id = blankToNull(scenario);
    return id == null ? null : uuid("scenario", id);
  }

  static UUID uuid(String field, String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw ProblemException.badParameter(field, text, "the id of a saved scenario");
    }
  }

  static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
