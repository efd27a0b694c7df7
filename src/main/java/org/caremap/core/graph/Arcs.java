package org.caremap.core.graph;

/**
 * Raw arrays for sweeps, to be read only. Every edge appears at both of its ends, open or not, so
 * one table serves walking away from a node and walking to it; what an arc costs in which
 * direction, or that it is closed, is a matter of who walks.
 *
 * @param offsets first arc of each node; length nodeCount + 1
 * @param heads node at the other end of each arc
 * @param edges edge times 2, plus 1 if the arc runs from the end of its edge to its start
 */
@SuppressWarnings("ArrayRecordComponent") // shared on purpose: copying would defeat it
public record Arcs(int[] offsets, int[] heads, int[] edges) {}
