package org.caremap.core.routing;

/**
 * A facility that can be walked to.
 *
 * @param facility its index
 * @param meters metres on foot, access at both ends included, unrounded
 * @param path the line from the place asked for to the facility
 */
public record NearFacility(int facility, double meters, WalkingPath path) {}
