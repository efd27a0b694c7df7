/**
 * Rules of plans as values, the indicators they are about, and their judging over a plain view of
 * the county. What is unknown makes an interval and never a number.
 */
@org.jspecify.annotations.NullMarked
package org.caremap.core.standards;
