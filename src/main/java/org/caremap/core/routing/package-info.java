/**
 * Sweeps and paths over a {@link org.caremap.core.graph.StreetGraph}.
 *
 * <p>Costs are <i>walking metres</i>, never rounded; seconds are metres divided by the speed of a
 * {@link org.caremap.core.routing.WalkingProfile}, so that one sweep serves every speed. The metres
 * of an answer are the access distance at both ends plus the streets between. Wherever many people
 * walk to a facility the direction is theirs, towards it; one-way footways are honoured, so all
 * kinds of sweep agree.
 */
@NullMarked
package org.caremap.core.routing;

import org.jspecify.annotations.NullMarked;
