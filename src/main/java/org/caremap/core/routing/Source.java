package org.caremap.core.routing;

/**
 * A facility as a change has it: a new one, or a known one at another place.
 *
 * @param places where its place is from
 * @param slot its slot there
 * @param label the index by which answers know it
 */
record Source(NetworkPlaces places, int slot, int label) {}
