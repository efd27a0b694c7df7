/**
 * Sweeps and paths over a {@link org.caremap.core.graph.StreetGraph} as somebody walks it, a {@link
 * org.caremap.core.routing.WalkingNetwork}.
 *
 * <p>Costs are whole <i>flat millimetres</i>: what the same person would walk on the flat in the
 * same time; seconds are flat metres divided by the speed of a {@link
 * org.caremap.core.routing.WalkingProfile}, so that one sweep serves every speed. The cost of an
 * answer is the access distance at both ends plus the streets between. A {@link
 * org.caremap.core.routing.Trip} says which walk is meant: to the facility, back, or the slower of
 * the two; all kinds of sweep agree.
 */
@NullMarked
package org.caremap.core.routing;

import org.jspecify.annotations.NullMarked;
