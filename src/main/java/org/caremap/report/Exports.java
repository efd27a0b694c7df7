package org.caremap.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.Semaphore;
import org.caremap.area.AreaTree;

/** Writes a report in the form that is asked for. */
@ApplicationScoped
class Exports {
  // Setting a long document takes a core and hundreds of megabytes: others wait their turn.
  private final Semaphore setting = new Semaphore(1);
  private final ReportPdf pdf;

  Exports(ReportPdf pdf) {
    this.pdf = pdf;
  }

  /**
   * @param main the table that CSV and GeoJSON hold
   * @param areas boundaries for GeoJSON
   */
  Response answer(Report report, ReportTable main, AreaTree areas, Form form) {
    byte[] body =
        switch (form) {
          case XLSX -> XlsxWriter.write(report);
          case CSV -> CsvWriter.write(main, report.runs().get(0).id());
          case GEOJSON -> GeoJsonWriter.write(report, main, areas);
          case PDF -> set(report);
        };
    return Response.ok(body, form.mediaType())
        .header(HttpHeaders.CONTENT_DISPOSITION, form.disposition(report))
        .header("Care-Map-Run", report.runs().get(0).id())
        .build();
  }

  private byte[] set(Report report) {
    setting.acquireUninterruptibly();
    try {
      return pdf.write(report);
    } finally {
      setting.release();
    }
  }
}
