/** Distances, projections and datums. All positions are (lon, lat) in degrees, WGS 84. */
@NullMarked
package org.caremap.core.geo;

import org.jspecify.annotations.NullMarked;
