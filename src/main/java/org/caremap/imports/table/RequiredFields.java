package org.caremap.imports.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.caremap.population.DemandGroup;
import org.jspecify.annotations.Nullable;

/** What a file must have to be of use. */
final class RequiredFields {
  private RequiredFields() {}

  /**
   * @throws FileProblem naming what is missing, what was found and what would be accepted
   */
  static void check(
      TableKind kind, RecordSource source, Set<String> bound, @Nullable TableMapping mapping)
      throws FileProblem {
    List<String> missing = new ArrayList<>();
    List<String> fields =
        switch (kind) {
          case FACILITIES -> List.of("id", "name", "type");
          case DEMAND -> List.of("id");
          case AREAS -> List.of("code", "name");
          case CANDIDATES -> List.of("id", "name");
        };
    fields.stream().filter(field -> !bound.contains(field)).forEach(missing::add);
    if (kind != TableKind.AREAS && !bound.contains("geometry") && !source.hasGeometry()) {
      List.of("lon", "lat").stream().filter(field -> !bound.contains(field)).forEach(missing::add);
    }
    if (!missing.isEmpty()) {
      throw problem(kind, source, missing, mapping);
    }
    if (kind == TableKind.DEMAND
        && List.of(DemandGroup.values()).stream().noneMatch(g -> bound.contains(g.code()))) {
      throw problem(kind, source, List.of("residents"), mapping);
    }
  }

  private static FileProblem problem(
      TableKind kind, RecordSource source, List<String> missing, @Nullable TableMapping mapping) {
    StringBuilder message = new StringBuilder();
    if (missing.equals(List.of("residents"))) {
      message.append("no column with a count of people; at least one group is needed, e.g. age60");
    } else {
      message
          .append(missing.size() == 1 ? "required column missing: " : "required columns missing: ")
          .append(String.join(", ", missing));
    }
    message
        .append("; the file has ")
        .append(source.columns().isEmpty() ? "no columns" : HeaderMatcher.listed(source.columns()));
    if (mapping != null) {
      message.append("; add the field to mapping ").append(mapping.displayName());
    } else {
      for (String field : missing) {
        message
            .append("; accepted for ")
            .append(field)
            .append(": ")
            .append(HeaderMatcher.listed(AliasBook.get().fields(kind).get(field).names()));
      }
      message.append("; or give a mapping file");
    }
    return new FileProblem(new RowError(1, String.join(", ", missing), "", message.toString()));
  }
}
