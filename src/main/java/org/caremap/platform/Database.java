package org.caremap.platform;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.InjectableInstance;
import io.quarkus.hibernate.orm.PersistenceUnit;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;

/** The database in force, H2GIS or PostGIS; the only class that knows there are two. */
@ApplicationScoped
public class Database {
  private final InjectableInstance<Session> h2Session;
  private final InjectableInstance<Session> pgSession;
  private final InjectableInstance<SessionFactory> h2Factory;
  private final InjectableInstance<SessionFactory> pgFactory;
  private final InjectableInstance<AgroalDataSource> h2Source;
  private final InjectableInstance<AgroalDataSource> pgSource;
  private final boolean postgis;

  Database(
      CareMapConfig config,
      @PersistenceUnit("h2") InjectableInstance<Session> h2Session,
      @PersistenceUnit("pg") InjectableInstance<Session> pgSession,
      @PersistenceUnit("h2") InjectableInstance<SessionFactory> h2Factory,
      @PersistenceUnit("pg") InjectableInstance<SessionFactory> pgFactory,
      @DataSource("h2") InjectableInstance<AgroalDataSource> h2Source,
      @DataSource("pg") InjectableInstance<AgroalDataSource> pgSource) {
    this.h2Session = h2Session;
    this.pgSession = pgSession;
    this.h2Factory = h2Factory;
    this.pgFactory = pgFactory;
    this.h2Source = h2Source;
    this.pgSource = pgSource;
    this.postgis = config.db().url().filter(url -> !url.isBlank()).isPresent();
  }

  /** The session of the current transaction. */
  public Session session() {
    return postgis ? pgSession.get() : h2Session.get();
  }

  /** A new session for bulk work inside the current transaction; the caller closes it. */
  public StatelessSession openStatelessSession() {
    return (postgis ? pgFactory : h2Factory).get().openStatelessSession();
  }

  /** Connections that take part in the current transaction. */
  public javax.sql.DataSource dataSource() {
    return postgis ? pgSource.get() : h2Source.get();
  }

  /** Name for people: which engine answers. */
  public String engine() {
    return postgis ? "PostGIS" : "H2GIS";
  }
}
