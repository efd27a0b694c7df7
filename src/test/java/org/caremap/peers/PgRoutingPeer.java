package org.caremap.peers;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.caremap.core.graph.StreetGraph;
import org.caremap.testing.PostgisServer;

/**
 * pgRouting's driving distance over our streets, costs in seconds, in a private cluster of the
 * system's PostgreSQL. Asked over one connection that stays open; only a count comes back, so what
 * a caller measures is the server's work.
 */
public final class PgRoutingPeer implements AutoCloseable {
  private static final String EDGES = "'SELECT id, source, target, cost, reverse_cost FROM street'";
  private static final int BATCH = 10_000;

  private final Connection connection;
  private final PreparedStatement whole;
  private final PreparedStatement cut;
  private final PreparedStatement many;

  private PgRoutingPeer(Connection connection) throws SQLException {
    this.connection = connection;
    whole =
        connection.prepareStatement(
            "SELECT count(*) FROM pgr_drivingDistance(" + EDGES + ", ?::bigint, ?, true)");
    // As users do who know that every call reads all edges that it is given.
    cut =
        connection.prepareStatement(
            "SELECT count(*) FROM pgr_drivingDistance(format('SELECT id, source, target, cost,"
                + " reverse_cost FROM street WHERE box && box(point(%s,%s),point(%s,%s))',"
                + " ?::float8, ?::float8, ?::float8, ?::float8), ?::bigint, ?, true)");
    many =
        connection.prepareStatement(
            "SELECT count(*) FROM pgr_drivingDistance(" + EDGES + ", ?::bigint[], ?, true)");
  }

  /** Starts a server and loads the streets. */
  public static PgRoutingPeer load(OurEngine engine)
      throws IOException, InterruptedException, SQLException {
    PostgisServer.Database database = PostgisServer.cluster().createDatabase();
    Connection connection =
        DriverManager.getConnection(database.url(), database.user(), database.password());
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE EXTENSION postgis");
      statement.execute("CREATE EXTENSION pgrouting");
      statement.execute(
          "CREATE TABLE street (id int PRIMARY KEY, source int, target int, cost float8,"
              + " reverse_cost float8, box box)");
    }
    fill(connection, engine);
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE INDEX ON street USING gist (box)");
      statement.execute("VACUUM ANALYZE street");
    }
    return new PgRoutingPeer(connection);
  }

  private static void fill(Connection connection, OurEngine engine) throws SQLException {
    StreetGraph graph = engine.graph();
    connection.setAutoCommit(false);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO street VALUES (?, ?, ?, ?, ?, box(point(?,?),point(?,?)))")) {
      int[] waiting = new int[1];
      engine.edges(
          (edge, from, to, forward, backward) -> {
            try {
              insert.setInt(1, edge);
              insert.setInt(2, from);
              insert.setInt(3, to);
              insert.setDouble(4, forward);
              insert.setDouble(5, backward);
              insert.setDouble(6, graph.nodeLon(from));
              insert.setDouble(7, graph.nodeLat(from));
              insert.setDouble(8, graph.nodeLon(to));
              insert.setDouble(9, graph.nodeLat(to));
              insert.addBatch();
              if (++waiting[0] % BATCH == 0) {
                insert.executeBatch();
              }
            } catch (SQLException e) {
              throw new IllegalStateException("edge " + edge + " was not stored", e);
            }
          });
      insert.executeBatch();
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  /** Versions of the server and of pgRouting. */
  public String version() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT current_setting('server_version') || ', pgRouting ' || pgr_version()")) {
      row.next();
      return "PostgreSQL " + row.getString(1);
    }
  }

  /**
   * From one node over all streets.
   *
   * @return number of nodes within the time
   */
  public int tree(int node, double seconds) throws SQLException {
    whole.setLong(1, node);
    whole.setDouble(2, seconds);
    return count(whole);
  }

  /** The same over the streets of a box only, which an index finds. */
  public int treeWithin(
      int node, double seconds, double west, double south, double east, double north)
      throws SQLException {
    cut.setDouble(1, west);
    cut.setDouble(2, south);
    cut.setDouble(3, east);
    cut.setDouble(4, north);
    cut.setLong(5, node);
    cut.setDouble(6, seconds);
    return count(cut);
  }

  /** From many nodes in one call, which reads the streets once for all. */
  public int trees(Integer[] nodes, double seconds) throws SQLException {
    many.setArray(1, connection.createArrayOf("int4", nodes));
    many.setDouble(2, seconds);
    return count(many);
  }

  private static int count(PreparedStatement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getInt(1);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
