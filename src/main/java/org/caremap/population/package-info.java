/** Demand: who lives where, by group. */
package org.caremap.population;
