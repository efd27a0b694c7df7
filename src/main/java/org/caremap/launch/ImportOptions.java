package org.caremap.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import org.caremap.imports.ImportKind;
import org.jspecify.annotations.Nullable;

/**
 * The words after {@code import}.
 *
 * @param kind what the file brings
 * @param file the file
 * @param mapping a mapping file, null where columns go by name
 * @param dryRun whether only to say what would happen
 * @param crs of the coordinates, null where the file says
 * @param replace whether to close or remove what the file no longer has
 * @param json whether the report is printed as JSON
 */
record ImportOptions(
    ImportKind kind,
    Path file,
    @Nullable Path mapping,
    boolean dryRun,
    @Nullable String crs,
    boolean replace,
    boolean json) {
  /**
   * @throws IllegalArgumentException naming what is wrong and what is legal
   */
  static ImportOptions parse(String... args) {
    String kind = null;
    Path file = null;
    Path mapping = null;
    boolean dryRun = false;
    String crs = null;
    boolean replace = false;
    boolean json = false;
    for (int i = 0; i < args.length; i++) {
      String arg = args[i];
      int equals = arg.startsWith("--") ? arg.indexOf('=') : -1;
      String name = equals < 0 ? arg : arg.substring(0, equals);
      String inline = equals < 0 ? null : arg.substring(equals + 1);
      switch (name) {
        case "--dry-run" -> dryRun = true;
        case "--json" -> json = true;
        case "--mapping", "--crs", "--mode" -> {
          String value = inline;
          if (value == null) {
            if (++i >= args.length) {
              throw new IllegalArgumentException(name + " needs a value");
            }
            value = args[i];
          }
          switch (name) {
            case "--mapping" -> mapping = existing(value, "mapping file");
            case "--crs" -> crs = value;
            default -> {
              if (!value.equals("update") && !value.equals("replace")) {
                throw new IllegalArgumentException(
                    "--mode is '" + value + "'; legal: update, replace");
              }
              replace = value.equals("replace");
            }
          }
        }
        default -> {
          if (name.startsWith("--")) {
            throw new IllegalArgumentException(
                "unknown option '"
                    + arg
                    + "'; legal: --mapping FILE, --dry-run, --crs CODE, --mode update|replace, --json");
          }
          if (kind == null) {
            kind = arg;
          } else if (file == null) {
            file = existing(arg, "file");
          } else {
            throw new IllegalArgumentException("one file at a time; '" + arg + "' is too much");
          }
        }
      }
    }
    if (kind == null || file == null) {
      throw new IllegalArgumentException("import needs a kind and a file");
    }
    String given = kind;
    return new ImportOptions(
        ImportKind.find(kind)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "kind is '" + given + "'; legal: " + ImportKind.legal())),
        file,
        mapping,
        dryRun,
        crs,
        replace,
        json);
  }

  private static Path existing(String name, String what) {
    Path file = Path.of(name);
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new IllegalArgumentException("there is no readable " + what + " '" + name + "'");
    }
    return file.toAbsolutePath();
  }
}
