package org.caremap.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** State and next change of many texts as found in the wild, checked by hand. */
class HoursTableTest {
  static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  static final HoursService CHINA =
      new HoursService(Calendars.of(Path.of("no-such-folder")).of("cn"), SHANGHAI);

  /** One text and what is expected of it. */
  record Entry(String text, List<String> expected) {
    @Override
    public String toString() {
      return text;
    }
  }

  static Stream<Entry> table() throws IOException {
    List<Entry> entries = new ArrayList<>();
    try (InputStream in = HoursTableTest.class.getResourceAsStream("/hours/table.txt")) {
      String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      for (String line : all.split("\n", -1)) {
        if (line.startsWith("  ")) {
          entries.get(entries.size() - 1).expected().add(line.strip());
        } else if (!line.isBlank() && !line.startsWith("#")) {
          entries.add(new Entry(line.strip(), new ArrayList<>()));
        }
      }
    }
    return entries.stream();
  }

  static LocalDateTime time(String date, String clock) {
    String year = date.length() == 5 ? "2026-" : "";
    return LocalDateTime.parse(year + date + "T" + clock);
  }

  private static String written(LocalDateTime change) {
    String date = change.toLocalDate().toString();
    return (date.startsWith("2026-") ? date.substring(5) : date) + " " + change.toLocalTime();
  }

  @ParameterizedTest
  @MethodSource("table")
  void stateAndNextChangeAreAsCheckedByHand(Entry entry) {
    List<String> found = new ArrayList<>();
    for (String line : entry.expected()) {
      String[] words = line.split(" ");
      LocalDateTime at = time(words[0], words[1]);
      HoursAnswer answer = CHINA.describe(entry.text(), at.atZone(SHANGHAI).toInstant());
      var change = answer.until() == null ? answer.opens() : answer.until();
      String written = change == null ? "-" : written(change.toLocalDateTime());
      found.add(words[0] + " " + words[1] + " " + answer.state().code() + " " + written);
    }
    assertThat(found).as(entry.text()).isEqualTo(entry.expected());
  }

  @Test
  void theTableIsLarge() throws IOException {
    assertThat(table().count()).isGreaterThan(130);
    assertThat(table()).allMatch(entry -> entry.expected().size() >= 3);
  }
}
