package org.caremap.targets;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A plan table with what is known of it: all that progress depends on besides facilities and areas,
 * so that a published figure can be computed again from it.
 *
 * @param seedFile the document it was printed in; null for a bureau's own
 * @param title of returns; null where the name serves
 * @param file its name
 * @param text as CSV, lines numbered as in the file
 * @param aliases other names of areas by their name in the table
 */
record TargetSource(
    String code,
    String zh,
    String en,
    @Nullable Integer year,
    @Nullable String seedFile,
    @Nullable String title,
    String file,
    boolean builtIn,
    String text,
    Map<String, List<String>> aliases) {}
