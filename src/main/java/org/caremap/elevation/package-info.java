/**
 * Heights of the ground: imported as GeoTIFF, kept on disk in a form of our own, mapped to memory.
 */
@NullMarked
package org.caremap.elevation;

import org.jspecify.annotations.NullMarked;
