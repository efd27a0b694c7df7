package org.caremap.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrCodeTest {
  private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");

  /** Reads the modules back from the picture, without the quiet zone. */
  private static String read(String svg) throws Exception {
    Matcher box = Pattern.compile("viewBox=\"0 0 (\\d+) ").matcher(svg);
    assertThat(box.find()).isTrue();
    int size = Integer.parseInt(box.group(1)) - 8;
    BitMatrix modules = new BitMatrix(size);
    Matcher runs = RUN.matcher(svg);
    while (runs.find()) {
      assertThat(runs.group(3)).isEqualTo(runs.group(4));
      modules.setRegion(
          Integer.parseInt(runs.group(1)) - 4,
          Integer.parseInt(runs.group(2)) - 4,
          Integer.parseInt(runs.group(3)),
          1);
    }
    return new Decoder().decode(modules).getText();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.test/facility/SAMPLE-1?lang=zh",
        "http://h/%E4%B8%AD%2F%25",
        "关爱地图 <&\">",
        "x"
      })
  void aReaderReadsWhatWasWritten(String content) throws Exception {
    QrCode code = QrCode.of(content);
    String svg = code.svg(160, "<码>");
    assertThat(svg).contains("&lt;码&gt;").doesNotContain("<码>");
    assertThat(read(svg)).isEqualTo(content);
    assertThat(code.isDark(0, 0)).isFalse();
    assertThat(code.isDark(4, 4)).as("corner of the finder pattern").isTrue();
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThatThrownBy(() -> QrCode.of("x".repeat(3000))).hasMessageContaining("3000");
  }
}
