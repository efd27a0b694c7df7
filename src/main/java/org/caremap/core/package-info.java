/** The engine: pure computations over the JDK and JTS, free of frameworks. */
@NullMarked
package org.caremap.core;

import org.jspecify.annotations.NullMarked;
