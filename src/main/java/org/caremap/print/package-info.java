/** Documents on paper: the Chinese font of the product, and PDF from HTML and SVG. */
package org.caremap.print;
