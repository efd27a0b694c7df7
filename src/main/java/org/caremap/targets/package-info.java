/**
 * Targets by year: the plan tables that a bureau loads, their contradictions, progress against the
 * facilities on the map, and the monthly and quarterly returns.
 */
@NullMarked
package org.caremap.targets;

import org.jspecify.annotations.NullMarked;
