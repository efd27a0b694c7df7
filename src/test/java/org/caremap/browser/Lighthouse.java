package org.caremap.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lighthouse (npm, pinned in {@code src/test/lighthouse}) with the system's Chromium. */
final class Lighthouse {
  private static final Path FOLDER = Path.of("src", "test", "lighthouse");
  private static final ObjectMapper JSON = new ObjectMapper();

  private Lighthouse() {}

  /**
   * What Lighthouse says of one page.
   *
   * @param scores 0 to 100 by category
   * @param failed the audits that cost points
   */
  record Audit(String url, Map<String, Integer> scores, List<String> failed) {}

  /** Audits pages one after the other. */
  static List<Audit> audit(List<String> urls) {
    if (!Files.isDirectory(FOLDER.resolve("node_modules"))) {
      run(List.of("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"));
    }
    List<String> command = new ArrayList<>(List.of("node", "audit.mjs"));
    command.addAll(urls);
    List<Audit> audits = new ArrayList<>();
    for (String line : run(command).split("\n")) {
      if (line.startsWith("{")) {
        audits.add(parse(line));
      }
    }
    if (audits.size() != urls.size()) {
      throw new AssertionError("Lighthouse judged " + audits.size() + " pages of " + urls);
    }
    return audits;
  }

  private static Audit parse(String line) {
    try {
      JsonNode answer = JSON.readTree(line);
      if (answer.hasNonNull("error")) {
        throw new AssertionError("Lighthouse could not judge: " + line);
      }
      Map<String, Integer> scores =
          JSON.convertValue(
              answer.get("scores"),
              JSON.getTypeFactory().constructMapType(Map.class, String.class, Integer.class));
      List<String> failed = new ArrayList<>();
      answer.get("failed").forEach(audit -> failed.add(audit.asText()));
      return new Audit(answer.get("url").asText(), scores, failed);
    } catch (IOException e) {
      throw new UncheckedIOException(line, e);
    }
  }

  private static String run(List<String> command) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).directory(FOLDER.toFile());
      builder.environment().put("CHROME_PATH", Chromium.executable().toString());
      Path errors = Files.createTempFile("lighthouse", ".log");
      Process process = builder.redirectError(errors.toFile()).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError(command + " failed: " + output + Files.readString(errors));
      }
      Files.deleteIfExists(errors);
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
