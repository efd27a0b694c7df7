package org.caremap.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The system's Chromium under Playwright's control. A missing browser is a failure, not a skip. */
final class Chromium implements AutoCloseable {
  /** Resolves to this machine, but is no secure origin as localhost is. */
  static final String INSECURE_HOST = "caremap.example";

  private static final List<Path> PLACES =
      List.of(
          Path.of("/usr/bin/chromium"),
          Path.of("/usr/bin/chromium-browser"),
          Path.of("/usr/bin/google-chrome"));
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--headless",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--host-resolver-rules=MAP " + INSECURE_HOST + " 127.0.0.1");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /**
   * Where the browser is.
   *
   * @throws AssertionError naming the Debian package where none is installed
   */
  static Path executable() {
    return PLACES.stream()
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "no browser at any of " + PLACES + "; install the Debian package chromium"));
  }

  /**
   * @throws AssertionError naming the Debian package where no browser is installed
   */
  static Chromium start() {
    Path executable = executable();
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    try {
      Browser browser =
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(executable)
                      .setArgs(ARGUMENTS)
                      .setHeadless(true));
      return new Chromium(playwright, browser);
    } catch (RuntimeException e) {
      playwright.close();
      throw e;
    }
  }

  /** A context as a new visitor has it: no cookies, nothing stored. */
  BrowserContext newVisitor(Viewport viewport) {
    return browser.newContext(options(viewport));
  }

  /** The same, where the browser runs no script of any page. */
  BrowserContext newVisitorWithoutScripts(Viewport viewport) {
    return browser.newContext(options(viewport).setJavaScriptEnabled(false));
  }

  private static Browser.NewContextOptions options(Viewport viewport) {
    return new Browser.NewContextOptions()
        .setViewportSize(viewport.width(), viewport.height())
        .setHasTouch(viewport.touch())
        .setIsMobile(viewport.touch())
        .setLocale("zh-CN")
        .setReducedMotion(ReducedMotion.REDUCE);
  }

  @Override
  public void close() {
    playwright.close();
  }
}
