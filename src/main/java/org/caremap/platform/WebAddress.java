package org.caremap.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Under which address people reach this service, for links that leave it. */
@ApplicationScoped
public class WebAddress {
  private final CareMapConfig config;

  WebAddress(CareMapConfig config) {
    this.config = config;
  }

  /**
   * The root, ending with a slash: as the operator says, else as the request came. Behind a proxy
   * that is what {@code quarkus.http.proxy.*} makes of its headers.
   */
  public String root(UriInfo uri) {
    String root = config.publicUrl().orElseGet(() -> uri.getBaseUri().toString());
    return root.endsWith("/") ? root : root + "/";
  }

  /** One segment of a path or one value of a query, percent-encoded. */
  public static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
