package org.caremap.imports.table;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * How a file is to be read.
 *
 * @param mapping the mapping file, or null to find columns by their names
 * @param crs the coordinate system of the file ({@code EPSG:<number>}, {@code WGS84}, {@code
 *     GCJ-02}, {@code BD-09}, {@code CGCS2000}); beats the mapping's, which beats the file's own
 * @param knownTypes facility types: code to the labels that are accepted for it
 * @param knownServices services: code to the labels that are accepted for it
 * @param expectedExtent (lon, lat) box in which rows are expected, e.g. that of the loaded streets;
 *     only used to recognise swapped coordinates; null where nothing is known
 * @param datumShift how GCJ-02 and BD-09 become WGS 84
 */
public record ReadOptions(
    @Nullable TableMapping mapping,
    @Nullable String crs,
    Map<String, List<String>> knownTypes,
    Map<String, List<String>> knownServices,
    @Nullable Envelope expectedExtent,
    DatumShift datumShift) {

  /**
   * Keeps copies in the same order, so that later changes of the code lists do not reach a reading
   * under way.
   */
  public ReadOptions {
    knownTypes = Collections.unmodifiableMap(new LinkedHashMap<>(knownTypes));
    knownServices = Collections.unmodifiableMap(new LinkedHashMap<>(knownServices));
    expectedExtent = expectedExtent == null ? null : new Envelope(expectedExtent);
  }

  /** Columns by name, coordinates as the file says (WGS 84 unless it names a system). */
  public static ReadOptions of(
      Map<String, List<String>> knownTypes,
      Map<String, List<String>> knownServices,
      DatumShift datumShift) {
    return new ReadOptions(null, null, knownTypes, knownServices, null, datumShift);
  }

  /** The same with a mapping. */
  public ReadOptions withMapping(@Nullable TableMapping newMapping) {
    return new ReadOptions(newMapping, crs, knownTypes, knownServices, expectedExtent, datumShift);
  }

  /** The same with a coordinate system. */
  public ReadOptions withCrs(@Nullable String newCrs) {
    return new ReadOptions(mapping, newCrs, knownTypes, knownServices, expectedExtent, datumShift);
  }

  /** The same with an expected extent. */
  public ReadOptions withExpectedExtent(@Nullable Envelope newExtent) {
    return new ReadOptions(mapping, crs, knownTypes, knownServices, newExtent, datumShift);
  }
}
