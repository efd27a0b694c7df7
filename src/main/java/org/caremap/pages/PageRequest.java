package org.caremap.pages;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.caremap.platform.WebAddress;
import org.jspecify.annotations.Nullable;

/**
 * What a page was asked for, and the links that keep its language and text size. Parameters that
 * are not known are left alone: messengers add their own to links that people share.
 */
final class PageRequest {
  private final String path;
  private final String base;
  private final String root;
  private final MultivaluedMap<String, String> query;
  private final PageLanguage language;
  private final String size;

  /**
   * @param uri the request
   * @param path address of the page below the root, encoded, lasting
   * @param base public address of the root, ends with a slash
   */
  PageRequest(UriInfo uri, String path, String base) {
    this.path = path;
    this.base = base;
    this.query = uri.getQueryParameters();
    this.language = PageLanguage.of(query.getFirst("lang"));
    this.size = "large".equals(query.getFirst("size")) ? "large" : "standard";
    // As many steps up as the address in the browser has steps down.
    String asked =
        uri.getRequestUri().getRawPath().substring(uri.getBaseUri().getRawPath().length());
    long steps = asked.chars().filter(c -> c == '/').count();
    this.root = steps == 0 ? "./" : "../".repeat((int) steps);
  }

  PageLanguage language() {
    return language;
  }

  PageTexts texts() {
    return PageTexts.of(language);
  }

  String size() {
    return size;
  }

  String root() {
    return root;
  }

  List<String> values(String name) {
    return query.getOrDefault(name, List.of());
  }

  /**
   * A relative link to another page, in this language and size where they were asked for.
   *
   * @param target path below the root, encoded; may be empty
   * @param parameters names and values, in pairs
   */
  String link(String target, String... parameters) {
    Map<String, List<String>> all = pairs(parameters);
    keep("lang", all);
    keep("size", all);
    return root + target + queryOf(all);
  }

  private void keep(String name, Map<String, List<String>> all) {
    String value = query.getFirst(name);
    if (value != null && (name.equals("lang") ? "zh en" : "standard large").contains(value)) {
      all.put(name, List.of(value));
    }
  }

  /** This page with one parameter changed. */
  String same(String name, String value, String... kept) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    for (String key : kept) {
      if (!values(key).isEmpty()) {
        all.put(key, values(key));
      }
    }
    keep("lang", all);
    keep("size", all);
    all.put(name, List.of(value));
    return root + path + queryOf(all);
  }

  /**
   * The lasting address of this page in full.
   *
   * @param parameters names and values, in pairs
   */
  String lasting(PageLanguage in, String... parameters) {
    Map<String, List<String>> all = pairs(parameters);
    if (in == PageLanguage.EN) {
      all.put("lang", List.of("en"));
    }
    return base + path + queryOf(all);
  }

  private static Map<String, List<String>> pairs(String... parameters) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    for (int i = 0; i < parameters.length; i += 2) {
      all.merge(
          parameters[i],
          List.of(parameters[i + 1]),
          (a, b) -> java.util.stream.Stream.concat(a.stream(), b.stream()).toList());
    }
    return all;
  }

  private static String queryOf(Map<String, List<String>> parameters) {
    if (parameters.isEmpty()) {
      return "";
    }
    return parameters.entrySet().stream()
        .flatMap(e -> e.getValue().stream().map(v -> e.getKey() + "=" + WebAddress.encode(v)))
        .collect(Collectors.joining("&", "?", ""));
  }

  @Nullable String first(String name) {
    return query.getFirst(name);
  }
}
