/**
 * The reading half of imports: a CSV or GeoJSON file becomes typed, validated rows, and every row
 * that is wrong is named with its reason. Knows no database, no HTTP and no Quarkus.
 *
 * <p>A file walks through {@code FileSniffer} (format and encoding), a {@code RecordSource} (CSV or
 * GeoJSON records), a {@code ColumnPlan} (columns to fields, by alias or by mapping file) and one
 * of the row builders, which hands typed rows to the caller's sink.
 */
@NullMarked
package org.caremap.imports.table;

import org.jspecify.annotations.NullMarked;
