package org.caremap.print;

import com.openhtmltopdf.util.XRLog;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.CmapSubtable;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.jspecify.annotations.Nullable;

/**
 * The Chinese font that comes with the product (Noto Sans SC, SIL OFL 1.1), read once: its two
 * files are 10 MB each, and parsing them anew for every document would take most of its time.
 * Parsed fonts read from one shared buffer and keep a position in it, so each is lent to one
 * document at a time.
 */
@ApplicationScoped
public class PrintFonts {
  /** Family name for style sheets and drawings. */
  public static final String FAMILY = "Print Sans";

  /** What is printed for a character that the font does not have: 〓, as typesetters do. */
  static final int SUBSTITUTE = 0x3013;

  private static final String REGULAR = "fonts/400Regular/NotoSansSC_400Regular.ttf";
  private static final String BOLD = "fonts/700Bold/NotoSansSC_700Bold.ttf";

  private final ConcurrentLinkedQueue<Pair> idle = new ConcurrentLinkedQueue<>();
  private byte @Nullable [] regular;
  private byte @Nullable [] bold;
  private @Nullable Pair fallback;

  PrintFonts() {
    FontMappers.set(new NoMachineFonts(this::fallback));
    XRLog.setLoggingEnabled(false);
  }

  /**
   * Both weights, parsed; for one thread at a time. Closing gives them back.
   *
   * @param regular weight 400
   * @param bold weight 700
   */
  record Pair(TrueTypeFont regular, TrueTypeFont bold, CmapLookup characters) {
    /** Whether both weights can draw a character. */
    boolean canDraw(int codePoint) {
      return characters.getGlyphId(codePoint) != 0;
    }

    /** The glyph of a character, the substitute's where it has none. */
    int glyph(int codePoint) {
      int glyph = characters.getGlyphId(codePoint);
      return glyph != 0 ? glyph : characters.getGlyphId(SUBSTITUTE);
    }

    /** The same text with a visible substitute for every character that cannot be drawn. */
    String drawable(String text) {
      StringBuilder drawn = null;
      for (int i = 0; i < text.length(); ) {
        int c = text.codePointAt(i);
        int next = i + Character.charCount(c);
        boolean fine = c == '\n' || c == '\t' || c == '\r' || canDraw(c);
        if (!fine && drawn == null) {
          drawn = new StringBuilder(text.length()).append(text, 0, i);
        }
        if (drawn != null && fine) {
          drawn.appendCodePoint(c);
        } else if (drawn != null && !isInvisible(c)) {
          drawn.appendCodePoint(SUBSTITUTE);
        }
        i = next;
      }
      return drawn == null ? text : drawn.toString();
    }

    // Joiners, direction marks and variation selectors draw nothing of their own.
    private static boolean isInvisible(int c) {
      int type = Character.getType(c);
      return type == Character.FORMAT
          || type == Character.CONTROL
          || type == Character.NON_SPACING_MARK;
    }

    private void close() {
      try {
        regular.close();
        bold.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A pair that nobody else uses; give it {@link #back}. */
  Pair lend() {
    Pair pair = idle.poll();
    return pair == null ? parse() : pair;
  }

  void back(Pair pair) {
    idle.add(pair);
  }

  // For fonts that are asked for and never drawn with.
  private synchronized TrueTypeFont fallback() {
    Pair known = fallback;
    if (known == null) {
      known = parse();
      fallback = known;
    }
    return known.regular();
  }

  private Pair parse() {
    try {
      TrueTypeFont plain = parse(regularBytes());
      return new Pair(plain, parse(boldBytes()), plain.getUnicodeCmapLookup());
    } catch (IOException e) {
      throw new UncheckedIOException("the font for print cannot be read", e);
    }
  }

  private synchronized byte[] regularBytes() {
    byte[] known = regular;
    if (known == null) {
      known = read(REGULAR);
      regular = known;
    }
    return known;
  }

  private synchronized byte[] boldBytes() {
    byte[] known = bold;
    if (known == null) {
      known = read(BOLD);
      bold = known;
    }
    return known;
  }

  private static TrueTypeFont parse(byte[] bytes) throws IOException {
    TrueTypeFont font = new TTFParser(true).parse(new RandomAccessReadBuffer(bytes));
    CmapSubtable[] tables = font.getCmap().getCmaps();
    for (int i = 0; i < tables.length; i++) {
      tables[i] = new PlainCharacters(tables[i]);
    }
    font.getCmap().setCmaps(tables);
    return font;
  }

  private static byte[] read(String resource) {
    try (InputStream in =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not in the artefact");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " cannot be read", e);
    }
  }

  @PreDestroy
  void closeAll() {
    for (Pair pair = idle.poll(); pair != null; pair = idle.poll()) {
      pair.close();
    }
  }
}
