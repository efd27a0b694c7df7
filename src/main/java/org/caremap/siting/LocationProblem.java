package org.caremap.siting;

import java.util.List;

/**
 * A location problem as a file of the literature states it.
 *
 * @param siteNames one a site, in the file's order
 * @param weights people at each demand point, at least 0
 * @param distances from demand point to site, rows of equal length; infinite where there is no way
 * @param count sites to open as the file says, 0 where it does not
 */
record LocationProblem(List<String> siteNames, double[] weights, double[][] distances, int count) {}
