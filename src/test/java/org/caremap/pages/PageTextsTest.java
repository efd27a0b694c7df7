package org.caremap.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PageTextsTest {
  private static final PageTexts ZH = PageTexts.of(PageLanguage.ZH);
  private static final PageTexts EN = PageTexts.of(PageLanguage.EN);

  @Test
  void bothLanguagesSayTheSame() {
    assertThat(ZH.keys()).isEqualTo(EN.keys());
    for (String key : ZH.keys()) {
      assertThat(places(ZH.get(key))).as(key).isSubsetOf(places(EN.get(key) + "{0}{1}{2}{3}"));
      assertThat(ZH.get(key)).as(key).isNotBlank();
    }
  }

  private static Set<String> places(String text) {
    Set<String> places = new TreeSet<>();
    Matcher matcher = Pattern.compile("\\{\\d}").matcher(text);
    while (matcher.find()) {
      places.add(matcher.group());
    }
    return places;
  }

  @Test
  void chineseTextsHaveNoLatinWords() {
    for (String key : ZH.keys()) {
      boolean names = key.startsWith("language.") || key.equals("og.locale");
      assertThat(names || !ZH.get(key).matches(".*[A-Za-z].*")).as(key).isTrue();
    }
  }

  @Test
  void everyTextThatTemplatesNameExists() throws IOException {
    Pattern use = Pattern.compile("t\\.get\\('([^']+)'\\)");
    int uses = 0;
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/templates/pages"))) {
      for (Path file : files.toList()) {
        Matcher matcher = use.matcher(Files.readString(file));
        while (matcher.find()) {
          assertThat(ZH.keys()).as(file.toString()).contains(matcher.group(1));
          uses++;
        }
      }
    }
    assertThat(uses).isGreaterThan(50);
  }

  @Test
  void valuesAreSetAsTheyAre() {
    assertThat(ZH.with("near.walk", 12)).isEqualTo("步行约 12 分钟");
    assertThat(EN.with("circle.elders", "1,204"))
        .isEqualTo("About 1,204 elders (60+) live within 15 minutes' walk, there and back.");
    assertThat(EN.with("compare.walk", "{1}'", 3)).isEqualTo("about 3 min on foot from {1}'");
  }
}
