package org.caremap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Geolocation;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** One person at one screen; whatever the page sends or complains about is remembered. */
final class Visit {
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final String CONSOLE_HTTP_FAILURE = "Failed to load resource";
  private static final double PATIENCE_MILLISECONDS = 30_000;
  private static final Pattern MAP_PANEL = Pattern.compile("\\bpanel=(plan|provider|manage)\\b");

  private final BrowserContext context;
  private final Page page;
  private final URI home;
  private final Viewport viewport;
  private final List<Request> requests = new ArrayList<>();

  /** Of the page itself: those of its service worker come later and are nobody's wait. */
  private final List<Request> finished = new ArrayList<>();

  private final List<String> complaints = new ArrayList<>();
  private final List<String> allowedFailures = new ArrayList<>();
  private final List<Place> told = new ArrayList<>();

  Visit(BrowserContext context, URI home, Viewport viewport) {
    this.context = context;
    this.home = home;
    this.viewport = viewport;
    context.setDefaultTimeout(PATIENCE_MILLISECONDS);
    context.onRequest(requests::add);
    context.onResponse(this::judge);
    page = context.newPage();
    page.onRequestFinished(finished::add);
    page.onConsoleMessage(this::judge);
    page.onPageError(error -> complaints.add("uncaught: " + error));
  }

  Page page() {
    return page;
  }

  BrowserContext context() {
    return context;
  }

  Viewport viewport() {
    return viewport;
  }

  /**
   * Opens the page that a fragment (without its #) belongs to, and waits until it is there: panels
   * of planners, providers and administrators are on the map page, all else on the find page.
   */
  void open(String fragment) {
    String page = MAP_PANEL.matcher(fragment).find() ? "map.html" : "";
    openAt(page, fragment);
  }

  /**
   * Opens a page with a fragment as it stands, wherever that may lead.
   *
   * @param path below home
   */
  void openAt(String path, String fragment) {
    // A new query, as a change of the fragment alone would not load the page again.
    page.navigate(home + path + "?visit=" + requests.size() + "#" + fragment);
    ready();
  }

  /** Waits until the page has its questions, its panel and its map, or its tab. */
  void ready() {
    page.locator(".needs, .panel, .desk-place > *")
        .first()
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    if (isMapPage()) {
      // The scale bar is the last that Leaflet adds and is shown on every screen.
      page.locator("[data-testid=map] .leaflet-control-scale-line").waitFor();
    }
  }

  boolean isMapPage() {
    return URI.create(page.url()).getPath().endsWith("/map.html");
  }

  /** The one element with this test id. */
  Locator the(String testId) {
    return page.getByTestId(testId);
  }

  /** Changes the panel of the map page. */
  void panel(String name) {
    the("nav-" + name).click();
    the("panel-" + name).waitFor();
  }

  /** What the page keeps in its fragment. */
  Map<String, String> state() {
    Map<String, String> state = new LinkedHashMap<>();
    String fragment = URI.create(page.url()).getRawFragment();
    if (fragment == null || fragment.isEmpty()) {
      return state;
    }
    for (String pair : fragment.split("&")) {
      String[] parts = pair.split("=", 2);
      state.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return state;
  }

  /** Waits until a value of the fragment is another than before. */
  void waitForChange(String name, String before) {
    page.waitForFunction(
        "([name, before]) => new URLSearchParams(location.hash.slice(1)).get(name) !== before",
        new Object[] {name, before});
  }

  /**
   * Somebody stands here: from now on only the question for care, and a card to print, may say so.
   */
  void stand(Place place) {
    told.add(place);
  }

  /** Stands there, and the device tells it. */
  void locate(Place place) {
    stand(place);
    context.grantPermissions(List.of("geolocation"));
    context.setGeolocation(new Geolocation(place.lat(), place.lon()));
  }

  /** The person refuses to share the location. */
  void refuseLocation() {
    context.clearPermissions();
  }

  /** A refusal of the server that belongs to the journey. */
  void expectFailure(int status, String path) {
    allowedFailures.add(status + " " + path);
  }

  /** Whether anything has been painted in a pane of the map. */
  boolean isPainted(String pane) {
    return (Boolean) page.evaluate(PAINTED, pane);
  }

  void waitUntilPainted(String pane, boolean painted) {
    page.waitForFunction(
        "([pane, painted]) => (" + PAINTED + ")(pane) === painted", new Object[] {pane, painted});
  }

  private static final String PAINTED =
      """
      pane => [...document.querySelectorAll(`.leaflet-${pane}-pane canvas`)].some(canvas => {
        const {width, height} = canvas;
        if (width === 0 || height === 0) return false;
        const {data} = canvas.getContext('2d').getImageData(0, 0, width, height);
        for (let i = 3; i < data.length; i += 4) if (data[i] > 0) return true;
        return false;
      })""";

  /** Keeps {@code target/screenshots/<journey>-<width>x<height>.png} of what is on the screen. */
  void shot(String journey) {
    page.waitForLoadState(LoadState.NETWORKIDLE);
    page.evaluate("() => document.fonts.ready.then(() => true)");
    keepPicture(journey);
  }

  void keepPicture(String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(SCREENSHOTS.resolve(name + "-" + viewport.size() + ".png")));
  }

  /** What all answers so far took on the wire: headers, and bodies as compressed. */
  long transferredBytes() {
    return finished.stream()
        .map(Request::sizes)
        .mapToLong(sizes -> sizes.responseBodySize + sizes.responseHeadersSize)
        .sum();
  }

  /** Paths with queries of all requests so far. */
  List<String> requested() {
    return requests.stream().map(Request::url).toList();
  }

  /**
   * No request left the origin, none but the question for care and the form of a card said where
   * somebody stood, nothing of it was stored, and nobody complained.
   */
  void assertClean() {
    assertThat(complaints).as("console errors and refused requests").isEmpty();
    for (Request request : requests) {
      assertStaysHome(request);
      for (Place place : told) {
        assertKeepsSecret(request, place);
      }
    }
    String stored =
        (String)
            page.evaluate(
                "() => JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])");
    assertThat(told).as("places kept in %s", stored).noneMatch(place -> place.isToldBy(stored));
  }

  private void assertStaysHome(Request request) {
    URI uri = URI.create(request.url());
    if (!List.of("data", "blob").contains(uri.getScheme())) {
      assertThat(uri.getAuthority()).as(request.url()).isEqualTo(home.getAuthority());
    }
  }

  private static void assertKeepsSecret(Request request, Place place) {
    String path = URI.create(request.url()).getPath();
    if (!path.equals("/api/v1/find")) {
      assertThat(place.isToldBy(request.url())).as("place in %s", request.url()).isFalse();
    }
    boolean card = request.method().equals("POST") && path.equals("/card");
    String body = request.postData() == null || card ? "" : request.postData();
    String headers = request.headers().toString();
    assertThat(place.isToldBy(body + headers))
        .as("place in body or headers of %s", request.url())
        .isFalse();
  }

  private void judge(ConsoleMessage message) {
    // A refused request is judged as a response, with its status.
    if (message.type().equals("error") && !message.text().startsWith(CONSOLE_HTTP_FAILURE)) {
      complaints.add("console: " + message.text());
    }
  }

  private void judge(Response response) {
    if (response.status() >= 400) {
      String failure = response.status() + " " + URI.create(response.url()).getPath();
      if (!allowedFailures.contains(failure)) {
        complaints.add(failure);
      }
    }
  }
}
