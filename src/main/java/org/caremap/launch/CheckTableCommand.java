package org.caremap.launch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.caremap.core.targets.Contradiction;
import org.caremap.core.targets.TableProblem;
import org.caremap.targets.TableReader;
import org.jspecify.annotations.Nullable;

/**
 * {@code check-table FILE [--json]}: what a plan table says against itself. Needs no server, no
 * database and no home folder.
 */
final class CheckTableCommand {
  private static final int READ = 0;
  private static final int NOT_READ = 1;
  private static final int BAD_USAGE = 2;
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private CheckTableCommand() {}

  /**
   * @return 0 where the file could be read, whatever was found in it
   */
  static int main(PrintStream out, PrintStream err, String... args) {
    boolean json = false;
    String file = null;
    for (String arg : args) {
      if (arg.equals("--json")) {
        json = true;
      } else if (arg.startsWith("--") || file != null) {
        err.println("unknown argument '" + arg + "'; legal: check-table FILE [--json]");
        return BAD_USAGE;
      } else {
        file = arg;
      }
    }
    if (file == null) {
      err.println("check-table needs a file: check-table FILE [--json]");
      return BAD_USAGE;
    }
    List<Contradiction> found = check(file, err);
    if (found == null) {
      return NOT_READ;
    }
    // The console's encoding is not the file's: JSON is UTF-8 everywhere.
    byte[] text = (json ? json(found) : lines(found)).getBytes(StandardCharsets.UTF_8);
    out.write(text, 0, text.length);
    out.flush();
    return READ;
  }

  private static @Nullable List<Contradiction> check(String file, PrintStream err) {
    try {
      Path path = Path.of(file);
      if (!Files.isRegularFile(path)) {
        err.println(file + ": there is no such file");
        return null;
      }
      return TableReader.check(Files.readAllBytes(path), file);
    } catch (TableProblem | IOException | InvalidPathException e) {
      err.println(e.getMessage());
      return null;
    }
  }

  private static String json(List<Contradiction> found) {
    try {
      return JSON.writeValueAsString(found) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String lines(List<Contradiction> found) {
    if (found.isEmpty()) {
      return "没有发现矛盾。 No contradictions found.\n";
    }
    StringBuilder text = new StringBuilder();
    for (Contradiction one : found) {
      text.append(one.messageZh()).append('\n').append("  ").append(one.message()).append('\n');
    }
    return text.toString();
  }
}
