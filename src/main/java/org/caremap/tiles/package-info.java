/** Vector tiles of the loaded streets, waters and areas: the base map without internet. */
package org.caremap.tiles;
