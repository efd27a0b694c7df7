package org.caremap.ledger;

import java.time.Instant;

/**
 * A run whose figures were published.
 *
 * @param id of its inputs
 * @param kind which source computed it
 * @param title as its publisher calls it
 * @param publishedAt when
 * @param publishedBy who
 * @param inputs what it was computed from
 */
public record PublishedRun(
    String id,
    String kind,
    String title,
    Instant publishedAt,
    String publishedBy,
    RunInputs inputs) {}
