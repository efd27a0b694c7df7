package org.caremap.core.graph;

/**
 * Raw arrays for sweeps, to be read only. Every edge appears at both of its ends, so one table
 * serves walking away from a node and walking to it; where {@link #restricted()} is true an edge
 * may be closed in one direction and {@link StreetGraph#mayLeave} must be asked (one-way footways
 * are so rare that a second table would double the memory for nothing).
 *
 * @param offsets first arc of each node; length nodeCount + 1
 * @param heads node at the other end of each arc
 * @param meters length of each arc in metres
 * @param edges edge times 2, plus 1 if the arc runs from the end of its edge to its start
 * @param flags flags of each edge ({@link StreetGraph#FORWARD} …), indexed by edge
 * @param restricted whether any edge is closed in one direction
 * @param hasSteps whether any edge is a flight of steps
 * @param longestMeters length of the longest arc; 0 without arcs
 * @param meanMeters mean length of an arc; 0 without arcs
 */
@SuppressWarnings("ArrayRecordComponent") // shared on purpose: copying would defeat it
public record Arcs(
    int[] offsets,
    int[] heads,
    double[] meters,
    int[] edges,
    byte[] flags,
    boolean restricted,
    boolean hasSteps,
    double longestMeters,
    double meanMeters) {}
