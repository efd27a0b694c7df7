package org.caremap.launch;

/** What the command line can do. */
final class Usage {
  static final String TEXT =
      """
      Care Map 关爱地图

        java -jar target/quarkus-app/quarkus-run.jar
            serves on QUARKUS_HTTP_PORT (8080)

        … import streets|facilities|demand|areas|elevation|candidates FILE
            [--mapping FILE] [--dry-run] [--crs EPSG:4549|GCJ-02|BD-09|…] [--mode update|replace] [--json]
            imports a file, all of it or nothing; through the server where one runs

        … check-table FILE [--json]
            lists what a plan table (CSV or .xlsx) says against itself; needs no server, no database

        … solve pmedian|mclp FILE… --p N [--radius R] [--seed N] [--seconds 300] [--json]
            solves a location problem of the literature and proves how good the answer is

        … bench [--stirling FOLDER] [--nodes N]
            prints nearest, service-area, coverage and import figures

      Folder: CAREMAP_HOME (./caremap-home). Database: CAREMAP_DB_URL, CAREMAP_DB_USER,
      CAREMAP_DB_PASSWORD (embedded where unset). Password of admin: CAREMAP_ADMIN_PASSWORD.
      """;

  private Usage() {}
}
