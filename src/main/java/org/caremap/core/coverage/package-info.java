/** Service areas, coverage and gaps: what travel times mean for people. */
@NullMarked
package org.caremap.core.coverage;

import org.jspecify.annotations.NullMarked;
