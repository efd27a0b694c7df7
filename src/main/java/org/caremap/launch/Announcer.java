package org.caremap.launch;

import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.io.IOException;
import org.caremap.imports.SampleData;
import org.eclipse.microprofile.config.ConfigProvider;

/** Says where to open the product, to people and to the command line. */
@ApplicationScoped
class Announcer {
  private final Startup startup;
  private final SampleData sample;

  Announcer(Startup startup, SampleData sample) {
    this.startup = startup;
    this.sample = sample;
  }

  void http(@ObservesAsync HttpServerStart event) throws IOException {
    int port = port("quarkus.http.port", event.options().getPort());
    startup.announce("http://127.0.0.1:" + port);
    show("http://localhost:" + port);
  }

  void https(@ObservesAsync HttpsServerStart event) {
    show("https://localhost:" + port("quarkus.http.ssl-port", event.options().getPort()));
  }

  // Where any free port was asked for, the options do not say which; the configuration then does.
  private static int port(String property, int asked) {
    return asked > 0
        ? asked
        : ConfigProvider.getConfig().getOptionalValue(property, Integer.class).orElse(asked);
  }

  private void show(String url) {
    System.out.println(
        "\n关爱地图 Care Map 已启动 is ready: "
            + url
            + (sample.isLoaded() ? "  （示例数据 sample data）" : "")
            + "\n");
  }
}
