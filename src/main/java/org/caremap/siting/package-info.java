/** Site selection: files of the literature now; the slice of the same name later. */
package org.caremap.siting;
