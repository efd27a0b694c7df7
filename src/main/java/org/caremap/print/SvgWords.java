package org.caremap.print;

import com.openhtmltopdf.extend.FSDOMMutator;
import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Draws the words of pictures as outlines of the document's own font. The SVG drawer would take a
 * font of the machine, which may have none with Chinese or none at all.
 */
final class SvgWords implements FSDOMMutator {
  private static final Set<String> OF_WORDS =
      Set.of(
          "x",
          "y",
          "font-size",
          "font-weight",
          "font-family",
          "text-anchor",
          "dominant-baseline",
          "paint-order");

  // Height of capitals and figures over the em, halved: what centres a line of text on its middle.
  private static final double MIDDLE = 0.36;

  private final PrintFonts.Pair fonts;

  SvgWords(PrintFonts.Pair fonts) {
    this.fonts = fonts;
  }

  @Override
  public void mutateDocument(Document document) {
    NodeList found = document.getElementsByTagName("text");
    Element[] texts = new Element[found.getLength()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = (Element) found.item(i);
    }
    for (Element text : texts) {
      outline(document, text);
    }
  }

  private void outline(Document document, Element text) {
    double size = Double.parseDouble(inherited(text, "font-size", "16").replace("px", ""));
    String weight = inherited(text, "font-weight", "400");
    TrueTypeFont font =
        weight.equals("bold") || weight.compareTo("600") >= 0 ? fonts.bold() : fonts.regular();
    String words = text.getTextContent().strip();
    double x = Double.parseDouble(inherited(text, "x", "0"));
    double y = Double.parseDouble(inherited(text, "y", "0"));
    double scale;
    String path;
    try {
      scale = size / font.getUnitsPerEm();
      double width = width(font, words) * scale;
      x -=
          switch (inherited(text, "text-anchor", "start")) {
            case "middle" -> width / 2;
            case "end" -> width;
            default -> 0;
          };
      String baseline = inherited(text, "dominant-baseline", "auto");
      if (baseline.equals("central") || baseline.equals("middle")) {
        y += MIDDLE * size;
      }
      path = path(font, words, x, y, scale);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Node parent = text.getParentNode();
    // A halo lies under its words: the drawer does not know paint-order.
    if (text.hasAttribute("stroke") && text.getAttribute("paint-order").startsWith("stroke")) {
      parent.insertBefore(shape(document, text, path, null), text);
      parent.insertBefore(shape(document, text, path, "none"), text);
    } else {
      parent.insertBefore(shape(document, text, path, null), text);
    }
    parent.removeChild(text);
  }

  private static Element shape(
      Document document, Element text, String path, @Nullable String stroke) {
    Element shape =
        text.getNamespaceURI() == null
            ? document.createElement("path")
            : document.createElementNS(text.getNamespaceURI(), "path");
    NamedNodeMap attributes = text.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      Node attribute = attributes.item(i);
      if (!OF_WORDS.contains(attribute.getNodeName())) {
        shape.setAttribute(attribute.getNodeName(), attribute.getNodeValue());
      }
    }
    if (stroke != null) {
      shape.setAttribute("stroke", stroke);
    }
    shape.setAttribute("d", path);
    return shape;
  }

  private static String inherited(Element element, String name, String otherwise) {
    Node node = element;
    while (node instanceof Element at) {
      if (at.hasAttribute(name)) {
        return at.getAttribute(name);
      }
      if (name.equals("x") || name.equals("y") || at.getTagName().equals("svg")) {
        break;
      }
      node = at.getParentNode();
    }
    return otherwise;
  }

  private double width(TrueTypeFont font, String words) throws IOException {
    double width = 0;
    for (int c : words.codePoints().toArray()) {
      width += font.getAdvanceWidth(fonts.glyph(c));
    }
    return width;
  }

  private String path(TrueTypeFont font, String words, double x, double y, double scale)
      throws IOException {
    StringBuilder d = new StringBuilder();
    double at = x;
    for (int c : words.codePoints().toArray()) {
      int glyph = fonts.glyph(c);
      GlyphData data = font.getGlyph().getGlyph(glyph);
      if (data != null) {
        append(d, data.getPath(), at, y, scale);
      }
      at += font.getAdvanceWidth(glyph) * scale;
    }
    // An empty path is an error to the drawer.
    return d.length() == 0 ? "M0 0" : d.toString();
  }

  private static void append(
      StringBuilder d, GeneralPath outline, double x, double y, double scale) {
    double[] c = new double[6];
    for (PathIterator i = outline.getPathIterator(null); !i.isDone(); i.next()) {
      int kind = i.currentSegment(c);
      int points =
          switch (kind) {
            case PathIterator.SEG_MOVETO, PathIterator.SEG_LINETO -> 1;
            case PathIterator.SEG_QUADTO -> 2;
            case PathIterator.SEG_CUBICTO -> 3;
            default -> 0;
          };
      d.append("MLQCZ".charAt(kind));
      for (int p = 0; p < points; p++) {
        number(d, x + c[2 * p] * scale);
        number(d, y - c[2 * p + 1] * scale);
      }
    }
  }

  /** Appends a number to a hundredth of a unit: a sketch has thousands of them. */
  private static void number(StringBuilder d, double value) {
    long hundredths = Math.round(value * 100);
    if (hundredths < 0) {
      d.append('-');
      hundredths = -hundredths;
    }
    d.append(hundredths / 100).append('.');
    d.append((char) ('0' + hundredths / 10 % 10))
        .append((char) ('0' + hundredths % 10))
        .append(' ');
  }
}
