package org.caremap.launch;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.Optional;
import org.caremap.coverage.SnapshotService;
import org.caremap.imports.Catalogs;
import org.caremap.imports.SampleData;
import org.caremap.platform.AdminAccount;
import org.caremap.platform.CareMapConfig;
import org.caremap.platform.Database;
import org.caremap.platform.HomeFolder;
import org.caremap.platform.HomeLock;
import org.caremap.search.SearchService;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Brings everything into memory before the first request is taken. */
@ApplicationScoped
public class Startup {
  /** System property that says that a command runs and not the server. */
  static final String COMMAND = "caremap-internal.command";

  private static final Logger LOG = Logger.getLogger(Startup.class);

  private final CareMapConfig config;
  private final HomeFolder home;
  private final Database database;
  private final AdminAccount admin;
  private final Catalogs catalogs;
  private final SampleData sample;
  private final SnapshotService snapshots;
  private final SearchService search;
  private final boolean command;
  private @Nullable HomeLock lock;

  Startup(
      CareMapConfig config,
      HomeFolder home,
      Database database,
      AdminAccount admin,
      Catalogs catalogs,
      SampleData sample,
      SnapshotService snapshots,
      SearchService search,
      @ConfigProperty(name = COMMAND, defaultValue = "false") boolean command) {
    this.config = config;
    this.home = home;
    this.database = database;
    this.admin = admin;
    this.catalogs = catalogs;
    this.sample = sample;
    this.snapshots = snapshots;
    this.search = search;
    this.command = command;
  }

  void start(@Observes @Priority(1) StartupEvent event) throws IOException {
    lock =
        HomeLock.tryAcquire(home.root())
            .orElseThrow(
                () -> new IllegalStateException(home.root() + " is in use by another Care Map"));
    LOG.infof("home %s, database %s", home.root(), database.engine());
    if (!command) {
      Optional<String> generated = admin.prepare();
      generated.ifPresent(Startup::show);
    }
    catalogs.reloadAll();
    if (config.sample()) {
      sample.loadIfFirstStart();
    }
    snapshots.current();
    if (!command) {
      search.prepare();
    }
  }

  /** Tells the command line of this user where this server answers. */
  void announce(String url) throws IOException {
    if (lock != null) {
      lock.announce(new HomeLock.Server(url, admin.localToken(), ProcessHandle.current().pid()));
    }
  }

  void stop(@Observes ShutdownEvent event) throws IOException {
    if (lock != null) {
      lock.close();
    }
  }

  private static void show(String password) {
    // Shown once, on the console only; what is stored is a hash.
    System.out.println(
        """

        ==============================================================
          管理员 Administrator: admin
          密码 Password:       %s
          只显示这一次，请记下。 Shown only this once: write it down.
        ==============================================================
        """
            .formatted(password));
  }
}
