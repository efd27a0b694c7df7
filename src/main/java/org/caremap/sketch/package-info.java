/** Pictures that the server draws itself: sketch maps and QR codes, as SVG for page and paper. */
@NullMarked
package org.caremap.sketch;

import org.jspecify.annotations.NullMarked;
