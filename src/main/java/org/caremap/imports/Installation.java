package org.caremap.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.caremap.platform.Database;

/** Facts about this installation. */
@ApplicationScoped
class Installation {
  private static final String FIRST_REAL_IMPORT = "first-real-import";

  private final Database database;

  Installation(Database database) {
    this.database = database;
  }

  /** Whether anything real was ever imported: from then on no sample is loaded. */
  @Transactional
  boolean hadRealImport() {
    return database.session().find(InstallationEntity.class, FIRST_REAL_IMPORT) != null;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void noteRealImport() {
    if (database.session().find(InstallationEntity.class, FIRST_REAL_IMPORT) == null) {
      InstallationEntity fact = new InstallationEntity();
      fact.fact = FIRST_REAL_IMPORT;
      fact.content = Instant.now().toString();
      database.session().persist(fact);
    }
  }
}
