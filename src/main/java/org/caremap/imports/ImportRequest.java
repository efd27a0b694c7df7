package org.caremap.imports;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What is to be imported how.
 *
 * @param kind what the file brings
 * @param file where it lies now
 * @param fileName what its owner calls it
 * @param mapping a mapping file, null to find columns by name
 * @param mappingName what its owner calls it
 * @param dryRun whether only to say what would happen
 * @param crs of the coordinates; null where the file says or WGS 84
 * @param replace whether to close or remove what the file no longer has
 */
public record ImportRequest(
    ImportKind kind,
    Path file,
    String fileName,
    @Nullable Path mapping,
    @Nullable String mappingName,
    boolean dryRun,
    @Nullable String crs,
    boolean replace) {}
