package org.caremap.osm;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads OpenStreetMap XML (OSM wiki, "OSM XML"). No DTDs and no external entities. */
final class XmlReader {
  private final String name;
  private final InputStream in;
  private final OsmHandler handler;
  private final OsmTags tags = new OsmTags();
  private long[] refs = new long[2048];
  private boolean[] inner = new boolean[2048];
  private int refCount;

  XmlReader(String name, InputStream in, OsmHandler handler) {
    this.name = name;
    this.in = in;
    this.handler = handler;
  }

  void read() throws IOException {
    try {
      XMLStreamReader reader = factory().createXMLStreamReader(in);
      reader.nextTag();
      if (!reader.getLocalName().equals("osm")) {
        throw new OsmFormatException(
            name, "not an OpenStreetMap file: its root is <" + reader.getLocalName() + ">");
      }
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT) {
          element(reader);
        }
      }
    } catch (XMLStreamException e) {
      if (e.getNestedException() instanceof IOException broken) {
        throw broken;
      }
      throw new OsmFormatException(
          name,
          "the XML is not complete: it breaks off or is wrong at line "
              + e.getLocation().getLineNumber(),
          e);
    } catch (NumberFormatException | ArithmeticException e) {
      throw new OsmFormatException(name, "a number is not valid: " + e.getMessage(), e);
    }
  }

  private static XMLInputFactory factory() {
    // The JDK's own: another on the class path could have other limits and defaults.
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    // Without DTDs only &amp; and its like can occur; the limit would refuse files of gigabytes.
    String limit = "jdk.xml.totalEntitySizeLimit";
    if (factory.isPropertySupported(limit)) {
      factory.setProperty(limit, "0");
    }
    return factory;
  }

  private void element(XMLStreamReader reader) throws XMLStreamException, OsmFormatException {
    switch (reader.getLocalName()) {
      case "node" -> {
        if (handler.wantsNodes() && present(reader)) {
          long id = number(reader, "id");
          String lon = reader.getAttributeValue(null, "lon");
          String lat = reader.getAttributeValue(null, "lat");
          body(reader);
          if (lon != null && lat != null) {
            handler.node(id, units(lon, 180), units(lat, 90), tags);
          }
        }
      }
      case "way" -> {
        if (handler.wantsWays() && present(reader)) {
          long id = number(reader, "id");
          body(reader);
          handler.way(id, refs, refCount, tags);
        }
      }
      case "relation" -> {
        if (handler.wantsRelations() && present(reader)) {
          body(reader);
          handler.relation(refs, inner, refCount, tags);
        }
      }
      case "remark" -> {
        String text = reader.getElementText();
        if (text.contains("error")) {
          throw new OsmFormatException(name, "the download failed half-way: " + text.strip());
        }
      }
      default -> {}
    }
  }

  private static boolean present(XMLStreamReader reader) {
    return !"delete".equals(reader.getAttributeValue(null, "action"))
        && !"false".equals(reader.getAttributeValue(null, "visible"));
  }

  /** Tags and references up to the end of the element. */
  private void body(XMLStreamReader reader) throws XMLStreamException, OsmFormatException {
    tags.clear();
    refCount = 0;
    int depth = 1;
    while (depth > 0) {
      int event = reader.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
        if (reader.getLocalName().equals("tag")) {
          String key = reader.getAttributeValue(null, "k");
          String value = reader.getAttributeValue(null, "v");
          if (key != null && value != null) {
            tags.add(key, value);
          }
        } else if (reader.getLocalName().equals("nd")) {
          addRef(number(reader, "ref"), false);
        } else if (reader.getLocalName().equals("member")
            && "way".equals(reader.getAttributeValue(null, "type"))) {
          addRef(number(reader, "ref"), "inner".equals(reader.getAttributeValue(null, "role")));
        }
      }
    }
  }

  private void addRef(long ref, boolean isInner) {
    if (refCount == refs.length) {
      refs = Arrays.copyOf(refs, refCount * 2);
      inner = Arrays.copyOf(inner, refCount * 2);
    }
    refs[refCount] = ref;
    inner[refCount++] = isInner;
  }

  private long number(XMLStreamReader reader, String attribute) throws OsmFormatException {
    @Nullable String text = reader.getAttributeValue(null, attribute);
    if (text == null) {
      throw new OsmFormatException(
          name,
          "<%s> without %s at line %d"
              .formatted(reader.getLocalName(), attribute, reader.getLocation().getLineNumber()));
    }
    return Long.parseLong(text);
  }

  private static int units(String degrees, int most) {
    double value = Double.parseDouble(degrees);
    if (!(Math.abs(value) <= most)) {
      throw new NumberFormatException(degrees + " is not within " + most + " degrees");
    }
    return (int) Math.round(value * 1e7);
  }
}
