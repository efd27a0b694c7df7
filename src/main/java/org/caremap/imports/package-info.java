/** Imports: jobs that read a file, judge it whole, and write it all or not at all. */
package org.caremap.imports;
