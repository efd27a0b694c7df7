package org.caremap.find;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caremap.imports.SampleData;
import org.caremap.platform.CareMapConfig;
import org.caremap.platform.GeoData;
import org.caremap.platform.HomeFolder;
import org.jspecify.annotations.Nullable;

/** The numbers that stand on every page and card: the county's hotline, then the general ones. */
@Startup
@ApplicationScoped
public class Hotlines {
  private static final String FILE = "hotlines.yaml";
  private static final String PHONE = "[0-9+*#() -]{2,30}";
  private static final TypeReference<List<Entry>> LIST = new TypeReference<>() {};

  /** A number nobody has, for the sample county: 555 is for fiction. */
  private static final Hotline SAMPLE =
      new Hotline("hotline", "养老服务热线（示例）", "Elder service hotline (sample)", "0513-555-0000");

  private final Map<String, Hotline> general = new LinkedHashMap<>();
  private final @Nullable Hotline own;
  private final SampleData sample;

  record Entry(String code, @Nullable String zh, @Nullable String en, @Nullable String phone) {}

  /**
   * One number.
   *
   * @param code stable code
   * @param nameZh whose it is, Chinese
   * @param nameEn the same in English
   * @param phone as dialled
   */
  public record Hotline(String code, String nameZh, String nameEn, String phone) {}

  Hotlines(HomeFolder home, CareMapConfig config, SampleData sample) {
    this.sample = sample;
    add("geodata/" + FILE, GeoData.listBuiltIn(FILE, LIST));
    Path file = home.root().resolve(FILE);
    add(file.toString(), GeoData.listOwn(file, LIST));
    own =
        config
            .hotline()
            .phone()
            .filter(phone -> !phone.isBlank())
            .map(
                phone ->
                    new Hotline(
                        "hotline",
                        config.hotline().nameZh(),
                        config.hotline().nameEn(),
                        checked("CAREMAP_HOTLINE_PHONE", phone)))
            .orElse(null);
  }

  private void add(String file, List<Entry> list) {
    for (int i = 0; i < list.size(); i++) {
      String at = file + ", entry " + (i + 1);
      Entry entry = list.get(i);
      if (entry.code() == null || entry.code().isBlank()) {
        throw new IllegalStateException(at + ": code is missing");
      }
      if (entry.phone() == null) {
        general.remove(entry.code());
        continue;
      }
      if (entry.zh() == null || entry.en() == null) {
        throw new IllegalStateException(at + ": zh and en are needed");
      }
      general.put(
          entry.code(),
          new Hotline(
              entry.code(), entry.zh(), entry.en(), checked(at + ", phone", entry.phone())));
    }
  }

  private static String checked(String where, String phone) {
    if (!phone.strip().matches(PHONE)) {
      throw new IllegalStateException(
          where + " is '" + phone + "'; legal: 2 to 30 digits, blanks, + - * # ( )");
    }
    return phone.strip();
  }

  /** The county's elder-service hotline; empty where none is configured. */
  public Optional<Hotline> county() {
    return own != null
        ? Optional.of(own)
        : sample.isLoaded() ? Optional.of(SAMPLE) : Optional.empty();
  }

  /** Ambulance and others. */
  public List<Hotline> general() {
    return List.copyOf(general.values());
  }
}
