package org.caremap.platform;

/**
 * What a merge changed.
 *
 * @param created new ones
 * @param updated changed ones
 * @param unchanged those that were the same already
 * @param removed those closed or removed because the file no longer has them
 */
public record MergeCounts(long created, long updated, long unchanged, long removed) {}
