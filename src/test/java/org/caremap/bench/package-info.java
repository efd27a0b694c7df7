/**
 * Figures beside the peers', in one run on one machine, as ratios: run {@code ./bench}. Figures of
 * the running service, over HTTP, are printed by its own {@code bench} command.
 */
@NullMarked
package org.caremap.bench;

import org.jspecify.annotations.NullMarked;
