package org.caremap.card;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Sets a card as a document of its own, the source of its PDF. */
@ApplicationScoped
class CardSheet {
  /** How many sizes of type there are, see {@code card.css}. */
  static final int FITS = 7;

  private final String style = resource("card.css");
  private final String a4 = resource("card-a4.css");
  private final String a6 = resource("card-a6.css");

  /** The templates of this slice. */
  @CheckedTemplate(basePath = "card", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  static final class Templates {
    private Templates() {}

    static native TemplateInstance print(Card card, Integer fit, String style);
  }

  /**
   * @param fit size of type, from 0, the largest, to {@link #FITS} - 1
   */
  String html(Card card, int fit) {
    String page = card.paper() == Paper.A4 ? a4 : a6;
    return Templates.print(card, fit, page + style).render();
  }

  private static String resource(String name) {
    String path = "META-INF/resources/" + name;
    try (InputStream in =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(path + " is not in the artefact");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be read", e);
    }
  }
}
