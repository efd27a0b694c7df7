package org.caremap.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies of the wrong form, and what their senders are told. */
class JsonProblemTest {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  static {
    new WholeNumbers().customize(JSON);
  }

  enum Colour {
    RED,
    GREEN
  }

  record Inner(int count, boolean open, List<Double> sizes) {}

  record Outer(String kind, Map<String, String> question, Inner inner, Colour colour) {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          []                                | body            |      | an object {...}
          7                                 | body            |      | an object {...}
          {"question": {"type": ["clinic"]}} | question.type  |      | a text
          {"question": []}                  | question        |      | an object {...}
          {"inner": {"count": "many"}}      | inner.count     | many | a whole number
          {"inner": {"count": 2.5}}         | inner.count     | 2.5  | a whole number
          {"inner": {"count": 99999999999}} | inner.count     |      | a whole number
          {"inner": {"open": "often"}}      | inner.open      | often | true or false
          {"inner": {"sizes": 3}}           | inner.sizes     |      | a list [...]
          {"inner": {"sizes": [1, "x"]}}    | inner.sizes[1]  | x    | a number
          {"colour": "BLUE"}                | colour          | BLUE | RED, GREEN
          {"weather": 1}                    | weather         |      | colour, inner, kind, question
          {"inner": {"count": 1             | body            |      | a whole JSON document
          {"kind" "x"}                      | body            |      | a whole JSON document
          """)
  void saysWhichFieldAndWhatIsLegal(String body, String field, String value, String legal) {
    JsonProcessingException e =
        catchThrowableOfType(
            JsonProcessingException.class, () -> JSON.readValue(body, Outer.class));
    Problem problem = JsonProblem.of(e);
    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.parameter()).isEqualTo(field);
    assertThat(problem.value()).isEqualTo(value);
    assertThat(problem.legal()).isEqualTo(legal);
    assertThat(problem.detail())
        .contains(field, legal)
        .doesNotContain("org.", "java.", "Outer", "Source");
  }

  @Test
  void wholeNumbersMayBeWrittenWithAFraction() throws JsonProcessingException {
    assertThat(JSON.readValue("{\"count\": 2.0}", Inner.class).count()).isEqualTo(2);
    assertThat(JSON.readValue("{\"count\": 2e3}", Inner.class).count()).isEqualTo(2000);
    assertThat(JSON.readValue("{}", Inner.class).count()).isZero();
  }
}
