/**
 * Find care: what elders and their families ask, answered with everything they need to go there.
 */
package org.caremap.find;
