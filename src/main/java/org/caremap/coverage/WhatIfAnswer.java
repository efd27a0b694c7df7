package org.caremap.coverage;

import org.caremap.platform.geojson.FeatureCollection;

/**
 * What a change would do.
 *
 * @param before coverage as it is
 * @param after coverage as it would be
 * @param changedPoints demand points with another way or another nearest facility
 * @param gaps the gaps that would be left
 */
public record WhatIfAnswer(
    CoverageAnswer before, CoverageAnswer after, int changedPoints, FeatureCollection gaps) {}
