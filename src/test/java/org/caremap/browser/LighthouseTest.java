package org.caremap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.caremap.testing.TestHome;
import org.junit.jupiter.api.Test;

/** Lighthouse judges every kind of page, in both languages where an address says which. */
@QuarkusTest
@WithTestResource(value = TestHome.class, initArgs = @ResourceArg(name = "sample", value = "true"))
class LighthouseTest {
  private static final int GOOD = 95;

  @TestHTTPResource("/")
  URI home;

  @Test
  void everyPageIsAccessibleSoundAndFindable() {
    ServerPages server = new ServerPages(home);
    List<String> pages = new ArrayList<>(List.of("", "map.html", "adviser.html"));
    for (String lang : List.of("zh", "en")) {
      pages.add("facility/" + server.mealPoint() + "?lang=" + lang);
      pages.add(server.compare(2) + "&lang=" + lang);
      pages.add("communities?lang=" + lang);
      pages.add("communities?area=" + server.town() + "&lang=" + lang);
      pages.add("card?area=" + server.community() + "&lang=" + lang);
    }
    List<Lighthouse.Audit> audits =
        Lighthouse.audit(pages.stream().map(page -> home.resolve("/" + page).toString()).toList());
    SoftAssertions softly = new SoftAssertions();
    for (Lighthouse.Audit audit : audits) {
      String page = audit.url() + " " + audit.failed();
      softly.assertThat(audit.scores().get("accessibility")).as(page).isEqualTo(100);
      softly.assertThat(audit.scores().get("best-practices")).as(page).isGreaterThanOrEqualTo(GOOD);
      softly.assertThat(audit.scores().get("seo")).as(page).isGreaterThanOrEqualTo(GOOD);
    }
    softly.assertAll();
    assertThat(audits).hasSameSizeAs(pages);
  }
}
