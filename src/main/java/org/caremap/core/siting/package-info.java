/**
 * Where the next sites help most: p-median (Hakimi, 1964) and maximal covering (MCLP, Church and
 * ReVelle, 1974), solved with a proven bound.
 */
package org.caremap.core.siting;
