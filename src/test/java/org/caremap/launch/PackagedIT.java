package org.caremap.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged application as users start it: server and commands on one home folder. */
class PackagedIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FACILITIES =
      """
      id,name,type,lon,lat
      f1,东街助餐点,meal_point,121.170,31.900
      f2,西街助餐点,meal_point,121.160,31.900
      """;

  @TempDir Path folder;
  private final List<Process> started = new ArrayList<>();
  private int port;

  private record Ended(int exitCode, String out, String err) {}

  @BeforeEach
  void findPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
  }

  @AfterEach
  void stopAll() throws InterruptedException {
    for (Process process : started) {
      process.destroy();
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    }
  }

  @Test
  void importsWithoutAServerThenServesWhatWasImported() throws Exception {
    Ended imported = run("import", "facilities", file("good.csv", FACILITIES), "--json");
    assertThat(imported.exitCode()).as(imported.err()).isZero();
    JsonNode report = JSON.readTree(imported.out());
    assertThat(report.get("status").asText()).isEqualTo("imported");
    assertThat(report.get("created").asInt()).isEqualTo(2);

    startServer();
    assertThat(get("/api/v1/facilities").get("numberMatched").asInt()).isEqualTo(2);
    assertThat(get("/api/v1/status").get("sample").asBoolean()).isFalse();
  }

  @Test
  void goesThroughTheServerThatHoldsTheHome() throws Exception {
    startServer();
    Ended imported = run("import", "facilities", file("good.csv", FACILITIES));
    assertThat(imported.exitCode()).as(imported.err()).isZero();
    assertThat(get("/api/v1/facilities").get("numberMatched").asInt()).isEqualTo(2);

    String bad = FACILITIES + "f3,,meal_point,121,31\n";
    Ended rejected = run("import", "facilities", file("bad.csv", bad), "--json");
    assertThat(rejected.exitCode()).isEqualTo(1);
    JsonNode report = JSON.readTree(rejected.out());
    assertThat(report.get("status").asText()).isEqualTo("rejected");
    assertThat(report.get("errors").get(0).get("row").asInt()).isEqualTo(4);
    assertThat(report.get("errors").get(0).get("field").asText()).isEqualTo("name");
    assertThat(get("/api/v1/facilities").get("numberMatched").asInt()).isEqualTo(2);

    Ended second = run();
    assertThat(second.exitCode()).isEqualTo(3);
    assertThat(second.err()).contains("in use by another Care Map");
  }

  @Test
  void wrongWordsAreExplained() throws Exception {
    Ended unknown = run("import", "nonsense", file("good.csv", FACILITIES));
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).contains("nonsense").contains("streets, facilities, demand, areas");
    assertThat(run("import", "facilities", "no-such-file.csv").err()).contains("no-such-file.csv");
  }

  private void startServer() throws Exception {
    Process server = start(new File(folder.toFile(), "server.log"));
    for (int i = 0; i < 240; i++) {
      assertThat(server.isAlive())
          .as(() -> "server ended: " + text(folder.resolve("server.log")))
          .isTrue();
      try {
        if (ask("/q/health/ready").statusCode() == 200) {
          return;
        }
      } catch (ConnectException e) {
        // Not listening yet.
      }
      Thread.sleep(500);
    }
    throw new AssertionError("server not ready: " + text(folder.resolve("server.log")));
  }

  private Process start(File log, String... words) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", System.getProperty("caremap.packaged")));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("CAREMAP_HOME", folder.resolve("home").toString());
    builder.environment().put("CAREMAP_SAMPLE", "false");
    builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
    builder.environment().put("CAREMAP_ADMIN_PASSWORD", "packaged");
    builder.redirectOutput(log);
    builder.redirectError(new File(log.getPath() + ".err"));
    Process process = builder.start();
    started.add(process);
    return process;
  }

  private Ended run(String... words) throws Exception {
    Path log = folder.resolve("command-" + started.size());
    Process process = start(log.toFile(), words);
    assertThat(process.waitFor(180, TimeUnit.SECONDS)).as("the command ends").isTrue();
    return new Ended(process.exitValue(), text(log), text(Path.of(log + ".err")));
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  private JsonNode get(String path) throws Exception {
    return JSON.readTree(ask(path).body());
  }

  private HttpResponse<String> ask(String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "(" + e.getMessage() + ")";
    }
  }
}
