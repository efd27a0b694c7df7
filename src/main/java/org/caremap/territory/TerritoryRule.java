package org.caremap.territory;

import org.jspecify.annotations.Nullable;

/**
 * A number or manner of drawing territories, with the words it comes from.
 *
 * @param code stable code
 * @param value the number, null where the words say none
 * @param zh Chinese name
 * @param en English name
 * @param seed the document's file name, null of an assumption
 * @param source whose document it is
 * @param quote its words
 */
public record TerritoryRule(
    String code,
    @Nullable Double value,
    String zh,
    String en,
    @Nullable String seed,
    String source,
    String quote) {}
