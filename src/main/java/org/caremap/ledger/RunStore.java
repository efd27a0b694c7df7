package org.caremap.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caremap.platform.Database;

/** The only class that knows rows of runs. Every call runs inside the caller's transaction. */
@ApplicationScoped
class RunStore {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BATCH = 1000;

  private final Database database;

  RunStore(Database database) {
    this.database = database;
  }

  List<PublishedRun> list() {
    return database
        .session()
        .createSelectionQuery(
            "from PublishedRunEntity order by publishedAt desc, id", PublishedRunEntity.class)
        .stream()
        .map(RunStore::run)
        .toList();
  }

  Optional<PublishedRun> find(String id) {
    return Optional.ofNullable(database.session().find(PublishedRunEntity.class, id))
        .map(RunStore::run);
  }

  void insert(PublishedRun run, Map<String, Double> figures) {
    PublishedRunEntity row = new PublishedRunEntity();
    row.id = run.id();
    row.kind = run.kind();
    row.title = run.title();
    row.inputs = json(run.inputs());
    row.publishedAt = run.publishedAt();
    row.publishedBy = run.publishedBy();
    database.session().persist(row);
    database.session().flush();
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO published_figure (run_id, place, figure_key, figure_value)"
                    + " VALUES (?, ?, ?, ?)")) {
      int place = 0;
      for (Map.Entry<String, Double> figure : figures.entrySet()) {
        insert.setString(1, run.id());
        insert.setInt(2, place++);
        insert.setString(3, figure.getKey());
        insert.setDouble(4, figure.getValue());
        insert.addBatch();
        if (place % BATCH == 0) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException("figures of run " + run.id() + " cannot be stored", e);
    }
  }

  /** Figures by key, in the order in which they were published. */
  Map<String, Double> figures(String id) {
    Map<String, Double> figures = new LinkedHashMap<>();
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT figure_key, figure_value FROM published_figure WHERE run_id = ?"
                    + " ORDER BY place")) {
      select.setString(1, id);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          figures.put(rows.getString(1), rows.getDouble(2));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("figures of run " + id + " cannot be read", e);
    }
    return figures;
  }

  private static PublishedRun run(PublishedRunEntity row) {
    try {
      return new PublishedRun(
          row.id,
          row.kind,
          row.title,
          row.publishedAt,
          row.publishedBy,
          JSON.readValue(row.inputs, RunInputs.class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("inputs of run " + row.id + " cannot be read", e);
    }
  }

  private static String json(RunInputs inputs) {
    try {
      return JSON.writeValueAsString(inputs);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("inputs are texts", e);
    }
  }
}
