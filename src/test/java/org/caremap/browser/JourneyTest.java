package org.caremap.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Common to all journeys: one browser for a class, one fresh visitor for a journey. */
abstract class JourneyTest {
  private static final double PATIENCE_MILLISECONDS = 30_000;
  private static Chromium chromium;

  @TestHTTPResource("/")
  URI home;

  /** What somebody does at the page. */
  interface Journey {
    void walk(Visit visit);
  }

  @BeforeAll
  static void startBrowser() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLISECONDS);
    chromium = Chromium.start();
  }

  @AfterAll
  static void stopBrowser() {
    if (chromium != null) {
      chromium.close();
      chromium = null;
    }
  }

  Api api() {
    return new Api(home);
  }

  /** Walks a journey as a new visitor; afterwards the page must have kept its promises. */
  void walk(Viewport viewport, Journey journey) {
    walk(viewport, home, journey);
  }

  /** The same by another address of the server. */
  void walk(Viewport viewport, URI address, Journey journey) {
    walk(viewport, address, chromium.newVisitor(viewport), journey);
  }

  /** The same with a browser that runs no scripts. */
  void walkWithoutScripts(Viewport viewport, Journey journey) {
    walk(viewport, home, chromium.newVisitorWithoutScripts(viewport), journey);
  }

  private void walk(Viewport viewport, URI address, BrowserContext visitor, Journey journey) {
    try (BrowserContext context = visitor) {
      Visit visit = new Visit(context, address, viewport);
      try {
        journey.walk(visit);
        visit.assertClean();
      } catch (RuntimeException | AssertionError e) {
        visit.keepPicture("failed-" + getClass().getSimpleName());
        throw e;
      }
    }
  }
}
