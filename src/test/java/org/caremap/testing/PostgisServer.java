package org.caremap.testing;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * One PostGIS for all tests of a run: in a container where a Docker engine answers, otherwise a
 * private cluster from the system's PostgreSQL. Missing both is a failure, never a skip.
 */
public final class PostgisServer {
  private static final String SUPER_USER = "postgres";
  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static PostgisServer running;

  private final String urlPrefix;
  private final String user;
  private final String password;

  private PostgisServer(String urlPrefix, String user, String password) {
    this.urlPrefix = urlPrefix;
    this.user = user;
    this.password = password;
  }

  /** How to reach a database. */
  public record Database(String url, String user, String password) {}

  /** The server, started at the first call. */
  public static synchronized PostgisServer get() {
    if (running == null) {
      try {
        running = dockerAnswers() ? container() : cluster();
      } catch (IOException e) {
        throw new IllegalStateException("PostGIS could not be started", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while PostGIS was starting", e);
      }
    }
    return running;
  }

  /** A new empty database. */
  public Database createDatabase() {
    String name = "caremap_" + DATABASES.incrementAndGet() + "_" + System.nanoTime();
    try (Connection connection =
            DriverManager.getConnection(urlPrefix + "postgres", user, password);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("no database could be created on " + urlPrefix, e);
    }
    return new Database(urlPrefix + name, user, password);
  }

  private static boolean dockerAnswers() {
    return DockerClientFactory.instance().isDockerAvailable();
  }

  private static PostgisServer container() {
    @SuppressWarnings("resource") // stopped by Testcontainers when the JVM ends
    PostgreSQLContainer container =
        new PostgreSQLContainer(
            DockerImageName.parse("postgis/postgis:16-3.4").asCompatibleSubstituteFor("postgres"));
    container.start();
    return new PostgisServer(
        "jdbc:postgresql://%s:%d/".formatted(container.getHost(), container.getMappedPort(5432)),
        container.getUsername(),
        container.getPassword());
  }

  /** A private cluster of the system's own PostgreSQL, with whatever extensions that has. */
  public static PostgisServer cluster() throws IOException, InterruptedException {
    Path bin =
        findBin()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "no Docker engine answers and no PostgreSQL with PostGIS is installed;"
                            + " install the Debian package postgresql-15-postgis-3"));
    boolean root = System.getProperty("user.name").equals("root");
    Path folder = Files.createTempDirectory("caremap-postgis");
    if (root) {
      run(List.of("chown", SUPER_USER, folder.toString()));
    }
    Path data = folder.resolve("data");
    run(
        asServerUser(
            root,
            bin.resolve("initdb").toString(),
            "-D",
            data.toString(),
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "-N",
            "-U",
            SUPER_USER));
    int port = freePort();
    run(
        asServerUser(
            root,
            bin.resolve("pg_ctl").toString(),
            "-D",
            data.toString(),
            "-w",
            "-l",
            folder.resolve("log").toString(),
            "-o",
            "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories=%s -c fsync=off"
                .formatted(port, folder),
            "start"));
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    run(
                        asServerUser(
                            root,
                            bin.resolve("pg_ctl").toString(),
                            "-D",
                            data.toString(),
                            "-m",
                            "immediate",
                            "stop"));
                    deleteTree(folder);
                  } catch (IOException | InterruptedException e) {
                    System.err.println("PostGIS of the tests was not stopped: " + e);
                  }
                }));
    return new PostgisServer("jdbc:postgresql://127.0.0.1:" + port + "/", SUPER_USER, "");
  }

  private static Optional<Path> findBin() throws IOException {
    Path versions = Path.of("/usr/lib/postgresql");
    if (!Files.isDirectory(versions)) {
      return Optional.empty();
    }
    try (Stream<Path> all = Files.list(versions)) {
      return all.map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max(Comparator.naturalOrder());
    }
  }

  private static List<String> asServerUser(boolean root, String... command) {
    List<String> words = new ArrayList<>();
    if (root) {
      // PostgreSQL refuses to run as root.
      words.addAll(List.of("runuser", "-u", SUPER_USER, "--"));
    }
    words.addAll(List.of(command));
    return words;
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .directory(new File(System.getProperty("java.io.tmpdir")))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException("failed: " + String.join(" ", command));
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void deleteTree(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
