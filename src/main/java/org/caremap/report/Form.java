package org.caremap.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.caremap.platform.ProblemException;

/** The forms in which a report is given. */
enum Form {
  XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  CSV("csv", "text/csv;charset=UTF-8"),
  GEOJSON("geojson", "application/geo+json"),
  PDF("pdf", "application/pdf");

  private final String ending;
  private final String mediaType;

  Form(String ending, String mediaType) {
    this.ending = ending;
    this.mediaType = mediaType;
  }

  String mediaType() {
    return mediaType;
  }

  /**
   * The form of an ending.
   *
   * @throws ProblemException 404 if there is no such form here
   */
  static Form of(String ending, Form... legal) {
    return List.of(legal).stream()
        .filter(form -> form.ending.equals(ending))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    "form ("
                        + String.join(", ", Arrays.stream(legal).map(f -> f.ending).toList())
                        + ")",
                    ending));
  }

  /** Header by which the browser keeps the file under its name. */
  String disposition(Report report) {
    String name = report.fileName() + "-" + report.day() + "." + ending;
    return "attachment; filename=\"report-%s.%s\"; filename*=UTF-8''%s"
        .formatted(
            report.day(),
            ending,
            URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
  }
}
