package org.caremap.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.caremap.imports.ImportKind;
import org.caremap.imports.ImportReport;
import org.caremap.platform.HomeLock;
import org.jspecify.annotations.Nullable;

/** Asks the server of a benchmark and prints how long it took. */
final class BenchClient {
  private final String url;
  private final String token;
  private final HttpClient client = HttpClient.newHttpClient();

  BenchClient(String url, String token) {
    this.url = url;
    this.token = token;
  }

  void timeImport(String kind, Path file, @Nullable Path mapping)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    ImportReport report =
        RemoteImport.send(
            new HomeLock.Server(url, token, 0),
            new ImportOptions(
                ImportKind.find(kind).orElseThrow(), file, mapping, false, null, false, true));
    BenchCommand.line("import %s, %,d read".formatted(kind, report.read()), start);
    if (!report.isGood()) {
      throw new IOException("import of " + file + " ended as " + report.status());
    }
  }

  /** Asks every path once after a tenth of them for warming up; prints median and worst. */
  void time(String what, List<String> paths) throws IOException, InterruptedException {
    for (String path : paths.subList(0, paths.size() / 10)) {
      ask(path);
    }
    double[] millis = new double[paths.size()];
    for (int i = 0; i < millis.length; i++) {
      long start = System.nanoTime();
      ask(paths.get(i));
      millis[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(millis);
    System.out.printf(
        "  %-44s %,10.1f ms median, %,.1f ms worst of %d%n",
        what, millis[millis.length / 2], millis[millis.length - 1], millis.length);
  }

  private void ask(String path) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(url + path)).build(),
            HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException(path + " answered " + answer.statusCode());
    }
  }
}
