package org.caremap.standards;

import org.jspecify.annotations.Nullable;

/**
 * A plan that rules are from.
 *
 * @param code stable
 * @param zh Chinese name
 * @param en English name
 * @param year of the plan, null where it is not known
 * @param seedFile document that it is, empty where none
 * @param builtIn whether it comes with the product
 */
public record Plan(
    String code, String zh, String en, @Nullable Integer year, String seedFile, boolean builtIn) {}
