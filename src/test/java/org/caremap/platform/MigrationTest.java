package org.caremap.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** A database of an earlier version keeps its rows when the program is renewed. */
class MigrationTest {
  private static final String URL = "jdbc:h2:mem:migration;DB_CLOSE_DELAY=-1";

  private static Flyway flyway(String target) {
    return Flyway.configure()
        .dataSource(URL, "sa", "")
        .locations("db/common", "db/h2")
        .target(target)
        .load();
  }

  @Test
  void rowsOfBeforeTheCandidatesAreKept() throws Exception {
    String url = "jdbc:h2:mem:candidates;DB_CLOSE_DELAY=-1";
    try (Connection open = DriverManager.getConnection(url, "sa", "");
        Statement sql = open.createStatement()) {
      Flyway.configure()
          .dataSource(url, "sa", "")
          .locations("db/common", "db/h2")
          .target("9")
          .load()
          .migrate();
      sql.execute(
          "INSERT INTO facility (id, external_id, name, type, status, location, opened_on, sample,"
              + " version) VALUES (RANDOM_UUID(), 'F1', '永宁养老院', 'care_home', 'operating',"
              + " ST_GeomFromText('POINT(121.1 31.9)', 4326), DATE '2018-05-01', FALSE, 7)");
      sql.execute(
          "INSERT INTO target_table (code, name, file_name, content, version)"
              + " VALUES ('own', '本区计划', 'own.csv', 'a,b', 2)");
      sql.execute(
          "INSERT INTO published_run (id, kind, title, inputs, published_at, published_by, version)"
              + " VALUES ('00ff', 'board', '年报', '{}', TIMESTAMP WITH TIME ZONE '2026-01-02"
              + " 03:04:05+00', 'admin', 0)");
      Flyway.configure().dataSource(url, "sa", "").locations("db/common", "db/h2").load().migrate();
      for (String table : new String[] {"facility", "target_table", "published_run"}) {
        try (ResultSet count = sql.executeQuery("SELECT COUNT(*) FROM " + table)) {
          assertThat(count.next()).isTrue();
          assertThat(count.getInt(1)).as(table).isEqualTo(1);
        }
      }
      try (ResultSet row = sql.executeQuery("SELECT name, opened_on, version FROM facility")) {
        assertThat(row.next()).isTrue();
        assertThat(row.getString(1)).isEqualTo("永宁养老院");
        assertThat(row.getString(2)).isEqualTo("2018-05-01");
        assertThat(row.getLong(3)).isEqualTo(7);
      }
      try (ResultSet row = sql.executeQuery("SELECT COUNT(*) FROM candidate")) {
        assertThat(row.next()).isTrue();
        assertThat(row.getInt(1)).isZero();
      }
    }
  }

  @Test
  void rowsOfBeforeTheStandardsAreKeptAndUnknownInWhatIsNew() throws Exception {
    try (Connection open = DriverManager.getConnection(URL, "sa", "");
        Statement sql = open.createStatement()) {
      flyway("5").migrate();
      sql.execute(
          "INSERT INTO area (code, name, level, households, sample, version)"
              + " VALUES ('320684001001', '永宁社区', 'community', 812, FALSE, 4)");
      sql.execute(
          "INSERT INTO facility (id, external_id, name, type, status, location, beds, free_places,"
              + " sample, version) VALUES (RANDOM_UUID(), 'F1', '永宁养老院', 'care_home',"
              + " 'operating', ST_GeomFromText('POINT(121.1 31.9)', 4326), 40, 3, FALSE, 7)");
      flyway("latest").migrate();
      try (ResultSet row = sql.executeQuery("SELECT * FROM facility")) {
        assertThat(row.next()).isTrue();
        assertThat(row.getString("name")).isEqualTo("永宁养老院");
        assertThat(row.getInt("free_places")).isEqualTo(3);
        assertThat(row.getLong("version")).isEqualTo(7);
        for (String column :
            new String[] {
              "opened_on",
              "socially_run",
              "medical_care",
              "residents",
              "land_area_square_meters",
              "meets_standard",
              "leading_centre",
              "demonstration_site",
              "regional_centre"
            }) {
          assertThat(row.getObject(column)).as(column).isNull();
        }
        assertThat(row.next()).isFalse();
      }
      try (ResultSet row = sql.executeQuery("SELECT * FROM area")) {
        assertThat(row.next()).isTrue();
        assertThat(row.getDouble("households")).isEqualTo(812);
        for (String column :
            new String[] {
              "estate_age",
              "purchased_service_elders",
              "emergency_call_elders",
              "regional_provision"
            }) {
          assertThat(row.getObject(column)).as(column).isNull();
        }
        assertThat(row.next()).isFalse();
      }
    }
  }
}
