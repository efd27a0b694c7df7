/**
 * Plan tables with targets by year: what a printed table says, where it contradicts itself, and how
 * far its targets are reached. Plain Java; files are read elsewhere.
 */
@NullMarked
package org.caremap.core.targets;

import org.jspecify.annotations.NullMarked;
