/** GeoJSON (RFC 7946) as written at the edge: (lon, lat), WGS 84, seven decimals. */
package org.caremap.platform.geojson;
