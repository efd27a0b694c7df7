/**
 * The street network as immutable flat arrays, its builder, its file and the snapping of places to
 * it. A {@link org.caremap.core.graph.StreetGraph} may be read by any number of threads.
 */
@NullMarked
package org.caremap.core.graph;

import org.jspecify.annotations.NullMarked;
