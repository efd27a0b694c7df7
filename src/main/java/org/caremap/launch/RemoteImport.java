package org.caremap.launch;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caremap.imports.ImportReport;
import org.caremap.platform.AdminAccount;
import org.caremap.platform.HomeLock;
import org.jspecify.annotations.Nullable;

/** An import that the server which holds the home folder carries out for this command. */
final class RemoteImport {
  private static final ObjectMapper JSON =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  private static final int FAILED = 1;
  private static final int SECONDS_TO_START = 60;

  private final HomeLock.Server server;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

  private RemoteImport(HomeLock.Server server) {
    this.server = server;
  }

  static int run(Path home, ImportOptions options) throws IOException {
    Optional<HomeLock.Server> server = HomeLock.findServer(home);
    try {
      // A server that is just starting holds the folder before it says where it listens.
      for (int i = 0; server.isEmpty() && i < SECONDS_TO_START; i++) {
        Thread.sleep(1000);
        server = HomeLock.findServer(home);
      }
      if (server.isEmpty()) {
        System.err.println(
            home + " is in use by another process that does not answer; stop it and try again");
        return FAILED;
      }
      ImportReport report = send(server.get(), options);
      ReportPrinter.print(report, options.json());
      return report.isGood() ? 0 : FAILED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return FAILED;
    } catch (java.net.ConnectException e) {
      System.err.println(
          "the server at " + server.map(HomeLock.Server::url).orElse("?") + " does not answer");
      return FAILED;
    }
  }

  /** Sends the file and waits for the end of the import. */
  static ImportReport send(HomeLock.Server server, ImportOptions options)
      throws IOException, InterruptedException {
    return new RemoteImport(server).send(options);
  }

  private ImportReport send(ImportOptions options) throws IOException, InterruptedException {
    String boundary = "caremap-" + UUID.randomUUID();
    HttpRequest request =
        request("/api/v1/imports/" + options.kind().code())
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> body(options, boundary)))
            .build();
    HttpResponse<String> answer =
        client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    Optional<String> location = answer.headers().firstValue("Location");
    while (answer.statusCode() == 202
        || answer.statusCode() == 200 && parse(answer.body()).status().equals("running")) {
      System.err.printf("%3.0f %%%n", parse(answer.body()).progress() * 100);
      Thread.sleep(1000);
      URI job = URI.create(server.url()).resolve(location.orElseThrow());
      answer =
          client.send(
              request(job.getPath()).GET().build(),
              HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
    if (answer.headers().firstValue("Content-Type").orElse("").contains("problem")) {
      throw new IOException("the server refused: " + answer.body());
    }
    return parse(answer.body());
  }

  private static ImportReport parse(String body) throws IOException {
    return JSON.readValue(body, ImportReport.class);
  }

  private HttpRequest.Builder request(String path) {
    String credentials = AdminAccount.LOCAL_USER + ":" + server.token();
    return HttpRequest.newBuilder(URI.create(server.url() + path))
        .header(
            "Authorization",
            "Basic "
                + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
  }

  private static InputStream body(ImportOptions options, String boundary) {
    try {
      List<InputStream> parts = new ArrayList<>();
      field(parts, boundary, "dryRun", Boolean.toString(options.dryRun()));
      field(parts, boundary, "crs", options.crs());
      field(parts, boundary, "mode", options.replace() ? "replace" : "update");
      if (options.mapping() != null) {
        file(parts, boundary, "mapping", options.mapping());
      }
      file(parts, boundary, "file", options.file());
      parts.add(text("--" + boundary + "--\r\n"));
      return new SequenceInputStream(Collections.enumeration(parts));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void field(
      List<InputStream> parts, String boundary, String name, @Nullable String value) {
    if (value != null) {
      parts.add(
          text(
              "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                  .formatted(boundary, name, value)));
    }
  }

  private static void file(List<InputStream> parts, String boundary, String name, Path file)
      throws IOException {
    String fileName = file.getFileName().toString().replace("\"", "%22");
    parts.add(
        text(
            ("--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n"
                    + "Content-Type: application/octet-stream\r\n\r\n")
                .formatted(boundary, name, fileName)));
    parts.add(Files.newInputStream(file));
    parts.add(text("\r\n"));
  }

  private static InputStream text(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
