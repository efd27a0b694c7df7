package org.caremap.search;

/**
 * What was found.
 *
 * @param entry what it is
 * @param match how it matched
 */
public record SearchHit(SearchEntry entry, SearchMatch match) {}
