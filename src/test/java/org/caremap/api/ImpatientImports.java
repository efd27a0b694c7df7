package org.caremap.api;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Every import is answered at once: 202, and to be polled. */
public class ImpatientImports implements QuarkusTestResourceLifecycleManager {
  @Override
  public Map<String, String> start() {
    return Map.of("caremap.imports.wait-seconds", "0");
  }

  @Override
  public void stop() {}
}
