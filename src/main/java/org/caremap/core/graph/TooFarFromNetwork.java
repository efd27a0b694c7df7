package org.caremap.core.graph;

/**
 * No street within the limit.
 *
 * @param limitMeters the limit that was asked for, inclusive
 */
public record TooFarFromNetwork(double limitMeters) implements SnapResult {}
