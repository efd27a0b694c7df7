/**
 * Rules of plans as values, the indicators they are about, and how they are judged over a plain
 * view of the county. What is unknown makes an interval and never a number.
 */
package org.caremap.core.standards;
