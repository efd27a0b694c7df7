/** Where elders live and how many: demand points, only ever published as aggregated counts. */
package org.caremap.population;
