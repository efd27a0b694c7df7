package org.caremap.adviser;

import org.jspecify.annotations.Nullable;

/**
 * A document that rules are quoted from.
 *
 * @param code stable code
 * @param titleZh Chinese title
 * @param titleEn English title
 * @param issuer who issued it, number and date, as printed; Chinese
 * @param year of issue, or null where the document does not say
 */
public record AdviserDocument(
    String code, String titleZh, String titleEn, String issuer, @Nullable Integer year) {}
