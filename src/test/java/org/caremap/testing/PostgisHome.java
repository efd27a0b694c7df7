package org.caremap.testing;

import java.util.Map;

/** A fresh home folder, and a fresh database on a real PostGIS. */
public class PostgisHome extends TestHome {
  @Override
  public Map<String, String> start() {
    Map<String, String> config = super.start();
    PostgisServer.Database database = PostgisServer.get().createDatabase();
    config.put("caremap.db.url", database.url());
    config.put("caremap.db.user", database.user());
    config.put("caremap.db.password", database.password());
    config.put("caremap-internal.h2-active", "false");
    config.put("caremap-internal.pg-active", "true");
    config.put("caremap-internal.pg-url", database.url());
    config.put("caremap-internal.pg-user", database.user());
    config.put("caremap-internal.pg-password", database.password());
    return config;
  }
}
