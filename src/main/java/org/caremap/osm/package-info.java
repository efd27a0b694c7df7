/**
 * Reads OpenStreetMap files (.osm.pbf, .osm, .osm.gz) into a walking network and a simple
 * background map. Data © OpenStreetMap contributors, ODbL 1.0, wherever it is shown.
 */
@NullMarked
package org.caremap.osm;

import org.jspecify.annotations.NullMarked;
