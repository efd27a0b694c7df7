package org.caremap.core.graph;

/** Outcome of looking for the street nearest to a place. */
public sealed interface SnapResult permits Snapped, TooFarFromNetwork {}
