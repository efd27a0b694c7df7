package org.caremap.launch;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.caremap.platform.HomeLock;

/**
 * {@code java -jar quarkus-run.jar} serves; with a command as first argument it runs that command.
 */
@QuarkusMain
public final class Main {
  private static final int HOME_IN_USE = 3;
  private static final int BAD_USAGE = 2;

  private Main() {}

  /** Starts the server, or runs a command and exits with its code. */
  public static void main(String... args) throws IOException {
    if (args.length == 0 || args[0].equals("serve")) {
      serve(args);
      return;
    }
    String[] rest = Arrays.copyOfRange(args, 1, args.length);
    switch (args[0]) {
      case "import" -> System.exit(ImportCommand.main(home(), rest));
      case "check-table" -> System.exit(CheckTableCommand.main(System.out, System.err, rest));
      case "solve" -> System.exit(SolveCommand.main(rest));
      case "bench" -> BenchCommand.main(rest);
      case "help", "--help", "-h" -> System.out.println(Usage.TEXT);
      default -> {
        System.err.println("unknown command '" + args[0] + "'\n" + Usage.TEXT);
        System.exit(BAD_USAGE);
      }
    }
  }

  private static void serve(String[] args) throws IOException {
    Optional<HomeLock> lock = HomeLock.tryAcquire(home());
    if (lock.isEmpty()) {
      System.err.println(
          home()
              + " is in use by another Care Map"
              + HomeLock.findServer(home())
                  .map(s -> " (" + s.url() + ", process " + s.pid() + ")")
                  .orElse("")
              + ". Stop it, or set CAREMAP_HOME to another folder.");
      System.exit(HOME_IN_USE);
      return;
    }
    // Held from the first moment, so that commands wait for this server; Startup lets it go.
    Quarkus.run(args);
  }

  /** A command opens no port, speaks on standard error, and loads no sample. */
  static void beCommand() {
    System.setProperty("quarkus.http.host-enabled", "false");
    System.setProperty("quarkus.log.console.stderr", "true");
    System.setProperty("caremap.sample", "false");
    System.setProperty(Startup.COMMAND, "true");
  }

  /** The folder in force before any configuration is read. */
  static Path home() {
    String home = System.getProperty("caremap.home", System.getenv("CAREMAP_HOME"));
    return Path.of(home == null || home.isBlank() ? "./caremap-home" : home)
        .toAbsolutePath()
        .normalize();
  }
}
