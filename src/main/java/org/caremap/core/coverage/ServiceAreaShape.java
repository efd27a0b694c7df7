package org.caremap.core.coverage;

import org.locationtech.jts.geom.MultiPolygon;

/**
 * The picture of a service area.
 *
 * @param cutoff the band it shows
 * @param polygon lon/lat, valid, shells counter-clockwise; empty if nothing is reached
 * @param toleranceMeters how far a reached demand point may lie outside; excluded demand is never
 *     inside
 */
public record ServiceAreaShape(Cutoff cutoff, MultiPolygon polygon, double toleranceMeters) {}
