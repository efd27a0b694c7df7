package org.caremap.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What an operator sets, as {@code caremap.*} properties or {@code CAREMAP_*} variables. */
@ConfigMapping(prefix = "caremap")
public interface CareMapConfig {
  /** The one folder for the embedded database, built networks and uploads. */
  @WithDefault("./caremap-home")
  Path home();

  /** Whether a first start on an empty database loads the sample county. */
  @WithDefault("true")
  boolean sample();

  /**
   * Whose public holidays hold, the {@code country} of the calendar files; one without files, such
   * as {@code none}, leaves rules for public holidays unknown.
   */
  @WithDefault("cn")
  String calendar();

  /** The time zone of opening hours, for example {@code Europe/London}. */
  @WithName("time-zone")
  @WithDefault("Asia/Shanghai")
  String timeZone();

  /** The production database; without a URL the embedded one in {@link #home()} is used. */
  Db db();

  /** The one administrator. */
  Admin admin();

  /** Limits and constants of walking. */
  Walking walking();

  /** How imports behave. */
  Imports imports();

  /** The county's elder-service hotline. */
  Hotline hotline();

  /** By which plans is judged. */
  Standards standards();

  /**
   * Where people reach this service, for example {@code https://elder.example.gov.cn/map/}, as it
   * stands in links that are shared and in QR codes; the address of the request where absent.
   */
  @WithName("public-url")
  Optional<String> publicUrl();

  /** Optional online base layers; none by default, so that no request leaves the network. */
  @WithName("tile-layers")
  List<TileLayer> tileLayers();

  /** Database connection. */
  interface Db {
    /** For example {@code jdbc:postgresql://host/caremap}. */
    Optional<String> url();

    /** Database user. */
    Optional<String> user();

    /** Database password. */
    Optional<String> password();
  }

  /** Administrator. */
  interface Admin {
    /** Password of {@code admin}; generated and printed once at first start where absent. */
    Optional<String> password();
  }

  /** Plans. */
  interface Standards {
    /** Codes of the plans that are adopted until the administrator says otherwise. */
    @WithDefault("haimen-2018")
    List<String> adopted();
  }

  /** The number that stands on every page and card. */
  interface Hotline {
    /** As dialled; without one, only the general numbers are shown. */
    Optional<String> phone();

    /** Its Chinese name. */
    @WithDefault("养老服务热线")
    String nameZh();

    /** Its English name. */
    @WithDefault("Elder service hotline")
    String nameEn();
  }

  /** Walking. */
  interface Walking {
    /** Farthest distance from a place to the street it is joined to, metres. */
    @WithDefault("500")
    double snapLimitMeters();

    /** Street distance per great-circle distance where no streets are loaded. */
    @WithDefault("1.3")
    double detourFactor();
  }

  /** Imports. */
  interface Imports {
    /** How long a request waits for its import before it is told to poll, seconds. */
    @WithDefault("15")
    int waitSeconds();
  }

  /** A base layer from elsewhere. */
  interface TileLayer {
    /** Name in the layer switch. */
    String name();

    /** URL template with {z}, {x}, {y}. */
    String url();

    /** Credit shown on the map. */
    String attribution();
  }
}
